"""Our own download is valid, and gives the same notes back."""

from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_tools import pipeline
from build_tools.exchanging import Imported, Left, Wanted, import_notes
from build_tools.exports import export
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.note import Note, State
from build_tools.sources import loading
from build_tools.sources.workplace import Workplace
from tests.rendering import texts
from tests.unit.exchanging.conftest import SLUG, row
from tests.unit.exchanging.web_annotations import mistakes


def exported(linked: Linked) -> Any:
    made = {one.path: one.text for one in export(linked, Edition.AUTO)}
    return json.loads(made["data/annotations.jsonld"])


def read(place: Workplace) -> Linked:
    linked = pipeline.read(place).linked
    assert linked is not None
    return linked


def change_site(place: Workplace, old: str, new: str) -> None:
    path = place.corpus / "site.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_our_collection_keeps_the_recommendation(linked: Linked) -> None:
    assert mistakes(exported(linked)) == []


def test_without_an_address_ids_lead_where_the_pages_lie(canal: Workplace) -> None:
    change_site(canal, "address: https://canal.example/reader/\n", "")
    base = "file:///somewhere/site/data/annotations.jsonld"
    found = exported(read(canal))
    assert mistakes(found, base) == []
    first = found["first"]["items"][0]
    assert first["id"].startswith(f"../articles/{first['custom']['article']}.html#n-")


def test_a_site_without_notes_has_a_valid_collection(canal: Workplace) -> None:
    for path in canal.corpus.glob("articles/*/notes.yml"):
        path.write_text("notes: []\n", encoding="utf-8")
    found = exported(read(canal))
    assert (mistakes(found), found["total"], "first" in found) == ([], 0, False)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda it: it.pop("@context"), "@context"),
        (lambda it: it.pop("first"), "first page"),
        (lambda it: it["first"].update(items=[]), "one annotation"),
        (lambda it: it["first"]["items"][0].update(id="a b"), "IRI"),
        (lambda it: it["first"]["items"][0].update(created="2025-05-04"), "dateTime"),
        (lambda it: it["first"]["items"][0].pop("target"), "target"),
        (lambda it: it["first"]["items"][0]["creator"].update(type="Agent"), "agent"),
        (lambda it: it["first"]["items"][0]["target"]["selector"][0].pop("exact"), "exact"),
        (lambda it: it["first"]["items"][0]["target"]["selector"][1].update(start=-1), "start"),
        (lambda it: it["first"]["items"][0]["body"][0].pop("value"), "value"),
    ],
)
def test_the_check_can_fail(linked: Linked, change: Callable[[Any], Any], said: str) -> None:
    found = copy.deepcopy(exported(linked))
    change(found)
    assert any(said in one for one in mistakes(found))


def plain(note: Note) -> Note:
    """A note as an import may give it back: reviewing is done by people."""
    return dataclasses.replace(note, state=State.DRAFT, reviewer=None)


@pytest.mark.parametrize("address", [True, False])
def test_a_round_trip_gives_the_same_notes(
    canal: Workplace, take: Callable[..., Imported], *, address: bool
) -> None:
    if not address:
        change_site(canal, "address: https://canal.example/reader/\n", "")
    linked = read(canal)
    collection = exported(linked)
    for path in canal.corpus.glob("articles/*/notes.yml"):
        path.write_text("notes: []\n", encoding="utf-8")
    for one in linked.articles:
        done = take(collection, article=one.article.slug)
        assert (done.problems, {why for _, why in done.left}) == ([], {Left.ELSEWHERE})
    corpus, problems = loading.load(canal.corpus)
    assert (corpus is not None, problems) == (True, ())
    for article in corpus.articles if corpus else ():
        before = linked.article(article.slug)
        assert before is not None
        wanted = {note.id: plain(note) for note in before.article.notes.value.notes}
        assert {note.id: note for note in article.notes.value.notes} == wanted


