"""What `crossread suggest` does with the five op-eds, where a person has put them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools import editing, pipeline, suggesting
from build_tools.linking.linked import link
from build_tools.model.problem import errors
from build_tools.sources.workplace import Workplace
from tests.bench.suggesting import measure, without
from tests.unit.suggesting.taking import take_over

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "annotations"
FLOORS = {
    "names, other articles' known": (0.70, 0.75),
    "names, none known": (0.78, 0.80),
    "abbreviations explained, none known": (1.0, 1.0),
    "dates (agreeing)": (0.75, 0.90),
    "dates (the same EDTF)": (0.45, 0.70),
    "figures": (0.88, 0.95),
    "voices found": (1.0, 1.0),
    "voices with the right speaker": (0.70, 0.70),
    "reported speech": (0.55, 0.88),
    "mentions by description": (0.30, 0.50),
    "events of others recognised": (0.20, 0.50),
    "measures of others recognised": (0.40, 0.50),
    "passages to compare": (0.40, 0.65),
}
"""Least recall and precision: a rule that lowers one must say why."""


def test_quality_has_a_floor(real_sources: Path) -> None:
    scores = measure(CORPUS, real_sources)
    assert not isinstance(scores, str), scores
    assert {one.kind for one in scores} == set(FLOORS)
    low = [
        one
        for one in scores
        if one.recall < FLOORS[one.kind][0] or one.precision < FLOORS[one.kind][1]
    ]
    assert low == []


def test_after_the_editors_little_is_left_to_say(real_sources: Path) -> None:
    """A suggestion repeats nothing: a fraction is left of what a first pass would say."""
    desk = pipeline.read(Workplace(corpus=CORPUS, sources=real_sources))
    assert desk.linked is not None
    for one in desk.linked.articles:
        slug = one.article.slug
        first = suggesting.suggestions(
            link(without(desk.linked.corpus, slug), desk.texts, {}), slug
        )
        left = suggesting.suggestions(desk.linked, slug)
        assert first is not None
        assert left is not None
        assert [draft for draft in left if draft.key in {"voices", "resolved"}] == []
        assert len(left) < len(first)


@pytest.mark.parametrize("slug", ["gul-2024-point", "ullah-2024-imperative"])
def test_what_is_taken_over_is_accepted(real_sources: Path, tmp_path: Path, slug: str) -> None:
    """On top of what is there already: nothing clashes, nothing is lost or ambiguous."""
    corpus = tmp_path / "annotations"
    shutil.copytree(CORPUS, corpus)
    place = Workplace(corpus=corpus, sources=real_sources)
    desk = pipeline.read(place)
    assert desk.linked is not None
    found = suggesting.suggestions(desk.linked, slug)
    assert found
    take_over(corpus, found)
    assert errors(editing.anchor(place).problems) == ()
