"""Notices edits."""

from __future__ import annotations

import queue
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

STEP = 0.03
"""Seconds without a further change after which an edit is over: editors write a file in steps."""
CALM = 1.0
"""Seconds without an edit after which there is time for other things."""
LOOKED_AT = frozenset({"opened", "closed_no_write"})
"""Events that change nothing."""


@contextmanager
def watched(places: Iterable[Path]) -> Iterator[Iterator[frozenset[Path]]]:
    """Lend the changes in and below some places, as they come: each as the paths it touched.

    When it has been calm for a while after a change, that is told once, as a change of nothing.
    """
    seen: queue.Queue[Path] = queue.Queue()
    observer = Observer()
    for place in places:
        if place.is_dir():
            observer.schedule(_Handler(seen), str(place), recursive=True)
    observer.start()
    try:
        yield _changes(seen)
    finally:
        observer.stop()
        observer.join()


def _changes(seen: queue.Queue[Path]) -> Iterator[frozenset[Path]]:
    patience: float | None = None
    while True:
        found = frozenset(_until_quiet(seen, patience))
        patience = CALM if found else None
        yield found


def _until_quiet(seen: queue.Queue[Path], patience: float | None) -> Iterator[Path]:
    """Yield what comes until nothing does for a moment; nothing where it never begins."""
    try:
        while True:
            yield seen.get(timeout=patience)
            patience = STEP
    except queue.Empty:
        return


class _Handler(FileSystemEventHandler):
    def __init__(self, seen: queue.Queue[Path]) -> None:
        self._seen = seen

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in LOOKED_AT and not event.is_directory:
            for path in (event.src_path, event.dest_path):
                if path:
                    self._seen.put(Path(str(path)))
