"""From each word and each name to every place that has it, and to no other."""

from __future__ import annotations

import json
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.output import Output
from build_tools.search import inverting, shards
from build_tools.search.entries import Entry, Kind, Named, Place
from build_tools.search.folding import words
from build_tools.search.inverting import Index, Wording
from build_tools.search.parts import part
from build_tools.search.stems import stemmer

WORDS = ("gate", "gates", "toll", "tolled", "barge", "canal-side", "Größe", "IS-K", "a", "7")
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS)).map(" ".join),
    min_size=1,
    max_size=12,
)


def entries(texts: list[str]) -> tuple[Entry, ...]:
    places = [Place(kind=Kind.ARTICLE, text=text, fragment=f"p{n}") for n, text in enumerate(texts)]
    return tuple(Entry(title="", href="x.html", places=(place,)) for place in places)


def written(entries: tuple[Entry, ...], language: str = "en") -> list[Output]:
    return list(shards.write([part(entries, language)], language))


def indexed(entries: tuple[Entry, ...], language: str = "en") -> Index:
    index = Index()
    assert len(list(index.entries(part((one,), language) for one in entries))) == len(entries)
    return index


def read(outputs: list[Output]) -> tuple[dict, dict[str, dict]]:
    """Return the head and each other file, as a browser has them."""
    files = {}
    for one in outputs:
        name, _, data = one.text.partition("=")
        files[name.removeprefix("crSearch.")] = json.loads(data.rstrip().removesuffix(";"))
    return files.pop("index"), files


def found(head: dict, files: dict, word: str) -> set[int]:
    """Look a word up as the browser does."""
    below = [name for first, name in head["words"] if first <= word]
    if not below:
        return set()
    held = files[below[-1].removesuffix(".js")]
    if word not in held["words"]:
        return set()
    return set(accumulate(delta >> 2 for delta in held["at"][held["words"][word]]))


@given(TEXTS)
def test_every_word_leads_to_every_place_that_has_it(texts):
    head, files = read(written(entries(texts), "xx"))
    for word in {word for text in texts for word in words(text) if len(word) > 1 or word == "7"}:
        assert found(head, files, word) == {
            n for n, text in enumerate(texts) if word in words(text)
        }


@given(TEXTS)
def test_words_of_one_stem_share_their_places(texts):
    head, files = read(written(entries(texts)))
    for one, other in (("gate", "gates"), ("toll", "tolled")):
        places = {n for n, text in enumerate(texts) if {one, other} & set(words(text))}
        for word in (one, other):
            if any(word in words(text) for text in texts):
                assert found(head, files, word) == places


def test_cut_small_every_file_keeps_its_range(monkeypatch):
    monkeypatch.setattr(shards, "SIZE", 60)
    texts = [f"word{n:03} same{n % 3}" for n in range(80)]
    head, files = read(written(entries(texts), "xx"))
    assert len(head["words"]) > 5
    assert [first for first, _ in head["words"]] == sorted(first for first, _ in head["words"])
    for n in range(80):
        assert found(head, files, f"word{n:03}") == {n}
        assert found(head, files, f"same{n % 3}") == set(range(n % 3, 80, 3))


def test_a_family_that_lies_in_two_files_stands_in_both(monkeypatch):
    monkeypatch.setattr(shards, "SIZE", 20)
    head, files = read(written(entries(["gate", "gated", "gates"])))
    assert len(head["words"]) > 1
    assert {frozenset(found(head, files, word)) for word in ("gate", "gated", "gates")} == {
        frozenset({0, 1, 2})
    }


def test_words_that_stand_almost_everywhere_are_left_out_of_a_large_collection(monkeypatch):
    monkeypatch.setattr(inverting, "LARGE", 10)
    texts = [f"the gate{n % 5}" for n in range(20)]
    families, common = indexed(entries(texts)).families()
    assert common == {"the"}
    assert set(families) == {f"gate{n}" for n in range(5)}
    assert indexed(entries(texts[:9])).families()[1] == set()


