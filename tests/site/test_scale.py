"""A site of two hundred articles and a thousand events is built, and its pages can be loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import building
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.sources.workplace import Workplace
from tests.bench.corpus import Size, make
from tests.bench.weights import budgets, packed
from tests.links import broken

SIZE = Size(articles=200, notes=5, events=1000, measures=40, questions=60)
MADE = [page for page in budgets() if page.endswith(".html")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scale")
    make(folder, SIZE)
    place = Workplace(corpus=folder / "annotations", sources=folder / "sources")
    site = folder / "site"
    assert building.build(place, site, Edition.AUTO, Engine.MKDOCS, lambda _: None) == ()
    return site


@pytest.mark.parametrize("page", MADE)
def test_a_page_stays_in_its_budget(built: Path, page: str) -> None:
    assert packed(built / page) <= budgets()[page]["html"]


def test_everything_is_there_and_every_link_leads_somewhere(built: Path) -> None:
    assert len([*(built / "articles").glob("*.html")]) == SIZE.articles + 1
    assert len([*(built / "comparisons").glob("*.html")]) == SIZE.questions + 1
    timeline = (built / "timeline.html").read_text(encoding="utf-8")
    assert timeline.count('class="cr-event ') == SIZE.events
    assert broken(built) == []
