"""Books for tests."""

from __future__ import annotations

from build_tools import book, pipeline
from build_tools.book import Manuscript
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition


def written(linked: Linked, edition: Edition = Edition.DIGEST) -> Manuscript:
    """The text of the book."""
    return book.manuscript(linked, edition, pipeline.moment(linked.corpus))
