"""What site is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.output import Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What site is wanted."""

    edition: Edition
    """Which text it shows."""
    engine: Engine
    """Which engine draws it."""
    beside: tuple[Output, ...] = ()
    """What will be handed out with it: guarded as if it were a part of it."""
