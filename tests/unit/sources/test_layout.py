"""One layout: what is said and every comment stay, and laying out twice changes nothing."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from build_tools.sources import documents
from build_tools.sources.layout import is_laid_out, kept, lay_out, tree
from build_tools.sources.layout.kinds import File, files, kind_of

ROOT = Path(__file__).parents[3]
CASES = Path(__file__).parents[2] / "cases" / "layout"
TERM = File(kind="term", depth=1)
WORKS = File(kind="bibliography", depth=0)


def fixtures() -> list[Any]:
    return [
        pytest.param(text, wanted, id=title.strip())
        for path in sorted(CASES.glob("*.md"))
        for _, title, text, wanted in read_fixture_file(path)
    ]


def laid(text: str, file: File = TERM) -> str:
    result = lay_out(text, file, "here.yml")
    assert isinstance(result, str), result
    return result


def value(text: str) -> Any:
    document = documents.parse(text, "here.yml")
    assert isinstance(document, documents.Document)
    return document.value


@pytest.mark.parametrize(("text", "wanted"), fixtures())
def test_case(text: str, wanted: str) -> None:
    assert laid(text) == wanted
    assert laid(wanted) == wanted
    assert is_laid_out(wanted, TERM)
    assert is_laid_out(text, TERM) == (text == wanted)


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"]), min_size=1
).map(lambda text: text.strip() or "word")
PROSE = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
TERMS = st.fixed_dictionaries(
    {
        "name": WORDS.map(lambda text: f"A {text[:300]}"),
        "kind": st.just("place"),
        "definition": PROSE.map(lambda text: text[:3000]),
        "confidence": st.just("high"),
        "author": st.just("editor"),
        "updated": st.just("2025-05-01"),
    },
    optional={
        "detail": st.lists(PROSE, min_size=1, max_size=3).map(
            lambda some: "\n\n".join(some)[:3000]
        ),
        "variants": st.lists(WORDS.map(lambda text: text[:300]), max_size=4),
        "relations": st.lists(
            st.fixed_dictionaries(
                {"kind": st.just("see-also"), "term": st.just("clb-k")},
                optional={"note": WORDS.map(lambda text: text[:300])},
            ),
            max_size=3,
        ),
        "sources": st.lists(st.sampled_from(["gazette", "ledger"]), max_size=3),
    },
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "sort_keys": st.booleans(),
        "indent": st.integers(2, 6),
        "allow_unicode": st.booleans(),
        "default_style": st.sampled_from([None, '"', "'", ">", "|"]),
    }
)


@settings(max_examples=150, deadline=None)
@given(TERMS, STYLES, st.integers(20, 200))
def test_any_way_of_writing_a_file_comes_to_the_same_values(
    term: dict[str, Any], style: dict[str, Any], width: int
) -> None:
    text = yaml.safe_dump(copy.deepcopy(term), width=width, **style)
    before = lay_out(text, TERM, "")
    event(f"laid out: {isinstance(before, str)}")
    if not isinstance(before, str):
        return  # a tag or a character that is refused
    assert value(before) == value(text)
    assert laid(before) == before
    assert is_laid_out(before, TERM)


@settings(max_examples=150, deadline=None)
@given(
    TERMS,
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.booleans()), max_size=8),
)
def test_no_comment_is_ever_lost(term: dict[str, Any], places: list[tuple[int, int, bool]]) -> None:
    lines = yaml.safe_dump(term, width=10**6, allow_unicode=True, sort_keys=False).splitlines()
    for number, (at, indent, ends_a_line) in enumerate(places):
        at %= len(lines)
        if ends_a_line and "#" not in lines[at] and lines[at].strip():
            lines[at] += f" # c{number}"
        else:
            lines.insert(at, f"{' ' * indent}# c{number}")
            lines.insert(at, "")
    text = "\n".join([*lines, ""])
    before = lay_out(text, TERM, "")
    event(f"laid out: {isinstance(before, str)}")
    if not isinstance(before, str):
        return  # a comment in the middle of a text over several lines breaks it
    said = [one.text for one in tree.comments(before)][1:]
    assert sorted(said) == sorted(one.text for one in tree.comments(text))
    assert value(before) == value(text)
    assert laid(before) == before


@pytest.mark.parametrize("folder", ["annotations", "tests/corpus/canal/annotations"])
def test_our_own_files_are_laid_out(folder: str) -> None:
    found = list(files(ROOT / folder))
    assert len(found) > 30
    assert [path for path, file in found if not is_laid_out(path.read_text("utf-8"), file)] == []


def test_a_changed_note_changes_its_own_lines_only() -> None:
    path = ROOT / "tests/corpus/canal/annotations/articles/ostrick-2025-toll/notes.yml"
    text = laid(path.read_text("utf-8"), File(kind="notes", depth=2))
    changed = text.replace(
        "thirty-eight sites", "thirty-eight sites and at two more that nobody uses"
    )
    before, after = text.splitlines(), laid(changed, File(kind="notes", depth=2)).splitlines()
    assert changed != text
    alike = next(n for n, pair in enumerate(zip(before, after, strict=False)) if len(set(pair)) > 1)
    assert before[alike + 2 :] == after[alike + 2 + len(after) - len(before) :]


def test_line_ends_stay_and_a_byte_order_mark_goes() -> None:
    text = (
        "name: A\nkind: place\ndefinition: A gate.\nconfidence: high\nauthor: me\nupdated: 2025\n"
    )
    windows = laid("\ufeff" + text.replace("\n", "\r\n"))
    assert windows == laid(text).replace("\n", "\r\n")
    assert laid(windows) == windows


@pytest.mark.parametrize("text", ["name: [", "nmae: A gate", "a: &x 1\nb: *x", "name: A\nname: B"])
def test_a_spoilt_file_is_reported_as_check_does(text: str) -> None:
    problems = lay_out(text, TERM, "here.yml")
    assert isinstance(problems, tuple)
    assert {one.code[:3] for one in problems} == {"CR2"}


def test_the_bibliography_keeps_what_we_do_not_know() -> None:
    work = {"accessed": {"date-parts": [[2025]]}, "title": "T", "type": "book", "id": "one"}
    said = laid(json.dumps([work]), WORKS)
    assert list(json.loads(said)[0]) == ["id", "type", "title", "accessed"]
    assert json.loads(said) == [work]
    assert laid(said, WORKS) == said


def test_a_bibliography_that_is_no_json_is_left_alone() -> None:
    problems = lay_out("[{id: one, type: book, title: T}] # mine", WORKS, "here.json")
    assert isinstance(problems, tuple)
    assert [one.code for one in problems] == ["CR331"]


def test_what_a_program_changes_stays_laid_out_and_the_rest_stays_as_it_was() -> None:
    tidy = laid(
        "name: A gate\nkind: place\ndefinition: X.\nconfidence: high\nauthor: me\nupdated: 2025\n"
    )
    longer = tidy.replace("X.", '"Much longer."')
    assert kept(tidy, longer, TERM) == tidy.replace("X.", "Much longer.")
    untidy = tidy.replace("name: A gate", "name:   A gate")
    assert kept(untidy, untidy.replace("X.", '"Y."'), TERM) == untidy.replace("X.", '"Y."')


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("site.yml", "site"),
        ("glossary/ttp.yml", "term"),
        ("glossary/ttp.yaml", "term"),
        ("articles/doe-2024-trams/notes.yml", "notes"),
        ("bibliography.json", "bibliography"),
        ("articles/doe-2024-trams/digest.md", None),
        ("articles/doe-2024-trams/other.yml", None),
        ("glossary/.hidden.yml", None),
        ("schema/term.json", None),
        ("anchors.lock", None),
    ],
)
def test_which_files_are_data(path: str, kind: str | None) -> None:
    file = kind_of(path)
    assert (file.kind if file else None) == kind
