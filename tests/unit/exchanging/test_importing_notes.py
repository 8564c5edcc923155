"""Annotations from elsewhere become drafts, and nothing else in the folder changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_tools import editing, pipeline
from build_tools.cli import main
from build_tools.exchanging import Imported, Left, Wanted, WrongUseError, import_notes
from build_tools.exchanging.annotation import Format, Said
from build_tools.exchanging.markup import to_markdown
from build_tools.model.note import Note, State, Via
from build_tools.model.problem import errors
from build_tools.sources.workplace import Workplace
from tests.unit.exchanging.conftest import SLUG, row

Take = Callable[..., Imported]
Notes = Callable[..., dict[str, Note]]


def only(done: Imported, notes: Notes) -> Note:
    """The only note that was added, as it is read back."""
    assert done.problems == []
    (entry,) = done.added
    return notes()[entry["id"]]


def test_a_row_becomes_a_draft_with_its_provenance(take: Take, notes: Notes) -> None:
    note = only(take({"total": 1, "rows": [row()]}), notes)
    assert (note.paragraph, note.quote) == (1, "nine tunnels and one argument")
    assert (note.body, note.state, note.author) == (
        "Only eight were ever dug.",
        State.DRAFT,
        "editor",
    )
    assert (note.created, note.confidence.value, note.kind.value) == (
        "2025-06-03",
        "unconfirmed",
        "context",
    )
    assert note.via == Via(
        id="hypothesis:AbCdEfGhIjKlMnOpQrStUv",
        service="Hypothesis",
        name="Jane Doe",
        date="2025-06-03",
        address="https://hypothes.is/a/AbCdEfGhIjKlMnOpQrStUv",
    )


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: {"total": 1, "rows": [one]},
        lambda one: {"export_date": "2025-07-01T00:00:00.000Z", "annotations": [one]},
        lambda one: [one],
        lambda one: one,
    ],
)
def test_every_shape_of_rows_is_read(
    take: Take, notes: Notes, wrap: Callable[[dict[str, Any]], Any]
) -> None:
    assert only(take(wrap(row())), notes).quote == "nine tunnels and one argument"


def test_the_table_of_the_client_is_read(take: Take, notes: Notes) -> None:
    table = (
        "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n"
        '2025-06-03 10:11,https://x.example/,Public,Annotation,"nine tunnels and one argument",'
        'jane,"Two\n\nparagraphs","claim,odd",\n'
        "2025-06-04 10:11,https://x.example/,Public,Reply,,joe,No,,\n"
        "2025-06-04 10:11,https://x.example/,My class,Annotation,one argument,joe,Yes,,\n"
    )
    done = take(table)
    note = only(done, notes)
    assert (note.body, note.kind.value, note.created) == (
        "Two\n\nparagraphs",
        "claim",
        "2025-06-03",
    )
    assert [why for _, why in done.left] == [Left.REPLY, Left.GROUP]
    assert take(table).added == []


def test_the_same_import_twice_adds_nothing(take: Take, canal: Workplace) -> None:
    path = canal.corpus / "articles" / SLUG / "notes.yml"
    assert len(take([row(), row(id="another-annotation")]).added) == 2
    before = path.read_bytes()
    again = take([row(), row(id="another-annotation"), row()])
    assert (again.added, [why for _, why in again.left]) == ([], [Left.KNOWN] * 3)
    assert path.read_bytes() == before


def test_an_edited_note_is_not_touched_again(take: Take, notes: Notes, canal: Workplace) -> None:
    note = only(take([row()]), notes)
    path = canal.corpus / "articles" / SLUG / "notes.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace(f"id: {note.id}", "id: tunnels").replace("Only eight", "No more than eight")
    path.write_text(text, encoding="utf-8")
    assert take([row(text="Something else now.")]).added == []
    assert notes()["tunnels"].body == "No more than eight were ever dug."


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"permissions": {"read": ["acct:jane@hypothes.is"]}}, Left.PRIVATE),
        ({"group": "xyz", "permissions": {"read": ["group:xyz"]}}, Left.GROUP),
        ({"hidden": True}, Left.HIDDEN),
        ({"flagged": True}, Left.HIDDEN),
        ({"deleted": True}, Left.HIDDEN),
        ({"moderation": {"flagCount": 2}}, Left.HIDDEN),
        ({"moderation_status": "SPAM"}, Left.HIDDEN),
        ({"references": ["another"]}, Left.REPLY),
        ({"target": [{"source": "https://x.example/"}]}, Left.PAGE),
        ({"text": " \n"}, Left.SILENT),
    ],
)
def test_what_is_no_public_note_on_words_is_left_out(
    take: Take, changes: dict[str, Any], why: Left
) -> None:
    done = take([row(**changes)])
    assert (done.added, [one for _, one in done.left], done.problems) == ([], [why], [])


def test_a_group_that_is_named_is_imported(take: Take) -> None:
    mine = row(group="xyz", permissions={"read": ["group:xyz"]})
    assert len(take([mine], groups=frozenset({"xyz"})).added) == 1


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        (["Correction"], "correction"),
        (["history", "Look alike"], "look-alike"),
        (["contradiction"], "context"),  # which needs a passage that no tag names
        (["history"], "context"),
    ],
)
def test_a_tag_that_is_a_kind_of_ours_counts(
    take: Take, notes: Notes, tags: list[str], kind: str
) -> None:
    assert only(take([row(tags=tags)]), notes).kind.value == kind


@pytest.mark.parametrize(
    ("exact", "prefix", "paragraph", "quote"),
    [
        ("Nine tunnels and one  argument.", "", 1, "nine tunnels and one argument."),
        (
            'is what the city has got." She is right.',
            "",
            3,
            "is what the city has got.“ She is right.",
        ),
        ("every barge pays the same", "it is cheap, because ", 3, "every barge pays the same"),
        (
            "The branch at Kestle, CLB-K, has made it worse by printing its own forms; the Packet "
            "has even called it “LB-K”, as if the canal had been drained.\n\nThe Lock Wardens’ "
            "Union replies that a toll ends three centuries",
            "",
            5,
            "The branch at Kestle, CLB-K, has made it worse by printing its",
        ),
    ],
    ids=["other case", "other marks", "twice", "two paragraphs"],
)
def test_words_are_found_and_cut_to_an_anchor(
    take: Take, notes: Notes, canal: Workplace, exact: str, prefix: str, paragraph: int, quote: str
) -> None:
    selector = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": ""}
    note = only(take([row(target=[{"selector": [selector]}])]), notes)
    assert (note.paragraph, note.quote) == (paragraph, quote)
    standings = [line for line in editing.standings(editing.anchor(canal)) if SLUG in line]
    assert "23 exact" in standings[0]  # the new one among them


@pytest.mark.parametrize(
    ("exact", "code"),
    [
        ("a sentence that nobody ever wrote about trams", "CR132"),
        ("the Board", "CR133"),
        ("the canals carried 18,500 barges and cost the city 2.6 million crowns", "CR134"),
    ],
)
def test_words_without_a_sure_place_are_told_and_not_written(
    take: Take, canal: Workplace, exact: str, code: str
) -> None:
    path = canal.corpus / "articles" / SLUG / "notes.yml"
    before = path.read_bytes()
    (problem,) = take("[\n" + json.dumps(row(exact)) + "]").problems
    assert (problem.code, problem.place.line) == (code, 2)
    assert path.read_bytes() == before


def test_a_text_too_long_for_a_note_is_told(take: Take) -> None:
    (problem,) = take([row(text="word " * 1000)]).problems
    assert problem.code == "CR134"
    assert "at most 4,000" in problem.message


def test_without_the_source_text_nothing_is_imported(canal: Workplace, tmp_path: Path) -> None:
    nowhere = Workplace(corpus=canal.corpus, sources=tmp_path / "nowhere")
    done = import_notes(nowhere, Wanted(article=SLUG, files=(tmp_path / "x",), author="editor"))
    assert [one.code for one in done.problems] == ["CR130"]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"article": "nowhere"}, "ostrick-2025-toll, halewell-2025-wardens"),
        ({"author": "nobody"}, "nobody in people.yml is called nobody"),
        ({"author": None}, "--author one of: editor, reviewer"),
    ],
)
def test_wrong_use_says_what_would_be_right(take: Take, wish: dict[str, Any], said: str) -> None:
    with pytest.raises(WrongUseError, match=said):
        take([row()], **wish)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "notes: []\n",
        "# ours\nnotes: []  # none yet\n# end\n",
        "notes: []",
        "# ours\r\nnotes: []\r\n",
        "\ufeffnotes:\r\n- {id: one, kind: claim, paragraph: 1, quote: nine tunnels, body: x, "
        "confidence: high, author: editor, created: 2025}\r\n# end\r\n",
        None,
    ],
    ids=["empty", "brackets", "comments", "no end", "CRLF", "BOM", "missing"],
)
def test_a_note_is_added_to_any_file(
    take: Take, notes: Notes, canal: Workplace, text: str | None
) -> None:
    path = canal.corpus / "articles" / SLUG / "notes.yml"
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8", newline="")
    done = take([row(), row(id="another", text="1\n\n2: *x*\n\n- 3")])
    assert [one["id"] for one in done.added] == list(notes())[-2:]
    with path.open(encoding="utf-8", newline="") as opened:
        after = opened.read()
    for line in (text or "").splitlines():
        assert line.split(" [")[0].strip() in after  # comments and notes of before
    assert ("\r\n" in after) == ("\r\n" in (text or ""))
    assert "\n" not in after.replace("\r\n", "") or "\r\n" not in after


def test_a_list_between_brackets_is_left_alone(take: Take, canal: Workplace) -> None:
    path = canal.corpus / "articles" / SLUG / "notes.yml"
    text = (
        "notes: [{id: one, kind: claim, paragraph: 1, quote: nine tunnels, body: x, "
        "confidence: high, author: editor, created: 2025}]\n"
    )
    path.write_text(text, encoding="utf-8")
    assert [one.code for one in take([row()]).problems] == ["CR135"]
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("form", "text", "markdown"),
    [
        (Format.MARKDOWN, "# Head\n\n- *one*\n- two\n\n> three", "Head\n\n*one*\n\ntwo\n\nthree"),
        (
            Format.MARKDOWN,
            "[a](javascript:x) [b](https://b.example/?x=1&y=2)",
            "a [b](https://b.example/?x=1&y=2)",
        ),
        (
            Format.MARKDOWN,
            "![picture](https://x.example/p.png) <b onclick=x>bold</b>",
            "picture **bold**",
        ),
        (
            Format.HTML,
            "<p>one<script>two</script><p>three<iframe src=x>four</iframe>",
            "one\n\nthree",
        ),
        (Format.HTML, "<a href=' java\nscript:x'>a</a> <a href=data:x>b</a>", "a b"),
        (
            Format.HTML,
            "2 * 3 and snake_case, [x](y) and &lt;b>",
            r"2 \* 3 and snake\_case, \[x\](y) and &lt;b>",
        ),
        (
            Format.PLAIN,
            "*a* <b>\n\n&amp; [x](javascript:y)",
            "\\*a\\* &lt;b>\n\n&amp;amp; \\[x\\](javascript:y)",
        ),
        (Format.HTML, "", ""),
        (Format.PLAIN, "a\u202eb\x00c\ud800d\U000e0041e", "abcde"),
        (Format.HTML, "<!-- only -->", ""),
    ],
)
def test_markup_of_strangers_is_made_harmless(form: Format, text: str, markdown: str) -> None:
    assert to_markdown(Said(text=text, format=form)) == markdown


def test_the_command_says_what_came_of_it(
    canal: Workplace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.json"
    path.write_text(json.dumps([row(), row(id="reply", references=["x"], links={})]))
    flags = ["--corpus", str(canal.corpus), "--sources", str(canal.sources)]
    flags += ["--article", SLUG]
    assert main(["import-notes", str(path), *flags]) == 2
    assert main(["import-notes", str(path), *flags, "--author", "editor"]) == 0
    said = capsys.readouterr()
    assert f"{SLUG}#nine-tunnels-and-one-" in said.out
    assert (
        "1 left out (it is a reply, and hangs on another annotation): hypothesis:reply" in said.out
    )
    assert "crossread anchor" in said.err
    assert main(["anchor", *flags[:4]]) == 0  # the drafts break nothing
    assert errors(pipeline.check(canal)) == ()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "{}",
        "null",
        "12",
        '"x"',
        "<html>",
        "[" * 100_000,
        '{"rows": 1' + "0" * 5000 + "}",
        '{"type": "Annotation"',
        "a,b\n1,2",
    ],
    ids=lambda text: text[:12],
)
def test_what_holds_no_annotations_is_told(take: Take, content: str) -> None:
    done = take(content)
    assert done.added == []
    assert [one.code for one in done.problems] == ["CR131"]
    assert all(one.place.path and one.example for one in done.problems)
