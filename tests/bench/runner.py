"""Runs one command and says what it spent, as JSON. A program of its own, started for each run.

    runner.py (times|memory) LOG COMMAND…

It is small and imports little: a process begins with its parent's peak of memory, and the system
counts that as its own. `memory` looks at all processes of the command every few milliseconds, which
costs time; so times are taken in other runs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

PAUSE = 0.01
"""Seconds between two looks."""


def main() -> None:
    """Run the command and print what it spent."""
    how, log, *command = sys.argv[1:]
    most = 0
    with open(log, "wb") as said:  # noqa: PTH123  # pathlib would be most of what is imported
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        while how == "memory" and _TELLS and not _ended(process.pid):
            most = max(most, _proportional(process.pid))
            time.sleep(PAUSE)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    spent = {
        "status": os.waitstatus_to_exitcode(status),
        "wall": wall,
        "processor": usage.ru_utime + usage.ru_stime,
        "largest": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "together": most or None,
    }
    sys.stdout.write(json.dumps(spent))


def _ended(pid: int) -> bool:
    """Tell whether a process is over, and leave it there to be asked what it spent."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _proportional(root: int) -> int:
    """Return the bytes that a process and all it started hold, shared pages counted once."""
    return sum(_share(pid) for pid in _family(root))


def _family(root: int) -> list[int]:
    """Return a process and all that came from it."""
    children: dict[int, list[int]] = {}
    pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208
    for pid in pids:
        try:
            with open(f"/proc/{pid}/stat", encoding="latin-1") as file:  # noqa: PTH123
                parent = int(file.read().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue  # it ended between two looks
        children.setdefault(parent, []).append(pid)
    found = [root]
    for pid in found:
        found += children.get(pid, ())
    return found


def _share(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123
            return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) * 1024
    except (OSError, StopIteration):
        return 0


_TELLS = os.path.isdir("/proc/self")  # noqa: PTH112

if __name__ == "__main__":
    main()
