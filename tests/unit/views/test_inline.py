"""Inline HTML: whatever overlaps, the text stays whole and the markup nests."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from build_tools.linking.mentions import How, Mention
from build_tools.model.rich import Format, FormatKind
from build_tools.model.span import Span
from build_tools.views.inline import Highlight, render

TEXT = "The <Canal> & Basin Board “tolls” every barge, café and _lock_ twice."
REFERENCE = re.compile(r'<sup class="cr-ref-s"[^>]*>.*?</sup>')


def spans(most: int) -> st.SearchStrategy[list[Span]]:
    edges = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    one = edges.filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair))
    return st.lists(one, max_size=most)


def highlights(found: list[Span]) -> tuple[Highlight, ...]:
    return tuple(
        Highlight(
            span=span,
            note=f"n-{number}",
            ref=f"r-{number}",
            number=number,
            kind="claim",
            kind_label="Claim",
        )
        for number, span in enumerate(found)
    )


def mention(span: Span, term: str, how: How = How.NAME) -> Mention:
    return Mention(term=term, span=span, form=span.of(TEXT), voice="author", how=how)


class Nesting(HTMLParser):
    """Fails where tags do not nest or a link stands inside a link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marks: dict[str, str] = {}
        self.within: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open)
        self.open.append(tag)
        self.within.append(dict(attrs).get("data-notes") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.within.pop()

    def handle_data(self, data: str) -> None:
        if "sup" in self.open:
            return
        for notes in self.within:
            for note in notes.split():
                self.marks[note] = self.marks.get(note, "") + data


@given(spans(5), spans(3), spans(3), spans(2))
def test_stripping_the_markup_gives_back_the_text(
    noted: list[Span], named: list[Span], described: list[Span], formatted: list[Span]
) -> None:
    terms = [mention(one, "t") for one in named]
    terms += [mention(one, "d", How.DESCRIPTION) for one in described]
    formats = [Format(one, FormatKind.EMPHASIS) for one in formatted]
    html = render(TEXT, formats=formats, highlights=highlights(noted), mentions=terms)
    assert unescape(re.sub(r"<[^>]+>", "", REFERENCE.sub("", str(html)))) == TEXT
    reader = Nesting(str(html))
    assert reader.marks == {f"n-{n}": span.of(TEXT) for n, span in enumerate(noted)}
    assert len(REFERENCE.findall(html)) == len(noted)


def test_a_note_without_words_hangs_on_the_end() -> None:
    end = Span(len(TEXT), len(TEXT))
    html = render(TEXT, highlights=highlights([end]))
    assert "<mark" not in html
    assert html.endswith('aria-label="Note 0, claim">0</a></sup>')


def test_a_description_leaves_the_name_inside_it_to_its_own_term() -> None:
    text = "the end of North Ward alone"
    named = Span(text.index("North"), text.index(" alone"))
    html = render(
        text,
        mentions=[mention(Span(4, len(text)), "merger", How.DESCRIPTION), mention(named, "ward")],
    )
    links = re.findall(r'data-term="(\w+)">([^<]*)</a>', html)
    assert links == [("merger", "end of "), ("ward", "North Ward"), ("merger", " alone")]


def test_our_own_links_are_not_crossed_by_terms() -> None:
    formats = [Format(Span(0, 11), FormatKind.LINK, "https://example.org/?a=1&b=2")]
    html = render(TEXT, formats=formats, mentions=[mention(Span(4, 10), "t")])
    assert html.count("<a ") == 1
    assert 'href="https://example.org/?a=1&amp;b=2"' in html
