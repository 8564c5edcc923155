"""Lines that hold nothing but a date, with or without a time."""

from __future__ import annotations

import re

from build_tools.sources.importing import dates
from build_tools.sources.importing.draft import Draft, Metadata
from build_tools.sources.importing.tidying import fits, tokens

_FILLERS = frozenset(
    tokens(
        "a am at by cest cet date edt est first gmt h in ist last modified m on p pkt pm "
        "posted publication "
        "published pst release time updated utc monday mon tuesday tue tues wednesday wed thursday "
        "thu thurs "
        "friday fri saturday sat sunday sun"
    )
)
_LATER = frozenset({"updated", "modified"})
_PARTS = re.compile(r"\d{1,2}(?:am|pm|h)?")


def take_datelines(draft: Draft) -> Draft:
    """Take away date lines above and below the running text and keep the date of publication."""
    gone: list[int] = []
    for index in (*draft.head(), *draft.tail()):
        text = draft.chunks[index].text
        found = dates.find(text) if fits(text, 20) else None
        if found is None:
            continue
        rest = tokens(text[: found.start]) + tokens(text[found.end :])
        yearless = found.edtf is None and not re.search(r"\d{4}", text)
        if not all(word in _FILLERS or _PARTS.fullmatch(word) for word in rest) or (
            yearless and not index
        ):
            continue
        gone.append(index)
        if not _LATER.intersection(tokens(text[: found.start])):
            draft = draft.learned(Metadata(date=found.edtf))
    return draft.without(gone, "date-line")
