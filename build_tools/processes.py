"""Spreads work over processes where that pays off; elsewhere it is done one after the other."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

FEWEST = 48
"""Items for which starting a process is worth its time."""
CHUNKS = 12
"""Parts of the work that each process gets: the last to finish keeps the others waiting less."""

Item = TypeVar("Item")
Result = TypeVar("Result")

_work: Callable[[Any], Any]
_items: Sequence[Any]


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], fewest: int = FEWEST
) -> Iterator[Result]:
    """Yield what `work` makes of each item, in the order of the items.

    A process begins as a copy of this one, so `work` may hold on to anything; what it returns is
    pickled. Copies are made on Linux only, and never of a process with several threads: there
    they are not safe (POSIX.1-2017, fork).

    Args:
        work: What is done.
        items: What it is done to.
        fewest: How many items make another process worth its time.
    """
    processes = min(_processors(), len(items) // fewest)
    if processes < 2 or not _may_copy():  # one process is this one
        yield from map(work, items)
        return
    if gc.isenabled():
        gc.collect()
    gc.freeze()  # else the collector touches, and so copies, all that the processes share
    try:
        with ProcessPoolExecutor(
            processes,
            mp_context=multiprocessing.get_context("fork"),
            initializer=_begin,
            initargs=(work, items),
        ) as pool:
            size = -(-len(items) // (processes * CHUNKS))
            starts = range(0, len(items), size)
            for results in pool.map(_run, ((start, start + size) for start in starts)):
                yield from results
    finally:
        gc.unfreeze()


@contextmanager
def collector_off() -> Iterator[None]:
    """Leave cycles of dead objects alone for a while: builds are short and make few.

    Looking for them again and again among everything read takes a fifth of a build.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def here_to_stay() -> Iterator[None]:
    """Leave what is made meanwhile to the collector no more: it would look at all of it in vain.

    With thousands of articles in memory that takes most of a second, again and again. What was left
    to it before is looked at once more, so that nothing is kept for ever.
    """
    gc.unfreeze()
    with collector_off():
        yield
        gc.collect()
        gc.freeze()


class Apart(Generic[Result]):
    """Work that another process does meanwhile; where there can be none, it is done when asked for.

    Its result is pickled.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        """Begin the work."""
        self._work = work
        self._process: BaseProcess | None = None
        if _may_copy() and _processors() > 1:
            copies = multiprocessing.get_context("fork")
            self._result, end = copies.Pipe(duplex=False)
            self._process = copies.Process(target=_send, args=(work, end))
            self._process.start()
            end.close()

    def __enter__(self) -> Apart[Result]:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Wait until the work is over, whether anybody wants its result or not."""
        if self._process:
            with suppress(EOFError, OSError):
                self._result.recv_bytes()  # else the process would wait for us to take it
            self._process.join()

    def result(self) -> Result:
        """Return what came of it; may be asked once.

        Raises:
            Exception: What the work raised.
        """
        if not self._process:
            return self._work()
        try:
            result, error = self._result.recv()
        except EOFError:  # the process was killed: whatever did that spares this one perhaps
            return self._work()
        if error:
            raise error
        found: Result = result
        return found


def _send(work: Callable[[], Any], end: Connection) -> None:
    """Do work and send what comes of it."""
    try:
        sent: tuple[Any, Exception | None] = (work(), None)
    except Exception as error:
        sent = (None, error)
    end.send(sent)
    end.close()


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _may_copy() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    """Take over the work; whoever stops the program speaks to the first process alone."""
    global _work, _items  # a pool's processes can be given nothing else
    _work, _items = work, items
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run(part: tuple[int, int]) -> list[Any]:
    return [_work(item) for item in _items[slice(*part)]]
