"""Hands out pages on this machine and tells open ones when they are out of date.

A page that is open listens for changes (server-sent events, HTML Living Standard 9.2). When told of
one, it asks whether it would look different now, and loads again only then.
"""

from __future__ import annotations

import hashlib
import html
import json
import mimetypes
import threading
import traceback
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
"""Only this machine may look."""
CHANGES = "/.changes"
"""Where open pages listen; no page of a site begins with a dot."""
BEAT = 15.0
"""Seconds after which a listener is written to, so that one that has gone is noticed."""

Content = Callable[[str], bytes | None]
"""Returns what stands at a path of the site, nothing where nothing does."""

_SCRIPT = """
<script>
(() => {
  const look = async () => {
    const now = await fetch(location.pathname, {method: "HEAD"});
    if (now.headers.get("ETag") !== MARK) location.reload();
  };
  const show = (said) => {
    document.getElementById("cr-wrong")?.remove();
    if (!said) return;
    const wrong = document.createElement("pre");
    wrong.id = "cr-wrong";
    wrong.role = "alert";
    wrong.textContent = said;
    wrong.style = "position:fixed;inset:auto 0 0;z-index:99;max-height:40vh;overflow:auto;margin:0;"
      + "padding:1em;background:#4a1010;color:#fff;font-size:13px;white-space:pre-wrap";
    document.body.append(wrong);
  };
  addEventListener("pageshow", () => {
    const changes = new EventSource("/.changes");
    changes.onopen = look;
    changes.onmessage = ({data}) => { show(JSON.parse(data)); look(); };
    addEventListener("pagehide", () => changes.close(), {once: true});
  });
})();
</script>
"""


class Changes:
    """Tells everybody who listens of each change."""

    def __init__(self) -> None:
        """Begin with the first version."""
        self._news = threading.Condition()
        self._version = 0
        self._wrong = ""

    def tell(self, wrong: str) -> None:
        """Say that something changed, and what is wrong now."""
        with self._news:
            self._version += 1
            self._wrong = wrong
            self._news.notify_all()

    def after(self, version: int) -> tuple[int, str]:
        """Wait for a version after one that is known; return the newest, after `BEAT` the same."""
        with self._news:
            self._news.wait_for(lambda: self._version > version, BEAT)
            return self._version, self._wrong

    @property
    def version(self) -> int:
        """The newest version."""
        with self._news:
            return self._version


def server(content: Content, changes: Changes, port: int) -> ThreadingHTTPServer:
    """Return a server, not yet running.

    Raises:
        OSError: If the port is taken.
    """
    found = ThreadingHTTPServer((HOST, port), partial(_Handler, content, changes))
    found.daemon_threads = True
    return found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, content: Content, changes: Changes, *rest: Any) -> None:  # noqa: ANN401
        self.content = content
        self.changes = changes
        super().__init__(*rest)

    def do_GET(self) -> None:
        """Answer with a file, or with news."""
        if self.path == CHANGES and self._is_asked_for_us():
            self._listen()
        else:
            self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with a file's mark."""
        self._answer(with_body=False)

    def _is_asked_for_us(self) -> bool:
        """Tell whether this machine is meant: a name that was bent to it could read along."""
        name, _, _ = self.headers.get("Host", "").rpartition(":")
        return name in {HOST, "localhost"}

    def _answer(self, *, with_body: bool) -> None:
        if not self._is_asked_for_us():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = unquote(urlsplit(self.path).path).lstrip("/")
        path = f"{path}index.html" if not path or path.endswith("/") else path
        path, status, body = self._found(path)
        mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        if path.endswith(".html"):
            script = _SCRIPT.replace("MARK", json.dumps(mark)).encode()
            body = body.replace(b"</body>", script + b"</body>")
        self.send_response(status)
        self.send_header("Content-Type", _kind(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", mark)
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _found(self, path: str) -> tuple[str, HTTPStatus, bytes]:
        """Return what to answer with, be it that nothing is there or cannot be made."""
        try:
            body = self.content(path)
            if body is not None:
                return path, HTTPStatus.OK, body
            return "404.html", HTTPStatus.NOT_FOUND, self.content("404.html") or b""
        except Exception:  # whatever it is, editors go on, and see it where they look
            said = html.escape(traceback.format_exc())
            page = f"<!doctype html><title>Error</title><body><pre>{said}</pre></body>"
            return "500.html", HTTPStatus.INTERNAL_SERVER_ERROR, page.encode()

    def _listen(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        version = self.changes.version
        try:
            while True:
                self.wfile.write(b": here\n\n")
                newest, wrong = self.changes.after(version)
                if newest > version:
                    self.wfile.write(f"data: {json.dumps(wrong)}\n\n".encode())
                version = newest
        except OSError:  # whoever listened has gone
            return

    def log_message(self, *_: object) -> None:
        """Say nothing: what editors want to read is what is wrong with their files."""


def _kind(path: str) -> str:
    """Return the media type of a file; text is UTF-8 throughout."""
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or "script" in kind else kind
