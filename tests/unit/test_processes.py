"""Work over several processes gives what work in one gives."""

from __future__ import annotations

import gc
import os
import threading
import weakref

import pytest

from build_tools import processes


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_processors", lambda: 3)


def test_results_come_in_order_and_from_other_processes() -> None:
    seen = {"no pickle needed": lambda number: (number * 2, os.getpid())}
    found = list(processes.spread(seen["no pickle needed"], range(500)))
    assert [number for number, _ in found] == [number * 2 for number in range(500)]
    if processes._may_copy():
        assert os.getpid() not in {process for _, process in found}


def test_little_work_stays_here() -> None:
    assert set(processes.spread(lambda _: os.getpid(), range(5))) == {os.getpid()}


def test_a_program_with_threads_is_not_copied() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    found = set(processes.spread(lambda _: os.getpid(), range(500)))
    over.set()
    thread.join()
    assert found == {os.getpid()}


@pytest.mark.parametrize("wanted", [True, False])
def test_work_apart_ends_whether_its_result_is_wanted_or_not(wanted: bool) -> None:
    large = "x" * 1_000_000
    with processes.Apart(lambda: (large, os.getpid())) as apart:
        if wanted:
            found, process = apart.result()
            assert found == large
            assert (process != os.getpid()) == processes._may_copy()


def test_an_error_of_work_apart_comes_back() -> None:
    with processes.Apart(lambda: 1 // 0) as apart, pytest.raises(ZeroDivisionError):
        apart.result()


def test_an_error_comes_back() -> None:
    with pytest.raises(ZeroDivisionError):
        list(processes.spread(lambda number: 1 // (number - 400), range(500)))


class Thing:
    """Something a weak reference can follow."""


def test_what_is_here_to_stay_is_left_alone_by_the_collector() -> None:
    ring = Thing()
    ring.itself = ring  # type: ignore[attr-defined]
    gone = weakref.ref(ring)
    del ring
    try:
        with processes.here_to_stay():
            assert not gc.isenabled()
            kept = [Thing()]
        assert gone() is None
        assert gc.isenabled()
        assert all(one is not kept for one in gc.get_objects())
    finally:
        gc.unfreeze()
