"""The five articles as a book."""

from __future__ import annotations

from pathlib import Path

from build_tools import book, pipeline
from build_tools.model.edition import Edition
from build_tools.sources.workplace import Workplace

ROOT = Path(__file__).parents[2]


def read(sources: Path) -> pipeline.Reading:
    return pipeline.read(Workplace(corpus=ROOT / "annotations", sources=sources))


def written(desk: pipeline.Reading, edition: Edition) -> book.Manuscript:
    assert desk.linked is not None
    return book.manuscript(desk.linked, edition, pipeline.moment(desk.linked.corpus))


def test_both_books_are_made_without_the_op_eds(tmp_path: Path) -> None:
    bound = book.bind(written(read(tmp_path), Edition.AUTO))
    assert isinstance(bound, tuple), bound
    epub, pdf = bound
    assert len(epub.data) < 400_000
    assert len(pdf.data) < 6_000_000


def test_the_public_book_copies_no_more_than_it_may(real_sources: Path) -> None:
    desk = read(real_sources)
    assert pipeline.find_leaks(desk, written(desk, Edition.AUTO).outputs) == ()


def test_the_guard_would_see_the_full_text(real_sources: Path) -> None:
    desk = read(real_sources)
    private = written(desk, Edition.FULL)
    assert private.warning
    leaks = pipeline.find_leaks(desk, private.outputs)
    assert {"CR501", "CR502"} <= {one.code for one in leaks}
