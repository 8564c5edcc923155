"""`crossread suggest`: harmless until taken over, whole once it is, and nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import editing, pipeline, suggesting
from build_tools.cli import main
from build_tools.linking.linked import Linked, link
from build_tools.model.corpus import Sheet
from build_tools.model.event import EventFile
from build_tools.model.fields import QUOTE_WORDS
from build_tools.model.figure import MeasureFile
from build_tools.model.note import NoteFile
from build_tools.model.problem import errors
from build_tools.model.term import TermFile
from build_tools.model.ties import TieFile
from build_tools.sources.documents import Document, parse
from build_tools.sources.validation import validate
from build_tools.sources.workplace import Workplace
from build_tools.suggesting.writing import uncommented
from tests.bench.suggesting import Score, measure, without
from tests.conftest import CANAL
from tests.unit.suggesting.taking import take_over

ARTICLES = ("ostrick-2025-toll", "halewell-2025-wardens", "quillane-2025-towpath")
Fresh = Callable[[str], str]
KINDS: dict[str, type] = {
    "glossary": TermFile,
    "events": EventFile,
    "figures": MeasureFile,
    "mentions.yml": TieFile,
    "notes.yml": NoteFile,
}


def flags(place: Workplace) -> list[str]:
    return ["--corpus", str(place.corpus), "--sources", str(place.sources)]


def emptied(place: Workplace, slug: str) -> None:
    """Leave nothing in a folder that anybody wrote about one article, but its record."""
    folder = place.corpus / "articles" / slug
    for name in ("notes.yml", "mentions.yml", "argument.yml"):
        (folder / name).write_text("{}\n" if name != "notes.yml" else "notes: []\n")
    (place.corpus / "aliases.yml").unlink()
    (place.corpus / "class.yml").unlink()  # it links to a figure
    for name in ("events", "figures", "questions"):
        for path in (place.corpus / name).glob("*.yml"):
            path.unlink()


def drafts(place: Workplace, slug: str) -> tuple[suggesting.Draft, ...]:
    desk = pipeline.read(place)
    assert desk.linked is not None
    found = suggesting.suggestions(desk.linked, slug)
    assert found is not None
    return found


@pytest.fixture
def fresh(linked: Linked) -> Fresh:
    """Return the suggestions for an article nobody has worked on yet."""
    return lambda slug: _fresh(linked, slug)


_KEPT: dict[str, str] = {}


def _fresh(linked: Linked, slug: str) -> str:
    if slug not in _KEPT:
        _KEPT[slug] = unworked(linked, slug)
    return _KEPT[slug]


def unworked(linked: Linked, slug: str) -> str:
    texts = {one.article.slug: one.source for one in linked.articles if one.source}
    text = suggesting.suggest(link(without(linked.corpus, slug), texts, {}), slug)
    assert text is not None
    return text


@pytest.mark.parametrize("slug", ARTICLES)
def test_every_line_is_a_comment(fresh: Fresh, slug: str) -> None:
    lines = fresh(slug).splitlines()
    assert len(lines) > 40
    assert [line for line in lines if line and not line.startswith("#")] == []


@pytest.mark.parametrize("slug", ARTICLES)
def test_it_is_the_same_each_time(linked: Linked, slug: str) -> None:
    assert unworked(linked, slug) == unworked(linked, slug)


@pytest.mark.parametrize("slug", ARTICLES)
def test_a_block_taken_over_as_it_is_is_refused_where_a_person_must_write(
    fresh: Fresh, slug: str
) -> None:
    blocks = fresh(slug).split("\n\n")[1:]
    assert len(blocks) > 3
    for block in blocks:
        text = uncommented(block)
        file = re.match(r"# ==== .* (\S+)\n", text)
        assert file, block
        kind = next(kind for name, kind in KINDS.items() if name in file[1])
        document = parse(text, "block")
        assert isinstance(document, Document), text
        if "add to glossary/" in text or "add to events/" in text or "add to figures/" in text:
            continue  # a piece of a file: below it is tried in its place
        problems = validate(document, kind, "")
        if "TODO" not in text:
            assert isinstance(problems, Sheet), (problems, text)
            continue
        assert isinstance(problems, tuple), text
        lines = text.splitlines()
        for one in problems:
            assert "TODO" in "".join(lines[one.place.line - 1 : one.place.line + 1]), (one, text)


@pytest.mark.parametrize("slug", ARTICLES)
def test_suggestions_that_are_filled_in_are_files_that_check_accepts(
    canal: Workplace, slug: str
) -> None:
    emptied(canal, slug)
    found = drafts(canal, slug)
    assert len({one.file for one in found}) > 4
    take_over(canal.corpus, found)
    desk = editing.anchor(canal)
    assert errors(desk.problems) == ()
    assert errors(pipeline.check(canal)) == ()


@pytest.mark.parametrize("slug", ARTICLES)
def test_what_was_taken_over_is_not_suggested_again(canal: Workplace, slug: str) -> None:
    emptied(canal, slug)
    first = drafts(canal, slug)
    take_over(canal.corpus, first)
    again = drafts(canal, slug)
    kinds = ("glossary/", "events/", "figures/")
    assert [one for one in again if one.file.startswith(kinds)] == []
    assert [one for one in again if one.key in {"voices", "resolved"}] == []
    assert len(again) < len(first) / 4


def test_what_editors_have_is_not_suggested(linked: Linked) -> None:
    for slug in ARTICLES:
        found = suggesting.suggestions(linked, slug)
        assert found is not None
        assert [one for one in found if one.key in {"voices", "resolved"}] == []
        words = {one.words for one in found}
        assert not words & {"four crowns", "18,400 barges", "CLB", "Since January every barge"}


@pytest.mark.parametrize("slug", ARTICLES)
def test_no_more_than_a_quotation_is_shown_of_the_op_ed(fresh: Fresh, slug: str) -> None:
    text = fresh(slug)
    quoted = re.findall(r"«(.+?)»", text) + re.findall(r"# +(?:quote|opening): (.+)", text)
    assert quoted
    assert max(len(one.split()) for one in quoted) <= QUOTE_WORDS


def test_passages_of_other_articles_are_named(fresh: Fresh) -> None:
    text = fresh("halewell-2025-wardens")
    assert "- {article: ostrick-2025-toll, paragraph: 2}" in text


def test_another_article_s_event_is_proposed_for_a_new_telling(fresh: Fresh) -> None:
    text = fresh("quillane-2025-towpath")
    block = text.partition("==== add to events/ward-merger.yml")[2].partition("\n\n")[0]
    assert "date: 2018-05" in block
    assert "which is dated 2018-11" in block, "a rival date is said"


def test_what_a_relative_date_counts_from_is_said(fresh: Fresh) -> None:
    text = fresh("halewell-2025-wardens")
    assert "from_words: six years ago" in text
    assert "relative_to: 2025-04-02" in text


def test_a_measure_of_other_articles_is_proposed_for_a_new_figure(fresh: Fresh) -> None:
    text = fresh("halewell-2025-wardens")
    block = text.partition("==== add to figures/barges.yml")[2].partition("\n\n")[0]
    assert "value: 11900" in block
    assert "period: 2023" in block


def test_an_unknown_language_says_so_and_still_gives_what_needs_no_words(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    slug = "ostrick-2025-toll"
    emptied(canal, slug)
    record = canal.corpus / "articles" / slug / "article.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("language: en", "language: eo"))
    (canal.corpus / "glossary" / "canal-levy-board.yml").unlink()
    main(["suggest", slug, *flags(canal)])
    out = capsys.readouterr().out
    assert "Of the language `eo` nothing is known" in out
    assert "# short: CLB" in out
    assert "18,400" in out
    assert "since January" not in out


def test_a_date_that_is_only_a_month_leaves_relative_dates_open(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    slug = "halewell-2025-wardens"
    emptied(canal, slug)
    record = canal.corpus / "articles" / slug / "article.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("2025-04-02", "2025-04"))
    main(["suggest", slug, *flags(canal)])
    out = capsys.readouterr().out
    assert "The article's date is not known to the day" in out
    assert "“six years ago” counts from the article's date" in out


def test_it_writes_a_file_outside_the_editorial_folder_and_touches_nothing_else(
    canal: Workplace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in canal.corpus.rglob("*") if path.is_file()}
    out = tmp_path / "mine.yml"
    assert main(["suggest", "ostrick-2025-toll", *flags(canal), "--out", str(out)]) == 0
    written = out.read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""
    assert main(["suggest", "ostrick-2025-toll", *flags(canal)]) == 0
    assert capsys.readouterr().out == written
    assert {path: path.read_bytes() for path in before} == before
    assert {path for path in canal.corpus.rglob("*") if path.is_file()} == set(before)


def test_it_never_writes_into_the_editorial_folder_or_over_a_file(
    canal: Workplace, tmp_path: Path
) -> None:
    there = tmp_path / "there.yml"
    there.write_text("mine\n", encoding="utf-8")
    (tmp_path / "way-in").symlink_to(canal.corpus)
    for out in (
        there,
        canal.corpus / "new.yml",
        canal.corpus / "articles" / ".." / "new.yml",
        tmp_path / "way-in" / "new.yml",
        tmp_path / "no-folder" / "new.yml",
    ):
        assert main(["suggest", "ostrick-2025-toll", *flags(canal), "--out", str(out)]) == 2
    assert there.read_text(encoding="utf-8") == "mine\n"
    assert not (canal.corpus / "new.yml").exists()


def test_wrong_use_is_said(canal: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suggest", "nobody", *flags(canal)]) == 2
    assert "there is no article nobody; there are ostrick-2025-toll" in capsys.readouterr().err
    for path in canal.sources.iterdir():
        path.unlink()
    assert main(["suggest", "ostrick-2025-toll", *flags(canal)]) == 2
    assert "the source text of ostrick-2025-toll is not in" in capsys.readouterr().err


def test_an_article_with_mistakes_is_a_problem_in_the_content(
    canal: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    (canal.corpus / "articles" / "ostrick-2025-toll" / "notes.yml").write_text("notes: 5\n")
    assert main(["suggest", "ostrick-2025-toll", *flags(canal)]) == 1
    assert "notes.yml:1:" in capsys.readouterr().out


def test_hostile_words_stay_words(canal: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    """Names that look like YAML, and marks that turn a line round, do neither."""
    slug = "ostrick-2025-toll"
    emptied(canal, slug)
    path = canal.sources / "levy.txt"
    text = path.read_text(encoding="utf-8")
    text = text.replace("Ilse Varrow,", "Ilse Varrow\u202e, the “Evil: {Guild} #1” of ‘[Kestle]’,")
    path.write_text(text, encoding="utf-8")
    editing.anchor(canal)
    assert main(["suggest", slug, *flags(canal)]) == 0
    out = capsys.readouterr().out
    assert "\u202e" not in out
    for block in out.split("\n\n")[1:]:
        assert isinstance(parse(uncommented(block), "block"), Document), block


def test_quality_has_a_floor() -> None:
    """Of the canal corpus: lowering these is a decision, not an accident."""
    scores = measure(CANAL / "annotations", CANAL / "sources")
    assert not isinstance(scores, str), scores
    got = {one.kind: one for one in scores}
    for kind, recall, precision in (
        ("names, none known", 0.75, 0.5),
        ("abbreviations explained, none known", 1.0, 1.0),
        ("dates (agreeing)", 1.0, 0.45),
        ("figures", 0.8, 0.3),
        ("voices found", 1.0, 1.0),
        ("voices with the right speaker", 0.6, 0.6),
        ("passages to compare", 0.8, 0.5),
    ):
        score: Score = got[kind]
        assert score.recall >= recall, score
        assert score.precision >= precision, score


def test_the_measure_says_why_it_has_nothing(tmp_path: Path) -> None:
    assert measure(CANAL / "annotations", None) == (
        "no source texts: CROSSREAD_SOURCES names no folder"
    )
    assert "no source text of" in measure(CANAL / "annotations", tmp_path)


def test_the_guide_shows_what_the_command_says(fresh: Fresh) -> None:
    guide = (CANAL.parents[2] / "docs" / "guide" / "suggesting.md").read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n(.+?)```", guide, re.DOTALL)
    assert len(shown) == 2
    for block in shown:
        assert block.rstrip("\n") in fresh("halewell-2025-wardens")
