"""Field types that several editorial files share, each with the rule it must keep."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, with_config

from build_tools.model.carried import carried

STRICT = ConfigDict(extra="forbid", use_attribute_docstrings=True, coerce_numbers_to_str=True)
"""Unknown keys are mistakes; the sentence under a field becomes its help in editors."""

QUOTE_WORDS = 12
"""Longest quotation that may anchor a note, in words: what the repository may hold."""

PROSE_LENGTH = 4000
"""Longest paragraph of our own, in characters; Markdown within it is read in no time."""


_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u3164\ufeff\uffa0"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters without width that no script needs. Joiners and direction marks are left: Persian,
Urdu and emoji are written with them."""


WEB_ADDRESS = (
    r"https?://(?:[^\W_][^\s<>\"/?#@:\[\]]*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?"
)
"""Pattern of an address on the web: a host and perhaps a port, never a name and password."""


def _known_scheme(value: str) -> str:
    if not re.fullmatch(WEB_ADDRESS, value):
        msg = "is not a web address that starts with https:// or http:// and names a host"
        raise ValueError(msg)
    return value


def _real_date(value: str) -> str:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", value, re.ASCII)
    if not match:
        msg = "is not an EDTF date such as 2024-05-19, 2024-05, 2024 or 2023-03-27~"
        raise ValueError(msg)
    year, month, day, _ = match.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        msg = f"is no date in the calendar: {error}"
        raise ValueError(msg) from None
    return value


def _short_quote(value: str) -> str:
    count = len(value.split())
    if count > QUOTE_WORDS:
        msg = f"has {count} words; a quotation has at most {QUOTE_WORDS}"
        raise ValueError(msg)
    return value


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _seen(value: str) -> str:
    if found := _UNSEEN.search(value):
        msg = f"holds the invisible character U+{ord(found[0]):04X}, which no name may hold"
        raise ValueError(msg)
    return value


SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
"""Pattern of a name that is safe in an address."""
SLUG_LENGTH = 80
"""Longest such name, in characters."""
Slug = Annotated[str, Field(pattern=f"^{SLUG}$", max_length=SLUG_LENGTH)]
"""A name that is safe in an address: lower-case letters, digits, single hyphens."""
CiteKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_:.-]*$", max_length=120)]
"""The `id` of an entry in bibliography.json."""
Edtf = Annotated[str, AfterValidator(_real_date), Field(max_length=24)]
"""A date in EDTF level 0, with the level 1 qualifiers `?`, `~` and `%`."""
WebAddress = Annotated[str, AfterValidator(_known_scheme), Field(max_length=2000)]
"""An http or https address; no other scheme is let through."""
Line = Annotated[
    str,
    AfterValidator(_one_line),
    AfterValidator(_seen),
    Field(min_length=1, max_length=400),
]
"""A short text on one line, in which everything can be seen."""
Prose = Annotated[str, Field(min_length=1, max_length=PROSE_LENGTH)]
"""A few sentences of Markdown: emphasis, links, nothing else."""
Quote = Annotated[str, AfterValidator(_one_line), AfterValidator(_short_quote), Field(min_length=1)]
"""Words of the op-ed as they stand there, twelve at most."""
ParagraphNumber = Annotated[int, Field(ge=1, le=9999)]
"""A paragraph of the article, from 1."""


@with_config(STRICT)
@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A pointer into the bibliography."""

    key: CiteKey
    """`id` of the entry in bibliography.json."""
    at: Line | None = None
    """Where in the work: a page, a paragraph, a table."""


@with_config(STRICT)
@carried
@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Passage:
    """A paragraph of an article."""

    article: Slug
    """Slug of the article."""
    paragraph: ParagraphNumber
    """Number of the paragraph."""


def shorthand(kind: type, field: str) -> BeforeValidator:
    """Return a validator that lets a bare string stand for a `kind` with just `field` set."""

    def expand(value: Any) -> Any:  # noqa: ANN401 - what a file holds is anything
        return {field: value} if isinstance(value, str) else value

    return BeforeValidator(expand, json_schema_input_type=str | kind)


Sources = tuple[Annotated[Citation, shorthand(Citation, "key")], ...]
"""Citations; a bare key stands for the whole work."""
