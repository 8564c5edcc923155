"""The rights guard: copied words are found wherever they hide, our own are left alone."""

from __future__ import annotations

import json

import pytest

from build_tools.model.record import Rights
from build_tools.model.source import Block, BlockKind, SourceText
from build_tools.rights import Guarded, guard

STATEMENT = "http://rightsstatements.org/vocab/InC/1.0/"
WORDS = [f"word{number}" for number in range(200)]


def source() -> SourceText:
    block = Block(kind=BlockKind.PARAGRAPH, text=" ".join(WORDS))
    return SourceText(
        title=None,
        authors=(),
        outlet=None,
        date=None,
        language="en",
        url=None,
        blocks=(block,),
        stripped=(),
    )


def codes(path: str, content: str, **limits: float) -> list[str]:
    rights = Rights(statement=STATEMENT, **limits)  # type: ignore[arg-type]
    texts = {"a": Guarded("a", source(), rights)}
    return [one.code for one in guard([(path, content)], texts)]


def run(count: int, start: int = 40) -> str:
    return " ".join(WORDS[start : start + count])


@pytest.mark.parametrize(
    ("count", "found"), [(12, []), (13, ["CR501"])], ids=["at the limit", "beyond it"]
)
def test_running_text_may_copy_twelve_words(count: int, found: list[str]) -> None:
    assert codes("page.html", f"<p>We say {run(count)} here.</p>") == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("<q>{}</q>", []),
        ("<blockquote><p>{}</p></blockquote>", []),
        ("“{}”", []),
        ("{}", ["CR501"]),
    ],
)
def test_a_marked_quotation_may_be_longer(marked: str, found: list[str]) -> None:
    html = f"<p>As it says {marked.format(run(15))} so be it.</p>"
    assert codes("page.html", html, quoted_share=0.5) == found


def test_a_marked_quotation_has_its_limit() -> None:
    assert codes("page.html", f"<q>{run(26)}</q>", quoted_share=0.5) == ["CR501"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p>{0}</p>",
        "<p><b>{1}</b> {2}</p>",
        '<p><a href="x">{1}</a><sup>3</sup> {2}</p>',
        '<meta content="{0}">',
        '<img alt="{0}">',
        "<td>{0}</td>",
        "<p>&#32;{0}</p>",
        "<P>{3}</P>",
    ],
)
def test_copies_are_found_wherever_they_hide(hidden: str) -> None:
    whole, first, second = run(16), run(14), run(14, 54)
    html = hidden.format(whole, first, second, whole.upper().replace(" ", ", "))
    assert "CR501" in codes("page.html", html, quoted_share=0.5)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("data/x.json", json.dumps({"a": [{"text": run(14)}]})),
        ("search/search_index.json", json.dumps({"text": f"<p>{run(14)}</p>"})),
        ("feed.xml", f"<summary>{run(14)}</summary>"),
        ("notes.txt", run(14)),
    ],
)
def test_downloads_are_read_too(path: str, content: str) -> None:
    assert codes(path, content, quoted_share=0.5) == ["CR501"]


def test_quotations_in_downloads_are_marked_by_their_field() -> None:
    content = json.dumps({"selector": {"exact": run(14)}})
    assert codes("data/annotations.jsonld", content, quoted_share=0.5) == []


def test_all_quotations_together_have_a_limit() -> None:
    pieces = [f"<q>{run(3, start)}</q>" for start in range(0, 70, 10)]  # 21 of 200 words
    assert codes("page.html", f"<p>{' and '.join(pieces)}</p>") == ["CR502"]
    assert codes("page.html", f"<p>{' and '.join(pieces[:6])}</p>") == []


def test_the_same_words_quoted_twice_count_once() -> None:
    html = f"<p>{' '.join([f'<q>{run(10)}</q>'] * 5)}</p>"
    assert codes("page.html", html) == []


def test_a_name_is_no_quotation_but_may_not_hide_a_run() -> None:
    name = run(30, 100)
    rights = Rights(statement=STATEMENT, quoted_run=40)
    for names, html, found in (
        (frozenset[str](), f"<q>{name}</q>", ["CR502"]),
        (frozenset({name}), f"<q>{name}</q>", []),
        (frozenset({run(3, 45)}), f"<p>{run(14)}</p>", ["CR501"]),
    ):
        texts = {"a": Guarded("a", source(), rights, names)}
        assert [one.code for one in guard([("page.html", html)], texts)] == found


def test_a_single_word_in_quotation_marks_belongs_to_nobody() -> None:
    html = "".join(f"<p>the word “{word}”</p>" for word in WORDS[:30])
    assert codes("page.html", html) == []


def test_words_on_either_side_of_a_quotation_do_not_run_together() -> None:
    html = f"<p>{run(8)} <q>{run(8, 48)}</q> {run(8, 56)}</p>"
    assert codes("page.html", html, quoted_share=0.5) == []
