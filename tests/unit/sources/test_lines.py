"""What is read quickly is what the parser of YAML reads, to the type of every value."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.sources import characters, json_text, lines, nodes
from build_tools.sources.layout.kinds import files
from build_tools.sources.plain import MAX_DEPTH, Plain
from tests.conftest import CANAL

ROOT = Path(__file__).parents[3]
AT_HAND = [
    path for folder in (CANAL / "annotations", ROOT / "annotations") for path, _ in files(folder)
]
TEXTS = [path.read_text("utf-8") for path in AT_HAND]
PIECES = [
    *("a: b", "a:", "a: ", "- a", "- ", "-", "- a: b", "- - a", "  ", "    ", "\n", "\n\n", "\n  "),
    *("\n    ", "\n   \n", "\n      \n", "# c", " # c", "#", ": ", ":", " ", ",", ", ", "\\", "''"),
    *(
        "[",
        "]",
        "{",
        "}",
        "[]",
        "{}",
        "[a, b]",
        "{a: b}",
        "[{a: b}, c]",
        "{a: [b, {c: d}]}",
        "[a: b]",
    ),
    *(
        ">-\n",
        ">\n",
        "|\n",
        "|-\n",
        ">+\n",
        ">2\n",
        "key: >-\n",
        "key: |\n",
        '"',
        "'",
        '"a"',
        "'a'",
    ),
    *("~", "null", "True", "no", "007", "-5", "1e5", ".5", "0x10", "1_0", "22:30", "2024-05-19"),
    *("&a ", "*a", "!!x ", "!", "<<: ", "? ", "@", "`", "%YAML 1.1\n", "---\n", "...\n", "=", "<"),
    *(
        "\\n",
        "\\u00e9",
        '\\"',
        "a:b",
        "http://x.example/?a=b#c",
        "\xa0",
        "\u200d",
        "é",
        "\U0001f30d",
    ),
]


def parsed(text: str) -> Plain:
    """What the parser reads, which must find nothing wrong."""
    found = nodes.read(text, "x.yml")
    assert isinstance(found, nodes.Node), f"{text!r} was read, and the parser says {found}"
    return found.value


def same(one: Plain, other: Plain) -> bool:
    """Tell whether two values are alike to the order of keys and the type of each scalar."""
    return repr(one) == repr(other)


@pytest.mark.parametrize("path", AT_HAND, ids=lambda one: one.relative_to(ROOT).as_posix())
def test_every_file_at_hand_is_plain(path: Path) -> None:
    text = path.read_text("utf-8")
    found = json_text.read(text) if path.suffix == ".json" else lines.read(text)
    assert found is not None
    assert same(found, parsed(text))


@st.composite
def tampered(draw: st.DrawFn) -> str:
    """A few lines of a file at hand, with something put in, taken out or both."""
    said = draw(st.sampled_from(TEXTS)).split("\n")
    at = draw(st.integers(0, len(said)))
    text = "\n".join([*said[1:2], *said[at : at + draw(st.integers(1, 16))], ""])
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 0, 1, 2, 5, 20]))
        text = text[:start] + draw(st.sampled_from(PIECES)) + text[end:]
    return text


@settings(max_examples=600, deadline=None)
@given(tampered() | st.lists(st.sampled_from(PIECES), max_size=12).map(lambda x: "".join(x) + "\n"))
def test_what_is_read_is_what_the_parser_reads(text: str) -> None:
    found = lines.read(text) if characters.are_common(text) else None
    assert found is None or same(found, parsed(text))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(
    values.filter(lambda one: isinstance(one, dict | list)),
    st.sampled_from([None, 0, 1, 4]),
    st.sampled_from([(", ", ": "), (",", ":"), (" , ", " : "), (",\n", ":\n")]),
    st.booleans(),
    st.sampled_from(PIECES),
    st.integers(0, 100),
)
def test_json_is_read_as_the_parser_reads_it(
    value: object, indent: int | None, between: tuple[str, str], ascii: bool, put: str, at: int
) -> None:
    whole = json.dumps(value, indent=indent, separators=between, ensure_ascii=ascii)
    for text in (whole, whole[:at] + put + whole[at:]):
        found = json_text.read(text) if characters.are_common(text) else None
        assert found is None or same(found, parsed(text))


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: {b: 1, b: 2}\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !!str 1\n",
        "a: b: c\n",
        "a: b\n  c\n",
        "a: 'b\n  c'\n",
        "a:\n   b: c\n  d: e\n",
        "- a\n b: c\n",
        "a: [b,\n  c]\n",
        "a: [b] c\n",
        "a: [b\n",
        "? a\n: b\n",
        "a: b\n---\nc: d\n",
        "a: >2\n   b\n",
        "a: >\n  b\n   c\n",
        "a: |\n\n  b\n",
        "a: |\n  b",
        "a: @b\n",
        '"a": b\n',
        "a\n",
        "",
    ],
)
def test_what_is_wrong_or_rare_is_left_to_the_parser(text: str) -> None:
    assert lines.read(text) is None


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, 100_000])
@pytest.mark.parametrize("marks", [("[", "]"), ('{"a": ', "}")])
def test_deep_nesting_is_left_to_the_parser(depth: int, marks: tuple[str, str]) -> None:
    text = f"{marks[0] * depth}1{marks[1] * depth}"
    assert (json_text.read(text) is None) == (depth > MAX_DEPTH)
    assert (lines.read(f"a: {text}\n") is None) == (depth >= MAX_DEPTH)


@pytest.mark.parametrize(
    "piece", ["- ", "  ", "a: ", "[", "{a: ", "'", '"', ":", "#", "a#", "a:/", " "]
)
def test_reading_takes_time_in_proportion(piece: str) -> None:
    start = time.perf_counter()
    lines.read(f"a: {piece * 50_000}\n")
    lines.read(f"a: [{piece * 50_000}\n")
    lines.read(f"a:\n  {piece * 50_000}\n")
    lines.read(f"a: >-\n  {piece}\n".replace(piece, f"{piece}\n" * 20_000))
    assert time.perf_counter() - start < 2
