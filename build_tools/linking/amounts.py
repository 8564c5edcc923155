"""What a claimed number may mean: the range between its hedges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from build_tools.model.figure import Claimed, Qualifier

ABOUT, NEARLY = Decimal("0.05"), Decimal("0.10")
"""How far "about" reaches on either side and "nearly" falls short, as a share of the number.

No standard says; chosen so that "nearly 200" covers 180 and "about 433" covers its roundings.
"""


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `low` to `high`; an end that is nothing has no bound."""

    low: Decimal | None
    """Lower end."""
    high: Decimal | None
    """Upper end."""
    low_in: bool = True
    """Whether the lower end belongs to it: not for "more than", nor for "nearly" below zero."""
    high_in: bool = True
    """Whether the upper end belongs to it: not for "less than" and "nearly"."""

    def meets(self, other: Range) -> bool:
        """Tell whether some number lies in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Range) -> bool:
        """Tell whether every number of this range is smaller than every one of the other."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_in and other.low_in)
        return self.high < other.low


def range_of(claim: Claimed) -> Range:
    """Return what a claim's number may be; everything where it gives none."""
    if claim.value is None:
        return Range(claim.low, claim.high)
    return _HEDGED[claim.qualifier](claim.value)


def _nearly(value: Decimal) -> Range:
    """Return what falls a little short of a number: nearly -20 % is less of a fall."""
    short = value * (1 - NEARLY)
    if value < 0:
        return Range(value, short, low_in=False)
    return Range(short, value, high_in=False)


_HEDGED: dict[Qualifier, Callable[[Decimal], Range]] = {
    Qualifier.EXACTLY: lambda value: Range(value, value),
    Qualifier.ABOUT: lambda value: Range(value - abs(value) * ABOUT, value + abs(value) * ABOUT),
    Qualifier.NEARLY: _nearly,
    Qualifier.AT_LEAST: lambda value: Range(value, None),
    Qualifier.MORE_THAN: lambda value: Range(value, None, low_in=False),
    Qualifier.AT_MOST: lambda value: Range(None, value),
    Qualifier.LESS_THAN: lambda value: Range(None, value, high_in=False),
}
