from __future__ import annotations

import pytest

from tests.bench.ratios import Spread, paired, spread


def test_what_ran_side_by_side_is_compared_and_not_the_medians() -> None:
    slow, fast = 4.0, 1.0  # the machine was four times slower during one pair of runs
    assert paired([2 * fast, 2 * slow, 2 * fast], [fast, slow, fast]) == Spread(
        median=2, least=2, most=2
    )


def test_a_spread_says_between_what_its_figures_lie() -> None:
    assert str(spread([0.9, 1.2, 0.8])) == "0.90 (0.80–1.20)"


def test_figures_that_are_all_the_same_need_no_brackets() -> None:
    assert str(spread([0.5, 0.5])) == "0.50"
    assert str(spread([0.5])) == "0.50"


@pytest.mark.parametrize(
    ("ours", "theirs"), [([1.0], [1.0, 1.0]), ([], []), ([1.0], [0.0]), ([1.0, 2.0], [1.0])]
)
def test_runs_without_a_pair_give_no_ratio(ours: list[float], theirs: list[float]) -> None:
    with pytest.raises(ValueError, match=r"argument|nothing"):
        paired(ours, theirs)
