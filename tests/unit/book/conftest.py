"""The canal corpus as a book."""

from __future__ import annotations

import pytest

from build_tools import book
from build_tools.book import Manuscript, Volume
from build_tools.linking.linked import Linked
from tests.unit.book.books import written


@pytest.fixture(scope="session")
def manuscript(linked: Linked) -> Manuscript:
    return written(linked)


@pytest.fixture(scope="session")
def volumes(manuscript: Manuscript) -> dict[str, Volume]:
    """Both books by the ending of their names."""
    bound = book.bind(manuscript)
    assert isinstance(bound, tuple), bound
    return {one.name.rpartition(".")[2]: one for one in bound}
