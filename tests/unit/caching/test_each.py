"""Whatever was done before is not done again, and nothing else is taken for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from build_tools.caching import each
from build_tools.caching.each import Each
from build_tools.caching.store import Store

done: list[int] = []


def times(factor: int, number: int) -> int:
    done.append(number)
    return factor * number


@pytest.fixture
def mapper(tmp_path: Path) -> Each:
    done.clear()
    return Each(Store(tmp_path / "results.db"))


def test_results_come_in_order_and_are_found_again(mapper: Each) -> None:
    assert list(mapper(partial(times, 2), [3, 1, 2])) == [6, 2, 4]
    assert list(mapper(partial(times, 2), [1, 2, 5])) == [2, 4, 10]
    assert done == [3, 1, 2, 5]


def test_other_work_is_other_work(mapper: Each, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(mapper(partial(times, 2), [3])) == [6]
    assert list(mapper(partial(times, 3), [3])) == [9]
    monkeypatch.setattr(each, "program", lambda: "another version")
    assert list(mapper(partial(times, 2), [3])) == [6]
    assert done == [3, 3, 3]


def test_the_same_thing_twice_is_done_once(mapper: Each) -> None:
    assert list(mapper(partial(times, 2), [3, 3])) == [6, 6]
    assert done == [3]


@dataclass(frozen=True)
class Read:
    text: Text


@dataclass(frozen=True)
class Text:
    words: str


@dataclass(frozen=True)
class Pair:
    text: Text
    number: int


def read(words: str) -> Read:
    return Read(Text(words))


def size(pair: Pair) -> int:
    done.append(pair.number)
    return len(pair.text.words) * pair.number


def test_what_was_given_before_stands_for_how_it_was_made(mapper: Each, tmp_path: Path) -> None:
    texts = [one.text for one in mapper(read, ["ab", "abc"])]
    assert list(mapper(size, [Pair(one, 2) for one in texts])) == [4, 6]
    again = Each(Store(tmp_path / "results.db"))
    texts = [one.text for one in again(read, ["ab", "abd"])]
    assert list(again(size, [Pair(one, 2) for one in texts])) == [4, 6]
    assert done == [2, 2, 2]
