"""What one article gives to the downloads, made apart from all others.

A share can be made in another process, or kept for as long as its article does not change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.exports import annotations as web_annotations
from build_tools.exports import notes
from build_tools.exports.articles import article
from build_tools.exports.citations import citations
from build_tools.exports.common import to_json
from build_tools.exports.glossary import mentions
from build_tools.linking.linked import LinkedArticle
from build_tools.model.output import Output
from build_tools.views.desk import Desk

ARTICLES, ANNOTATIONS, NOTES = "data/articles.json", "data/annotations.jsonld", "data/notes.csv"
"""Downloads that are put together of what the articles give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Texts only: few values, quick to be pickled."""

    article: str
    """Its item of articles.json."""
    annotations: str
    """Its items of annotations.jsonld; empty without notes."""
    mentions: dict[str, str]
    """Its items of each term's `mentions` in glossary.json."""
    rows: str
    """Its rows of notes.csv."""
    files: tuple[Output, ...]
    """Downloads of its own."""


def share(desk: Desk, one: LinkedArticle) -> Share:
    """Return what an article gives to the downloads."""
    return Share(
        article=to_json(article(desk, one)),
        annotations=web_annotations.items(desk, one),
        mentions=mentions(desk, one),
        rows=notes.rows(desk, one),
        files=(notes.notebook(desk, one), *citations(desk, one)),
    )


def parts(given: Share) -> Iterator[tuple[str, str]]:
    """Yield what a share gives to downloads as it will stand in them, with the path of each."""
    yield ARTICLES, given.article
    yield ANNOTATIONS, given.annotations
    yield NOTES, given.rows
