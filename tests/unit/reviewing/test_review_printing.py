"""What anybody wrote does nothing where a review is printed: no link, mention, HTML, command."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from build_tools.linking.addresses import Part as Where
from build_tools.reviewing import as_json, markdown, page
from build_tools.reviewing.asking import Ask, Reason
from build_tools.reviewing.changes import Change, Kind, Sort
from build_tools.reviewing.links import Broken, Links
from build_tools.reviewing.markdown import LIMIT
from build_tools.reviewing.markdown_parts import code
from build_tools.reviewing.owners import Owned
from build_tools.reviewing.review import Review
from build_tools.reviewing.wording import Part, pieces, small

HOSTILE = (
    "@octocat #1 GH-1 https://evil.example www.evil.example a@evil.example",
    "<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; <!-- -->",
    "[x](https://evil.example) ![x](https://evil.example/a.png) [x]: https://evil.example",
    "::error file=a::pwned ##[error]pwned ::stop-commands::x",
    "``` `` ` ```` ~~~ </details> | a | b |",
    "\u202egnp.exe \x1b[2J \x00 \u2028 \ud800",
    "\n# Heading\n\n- item\n> quote\n\n---\n\n```\nfree",
)


def review_of(text: str, kind: Kind = Kind.REWORDED) -> Review:
    change = Change(
        sort=Sort.NOTE,
        kind=kind,
        id=text,
        was=text,
        label=text,
        field="text",
        before=f"{text} was here",
        after=f"{text} is here",
        why=text,
        why_before=f"{text}!",
        path=text,
    )
    broken = Broken(
        address="glossary/a.html", part=Where.TERM, label=text, suggestion="b.html", needed=True
    )
    return Review(
        changes=(change,),
        links=Links(broken=(broken,)),
        asks=(Ask(person="p", author="a", reason=Reason.STALE, sort="note", id="a#b"),),
        people=(("p", text),),
        owned=(Owned(("@team",), (text,)),),
        base=text,
        head=text,
    )


def rendered(text: str) -> list[tuple[str, str]]:
    """Return the kinds of everything in a Markdown text that is no code, with what it says."""
    github = MarkdownIt("gfm-like", {"linkify": False})
    found = []
    for block in github.parse(text):
        for one in [block, *(block.children or ())]:
            if one.type not in {"code_inline", "fence", "inline"}:
                found.append((one.type, one.content))
    return found


def assert_harmless(text: str) -> None:
    found = rendered(text)
    kinds = {kind for kind, _ in found}
    assert not kinds & {"link_open", "image", "html_inline", "blockquote_open", "hr"}
    html = [said.strip() for kind, said in found if kind == "html_block"]
    assert all(
        re.fullmatch(r"<details><summary>\d+ changes</summary>|</details>", one) for one in html
    )
    words = " ".join(said for kind, said in found if kind == "text")
    assert not re.search(r"@|evil|pwned|https?:|#\d", words)
    for line in text.splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert line.isprintable()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", [Kind.REWORDED, Kind.CHANGED, Kind.ADDED])
def test_in_markdown(text: str, kind: Kind) -> None:
    assert_harmless(markdown(review_of(text, kind)))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("`~*_<>@#:[]()|\\!\n -+·a1w.&;"), max_size=60))
def test_in_markdown_whatever_it_is(text: str) -> None:
    span = code(text)
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parseInline(f"x {span} y")[0].children
    assert parsed is not None
    assert [one.type for one in parsed] == ["text", "code_inline", "text"]
    assert_harmless(markdown(review_of(text)))


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


@pytest.mark.parametrize("text", HOSTILE)
def test_in_the_page(text: str) -> None:
    found = _Tags(page(review_of(text)))
    assert not found.tags & {"script", "img", "iframe", "b", "form", "base", "link"}
    assert not [one for one in found.attributes if one.startswith("on")]
    assert all(link.startswith("#") for link in found.links)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page(review_of(text)))
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_in_json_it_stands_as_it_is(text: str) -> None:
    told = as_json(review_of(text))
    assert json.loads(told)["changes"][0]["label"] == text
    assert "##[" not in told
    told.encode()


def test_the_fields_of_the_json_are_these() -> None:
    told = json.loads(as_json(review_of("x")))
    assert list(told) == [
        *("version", "headline", "base", "head", "source_texts", "changes", "broken_links"),
        *("kept_links", "coverage", "asks", "owners", "unreadable"),
    ]
    assert list(told["changes"][0]) == [
        *("sort", "kind", "id", "was", "label", "article", "field", "before", "after"),
        *("why_before", "why", "count", "path", "address"),
    ]


@pytest.mark.parametrize("length", [10, 5_000])
def test_a_long_review_is_cut_and_says_so(length: int) -> None:
    text = "word ü " * length
    changes = tuple(
        Change(sort=Sort.NOTE, kind=Kind.ADDED, id=f"a#{n}", after=f"{n} {text}")
        for n in range(2000)
    )
    said = markdown(Review(changes=changes, base="a", head="b"))
    assert len(said.encode()) <= LIMIT
    left_out = re.search(r"\*\*(\d+) more did not fit in here\.\*\*", said)
    assert left_out
    assert int(left_out[1]) + said.count("**Note added**") == 2000
    assert said.count("<details>") == said.count("</details>")
    assert said.startswith("## 2000 notes added\n")


def test_a_word_diff_shows_what_went_and_what_came() -> None:
    before = "one two three four five six seven eight nine ten eleven twelve old end"
    found = pieces(before, before.replace("old", "new"))
    assert [(one.part, one.text) for one in small(found)] == [
        (Part.SAME, "… six seven eight nine ten eleven twelve"),
        (Part.GONE, "old"),
        (Part.COME, "new"),
        (Part.SAME, "end"),
    ]


@given(
    st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12)
)
def test_both_texts_can_be_read_off_a_word_diff(old: list[str], new: list[str]) -> None:
    found = pieces(" ".join(old), " ".join(new))
    for words, other in ((old, Part.COME), (new, Part.GONE)):
        assert " ".join(one.text for one in found if one.part is not other) == " ".join(words)
