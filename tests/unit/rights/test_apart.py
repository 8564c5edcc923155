"""Files are read apart from each other, some of them in other processes, and judged together."""

from __future__ import annotations

import pickle
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.rights import Guard, guard
from build_tools.rights.rows import SEED, Texts
from build_tools.rights.words import _words, words_of
from tests.unit.rights.texts import guarded, prose

WORDS = [f"w{number}" for number in range(9)]


def test_what_a_file_quotes_can_be_pickled_and_kept() -> None:
    texts = guarded({"a": prose(1), "b": prose(2)})
    run, quoted = prose(1).split()[20:40], prose(2).split()[50:110]
    files = [
        ("one.html", f"<p>We say {' '.join(run)}</p>"),
        ("two.html", f"<p>x</p>\n<p>As <q>{' '.join(quoted[:30])}</q></p>"),
        ("three.json", f'{{"exact": "{" ".join(quoted[30:])}"}}'),
    ]
    apart = Guard(texts)
    kept = [(path, pickle.dumps(apart.read(path, content))) for path, content in files]
    found = Guard(texts).judge((path, pickle.loads(one)) for path, one in kept)  # ours
    assert found == guard(files, texts)
    assert [(one.code, one.place.path, one.place.line) for one in found] == [
        ("CR501", "one.html", 1),
        ("CR501", "two.html", 2),
        ("CR501", "three.json", 1),
        ("CR502", "articles/b.html", 1),
    ]


def test_a_run_that_stands_in_two_texts_is_told_of_both() -> None:
    texts = guarded({"a": prose(1), "b": f"{prose(2)} {prose(1)}"})
    found = guard([("x.txt", " ".join(prose(1).split()[7:27]))], texts)
    assert [one.message.split("`")[1] for one in found] == ["a", "b"]


def test_nothing_is_read_where_there_is_nothing_to_guard() -> None:
    assert guard(iter(lambda: pytest.fail("asked for a file"), None), {}) == ()


@pytest.mark.parametrize("shortest", range(SEED, 10))
def test_a_long_row_is_found_wherever_it_begins(shortest: int) -> None:
    source = [f"s{number}" for number in range(60)]
    texts = Texts({"other": ["x"] * 30, "source": source}, shortest)
    for start in range(len(source) - shortest + 1):
        row = source[start : start + shortest]
        assert texts.near(["a", *row, "b"]) == ("source",)
        assert texts.near(["a", *row[1:], "b"]) == ()


@given(st.integers(0, 10**6), st.integers(SEED, 9))
def test_all_texts_that_share_a_long_row_are_found_and_no_other(seed: int, shortest: int) -> None:
    chance = random.Random(seed)
    held = {f"t{number}": chance.choices(WORDS, k=chance.randint(0, 60)) for number in range(3)}
    passage = chance.choices(WORDS, k=chance.randint(0, 40))
    rows = {
        tuple(passage[start : start + shortest]) for start in range(len(passage) - shortest + 1)
    }
    sharing = tuple(
        slug
        for slug, words in held.items()
        if any(tuple(words[at : at + shortest]) in rows for at in range(len(words)))
    )
    assert Texts(held, shortest).near(passage) == sharing


NASTY = st.text(
    " \n\t\u00a0\u00ad\u200b\u2060\u0332\u0301\u180e\u3164\u2028'’`.,-–—¨½ﬁßİıΣς“Us9é\ufdfaａﾞ"
)


@given(st.one_of(st.text(), NASTY))
def test_a_text_has_the_same_words_read_stretch_by_stretch(text: str) -> None:
    assert words_of(text) == list(_words(text))
