"""A site of two hundred articles and a thousand events is built, and its pages can be loaded."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.model.record import Edition
from build_tools.pipeline import Workplace
from build_tools.site.engine import Engine
from tests.bench.corpus import Size, make
from tests.links import broken

SIZE = Size(articles=200, notes=5, events=1000, measures=40, questions=60)
KB = 1000
BUDGETS = {
    "timeline.html": 150 * KB,
    "figures.html": 150 * KB,
    "coverage.html": 60 * KB,
    "status.html": 30 * KB,
    "comparisons/index.html": 60 * KB,
    "comparisons/q0.html": 20 * KB,
    "articles/author-2024-n0.html": 20 * KB,
    "glossary/term-0.html": 60 * KB,
}
"""What a page may weigh in gzip, in bytes."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scale")
    make(folder, SIZE)
    place = Workplace(corpus=folder / "annotations", sources=folder / "sources")
    site = folder / "site"
    assert pipeline.build(place, site, Edition.AUTO, Engine.MKDOCS, lambda _: None) == ()
    return site


@pytest.mark.parametrize("page", BUDGETS)
def test_a_page_stays_in_its_budget(built: Path, page: str) -> None:
    assert len(gzip.compress((built / page).read_bytes(), 9)) <= BUDGETS[page]


def test_everything_is_there_and_every_link_leads_somewhere(built: Path) -> None:
    assert len([*(built / "articles").glob("*.html")]) == SIZE.articles + 1
    assert len([*(built / "comparisons").glob("*.html")]) == SIZE.questions + 1
    timeline = (built / "timeline.html").read_text(encoding="utf-8")
    assert timeline.count('class="cr-event ') == SIZE.events
    assert broken(built) == []
