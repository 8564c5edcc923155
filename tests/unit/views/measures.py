"""Measures made of a few words, for tests of the ledger and its plots."""

from __future__ import annotations

import dataclasses
from typing import Any

from build_tools.linking import figures
from build_tools.linking.anchors import Placed, Sought, Standing
from build_tools.linking.figures import Measure
from build_tools.linking.linked import Linked
from build_tools.linking.quotations import figure_key
from build_tools.model.corpus import Sheet
from build_tools.model.edition import Edition
from build_tools.model.figure import Figure, MeasureFile
from build_tools.model.problem import Place
from build_tools.sources.validation import adapter
from build_tools.views.desk import Desk

ARTICLES = ("ostrick-2025-toll", "halewell-2025-wardens", "quillane-2025-towpath")


def claim(key: str, value: float | None = None, **fields: Any) -> dict[str, Any]:
    """An article's figure as its file has it."""
    number = {} if value is None else {"value": value}
    where = {"article": ARTICLES[0], "paragraph": 1, "quote": f"some words {key}"}
    return {"id": key} | number | where | fields


def recorded(key: str, value: float | None = None, **fields: Any) -> dict[str, Any]:
    """A figure on record as its file has it."""
    return {"id": key, "value": value, "confidence": "high"} | fields


def file_of(*claims: dict[str, Any], **fields: Any) -> MeasureFile:
    """A measure's file; what has no article is on record."""
    record = [one for one in claims if "article" not in one]
    said = [one for one in claims if "article" in one]
    basics = {"counts": "Barges", "unit": "barges", "nature": "total"}
    found: MeasureFile = adapter(MeasureFile).validate_python(
        basics
        | {"author": "editor", "updated": "2025-01-01", "figures": said, "record": record}
        | fields
    )
    return found


def placed(key: str, sheet: Sheet[MeasureFile], standing: Standing) -> dict[str, Placed[Figure]]:
    """The places of a measure's figures."""
    return {
        figure_key(key, one.id): Placed(
            sought=Sought(
                key=figure_key(key, one.id), item=one, sheet=sheet, steps=("figures", at)
            ),
            standing=standing,
            paragraph=one.paragraph,
            span=None,
        )
        for at, one in enumerate(sheet.value.figures)
    }


def desk_of(linked: Linked, standing: Standing = Standing.EXACT, **files: MeasureFile) -> Desk:
    """The canal's desk with other measures: `under_scores` in their names are hyphens."""
    sheets = {
        key.replace("_", "-"): Sheet(file, lambda *_: Place(path="x"))
        for key, file in files.items()
    }
    corpus = dataclasses.replace(linked.corpus, measures=sheets)
    places = {
        name: place
        for key, sheet in sheets.items()
        for name, place in placed(key, sheet, standing).items()
    }
    measures = figures.gather(corpus, places)
    linked = dataclasses.replace(linked, corpus=corpus, measures=measures, questions=())
    return Desk(linked=linked, edition=Edition.AUTO)


def desk_with(linked: Linked, *claims: dict[str, Any], **fields: Any) -> Desk:
    """A desk with one measure, `m`, of these figures."""
    return desk_of(linked, m=file_of(*claims, **fields))


def measure_of(desk: Desk) -> Measure:
    """The one measure of a desk."""
    (found,) = desk.linked.measures
    return found
