"""Whatever an editor writes is shown as it stands: it is never markup, code or an address."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from build_tools import book, pipeline
from build_tools.book import Manuscript, Volume
from build_tools.model.figure import PairLabel
from build_tools.sources.workplace import Workplace
from tests.unit.book.books import written

PLAIN = (
    '</p><script>alert("1")</script> #panic("ran") #read("/etc/hostname") $x^2$ @ref <label> '
    "= Head // gone /* gone */ ~ -- [^1] ^[note] ![i](file:///x) {{ view }} {% raw %} "
    "&amp; &#x3C; ]]> <!-- c --> <?php ?> \\ \\u{41} é 王 😀 '\" “q”"
)
"""In a field that is one line of text."""
MARKDOWN = f"`{PLAIN.replace('`', '')}` and \\*stars\\* \\_ \\` {'*a **b ' * 12}"
"""In a field that is Markdown: the first part as code, so that nothing in it counts."""

LINES = {
    *("title", "outlet", "thesis", "holder", "genre", "label", "place", "question", "short"),
    *("topic", "counts", "unit", "point", "holder", "role", "publisher", "date_basis"),
}
CHOICES = {"claim", "recommendation", *PairLabel}
"""Words of closed lists that fields of the same name may hold."""
PROSE = {"body", "definition", "detail", "synthesis", "remark", "introduction", "limits", "about"}


def spoil(value: Any) -> Any:
    """Add to every field of one line and to all prose what could break a book."""
    if isinstance(value, list):
        return [spoil(one) for one in value]
    if not isinstance(value, dict):
        return value
    changed = {}
    for key, one in value.items():
        changed[key] = spoil(one)
        if isinstance(one, str) and key in LINES:
            changed[key] = f"{one} {PLAIN}"[:400]
        if isinstance(one, str) and one in CHOICES:
            changed[key] = one
        elif isinstance(one, str) and key in PROSE:
            changed[key] = f"{one} {MARKDOWN}"
    return changed


def rewrite(place: Workplace, change: Callable[[Any], Any]) -> None:
    for path in sorted(place.corpus.rglob("*.yml")):
        data = change(yaml.safe_load(path.read_text(encoding="utf-8")))
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    path = place.corpus / "bibliography.json"
    works = change(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(json.dumps(works, ensure_ascii=False), encoding="utf-8")


@pytest.fixture
def hostile(canal: Workplace) -> Manuscript:
    rewrite(canal, spoil)
    linked = pipeline.read(canal).linked
    assert linked is not None
    assert (len(linked.articles), len(linked.corpus.terms)) == (3, 10)
    return written(linked)


def test_nothing_in_a_field_becomes_markup_or_code(hostile: Manuscript) -> None:
    elements = {one for c in hostile.chapters for one in re.findall(r"<([a-z0-9:]+)", c.text)}
    assert elements <= {
        *("html", "head", "title", "link", "body", "section", "header", "aside", "div", "p"),
        *("h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "a", "b", "bdi", "br", "cite"),
        *("code", "em", "q", "small", "span", "strong", "sup", "time"),
    }
    read = {one.name: html.unescape(re.sub(r"<[^>]*>", "", one.text)) for one in hostile.chapters}
    in_line = PLAIN[:120]
    for name in ("article-ostrick-2025-toll", "timeline", "comparisons", "figures", "sources"):
        assert in_line in read[f"{name}.xhtml"], name
    for name in ("article-ostrick-2025-toll", "comparisons", "class", "glossary"):
        assert PLAIN in read[f"{name}.xhtml"], name
    assert "*stars* _ `" in read["glossary.xhtml"]


def test_both_books_are_made_of_it(hostile: Manuscript) -> None:
    bound = book.bind(hostile)
    assert isinstance(bound, tuple), bound  # `#panic` did not run
    epub: Volume = bound[0]
    with zipfile.ZipFile(io.BytesIO(epub.data)) as archive:
        said = html.unescape(archive.read("EPUB/package.opf").decode())
        assert PLAIN[:120] in said
        assert archive.testzip() is None
