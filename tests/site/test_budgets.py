"""No page of an article grows beyond what `tests/budgets.yml` allows, in bytes."""

from __future__ import annotations

import dataclasses

import pytest

from tests.bench.pages import PAINT, built
from tests.bench.weights import Weight, budgets, weigh


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Weight]:
    return {name: weigh(page) for name, page in built(tmp_path_factory.mktemp("budgets"))}


@pytest.mark.parametrize("page", PAINT)
def test_a_page_of_an_article_stays_in_its_budget(weights: dict[str, Weight], page: str) -> None:
    weight = dataclasses.asdict(weights[page])
    assert all(weight.values()), "something was not found on the page"
    over = {part: most for part, most in budgets()[page].items() if weight[part] > most}
    assert not over, weight
