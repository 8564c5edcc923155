"""How much of a whole build each stage takes."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tests.bench.spending import spend

PROGRAM = Path(__file__).with_name("sampled.py")
ENGINE = "engine"
ORDER = (
    *(
        "start",
        "read",
        "anchor",
        "mentions",
        "tie",
        "compare",
        "check",
        "render",
        "search",
        "exports",
    ),
    *("engine", "write", "guard", "keep", "other"),
)
"""Stages as a build goes through them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """Where one build spent its time."""

    processor: dict[str, float]
    """Seconds of processor time, of all processes, by stage."""
    waited: float
    """Seconds during which the build waited for the engine."""
    wall: float
    """Seconds from start to end."""

    @property
    def own(self) -> float:
        """Seconds that passed without the engine."""
        return self.wall - self.waited


def stages(arguments: tuple[str, ...], place: Path) -> Stages:
    """Run a command of ours in a folder and return where it spent its time.

    Raises:
        FailedError: If it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        cost = spend([sys.executable, str(PROGRAM), folder, *arguments], place)
        seen = {path.stem: json.loads(path.read_text("utf-8")) for path in Path(folder).iterdir()}
    spent: defaultdict[str, float] = defaultdict(float)
    for one in seen.values():
        for stage, seconds in one["processor"].items():
            spent[stage] += seconds
    # What neither this program nor its copies used, the engine did: nothing else is started.
    spent[ENGINE] += max(0.0, cost.processor - sum(spent.values()))
    waited = seen["first"]["wall"].get(ENGINE, 0.0)
    return Stages(processor=dict(spent), waited=waited, wall=cost.wall)
