"""Plain markup is read tag by tag, and comes out as it does from a parser that forgives all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.rights import markup
from build_tools.rights.passage import Passage
from build_tools.rights.passages import Lines, passages
from build_tools.rights.words import words_of

NAMES = (
    *("p", "div", "a", "span", "q", "sup", "blockquote", "li", "title", "style", "summary"),
    *("textarea", "mark", "script", "SCRIPT", "P"),
)
ATTRIBUTES = (
    *("", "", "", ' class="x"', ' class="cr-ref-s"', " data-search-exclude", " href=x/", " id=x"),
    *(' title="one two three four"', " alt='one two'", ' data-tip="a%20b"', '\n content="c"'),
    *(" one two three four", ' a="b>c"', ' e=""', " / ", ' x="<q>one two</q>"', " one two three"),
)
TEXTS = (
    *("one two three four five", "“one two”", "six", " ", "\n", "a < b", "&lt;p&gt;x y z w", "“"),
    *("<", ">", "&amp", '"', "'", "<!-- a b c d -->", "<!-- a", "<!--a--b-->", "<!-->", "</ p>"),
    *("<?x one two three four?>", "<![CDATA[one two]]>", "</>", "<br>", "<img/>", "<br/ >"),
    *("<a<b>", "\0", '{"a": "one two three four"}', "x<y;a=1<<2", "say('</b>')", "<!doctype x>"),
)


@st.composite
def elements(draw: st.DrawFn, inside: st.SearchStrategy[str]) -> str:
    name, attributes = draw(st.sampled_from(NAMES)), draw(st.sampled_from(ATTRIBUTES))
    start = f"<{name}{attributes}{draw(st.sampled_from(['>', '>', '>', '/>', ' >', '']))}"
    return f"{start}{draw(inside)}{draw(st.sampled_from([f'</{name}>'] * 3 + [f'</{name} >', '']))}"


DOCUMENTS = st.lists(
    st.recursive(
        st.sampled_from(TEXTS),
        lambda inside: elements(st.lists(inside, max_size=3).map("".join)),
        max_leaves=8,
    ),
    max_size=5,
).map("".join)


def heard(found: list[Passage]) -> list[tuple[list[str], bool, int]]:
    """Return what any run or quotation can begin in: white space and single words are neither."""
    told = [(words_of(one.text), one.quoted, one.line) for one in found]
    return [one for one in told if len(one[0]) > 1]


@settings(max_examples=400)
@given(DOCUMENTS)
def test_both_ways_of_reading_hear_the_same(document: str) -> None:
    quick = heard(passages("a.html", document))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markup._Reader, "take", lambda *_: False)  # the other way
        assert heard(passages("a.html", document)) == quick


@settings(max_examples=400)
@given(st.lists(st.one_of(DOCUMENTS, st.sampled_from(["<p>", "</p>", "<q>", "</q>", "one two"]))))
def test_a_line_that_was_read_before_says_the_same_again(lines: list[str]) -> None:
    known = Lines(lambda _: True)
    document = "\n".join(["<hr>", *lines])
    alone = heard(passages("a.html", document))
    assert heard(passages("a.html", document, known)) == alone
    assert heard(passages("b.html", document, known)) == alone
    moved = [(words, quoted, line + 1) for words, quoted, line in alone]
    assert heard(passages("c.html", f"<hr>\n{document}", known)) == moved


def test_white_space_before_a_script_keeps_words_apart() -> None:
    document = "<p>one two\n\n<script>1</script>three</p>"
    assert [words for words, *_ in heard(passages("a.html", document, Lines(lambda _: True)))] == [
        ["one", "two", "three"]
    ]


def test_of_a_known_line_only_what_is_heeded_is_found_again() -> None:
    known = Lines(lambda one: one.quoted)
    line = "<p>We say “one two” of it.</p>"
    assert [one.quoted for one in passages("a.html", line, known)] == [True, False]
    assert [one.quoted for one in passages("b.html", line, known)] == [True]


@pytest.mark.parametrize(
    ("document", "plain"),
    [
        ('<p class="x">a <b>b</b> &amp; c<br/></p>\n<!-- d -->', True),
        ("<!doctype html><script defer>a<b;c=1<<2</script><p>x</p>", True),
        ("<p>a < b", False),
        ("<a href=x/>", False),
        ("<SCRIPT>a('</b>')</SCRIPT>", False),
        ("<script><!-- a --></script>", False),
        ("<p title='x'>", False),
        ('<p title="a>b">', False),
        ("<p one two three four>", False),
        ("<!-- a -- b -->", False),
    ],
)
def test_only_what_every_reader_takes_for_the_same_is_plain(document: str, *, plain: bool) -> None:
    reader = markup._Reader(lambda *_: [], 0, 4)  # nobody else asks
    assert reader.take(document) is plain
