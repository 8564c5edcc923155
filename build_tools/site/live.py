"""Shows a site in the browser and follows every edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

HOST = "127.0.0.1"
"""Only this machine may look."""


def serve(site_dir: Path, rebuild: Callable[[], None], watched: Iterable[Path], port: int) -> None:
    """Serve a built site until stopped, rebuilding when a watched folder changes.

    Args:
        site_dir: The site.
        rebuild: Builds it again; a failed build leaves the last good site.
        watched: Files and folders whose changes count.
        port: Port on this machine.
    """
    server = LiveReloadServer(
        builder=rebuild, host=HOST, port=port, root=str(site_dir), mount_path="/"
    )
    for path in watched:
        if path.exists():
            server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs does not type it
    except KeyboardInterrupt:
        server.shutdown()
