"""Makes the files of a site, task by task, over several processes.

A task makes some files and needs no other task. What it is made of has a name, a hash: where that
is the same as last time, the files of last time are taken over, and what was found in them.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from build_tools.caching.each import PROTOCOL
from build_tools.caching.standing import Made
from build_tools.caching.store import Store
from build_tools.model.output import Output
from build_tools.model.problem import Problem
from build_tools.processes import FEWEST, spread
from build_tools.rights import Memory, Read, is_published
from build_tools.site import files


@dataclass(frozen=True, slots=True)
class Given:
    """What a task hands on to those who put together what several tasks gave."""

    value: Any
    parts: tuple[tuple[str, str], ...] = ()
    """Parts of files in it: a path that tells their kind, and the text."""


@dataclass(frozen=True, slots=True)
class Legacy:
    """What is left of a task beside its files."""

    given: Any = None
    """What it hands on."""
    read: tuple[Read, ...] = ()
    """What its files quote of texts that may not be published."""
    parts: tuple[Read, ...] = ()
    """What the parts of files quote that it hands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Some files that are made together."""

    name: str
    """Tells it from all other tasks of a build."""
    make: Callable[[], Iterable[Output | Problem | Given]]
    """Makes them, says what is wrong with them, and may hand on something."""
    made_of: str = ""
    """Hash of everything it depends on; empty where that is not known."""

    @property
    def key(self) -> bytes:
        """What is left of it is kept under this."""
        return hashlib.sha256(f"{self.name}\0{self.made_of}".encode()).digest()


@dataclass(frozen=True, slots=True)
class Done:
    """What a task did."""

    made: Made
    """The files it wrote."""
    problems: tuple[Problem, ...]
    """What is wrong with them."""
    legacy: Legacy
    """What is left of it."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a task did, as another process sends it."""

    made: Made
    problems: tuple[Problem, ...]
    left: bytes
    """What is left of it, pickled once: for the next build too."""

    @property
    def done(self) -> Done:
        return Done(self.made, self.problems, _unpickled(self.left))


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """A site that was made before and stands untouched."""

    folder: Path
    """Where; its files are linked, not copied."""
    made: Mapping[str, Made]
    """What made it, by the names of the tasks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Where tasks are done."""

    folder: Path
    """Files go there: nobody looks at it yet."""
    memory: Memory | None = None
    """Reads every file that is written, where there is something to guard."""
    store: Store | None = None
    """What is left of tasks is kept there for the next build."""
    last: Last | None = None
    """The site of last time."""

    def run(self, tasks: Iterable[Task], fewest: int = FEWEST) -> dict[str, Done]:
        """Do tasks, each in some process; return what each did, by name and in order.

        Args:
            tasks: The tasks.
            fewest: How many of them make another process worth its time.
        """
        tasks = tuple(tasks)
        known = [task.key for task in tasks if self._is_known(task)]
        kept = self.store.find(known) if self.store else {}
        left = [task for task in tasks if task.key not in kept]
        work = partial(self._do, before=self._before(left))
        sent = list(spread(work, left, fewest))
        if self.store:
            both = zip(left, sent, strict=True)
            self.store.keep({task.key: one.left for task, one in both if task.made_of})
        did = {task.name: one.done for task, one in zip(left, sent, strict=True)}
        return {
            task.name: did.get(task.name) or self._take_over(task, kept[task.key]) for task in tasks
        }

    def _is_known(self, task: Task) -> bool:
        """Tell whether the files of last time are those wanted now."""
        made = self.last.made.get(task.name) if self.last else None
        return made is not None and bool(task.made_of) and made.of == task.made_of

    def _take_over(self, task: Task, left: bytes) -> Done:
        assert self.last is not None  # else nothing is known
        made = self.last.made[task.name]
        for path in made.paths:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            os.link(self.last.folder / path, self.folder / path)
        return Done(made, (), _unpickled(left))

    def _before(self, tasks: Iterable[Task]) -> dict[str, bytes]:
        """Return what was left of tasks last time, whatever their files were made of then."""
        if not (self.memory and self.store and self.last):
            return {}
        made = self.last.made
        keys = {
            task.name: replace(task, made_of=made[task.name].of).key
            for task in tasks
            if task.name in made
        }
        kept = self.store.find(keys.values())
        return {name: kept[key] for name, key in keys.items() if key in kept}

    def _do(self, task: Task, before: Mapping[str, bytes]) -> _Sent:
        given = Given(None)
        paths, problems = [], []
        read: list[Read] = []
        if self.memory and task.name in before:
            then = _unpickled(before[task.name])
            self.memory.learn((*then.read, *then.parts))
        for one in task.make():
            match one:
                case Output():
                    files.put(self.folder, one)
                    paths.append(one.path)
                    if self.memory and is_published(one.path):
                        read += self.memory.read(one)
                case Problem():
                    problems.append(one)
                case Given():
                    given = one
        parts = [self.memory.part(*one) for one in given.parts] if self.memory else ()
        left = pickle.dumps(Legacy(given.value, tuple(read), tuple(parts)), PROTOCOL)
        return _Sent(Made(task.made_of, tuple(paths)), tuple(problems), left)


def _unpickled(left: bytes) -> Legacy:
    found: Legacy = pickle.loads(left)  # from ourselves
    return found
