"""What holds for every text."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.model.problem import Problem
from build_tools.model.source import BlockKind, SourceText
from build_tools.sources.importing import Form, clean, decoding, parse
from build_tools.sources.importing.form import Form as Forms

VOCABULARY = (
    "tram harbour Garden quay Ada Quill "
    "mayor crane By Source wall lighthouse the and of 1987 bean.The"
)
WORDS = VOCABULARY.split()
JUNK = (
    "Share this:",
    "Leave a Reply",
    "Home > News > Trams",
    "By Ada Quill",
    "Source: The Harbour Gazette",
    "May 19th, 2024",
    "Advertisement",
    "Related posts",
    "Tags: tram",
    "***",
    "Opinion",
)
word = st.sampled_from(WORDS)
sentence = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(word, min_size=1, max_size=30),
    st.sampled_from(".?:") | st.just(""),
)
line = st.one_of(
    sentence, sentence, st.sampled_from(JUNK), st.builds("- {}".format, sentence), st.just("")
)
document = st.builds(
    lambda lines, gap: gap.join(lines),
    st.lists(line, max_size=25),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
)


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(mark in rest for mark in part)


def words_of(source: SourceText) -> list[str]:
    return source.text.split()


@settings(max_examples=60, deadline=None)
@given(document)
def test_cleaning_never_invents_words(raw: str) -> None:
    source = clean(raw, Form.TEXT)
    if isinstance(source, SourceText):
        rest = iter(raw.split())
        assert all(any(mine == theirs for theirs in rest) for mine in words_of(source))


@settings(max_examples=60, deadline=None)
@given(document)
def test_nothing_disappears_unrecorded(raw: str) -> None:
    source = clean(raw, Form.TEXT)
    if isinstance(source, SourceText):
        parts = [source.title or "", source.text, *(taken.text for taken in source.stripped)]
        kept = Counter(" ".join(parts).split())
        lost = Counter(raw.split()) - kept
        assert set(lost) <= {"-"}


@settings(max_examples=60, deadline=None)
@given(document)
def test_cleaning_is_idempotent(raw: str) -> None:
    source = clean(raw, Form.TEXT)
    if isinstance(source, SourceText):
        again = clean(as_file(source), Form.TEXT)
        assert isinstance(again, SourceText)
        assert again.blocks == source.blocks
        assert again.title == source.title


def as_file(source: SourceText) -> str:
    blocks = ("- " + b.text if b.kind is BlockKind.ITEM else b.text for b in source.blocks)
    return "\n\n".join(filter(None, (source.title, *blocks)))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=400))
def test_characters_are_only_taken_away(raw: str) -> None:
    filler = " ".join(["tram"] * 40) + "."
    source = clean(f"{raw}\n\n{filler}", Form.TEXT)
    if isinstance(source, SourceText):
        dense = "".join(f"{raw}{filler}".split())
        assert is_subsequence("".join(source.text.split()), dense)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "ignore")),
    st.sampled_from([Forms.TEXT, Forms.MARKDOWN]),
)
def test_arbitrary_bytes_never_raise(data: bytes, form: Form) -> None:
    assert isinstance(parse(data, form, shown="x"), SourceText | Problem)
    decoding.decode(data, Form.HTML)


MARKUP = [
    "<p>",
    "</p>",
    "<div",
    ">",
    "<!--",
    "<script>",
    "<li>",
    "<h1>",
    "<table>",
    "&#xD800;",
    "\x00",
    "tram " * 45,
]
FRONT = [
    "---\n",
    "title: ",
    "a: *b\n",
    "- ",
    "&x ",
    "date: 2024-99-99\n",
    "[" * 50,
    "# T\n",
    "![",
    "](",
    "> ",
    "`",
    "tram " * 45,
]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(MARKUP), max_size=20).map("".join))
def test_hostile_pages_never_raise(raw: str) -> None:
    clean(raw, Form.HTML)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(FRONT), max_size=20).map("".join))
def test_hostile_markdown_never_raises(raw: str) -> None:
    clean(raw, Form.MARKDOWN)
