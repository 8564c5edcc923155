"""Editing a source text: each note gets its honest state, and can be mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import editing, pipeline
from build_tools.linking.anchors import Placed, Standing
from build_tools.sources.workplace import Workplace

ARTICLE = "ostrick-2025-toll"


def note(place: Workplace, name: str) -> Placed:
    desk = pipeline.read(place)
    assert desk.linked is not None
    one = desk.linked.article(ARTICLE)
    assert one is not None
    assert one.source is not None
    return next(placed for placed in one.notes if placed.item.id == name)


@pytest.fixture
def some_note(canal: Workplace) -> Placed:
    """A note with a quotation of several words that stands once in the text."""
    desk = pipeline.read(canal)
    assert desk.linked is not None
    one = desk.linked.article(ARTICLE)
    assert one is not None
    assert one.source is not None
    return next(
        placed
        for placed in one.notes
        if len(placed.item.quote.split()) >= 4 and one.source.text.count(placed.found) == 1
    )


def edit(place: Workplace, old: str, new: str) -> None:
    path = place.sources / "levy.txt"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def sentence(place: Workplace, words: str) -> str:
    text = (place.sources / "levy.txt").read_text(encoding="utf-8")
    at = text.index(words)
    start = max(text.rfind(". ", 0, at) + 2, text.rfind("\n", 0, at) + 1)
    return text[start : text.index(".", at + len(words)) + 1]


def test_untouched_is_exact(canal: Workplace) -> None:
    desk = pipeline.read(canal)
    assert desk.linked is not None
    for one in desk.linked.articles:
        assert one.source is not None
        for placed in one.notes:
            assert placed.standing is Standing.EXACT
            assert placed.span is not None
            # The invariant everything rests on: a span's text is its quotation.
            assert placed.span.of(one.source.text) == placed.found
            assert placed.found.split() == placed.item.quote.split()


def test_a_changed_word_is_moved_and_shown(canal: Workplace, some_note: Placed) -> None:
    words = some_note.found.split()
    longest = max(words, key=len)
    changed = some_note.found.replace(longest, "herring")
    edit(canal, some_note.found, changed)
    now = note(canal, some_note.item.id)
    assert now.standing is Standing.MOVED
    assert now.found == changed
    problems = [one for one in pipeline.read(canal).problems if one.code == "CR403"]
    assert len(problems) == 1
    assert f"[-{longest}-] {{+herring+}}" in problems[0].message


def test_a_deleted_sentence_is_lost(canal: Workplace, some_note: Placed) -> None:
    edit(canal, sentence(canal, some_note.found), "")
    now = note(canal, some_note.item.id)
    assert now.standing is Standing.LOST
    assert now.span is None


def test_a_sentence_doubled_on_the_spot_is_ambiguous(canal: Workplace, some_note: Placed) -> None:
    words = sentence(canal, some_note.found)
    edit(canal, words, f"{words} {words}")
    now = note(canal, some_note.item.id)
    assert now.standing in {Standing.AMBIGUOUS, Standing.EXACT}
    if now.standing is Standing.EXACT:  # one of the two still has its neighbours on both sides
        assert now.found == some_note.found


def test_a_copy_elsewhere_does_not_attract_the_note(canal: Workplace, some_note: Placed) -> None:
    editing.anchor(canal)  # the lock now remembers the neighbours, without their words
    path = canal.sources / "levy.txt"
    text = path.read_text(encoding="utf-8")
    other = next(one for one in text.split("\n\n")[3:] if some_note.found not in one)
    path.write_text(text.replace(other, f"{other} As one put it: {some_note.found}."), "utf-8")
    now = note(canal, some_note.item.id)
    assert now.standing is Standing.EXACT
    assert now.paragraph == some_note.paragraph


def test_accepting_a_moved_quotation_changes_nothing_else(
    canal: Workplace, some_note: Placed
) -> None:
    path = canal.corpus / "articles" / ARTICLE / "notes.yml"
    before = path.read_text(encoding="utf-8").splitlines()
    longest = max(some_note.found.split(), key=len)
    edit(canal, some_note.found, some_note.found.replace(longest, "herring"))
    assert editing.accept(canal, ()) == ((f"{ARTICLE}#{some_note.item.id}",), ())
    after = path.read_text(encoding="utf-8").splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(changed) == 1
    assert "herring" in changed[0][1]
    assert note(canal, some_note.item.id).standing is Standing.EXACT


def test_a_changed_number_is_taken_over_only_by_name(canal: Workplace) -> None:
    path = canal.sources / "wardens.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("11,900 barges were", "12,900 barges were"), "utf-8")
    name = "halewell-2025-wardens#figure:barges:day-books-2023"
    assert editing.accept(canal, ()) == ((), ())
    assert editing.accept(canal, (name,)) == ((name,), ())


def test_without_the_source_text_the_lock_tells(canal: Workplace) -> None:
    editing.anchor(canal)
    away = Workplace(corpus=canal.corpus, sources=Path("nowhere"))
    desk = pipeline.read(away)
    assert desk.linked is not None
    assert all(
        placed.standing is Standing.EXACT for one in desk.linked.articles for placed in one.notes
    )
    assert desk.linked.lock() == pipeline.read(canal).linked.lock()  # type: ignore[union-attr]


def test_without_the_source_text_a_changed_quotation_is_unverified(
    canal: Workplace, some_note: Placed
) -> None:
    editing.anchor(canal)
    path = canal.corpus / "articles" / ARTICLE / "notes.yml"
    text = path.read_text(encoding="utf-8")
    assert some_note.item.quote in text
    path.write_text(text.replace(some_note.item.quote, "some other words here", 1), "utf-8")
    desk = pipeline.read(Workplace(corpus=canal.corpus, sources=Path("nowhere")))
    assert [one.words for one in desk.problems if one.code == "CR404"] == ["some other words here"]


def test_the_lock_keeps_no_words_of_the_source(canal: Workplace) -> None:
    """Four words in a row of a source text are in the lock only as a mention's own name."""
    desk = editing.anchor(canal)
    assert desk.linked is not None
    lock = (canal.corpus / "anchors.lock").read_text(encoding="utf-8").casefold()
    for one in desk.linked.articles:
        assert one.source is not None
        words = one.source.text.casefold().split()
        rows = {" ".join(words[at : at + 4]) for at in range(len(words) - 3)}
        names = " ".join(mention.form.casefold() for mention in one.mentions)
        assert not [row for row in rows if row in lock and row not in names]


def test_a_slip_in_one_article_does_not_make_the_lock_forget_it(canal: Workplace) -> None:
    editing.anchor(canal)
    lock = canal.corpus / "anchors.lock"
    before = lock.read_text(encoding="utf-8")
    (canal.corpus / "articles" / ARTICLE / "notes.yml").write_text("notes: [", encoding="utf-8")
    editing.anchor(canal)
    assert lock.read_text(encoding="utf-8") == before


def test_a_spoilt_lock_is_reported_and_left_alone(canal: Workplace) -> None:
    lock = canal.corpus / "anchors.lock"
    lock.write_text("<<<<<<< ours\n{}\n", encoding="utf-8")
    assert "CR430" in {one.code for one in editing.anchor(canal).problems}
    assert lock.read_text(encoding="utf-8").startswith("<<<<<<<")
