"""The site this repository publishes, as a class without a network has it: from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import building
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.sources.workplace import Workplace
from tests.browser.conftest import Reader, Site
from tests.browser.test_search import ask, found_everywhere, hrefs, opened
from tests.searching import wanted

ROOT = Path(__file__).parents[2]
SPELLINGS = ("ISKP", "IS-K", "ISIS-K", "ISIS-Khorasan", "Islamic State Khorasan", "isis khurasan")


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The site, built from the editorial folder alone."""
    folder = tmp_path_factory.mktemp("published")
    place = Workplace(corpus=ROOT / "annotations", sources=folder / "none")
    root = folder / "a reader"
    assert building.build(place, root, Edition.DIGEST, Engine.MKDOCS, lambda _: None) == ()
    return Site(root=root, http="")


@pytest.fixture(scope="module")
def page(browser, published):
    reader = Reader(browser=browser, site=published, contexts=[], strays=[])
    yield opened(reader, published.file, "sources.html", offline=True)
    for context in reader.contexts:
        context.close()
    assert not reader.strays


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_any_spelling_of_a_group_leads_to_it(page, published, spelling):
    ask(page, spelling)
    assert hrefs(page, ".cr-hit-title")[0] == f"{published.file}glossary/iskp.html"


def test_every_spelling_of_five_terms_leads_to_every_paragraph_that_mentions_them(page, published):
    spellings = list(wanted(published.root))
    assert len({one.term for one in spellings}) == 5
    for one in spellings:
        found_everywhere(page, published.file, one)
