from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.sampled import STAGES
from tests.bench.spending import CACHE, FailedError, clear, peak, spend, weight
from tests.bench.stages import ORDER
from tests.bench.weights import Weight, budgets, packed, weigh

ROOT = Path(__file__).parents[3]
MEGA = 1 << 20


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


def python(code: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", code]


def test_processor_time_of_children_counts(place: Path) -> None:
    work = "sum(range(3_000_000))"
    alone = spend(python(work), place)
    inside = spend(python(f"import os; os.wait() if os.fork() else {work}"), place)
    assert 0 < alone.processor <= alone.wall * 1.5
    assert inside.processor >= alone.processor * 0.5


def test_memory_is_that_of_the_largest_process_and_of_all_together(place: Path) -> None:
    hold = "held = b'x' * (60 << 20)"
    both = python(f"import os, time; pid = os.fork(); {hold}; time.sleep(.4); pid and os.wait()")
    assert 60 * MEGA < spend(both, place).largest < 110 * MEGA
    if sys.platform == "linux":
        assert peak(both, place) > 110 * MEGA


def test_a_command_that_fails_is_no_figure(place: Path) -> None:
    with pytest.raises(FailedError, match="no such thing"):
        spend(python("raise SystemExit('no such thing')"), place)


def test_what_a_command_keeps_lies_where_it_is_cleared_away(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSREAD_SOURCES", "/elsewhere")
    (place / "given").write_text("", encoding="utf-8")
    said = "[os.environ['CROSSREAD_CACHE'], 'CROSSREAD_SOURCES' in os.environ]"
    spend(python(f"import os; open('said', 'w').write(repr({said}))"), place)
    assert (place / "said").read_text(encoding="utf-8") == repr(
        [str(place / CACHE / "crossread"), False]
    )
    clear(place, frozenset({"given"}))
    assert [path.name for path in place.iterdir()] == ["given"]


def test_a_page_weighs_what_it_loads_of_ours(tmp_path: Path) -> None:
    page = (
        '<link rel="stylesheet" href="../reader/a.css"><link href="../assets/theme.css">'
        '<script src="../reader/b.js" defer></script><script src="../reader/b.js"></script>'
    )
    files = {
        "articles/a.html": page,
        "reader/a.css": "p {}",
        "reader/b.js": "1",
        "assets/theme.css": "a {}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert weigh(tmp_path / "articles" / "a.html") == Weight(
        html=packed(tmp_path / "articles" / "a.html"),
        scripts=packed(tmp_path / "reader" / "b.js"),
        styles=packed(tmp_path / "reader" / "a.css"),
    )
    assert weight(tmp_path) == sum(len(text) for text in files.values())


def test_every_budget_is_in_bytes() -> None:
    every = [most for parts in budgets().values() for most in parts.values()]
    assert every
    assert all(isinstance(most, int) and most > 1000 for most in every)


@pytest.mark.parametrize("name", [one for one in STAGES if one.startswith("build_tools")])
def test_a_stage_is_told_by_a_module_that_is_there(name: str) -> None:
    path = ROOT.joinpath(*name.split("."))
    assert [*path.parent.glob(f"{path.name}*")]


def test_every_stage_has_its_place_in_the_table() -> None:
    assert set(STAGES.values()) <= set(ORDER)
