"""Shells: what the engine drew once is filled for every page, and nothing of a mark is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.output import Output
from build_tools.model.page import Heading, Page, Sheet
from build_tools.model.settings import Site
from build_tools.site.config import filled, listed
from build_tools.site.cutting import Cutter, StrayMarkError
from build_tools.site.marks import Slot, marks
from build_tools.site.references import astray, references, stands_in
from build_tools.site.shells import Shells
from build_tools.site.stubs import Stub, stubs

SITE = Site(title="A title", description="What it is", about="More on it.")
MARKS = marks(["some hand-written page"])
TITLE = "Q & A: \"x\" <b>'y'</b>"
TERM = Sheet(path="glossary/a-b.html", template="listing.html", section="glossary/index.html")
PEOPLE = Sheet(path="people.html", template="listing.html", section="people.html")


def of(slot: Slot, page: int = 0) -> str:
    return MARKS.of(page, slot)


def page(
    sheet: Sheet = PEOPLE, *sections: str, body: str = "<h1>…</h1>", title: str = TITLE
) -> Page:
    headings = [Heading(id="title", title=title, level=1)]
    headings += [Heading(id=f"s{at}", title=one, level=2) for at, one in enumerate(sections)]
    headings.append(Heading(id="deeper", title="Deeper", level=3))
    return Page(
        sheet=sheet,
        title=title,
        description=title,
        head="<meta>",
        contents=tuple(headings),
        body=body,
    )


def filled_in(drawn: str, one: Page) -> str:
    shell = Cutter(marks=MARKS, paths={0: "people.html"}).cut(drawn, 0)
    return Shells(own={"people.html": shell}, shared={}).fill(one)


def test_what_is_filled_in_is_escaped_once_and_a_body_is_left_alone() -> None:
    drawn = (
        f'<title>{of(Slot.TITLE)}</title><meta content="{of(Slot.DESCRIPTION)}">{of(Slot.HEAD)}'
        f"<a href='#{of(Slot.TITLE)}'>skip</a>"
        f"<div>{of(Slot.BODY)}</div>\n<h1>…</h1>\n<div>{of(Slot.END)}</div>!"
    )
    once = "Q &amp; A: &#34;x&#34; &lt;b&gt;&#39;y&#39;&lt;/b&gt;"
    assert filled_in(drawn, page(body="<i>b</i>")) == (
        f"<title>{once}</title><meta content=\"{once}\"><meta><a href='#title'>skip</a><i>b</i>!"
    )


def entry(slot: Slot) -> str:
    return f'<li><a href="#{of(slot)}">{of(slot)}</a></li>'


@pytest.mark.parametrize(
    ("between", "around"),
    [("\n", ("<ul>", "</ul>")), ("", ("<ul>\n", "\n</ul>")), (", ", ("On this page:", "."))],
)
def test_contents_are_as_the_theme_would_print_them(between: str, around: tuple[str, str]) -> None:
    def expected(*sections: str) -> str:
        said = [f'<li><a href="#s{at}">{one}</a></li>' for at, one in enumerate(sections)]
        return between.join(said).join(around)

    drawn = between.join((entry(Slot.FIRST), entry(Slot.SECOND))).join(around)
    for sections in ((), ("One",), ("One", "Two"), ("One", "Two", "Three")):
        assert filled_in(drawn, page(PEOPLE, *sections)) == expected(*sections)


def test_contents_that_stand_twice_are_filled_twice_and_a_lone_section_is_left_out() -> None:
    both = entry(Slot.FIRST) + entry(Slot.SECOND)
    drawn = f"<ol>{both}</ol><ul>{both}</ul><b>{of(Slot.FIRST)}</b>"
    li = '<li><a href="#s0">a &lt; b</a></li>'
    assert filled_in(drawn, page(PEOPLE, "a < b")) == f"<ol>{li}</ol><ul>{li}</ul><b></b>"


def test_a_menu_may_name_other_pages_by_their_titles() -> None:
    cutter = Cutter(marks=MARKS, paths={0: "people.html", 1: "index.html"})
    mine = cutter.cut(f"<a>{of(Slot.TITLE, 1)}</a>{of(Slot.TITLE)}", 0)
    hand = cutter.cut(f"<a>{of(Slot.TITLE, 1)}</a>")
    shells = Shells(own={"people.html": mine}, shared={}, finished={"method.html": hand})
    assert shells.named == {"index.html"}
    shells = shells.titled({"index.html": "A & B"})
    assert shells.fill(page(title="P")) == "<a>A &amp; B</a>P"
    assert list(shells.rest()) == [Output("method.html", "<a>A &amp; B</a>")]


@pytest.mark.parametrize(
    "drawn", [of(Slot.BODY, 1), of(Slot.HEAD, 1), of(Slot.END), of(Slot.TITLE, 7)]
)
def test_what_cannot_be_filled_in_is_never_left(drawn: str) -> None:
    with pytest.raises(StrayMarkError):
        Cutter(marks=MARKS, paths={0: "people.html", 1: "index.html"}).cut(drawn, 0)


def test_marks_stand_in_no_text_beside_them() -> None:
    texts = ["a page"]
    for _ in range(3):
        texts.append(f"{texts[-1]} {marks(texts).key}")
        assert not any(marks(texts).key in one for one in texts)


def test_pages_of_a_kind_share_a_stub_unless_somebody_treats_one_apart() -> None:
    others = [
        Sheet(path=f"glossary/t{at}.html", template=TERM.template, section=TERM.section)
        for at in range(4)
    ]
    sheets = (PEOPLE, TERM, *others)
    base = {"nav": [{"More": [{"A term": "./glossary/t1.md"}, "https://x.example"]}]}
    found = {one.sheet.path: one.shared for one in stubs(sheets, base, {"glossary/t2.html"})}
    assert found == {
        "people.html": False,
        TERM.path: True,
        "glossary/t1.html": False,
        "glossary/t2.html": False,
    }
    alone = list(stubs(sheets, {}, ()))  # without `nav`, engines list every page
    assert [one.shared for one in alone] == [False] * 6
    assert listed({}) is None


def test_what_is_drawn_stays_the_same_as_terms_come_and_go() -> None:
    def drawn(count: int) -> list[str]:
        terms = [
            Sheet(path=f"glossary/t{at}.html", template=TERM.template, section=TERM.section)
            for at in range(count)
        ]
        found = stubs((*terms, PEOPLE), {"nav": ["people.md"]}, ())
        return [str(one.markdown(MARKS, (), private=False)) for one in found]

    assert drawn(1) == drawn(5)


def test_a_stub_offers_the_ids_that_links_ask_for() -> None:
    made = Stub(number=0, sheet=TERM, shared=False).markdown(MARKS, ['a"b'], private=True)
    assert made.path == "glossary/a-b.md"
    assert '<i id="a&quot;b"></i>' in made.text
    assert "\nhead:" not in made.text


def test_links_to_parts_are_looked_at_when_the_page_is_made(tmp_path: Path) -> None:
    text = "# M\n[a](people.md) [b](./people.md#s0)\n[c](people.md#gone) [d](other.md#x)\n"
    found = list(references([Output("method.md", text)], ["people.html"]))
    assert [(one.line, one.fragment) for one in found] == [(2, ""), (2, "s0"), (3, "gone")]
    assert stands_in(found[1], '<a href="people.html#s0">')
    assert not stands_in(found[2], '<a href="people.html#s0">')
    one = page(body='<h2 id="s0">x</h2>')
    (problem,) = astray(one, found[1:], tmp_path)
    assert (problem.code, problem.place.line) == ("CR705", 3)
    assert problem.place.path == (tmp_path / "method.md").as_posix()
    assert "gone" in problem.message


@pytest.mark.parametrize(
    "plugins", [None, ["search", "tags"], [{"search": {}}, "tags"], {"search": {}, "tags": {}}]
)
def test_the_engines_search_is_off_for_it_sees_none_of_our_pages(plugins: object) -> None:
    found = filled({"theme": {"name": "material"}, "plugins": plugins}, SITE, ())["plugins"]
    assert found[-1] == {"search": {"enabled": False}}
    assert str(found).count("search") == 1
    assert ("tags" in str(found)) is bool(plugins)
