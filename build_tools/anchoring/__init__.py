"""Finding quotations again: pure functions from text, quotation and context to a place."""

from build_tools.anchoring.context import Context, TextContext
from build_tools.anchoring.engine import anchor, locate
from build_tools.anchoring.normalise import Normalised, fold_case, normalise
from build_tools.anchoring.placement import Placement, State
from build_tools.anchoring.prints import PrintedContext
from build_tools.anchoring.reading import quotation

__all__ = [
    "Context",
    "Normalised",
    "Placement",
    "PrintedContext",
    "State",
    "TextContext",
    "anchor",
    "fold_case",
    "locate",
    "normalise",
    "quotation",
]
