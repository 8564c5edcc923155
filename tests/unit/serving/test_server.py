"""The server hands out pages on this machine, to those who mean this machine."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from build_tools.serving.server import CHANGES, HOST, Changes, server

FILES = {"index.html": b"<body>Home</body>", "404.html": b"<body>Not here</body>", "a.js": b"1"}


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def port(changes: Changes) -> Iterator[int]:
    def content(path: str) -> bytes | None:
        if path == "broken.html":
            raise ZeroDivisionError
        return FILES.get(path)

    with server(content, changes, 0) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found.server_port
        found.shutdown()


@contextmanager
def asked(
    port: int, path: str, method: str = "GET", host: str = HOST
) -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    connection.request(method, path, headers={"Host": f"{host}:{port}"})
    yield connection.getresponse()
    connection.close()


def test_pages_come_with_a_listener_and_other_files_as_they_are(port: int) -> None:
    with asked(port, "/") as page:
        body = page.read()
        assert page.status == 200
        assert body.startswith(b"<body>Home") and body.endswith(b"</body>")
        assert CHANGES.encode() in body
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    with asked(port, "/a.js?v=1") as script:
        assert script.read() == b"1"


def test_a_page_that_is_not_there_says_so(port: int) -> None:
    with asked(port, "/nowhere.html") as page:
        assert page.status == 404
        assert b"Not here" in page.read()


def test_a_page_that_cannot_be_made_does_not_end_the_server(port: int) -> None:
    with asked(port, "/broken.html") as page:
        assert page.status == 500
        assert b"ZeroDivisionError" in page.read()
    with asked(port, "/") as page:
        assert page.status == 200


def test_the_mark_of_a_page_changes_with_its_content_alone(port: int) -> None:
    def mark() -> str:
        with asked(port, "/index.html", "HEAD") as page:
            assert page.read() == b""
            return page.headers["ETag"] or ""

    before = mark()
    assert before == mark()
    FILES["index.html"] = b"<body>Other</body>"
    assert mark() != before
    FILES["index.html"] = b"<body>Home</body>"


@pytest.mark.parametrize("path", ["/", CHANGES])
def test_a_name_bent_to_this_machine_gets_nothing(port: int, path: str) -> None:
    with asked(port, path, host="evil.example") as page:
        assert page.status == 421
        assert b"Home" not in page.read()


def test_listeners_are_told_of_each_change_and_of_what_is_wrong(
    port: int, changes: Changes
) -> None:
    with asked(port, CHANGES) as news:
        assert news.readline() == b": here\n"
        for wrong in ("", "notes.yml:1:1: <b>"):
            changes.tell(wrong)
            line = next(line for line in iter(news.readline, b"") if line.startswith(b"data: "))
            assert json.loads(line.removeprefix(b"data: ")) == wrong