@given(TEXTS, st.integers(1, 12))
def test_parts_give_together_what_one_part_gives(texts, size):
    found = entries(texts)
    cut = [part(found[n : n + size], "en") for n in range(0, len(found), size)]
    assert list(shards.write(cut, "en")) == written(found)
    assert list(shards.write([part((), "en"), *cut], "en")) == written(found)


def test_where_words_of_one_stem_stand_together_the_weightiest_counts():
    place = Place(kind=Kind.ARTICLE, text="gates gate gates", keywords="gated")
    other = Place(kind=Kind.ARTICLE, text="gate gates gates")
    entry = Entry(title="", href="x.html", places=(place, other))
    families, _ = indexed((entry,)).families()
    assert families["gate"] == "3,5"


def test_the_same_content_has_the_same_files_and_other_content_other_names():
    first = written(entries(["a gate"]))
    assert first == written(entries(["a gate"]))
    other = written(entries(["a toll"]))
    assert not {one.path for one in first[:-1]} & {one.path for one in other[:-1]}


def glossary() -> tuple[Entry, ...]:
    def term(key: str, *names: str) -> Entry:
        place = Place(kind=Kind.TERM, text="", named=(Named(key),))
        return Entry(title=key, href=f"{key}.html", term=key, names=names, places=(place,))

    said = (Named("ours", "CLB"), Named("ours", "the board", described=True), Named("ours", "CLB"))
    told = (Named("theirs", "the body", described=True), Named("theirs", "NB"))
    return (
        term("ours", "Canal Levy Board", "CLB", "the Board"),
        term("theirs", "Nahr Board", "NB", "Board"),
        Entry(
            title="An article",
            href="a.html",
            places=(
                Place(kind=Kind.ARTICLE, text="x", named=said),
                Place(kind=Kind.NOTE, text="y", named=told),
                Place(kind=Kind.NOTE, text="z", named=(Named("theirs"),)),
            ),
        ),
    )


def said(places: str, wording: Wording) -> list[tuple[int, str, int]]:
    """Return where a term is mentioned, by which words first, and how often."""
    forms = [form for form, _ in wording.forms]
    found, here = [], 0
    for distance, number in zip(map(int, places.split(",")), wording.said, strict=True):
        here += distance >> 2
        found.append((here, forms[number], (distance & 3) + 1))
    return found


def test_a_name_leads_to_all_who_go_by_it_the_most_mentioned_first():
    names = indexed(glossary()).names()
    assert names["clb"] == names["canallevyboard"] == [0]
    assert names["board"] == [1, 0]
    assert names["~naxrboard".replace("x", "h")] == [1]


def test_a_place_says_by_which_words_it_mentions_a_term():
    (_, keys, *ours), (_, _, *theirs) = indexed(glossary()).terms()
    assert said(*ours) == [(0, "", 1), (2, "CLB", 3)]
    assert said(*theirs) == [(1, "", 1), (3, "NB", 2), (4, "", 1)]
    assert keys == ["board", "canallevyboard", "clb"]


def test_a_term_keeps_its_words_on_the_way_to_the_browser():
    head, files = read(written(glossary()))
    (_, name), *_ = head["terms"]
    theirs = files[name.removesuffix(".js")]["1"]
    assert list(accumulate(delta >> 2 for delta in theirs["at"])) == [1, 3, 4]
    assert [theirs["forms"][n] for n in theirs["as"]] == [["", 0], ["NB", 0], ["", 0]]
    assert head["sizes"] == [1, 1, 3]
    assert [head["kinds"][int(n)][0] for n in head["places"]] == [
        "term",
        "term",
        "article",
        "note",
        "note",
    ]


@pytest.mark.parametrize("language", ["en", "en-GB", "fr", "ur", "zh-Hant"])
def test_any_language_of_a_site_will_do(language):
    assert indexed(entries(["gates"]), language).families()[0]


def test_a_word_of_which_no_stem_is_left_is_its_own():
    assert not stemmer("el")("αει")
    head, files = read(written(entries(["αει x1", "x2", "αει"]), "el"))
    assert found(head, files, "αει") == {0, 2}


def test_nothing_to_find_is_an_index_all_the_same():
    head, files = read(written(()))
    assert files == {}
    assert head["places"] == ""
