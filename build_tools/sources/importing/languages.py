"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from build_tools.model.source import SourceText
from build_tools.sources.importing.tidying import word_count

UNDETERMINED = "und"
FEWEST_WORDS = 20
"""Under this many words nothing is guessed."""
SUREST = 0.8
"""A guess less likely than this is no guess."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|"
    r"\d{3}))?(?:-[a-z0-9]{4,8})*",
    re.IGNORECASE,
)


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def tag(declared: str | None) -> str | None:
    """Return a declared language as a BCP 47 code with the usual capitals, or nothing."""
    found = _TAG.fullmatch((declared or "").strip().replace("_", "-"))
    if found is None or found["language"].lower() == UNDETERMINED:
        return None
    script, region = found["script"], found["region"]
    parts = [found["language"].lower(), script and script.title(), region and region.upper()]
    return "-".join(part for part in parts if part)


def of(text: SourceText) -> str:
    """Return the language a text says it is in, else the one its words are in."""
    if text.language:
        return text.language
    return detect(" ".join(block.text for block in text.numbered))


def detect(text: str) -> str:
    """Return the language the words are in, `und` where they are too few or too mixed."""
    if word_count(text) < FEWEST_WORDS:
        return UNDETERMINED
    code, sure = _identifier().classify(text)
    return code if sure >= SUREST else UNDETERMINED


@cache
def _identifier() -> _Identifier:
    # Imported here because reading its model takes longer than cleaning a page.
    langid = import_module("py3langid.langid")
    made = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    return cast("_Identifier", made)
