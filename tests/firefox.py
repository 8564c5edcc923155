"""Drives Firefox by WebDriver BiDi, for Playwright cannot drive the one a distribution ships.

A test asks for the fixture `firefox` and opens tabs:

    def test_a_page(firefox, site):
        tab = firefox.open(f"{site.file}index.html")
        tab.click("a.some")                        # as a reader clicks: scrolled to, in its middle
        tab.type("kestle"); tab.press(ENTER)       # keys go to what has the focus
        tab.wait("document.querySelector('.hit')") # until that is true; fails with what it asked
        assert tab.evaluate("document.title") == "…"

`firefox.errors` and `firefox.requests` hold what pages complained of and what they asked a network
for; the fixture fails a test that leaves something in either but requests to this machine. There is
no network: every other host is sent to a proxy that does not exist.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox", "firefox-esr")
PATIENCE = 30.0
"""Seconds until something that should happen has not happened."""

ENTER, ESCAPE, TAB, DOWN, UP = "\ue007", "\ue00c", "\ue004", "\ue015", "\ue013"
"""Keys without a character, as WebDriver writes them."""

_EVENTS = ("log.entryAdded", "network.beforeRequestSent")
_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_NO_NETWORK = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
}
_NO_GREETING = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutConfig.showWarning": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "remote.active-protocols": 1,
    "toolkit.telemetry.enabled": False,
    "ui.prefersReducedMotion": 1,
}


def find() -> str | None:
    """Return the path of a Firefox: the one named in FIREFOX, else on the PATH, else nothing."""
    named = [os.environ.get("FIREFOX", ""), *NAMES]
    return next((path for path in (shutil.which(name) for name in named if name) if path), None)


@contextmanager
def running(program: str, folder: Path) -> Iterator[Firefox]:
    """Start a Firefox with a profile of its own in an empty folder, and end it after."""
    prefs = {**_NO_NETWORK, **_NO_GREETING}
    lines = (
        f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in prefs.items()
    )
    (folder / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--headless", "--no-remote", "--remote-debugging-port=0"]
    said = folder / "said.txt"
    with said.open("wb") as errors:  # a pipe that nobody reads would fill up and stop it
        process = subprocess.Popen(
            [*command, "--profile", str(folder)],
            env={**os.environ, "HOME": str(folder), "MOZ_CRASHREPORTER_DISABLE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
    try:
        address = _address(process, said)
        with connect(f"{address}/session", max_size=None, proxy=None) as wire:
            firefox = Firefox(wire=wire)
            firefox.ask("session.new", capabilities={})
            firefox.ask("session.subscribe", events=list(_EVENTS))
            yield firefox
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _address(process: subprocess.Popen[bytes], said: Path) -> str:
    """Return where a Firefox that was just started wants to be driven from."""
    until = time.monotonic() + PATIENCE
    while not (found := _LISTENS.search(text := said.read_text("utf-8", "replace"))):
        assert process.poll() is None, f"Firefox ended before it could be driven: {text}"
        assert time.monotonic() < until, f"Firefox does not want to be driven: {text}"
        time.sleep(0.05)
    return found[1]


@dataclass(slots=True, kw_only=True)
class Firefox:
    """A Firefox without a screen and without a network."""

    wire: ClientConnection
    """What it is driven by."""
    errors: list[str] = field(default_factory=list)
    """What pages complained of on the console, warnings left out."""
    requests: list[str] = field(default_factory=list)
    """What pages asked a network for; files are not told."""
    tabs: list[Tab] = field(default_factory=list)
    """What to close."""
    numbers: Iterator[int] = field(default_factory=itertools.count)
    """Numbers of commands."""

    def open(self, address: str, width: int = 1440, height: int = 900) -> Tab:
        """Open an address in a new tab of this size, and wait until it has loaded."""
        context = self.ask("browsingContext.create", type="tab")["context"]
        tab = Tab(firefox=self, context=context)
        self.tabs.append(tab)
        size = {"width": width, "height": height}
        self.ask("browsingContext.setViewport", context=context, viewport=size)
        tab.go(address)
        return tab

    def close(self) -> None:
        """Close every tab and forget what was noted."""
        while self.tabs:
            self.ask("browsingContext.close", context=self.tabs.pop().context)
        self.errors.clear()
        self.requests.clear()

    def ask(self, method: str, **params: Any) -> Any:
        """Send a command and return its result; what happens meanwhile is noted."""
        number = next(self.numbers)
        self.wire.send(json.dumps({"id": number, "method": method, "params": params}))
        until = time.monotonic() + PATIENCE
        while True:
            said = json.loads(self.wire.recv(timeout=max(0.0, until - time.monotonic())))
            if said.get("id") == number:
                assert said["type"] == "success", f"{method}: {said.get('message')}"
                return said["result"]
            self._note(said)

    def _note(self, said: dict[str, Any]) -> None:
        params = said.get("params", {})
        if said.get("method") == "log.entryAdded" and params["level"] == "error":
            frames = (params.get("stackTrace") or {}).get("callFrames") or [{"url": "?"}]
            self.errors.append(f"{params['text']} ({frames[0]['url']})")
        elif said.get("method") == "network.beforeRequestSent":
            self.requests.append(params["request"]["url"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A page in front of a reader."""

    firefox: Firefox
    """The browser."""
    context: str
    """What the browser calls it."""

    @property
    def address(self) -> str:
        """Where the tab is now."""
        found: str = self.evaluate("location.href")
        return found

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        where = {"context": self.context, "url": address}
        self.firefox.ask("browsingContext.navigate", wait="complete", **where)

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page, as JSON would carry it."""
        text = self._run(f"Promise.resolve({expression}).then(v => JSON.stringify(v))").get("value")
        return None if text is None else json.loads(text)

    def wait(self, expression: str, seconds: float = PATIENCE) -> None:
        """Wait until an expression is true in the page, or in the one that follows it."""
        until = time.monotonic() + seconds
        while True:
            said = ""
            try:
                if self.evaluate(f"!!({expression})"):
                    return
            except AssertionError as error:  # a page that is being left answers nothing
                said = f": {error}"
            assert time.monotonic() < until, f"never true: {expression}{said}"
            time.sleep(0.05)

    def hover(self, selector: str) -> None:
        """Move the mouse over the middle of the first element of a selector that is shown."""
        move = {"type": "pointerMove", "origin": self._element(selector), "x": 0, "y": 0}
        self._act({"type": "pointer", "id": "mouse", "actions": [move]})

    def click(self, selector: str) -> None:
        """Click there."""
        self.hover(selector)
        press = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._act({"type": "pointer", "id": "mouse", "actions": press})

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        strokes = [
            {"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")
        ]
        self._act({"type": "key", "id": "keys", "actions": strokes})

    def press(self, key: str) -> None:
        """Press a key, such as ENTER."""
        self.type(key)

    def picture(self, path: Path) -> None:
        """Keep a picture of what is on the screen."""
        shot = self.firefox.ask("browsingContext.captureScreenshot", context=self.context)
        path.write_bytes(base64.b64decode(shot["data"]))

    def _act(self, source: dict[str, Any]) -> None:
        self.firefox.ask("input.performActions", context=self.context, actions=[source])

    def _element(self, selector: str) -> dict[str, Any]:
        shown = (
            f"[...document.querySelectorAll({json.dumps(selector)})].find(e => e.checkVisibility())"
        )
        self.wait(shown)
        still = "{block: 'center', behavior: 'instant'}"
        node = self._run(f"(e => (e.scrollIntoView({still}), e))({shown})")
        return {"type": "element", "element": {"sharedId": node["sharedId"]}}

    def _run(self, expression: str) -> dict[str, Any]:
        done = self.firefox.ask(
            "script.evaluate",
            expression=expression,
            target={"context": self.context},
            awaitPromise=True,
        )
        assert done["type"] == "success", f"{expression}: {done.get('exceptionDetails')}"
        result: dict[str, Any] = done["result"]
        return result
