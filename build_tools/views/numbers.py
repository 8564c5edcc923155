"""How claimed numbers read: "more than 150", "9.4", "+60 %", "nearly 200"."""

from __future__ import annotations

from decimal import Decimal

from build_tools.model.figure import Claimed, FigureKind, Qualifier

_HEDGES = {
    Qualifier.EXACTLY: "",
    Qualifier.ABOUT: "about ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.LESS_THAN: "less than ",
}


def claimed(claim: Claimed) -> str:
    """Return a claim's number as readers see it, its hedge included, without the unit."""
    if claim.value is not None:
        return _HEDGES[claim.qualifier] + _number(claim.value, claim.kind)
    if claim.low is not None and claim.high is not None:
        return f"{_number(claim.low, claim.kind)} to {_number(claim.high, claim.kind)}"
    if claim.low is not None:
        return f"at least {_number(claim.low, claim.kind)}"
    if claim.high is not None:
        return f"at most {_number(claim.high, claim.kind)}"
    return "no number"


def plain(value: Decimal) -> str:
    """Return a number with its thousands marked: 1,203; 9.4."""
    text = f"{value:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def _number(value: Decimal, kind: FigureKind) -> str:
    if kind is FigureKind.AMOUNT:
        return plain(value)
    return f"{'+' if value > 0 else ''}{plain(value)} %"
