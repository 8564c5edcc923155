"""Runs a build and looks every few milliseconds at what it does. A program of its own.

    sampled.py FOLDER ARGUMENT…        the arguments of `crossread`

Each process of the build leaves a file in FOLDER: how often it was seen in which stage. Stages are
told by the package a function lies in, so nothing in the program has to know that it is measured.
Two clocks: the processor's, in every process; and the first process's own, waiting included.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections import Counter
from multiprocessing import util
from pathlib import Path
from types import FrameType

EVERY = 0.004
"""Seconds between two looks."""
STAGES = {
    "importlib._bootstrap": "start",
    "build_tools.sources": "read",
    "build_tools.anchoring": "anchor",
    "build_tools.linking.anchors": "anchor",
    "build_tools.linking.quotations": "anchor",
    "build_tools.linking.mentions": "mentions",
    "build_tools.linking.matcher": "mentions",
    "build_tools.linking.voices": "mentions",
    "build_tools.linking.finding": "mentions",
    "build_tools.linking.comparisons": "compare",
    "build_tools.linking.events": "compare",
    "build_tools.linking.figures": "compare",
    "build_tools.linking.pairs": "compare",
    "build_tools.linking.verdicts": "compare",
    "build_tools.linking.check": "check",
    "build_tools.linking": "tie",
    "build_tools.pages": "render",
    "build_tools.views": "render",
    "build_tools.search": "search",
    "build_tools.exports": "exports",
    "build_tools.rights": "guard",
    "build_tools.caching": "keep",
    "build_tools.site.engine": "engine",
    "build_tools.site": "write",
}
"""The stage that a module belongs to, by the beginning of its name; the first that fits counts."""
OTHER = "other"
ALWAYS = {"start", "engine"}
"""Stages that count wherever they are called from."""
NEVER = {OTHER, "keep", "tie"}
"""Stages that only call others: they count where nothing else is at work."""
FIRST = "first"
"""Name of what the process leaves that began."""


class Looks:
    """How often this process was seen in each stage."""

    def __init__(self, folder: Path) -> None:
        """Begin to look.

        Args:
            folder: Where what was seen goes.
        """
        self.folder = folder
        self.start = time.perf_counter()
        self.processor: Counter[str] = Counter()
        self.wall: Counter[str] = Counter()
        self.known: dict[str, str] = {}
        signal.signal(signal.SIGPROF, lambda _, frame: self.processor.update([self.stage(frame)]))
        signal.signal(signal.SIGALRM, lambda _, frame: self.wall.update([self.stage(frame)]))
        self.go()
        # Copying a large process takes longer than the time between two looks, and begins anew
        # whenever a signal comes: it would never end.
        os.register_at_fork(before=self.rest, after_in_parent=self.go)
        util.register_after_fork(self, Looks.again)

    def go(self) -> None:
        """Look from now on."""
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
        signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)

    def rest(self) -> None:
        """Stop looking."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)

    def again(self) -> None:
        """Begin anew in a copy of the process."""
        self.processor.clear()
        self.wall.clear()
        self.go()
        util.Finalize(None, self.leave, args=(str(os.getpid()),), exitpriority=0)

    def stage(self, frame: FrameType | None) -> str:
        """Return the stage of whoever called first, of those that belong to any."""
        found = OTHER
        while frame:
            module = str(frame.f_globals.get("__name__", ""))
            if module not in self.known:
                stages = (stage for name, stage in STAGES.items() if module.startswith(name))
                self.known[module] = next(stages, OTHER)
            stage = self.known[module]
            if stage in ALWAYS:
                return stage
            if stage not in NEVER or found == OTHER:
                found = stage
            frame = frame.f_back
        return found

    def leave(self, name: str) -> None:
        """Stop looking and write down what was seen, in seconds."""
        self.rest()
        seen = {
            "processor": _seconds(self.processor, time.process_time()),
            "wall": _seconds(self.wall, time.perf_counter() - self.start),
        }
        (self.folder / f"{name}.json").write_text(json.dumps(seen), encoding="utf-8")


def _seconds(looks: Counter[str], whole: float) -> dict[str, float]:
    """Share a time out among stages: a clock that ticks every 4 ms is no good for adding up."""
    return {stage: whole * count / looks.total() for stage, count in looks.items()}


def main() -> int:
    """Run the command."""
    folder, *arguments = sys.argv[1:]
    looks = Looks(Path(folder))
    from build_tools.cli import main as crossread  # to see it start

    code = crossread(arguments)
    looks.leave(FIRST)
    return code


if __name__ == "__main__":
    sys.exit(main())