def test_nothing_is_added_where_our_notes_are(
    canal: Workplace, take: Callable[..., Imported]
) -> None:
    done = take(exported(read(canal)))
    assert done.added == []
    assert {why for _, why in done.left} == {Left.ELSEWHERE, Left.KNOWN}


def test_the_origin_of_an_imported_note_is_in_every_download(
    canal: Workplace, take: Callable[..., Imported]
) -> None:
    assert len(take([row()]).added) == 1
    linked = read(canal)
    where = "https://hypothes.is/a/AbCdEfGhIjKlMnOpQrStUv"
    (item,) = (one for one in exported(linked)["first"]["items"] if "via" in one)
    assert (item["via"], item["custom"]["via"]["name"]) == (where, "Jane Doe")
    made = {one.path: one.text for one in export(linked, Edition.AUTO)}
    assert (
        f"imported from [Hypothesis (Jane Doe, 3 June 2025)]({where})"
        in made[f"data/notes/{SLUG}.md"]
    )
    assert made["data/notes.csv"].count(where) == 1
    assert mistakes(exported(linked)) == []


ANNOTATION = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://notes.example/1",
    "type": "Annotation",
    "creator": {"type": "Person", "nickname": "jd"},
    "created": "2025-06-03T00:00:00Z",
    "body": [
        {"type": "TextualBody", "value": "<p>Only <b>eight</b>.</p>", "format": "text/html"},
        {"type": "TextualBody", "value": "claim", "purpose": "tagging"},
        "https://elsewhere.example/",
    ],
    "target": {
        "source": "https://ledger.example/toll",
        "selector": {
            "type": "FragmentSelector",
            "value": "p1",
            "refinedBy": {"type": "TextQuoteSelector", "exact": "nine tunnels and one argument"},
        },
    },
}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {"type": "AnnotationPage", "id": "x", "items": [one]},
        lambda one: {"type": ["AnnotationCollection"], "first": {"items": [one], "next": "y"}},
    ],
)
def test_annotations_of_others_are_read(
    take: Callable[..., Imported],
    notes: Callable[..., dict[str, Note]],
    wrap: Callable[[Any], Any],
) -> None:
    done = take(wrap(ANNOTATION))
    (entry,) = done.added
    note = notes()[entry["id"]]
    assert (note.body, note.kind.value) == ("Only **eight**.", "claim")
    assert note.via is not None
    assert (note.via.service, note.via.name) == ("notes.example", "jd")
    assert {why for _, why in done.left} <= {Left.REMOTE}


def test_a_note_of_hypothesis_is_known_in_either_form(take: Callable[..., Imported]) -> None:
    assert len(take([row()]).added) == 1
    linked_data = {**ANNOTATION, "id": "https://hypothes.is/a/AbCdEfGhIjKlMnOpQrStUv"}
    assert take(linked_data).added == []


def test_files_are_taken_in_turn(canal: Workplace, tmp_path: Path) -> None:
    files = []
    for name, content in (("a", [row()]), ("b", "spoilt"), ("c", [row(), row(id="other")])):
        files.append(tmp_path / name)
        files[-1].write_text(json.dumps(content), encoding="utf-8")
    done = import_notes(canal, Wanted(article=SLUG, files=tuple(files), author="editor"))
    assert [one.code for one in done.problems] == ["CR131"]
    assert len(done.added) == 2


def test_the_page_says_where_a_note_comes_from(
    canal: Workplace, take: Callable[..., Imported]
) -> None:
    assert len(take([row(user_info={"display_name": "<b>Jane</b>"})]).added) == 1
    pages = texts(read(canal))
    assert (
        'imported from <a href="https://hypothes.is/a/AbCdEfGhIjKlMnOpQrStUv" '
        'rel="external nofollow">Hypothesis (&lt;b&gt;Jane&lt;/b&gt;, 3 June 2025)</a>'
    ) in pages[f"articles/{SLUG}.html"]
