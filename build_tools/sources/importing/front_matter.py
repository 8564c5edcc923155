"""The YAML block at the head of a Markdown file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

import yaml

from build_tools.sources.importing import dates, languages
from build_tools.sources.importing.draft import Metadata
from build_tools.sources.importing.names import split_names
from build_tools.sources.importing.outcome import Cause, Refusal
from build_tools.sources.importing.tidying import tidy

_BLOCK = re.compile(
    r"\A\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)

_LONGEST = 50_000
"""Characters of front matter; a head of megabytes would keep the reader of YAML busy for long."""

_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "authors": ("author", "authors", "by", "byline"),
    "outlet": ("outlet", "source", "publication", "publisher", "newspaper"),
    "date": ("date", "published", "issued"),
    "language": ("lang", "language"),
    "url": ("url", "link", "canonical", "canonical_url"),
}
"""Which keys tell what, the surest first."""


def split(raw: str) -> tuple[Metadata, str] | Refusal:
    """Return what the front matter says and the text less it, line numbers kept."""
    found = _BLOCK.match(raw)
    if found is None:
        return Metadata(), raw
    if len(found["yaml"]) > _LONGEST:
        return _refusal(f"it has more than {_LONGEST:,} characters", 1, 1, "---")
    try:
        told = yaml.safe_load(found["yaml"])
        metadata = _metadata(told) if isinstance(told, Mapping) else Metadata()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column + 1) if mark else (0, 1)
        standing = found["yaml"].split("\n")
        words = standing[line] if line < len(standing) else ""
        return _refusal(error.problem or "it cannot be read", line + 2, column, words)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # ValueError: a date that is none, such as 2024-13-45, comes straight from datetime, and
        # a number of thousands of digits cannot be written out.
        return _refusal(
            str(error).splitlines()[0] if str(error) else "it is nested too deep", 1, 1, "---"
        )
    rest = "\n" * found[0].count("\n") + raw[found.end() :]
    return metadata, rest


def _refusal(reason: str, line: int, column: int, words: str) -> Refusal:
    return Refusal(cause=Cause.FRONT_MATTER, reason=reason, line=line, column=column, words=words)


def _metadata(told: Mapping[object, object]) -> Metadata:
    lowered = {str(key).casefold(): value for key, value in told.items() if isinstance(key, str)}
    values = {
        field: next((lowered[key] for key in keys if lowered.get(key)), None)
        for field, keys in _KEYS.items()
    }
    source = _line(values["outlet"])
    address = _line(values["url"])
    if source and source.startswith(("http://", "https://")):
        source, address = None, address or source
    return Metadata(
        title=_line(values["title"]),
        authors=_authors(values["authors"]),
        outlet=source,
        date=_date(values["date"]),
        language=languages.tag(_line(values["language"])),
        url=address,
    )


def _line(value: object) -> str | None:
    return (tidy(value) or None) if isinstance(value, str) else None


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        bare = re.sub(r"^by\s+", "", tidy(value), flags=re.IGNORECASE)
        return split_names(bare) or ((bare,) if bare else ())
    listed = value if isinstance(value, list) else []
    return tuple(name for entry in listed if (name := _line(entry)))


def _date(value: object) -> str | None:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | str) and not isinstance(value, bool):
        return dates.edtf(str(value))
    return None
