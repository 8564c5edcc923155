"""What the tests of imported annotations share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_tools.exchanging import Imported, Wanted, import_notes
from build_tools.model.note import Note
from build_tools.sources import loading
from build_tools.sources.workplace import Workplace

SLUG = "ostrick-2025-toll"


def row(exact: str = "nine tunnels and one argument", /, **changes: Any) -> dict[str, Any]:
    """A row of the Hypothesis API about words of the article."""
    selector = {"type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": ""}
    return {
        "id": "AbCdEfGhIjKlMnOpQrStUv",
        "created": "2025-06-03T10:11:12.123456+00:00",
        "updated": "2025-06-03T10:11:12.123456+00:00",
        "user": "acct:jane@hypothes.is",
        "user_info": {"display_name": "Jane Doe"},
        "uri": "https://ledger.example/toll",
        "text": "Only eight were ever dug.",
        "tags": [],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": "https://ledger.example/toll", "selector": [selector]}],
        "links": {"html": "https://hypothes.is/a/AbCdEfGhIjKlMnOpQrStUv"},
        "hidden": False,
    } | changes


@pytest.fixture
def take(canal: Workplace, tmp_path: Path) -> Callable[..., Imported]:
    """Import something into an article of the canal corpus."""

    def run(content: Any, article: str = SLUG, **wanted: Any) -> Imported:
        path = tmp_path / "annotations"
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8", newline="")
        wish = {"author": "editor"} | wanted
        return import_notes(canal, Wanted(article=article, files=(path,), **wish))

    return run


@pytest.fixture
def notes(canal: Workplace) -> Callable[..., dict[str, Note]]:
    """Read the notes of an article back."""

    def run(article: str = SLUG) -> dict[str, Note]:
        corpus, problems = loading.load(canal.corpus)
        assert problems == ()
        assert corpus is not None
        found = corpus.article(article)
        assert found is not None
        return {note.id: note for note in found.notes.value.notes}

    return run
