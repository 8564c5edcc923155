"""What every test may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright import sync_api

from build_tools import pipeline
from build_tools.caching import places
from build_tools.linking.linked import Linked
from build_tools.sources.workplace import Workplace
from tests.browsers import ARGUMENTS, chromium

settings.register_profile("ci", derandomize=True, database=None)
if os.environ.get("CI") == "true":  # chance finds faults on a person's machine, not in a gate
    settings.load_profile("ci")

HERE = Path(__file__).parent
CANAL = HERE / "corpus" / "canal"


@pytest.fixture(autouse=True)
def no_outside_sources(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test sees source texts only where it says so."""
    monkeypatch.delenv("CROSSREAD_SOURCES", raising=False)
    return


@pytest.fixture(autouse=True, scope="session")
def kept_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What builds keep for the next is the tests' own, and gone when they end."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(places.VARIABLE, str(tmp_path_factory.mktemp("kept")))
        yield


@pytest.fixture
def canal(tmp_path: Path) -> Workplace:
    """A copy of the canal corpus that a test may spoil."""
    shutil.copytree(CANAL, tmp_path / "canal")
    folder = tmp_path / "canal"
    return Workplace(corpus=folder / "annotations", sources=folder / "sources")


@pytest.fixture(scope="session")
def browser() -> Iterator[sync_api.Browser]:
    """Chromium, wherever it is; a plain skip where there is none, except in CI."""
    with sync_api.sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
            say("no Chromium here: install one, or name it in CHROMIUM")
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def linked() -> Linked:
    """The canal corpus with its ties, the source texts at hand."""
    place = Workplace(corpus=CANAL / "annotations", sources=CANAL / "sources")
    desk = pipeline.read(place)
    assert desk.linked is not None
    return desk.linked


@pytest.fixture(scope="session")
def real_sources() -> Path:
    """The folder of the five op-eds, for tests that need the real texts."""
    named = REAL_SOURCES
    if not named or not Path(named).is_dir():
        pytest.skip("CROSSREAD_SOURCES does not name a folder with the op-eds' texts")
    return Path(named)


REAL_SOURCES = os.environ.get("CROSSREAD_SOURCES", "")
"""Read before `no_outside_sources` hides it."""
