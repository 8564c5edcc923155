"""YAML from strangers: only plain data comes in, and nothing can make the program work for long."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.sources.documents import MAX_BYTES, Document, parse, plain


def codes(text: str) -> list[str]:
    found = parse(text, "x.yml")
    return [] if isinstance(found, Document) else [one.code for one in found]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x [1]\nb: *x", "CR204"),
        ("a: !!python/object:os.system x", "CR204"),
        ("a: !!binary aGk=", "CR204"),
        ("a: !mine x", "CR204"),
        ("a: 1\na: 2", "CR205"),
        ("a:\n\t- b", "CR202"),
        ("a: 'open", "CR202"),
        ("a: b\n---\nc: d", "CR202"),
        ("[a, b]: c", "CR202"),
        ("a: \x00", "CR208"),
        ('a: "\\e[1m"', "CR208"),
        ('a: "x\\ry"', "CR208"),
        ('"\\0": b', "CR208"),
        ('{"a": ["\\u202e"]}', "CR208"),
        ("a: b  # \u2066", "CR208"),
        ("a: \x7f", "CR208"),
        ("a: " + "[" * 20 + "]" * 20, "CR203"),
        ("a: " + "[" * 100_000, "CR203"),
        ("a: " + "x" * MAX_BYTES, "CR201"),
    ],
)
def test_refused(text: str, code: str) -> None:
    assert code in codes(text)


def test_a_bomb_of_aliases_costs_nothing() -> None:
    rows = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    rows += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    start = time.perf_counter()
    assert codes("\n".join(rows)) == ["CR204"]
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("true", True),
        ("null", None),
        ("12", 12),
        ("007", "007"),
        ("22:30", "22:30"),
        ("2024-05-19", "2024-05-19"),
        ("1.5", 1.5),
        ("1_000", "1_000"),
        ("١٢", "١٢"),
        ("１.５", "１.５"),
    ],
)
def test_plain_words_mean_what_yaml_1_2_says(word: str, value: object) -> None:
    assert plain(word) == value
    document = parse(f"a: {word}", "x.yml")
    assert isinstance(document, Document)
    assert document.value == {"a": value}


def test_places_are_counted_in_characters() -> None:
    document = parse("töne:\n  - {ñ: 1, b: zwei}\n", "x.yml")
    assert isinstance(document, Document)
    assert str(document.at("töne", 0, "b")) == "x.yml:2:15"
    assert str(document.key_at("töne", 0, "b")) == "x.yml:2:12"
    assert str(document.at("töne", 5, "c")) == "x.yml:2:3"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\r\nc:\r\n  - d\u202ee\r\n", "x.yml:3:6"),
        ("\ufeffa: \x1bb", "x.yml:1:4"),
        ('a: b\nc: [d, "e\\u2069"]', "x.yml:2:8"),
    ],
)
def test_invisible_characters_are_told_where_they_stand(text: str, place: str) -> None:
    found = parse(text, "x.yml")
    assert not isinstance(found, Document)
    assert [str(one.place) for one in found] == [place]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_span_is_where_the_value_stands_in_the_file(mark: str, newline: str) -> None:
    text = mark + newline.join(["a: ñ", "c: >-", "  d", "  e", 'f: ["g", h]', ""])
    document = parse(text, "x.yml")
    assert isinstance(document, Document)
    found = [slice(*document.span_at(*steps)) for steps in (["a"], ["f", 0], ["f", 1])]
    assert [text[one] for one in found] == ["ñ", '"g"', "h"]
    assert str(document.key_at("a")) == "x.yml:1:1"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(json_values)
def test_json_is_read_as_json(value: object) -> None:
    document = parse(json.dumps(value), "x.json")
    if isinstance(document, Document):
        assert document.value == value
    else:
        assert {one.code for one in document} <= {"CR202", "CR203", "CR208"}


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    parse(text, "x.yml")
