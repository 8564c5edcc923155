"""Results are kept by what they were made from; what cannot be kept is made again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from build_tools.caching import store
from build_tools.caching.store import Store


def test_what_is_kept_is_found_by_another_process(tmp_path: Path) -> None:
    Store(tmp_path / "here" / "results.db").keep({b"one": b"a", b"two": b""})
    found = Store(tmp_path / "here" / "results.db").find([b"one", b"two", b"three"])
    assert found == {b"one": b"a", b"two": b""}


def test_of_too_much_that_goes_which_was_of_no_use_for_longest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SELDOM", 0)
    file = tmp_path / "results.db"
    for number in range(4):
        Store(file, most=200).keep({b"%d" % number: b"x" * 80})
        again = Store(file, most=200)
        again.find([b"0"])
        again.keep({})
    left = Store(file).find([b"%d" % number for number in range(4)])
    assert set(left) == {b"0", b"3"}


@pytest.mark.parametrize(
    "what", ["no database", "other tables", "a folder", "cut off", "a flipped bit"]
)
def test_a_file_that_cannot_be_used_costs_time_and_nothing_else(tmp_path: Path, what: str) -> None:
    file = tmp_path / "results.db"
    match what:
        case "no database":
            file.write_bytes(b"no database" * 1000)
        case "other tables":
            with sqlite3.connect(file) as database:
                database.execute("create table kept (other text)")
            database.close()
        case "a folder":
            file.mkdir()
        case _:
            Store(file).keep({b"one": b"x" * 100_000})
            data = file.read_bytes()
            at = data.index(b"x" * 1000)
            spoilt = data[:at] if what == "cut off" else data[:at] + b"y" + data[at + 1 :]
            file.write_bytes(spoilt)
    assert Store(file).find([b"one"]) == {}
    Store(file).keep(
        {b"one": b"1"}
    )  # the first may find out that the file is spoilt, and remove it
    Store(file).keep({b"one": b"1"})
    assert Store(file).find([b"one"]) == ({} if what == "a folder" else {b"one": b"1"})


def test_a_folder_nobody_may_write_to_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "below" / "results.db")
    store.keep({b"one": b"1"})
    assert store.find([b"one"]) == {}
