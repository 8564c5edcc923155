"""Shows a site while it is edited: pages are made when a browser asks for them, from memory.

Nothing is written. `state` holds what the site is made from and makes pages of it, `shown` follows
edits, `watching` notices them, `server` hands out pages and tells open ones to look again.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from build_tools.model.edition import Edition
from build_tools.model.problem import Problem
from build_tools.serving.server import HOST, Changes, server
from build_tools.serving.shown import Shown
from build_tools.serving.watching import watched
from build_tools.sources.workplace import Workplace

__all__ = ["serve"]

Say = Callable[[tuple[Problem, ...]], None]
"""Says what is wrong."""


def serve(
    place: Workplace, edition: Edition, port: int, say: Say, tell: Callable[[str], None]
) -> None:
    """Show a site on this machine and follow every edit, until stopped.

    Args:
        place: The folders.
        edition: Which text to show.
        port: Port on this machine.
        say: Told what is wrong, and after each edit what is wrong that was not before.
        tell: Told where to look.

    Raises:
        OSError: If the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="crossread-") as folder:
        shown, changes = Shown(place, edition, Path(folder)), Changes()
        known = shown.begin()
        say(known)
        with server(shown.content, changes, port) as found, watched(shown.places) as edits:
            threading.Thread(target=found.serve_forever, daemon=True).start()
            tell(f"look at http://{HOST}:{found.server_port}/")
            try:
                for paths in edits:
                    if paths:
                        changes.tell(shown.follow(paths))
                    else:  # it is calm: time to look at everything
                        now = shown.problems()
                        say(tuple(one for one in now if one not in known))
                        known = now
            except KeyboardInterrupt:
                found.shutdown()
