"""Markdown of ours: plain text with ranges, nothing that could do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools import prose
from build_tools.model.rich import FormatKind


def test_formats_lie_on_the_words() -> None:
    rich = prose.line("A *small* [**bold** link](term:toll), `code`.")
    assert rich.text == "A small bold link, code."
    found = [(one.kind, one.span.of(rich.text), one.target) for one in rich.formats]
    assert found == [
        (FormatKind.EMPHASIS, "small", ""),
        (FormatKind.LINK, "bold link", "term:toll"),
        (FormatKind.STRONG, "bold", ""),
        (FormatKind.CODE, "code", ""),
    ]


def test_paragraphs_are_told_apart() -> None:
    assert [rich.text for rich in prose.paragraphs("One\ntwo.\n\nThree.")] == ["One two.", "Three."]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "../../x",
        "term:../x",
    ],
)
def test_a_link_that_is_not_allowed_becomes_its_words(target: str) -> None:
    markdown = f"See [this]({target}) here."
    assert prose.line(markdown).text == "See this here."
    assert prose.line(markdown).formats == ()
    assert len(prose.bad_links(markdown)) == 1


@pytest.mark.parametrize("html", ["<script>x</script>", "<img src=x onerror=y>", "<!-- x -->"])
def test_html_stays_text(html: str) -> None:
    assert prose.line(f"a {html} b").text == f"a {html} b"


@given(st.text(max_size=200))
def test_formats_never_leave_the_text(markdown: str) -> None:
    for rich in prose.paragraphs(markdown):
        for one in rich.formats:
            assert 0 <= one.span.start < one.span.end <= len(rich.text)


SPACES_AND_SIGNS = "ab \t\u00a0\u2028\x0b\x0c\x1f\u200b-#>+1.)!<()|~=:'\"\u00e9"


@given(st.text(st.sampled_from(SPACES_AND_SIGNS), max_size=12) | st.text(max_size=20))
def test_what_holds_no_mark_is_read_alike_without_the_parser(markdown: str) -> None:
    assert prose.paragraphs(markdown) == prose._parsed(markdown)
