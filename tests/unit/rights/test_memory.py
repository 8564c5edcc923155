"""What was read once is not read again, wherever it is put."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.output import Output
from build_tools.rights import Guard, Memory, Quotes
from tests.unit.rights.texts import guarded, prose

SOURCE = prose(1)
WORDS = SOURCE.split()


class Counting(Guard):
    """A guard that says how often it read."""

    read_so_far = 0

    def read(self, path: str, content: str) -> Quotes:
        self.read_so_far += 1
        return super().read(path, content)


@pytest.fixture
def guard() -> Counting:
    return Counting(guarded({"a": SOURCE, "b": prose(2)}))


def run(start: int, count: int) -> str:
    return " ".join(WORDS[start : start + count])


class Told(NamedTuple):
    code: str
    path: str
    line: int | None
    words: str


def judged(memory: Memory, output: Output) -> list[Told]:
    problems = memory.guard.judge(one.placed for one in memory.read(output))
    return [Told(one.code, one.place.path, one.place.line, one.words) for one in problems]


SAID = st.one_of(
    st.builds(run, st.integers(0, 300), st.integers(1, 60)),
    st.builds(lambda at, count: f"We read “{run(at, count)}” there.", *[st.integers(2, 60)] * 2),
    st.sampled_from(["our own words", "", "two\nlines", "<p>a <q>b c d e</q></p>"]),
)


@given(st.lists(st.fixed_dictionaries({"body": SAID, "exact": SAID}), max_size=5))
def test_data_read_part_by_part_are_judged_as_if_read_whole(items: list[dict[str, str]]) -> None:
    memory = Memory(Guard(guarded({"a": SOURCE, "b": prose(2)})), "this")
    parts = tuple(json.dumps(one) for one in items)
    whole = Output("data/x.json", "[\n" + ",\n".join(parts) + "\n]\n")
    apart = Output(whole.path, whole.text, parts=parts)
    told = [one._replace(line=1) for one in judged(memory, apart)]  # whole, all is on line 1
    assert sorted(told) == sorted(judged(memory, whole))


def test_a_problem_in_a_part_is_told_with_its_line_in_the_file(guard: Counting) -> None:
    parts = ("one,two\n", f'"x\ny",{run(5, 40)}\n')
    table = Output("data/x.csv", f"head\n{''.join(parts)}", parts=parts)
    assert [(one.code, one.line) for one in judged(Memory(guard, "this"), table)] == [("CR501", 3)]


def test_what_stands_between_parts_is_read_with_the_file(guard: Counting) -> None:
    parts = ("1", "2")
    data = Output("x.json", f'["{run(5, 40)}", 1, 2]', parts=parts)
    assert [one.code for one in judged(Memory(guard, "this"), data)] == ["CR501"]


def test_a_part_that_was_read_before_is_not_read_again(guard: Counting) -> None:
    memory = Memory(guard, "this")
    part = json.dumps({"body": run(5, 40)})
    memory.learn([memory.part("data/x.json", part)])
    before = guard.read_so_far
    found = list(memory.read(Output("data/y.json", f"[{part}]", parts=(part,))))
    assert guard.read_so_far == before + 1  # the rest of the file
    assert sum(len(one.quotes.long) for one in found) == 1


def test_what_a_text_quotes_is_known_only_as_it_was_read_and_for_whom(guard: Counting) -> None:
    text = Output("x.html", f"<p>{run(5, 40)}</p>")
    memory = Memory(guard, "this")
    memory.learn(memory.read(text))
    others = [
        (memory, Output("x.txt", text.text)),
        (Memory(guard, "this, changed"), text),
        (Memory(Guard(guarded({"a": SOURCE})), "this"), text),
    ]
    ((known,),) = [[one.mark for one in memory.read(text)]]
    assert all(one.mark != known for other, output in others for one in other.read(output))


def test_nothing_counts_as_a_part_that_does_not_stand_in_the_file(guard: Counting) -> None:
    with pytest.raises(ValueError, match="not found"):
        list(Memory(guard, "this").read(Output("x.json", "[1]", parts=("2",))))
