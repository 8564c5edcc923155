"""One edit each: every change that follows is told, nothing else, and undone by the way back."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools import pipeline
from build_tools.linking.linked import Linked
from build_tools.reviewing.changes import Change, Sort
from build_tools.reviewing.headline import headline
from build_tools.reviewing.review import Review, compare
from build_tools.sources.workplace import Workplace
from tests.revising import apply

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "review" / "changes.yaml").read_text(encoding="utf-8")
)


def told(one: Change) -> str:
    field = f": {one.field}" if one.field else ""
    return f"{one.sort} {one.kind} {one.id}{field}"


def linked_of(place: Workplace) -> Linked:
    desk = pipeline.read(place)
    assert desk.linked is not None
    assert not [one for one in desk.problems if one.code.startswith("CR2")]
    return desk.linked


@pytest.fixture(params=CASES, ids=lambda case: case["what"])
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


@pytest.fixture
def after(case: dict[str, Any], canal: Workplace) -> Linked:
    apply(case["steps"], canal.corpus)
    return linked_of(canal)


@pytest.fixture
def found(linked: Linked, after: Linked) -> Review:
    return compare(linked, after)


def test_every_change_is_told_and_undone_by_the_way_back(
    case: dict[str, Any], found: Review, linked: Linked, after: Linked
) -> None:
    changes = [told(one) for one in found.changes]
    if "changes" in case:
        assert sorted(changes) == sorted(case["changes"])
    assert set(case.get("some", ())) <= set(changes)
    by_name = {told(one): one for one in found.changes}
    for name, words in case.get("says", {}).items():
        assert [by_name[name].before, by_name[name].after] == words
    for name, words in case.get("why", {}).items():
        assert [by_name[name].why_before, by_name[name].why] == words
    if "headline" in case:
        assert headline(found) == case["headline"]
    _links(case, found)
    if "asks" in case:
        assert [f"{one.reason} {one.person} {one.id}" for one in found.asks] == case["asks"]
    for slug, (before, now) in case.get("coverage", {}).items():
        row = next(one for one in found.coverage if one.article == slug)
        assert row.before and row.after
        assert (row.before.read, row.after.read) == (before, now)
    back = compare(after, linked)
    assert sorted(map(_essence, back.changes)) == sorted(
        _essence(one.undone) for one in found.changes
    )


def _links(case: dict[str, Any], found: Review) -> None:
    broken = {one.address: one.suggestion for one in found.links.broken}
    if "needed" in case:
        assert [one.address for one in found.links.broken if one.needed] == case["needed"]
    elif "some" not in case or "broken" in case:
        assert broken == case.get("broken", {})
    assert dict(found.links.led) == case.get("led", {})


def _essence(one: Change) -> tuple[object, ...]:
    """What must be the same whichever way a change is told: labels are those of the later side."""
    names = (one.id,) if one.sort in {Sort.MENTION, Sort.PAIR, Sort.CONFLICT} else (one.id, one.was)
    return (one.sort, one.kind, *names, one.field, one.before, one.after, one.why, one.why_before)


def test_against_itself_nothing_changed(linked: Linked) -> None:
    found = compare(linked, linked)
    assert found.changes == ()
    assert found.links.broken == found.links.led == ()
    assert found.asks == ()
    assert all(one.before == one.after for one in found.coverage)
    assert headline(found) == "Nothing changes for readers"


def test_everything_of_a_new_site_is_added(linked: Linked) -> None:
    corpus = linked.corpus
    kinds = {"articles": (), "works": {}, "terms": {}, "events": {}, "measures": {}}
    nothing = Linked(
        corpus=dataclasses.replace(corpus, **kinds, questions={}, course=None), articles=()
    )
    found = compare(nothing, linked)
    assert {one.kind.value for one in found.changes} <= {"added", "opened"}
    assert found.links.broken == ()
    notes = [one for one in found.changes if one.sort is Sort.NOTE]
    assert len(notes) == sum(len(one.notes) for one in linked.articles)


def test_what_cannot_be_read_is_left_out_on_both_sides(linked: Linked) -> None:
    terms = {key: sheet for key, sheet in linked.corpus.terms.items() if key != "clb-k"}
    after = dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, terms=terms))
    assert next(told(one) for one in compare(linked, after).changes) == "term removed clb-k"
    found = compare(linked, after, frozenset({"glossary/clb-k"}))
    assert found.changes == ()
    assert found.links.broken == ()
