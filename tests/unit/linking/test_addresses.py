"""Every address readers may keep is known, and aliases lead them where they should."""

from __future__ import annotations

import dataclasses

import pytest

from build_tools.linking.addresses import arrive, kept, living
from build_tools.linking.check_aliases import aliases
from build_tools.linking.linked import Linked
from build_tools.model.alias import Alias, AliasFile
from build_tools.model.corpus import Sheet
from build_tools.model.problem import Place
from tests.links import Page
from tests.rendering import texts


def with_aliases(linked: Linked, *pairs: tuple[str, str]) -> Linked:
    lines = tuple(Alias(old=old, new=new) for old, new in pairs)
    sheet = Sheet(AliasFile(aliases=lines), lambda *_: Place(path="aliases.yml"))
    return dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, aliases=sheet))


def test_whatever_has_an_address_stands_on_its_page(linked: Linked) -> None:
    made = {path: {"", *Page(text).ids} for path, text in texts(linked).items()}
    addresses = [(one, *one.partition("#")[::2]) for one in living(linked)]
    assert [one for one, page, part in addresses if part not in made.get(page, ())] == []


TOLL, WARDENS = "articles/ostrick-2025-toll.html", "articles/halewell-2025-wardens.html"


@pytest.mark.parametrize(
    ("pairs", "asked", "arrives"),
    [
        ([], TOLL, TOLL),
        ([], f"{TOLL}#n-gone", None),
        ([(f"{TOLL}#n-gone", f"{TOLL}#p2")], f"{TOLL}#n-gone", f"{TOLL}#p2"),
        ([("articles/old.html", TOLL)], "articles/old.html", TOLL),
        ([("articles/old.html", TOLL)], "articles/old.html#n-lock-count", f"{TOLL}#n-lock-count"),
        ([("articles/old.html", TOLL)], "articles/old.html#n-gone", None),
        (
            [("articles/old.html", "articles/index.html")],
            "articles/old.html#p3",
            "articles/index.html",
        ),
        (
            [("articles/old.html", "glossary/clb-k.html")],
            "articles/old.html#p3",
            "glossary/clb-k.html",
        ),
        ([("glossary/a.html", "glossary/nowhere.html")], "glossary/a.html", None),
        (
            [("glossary/a.html", "glossary/clb-k.html")] * 2,
            "glossary/a.html",
            "glossary/clb-k.html",
        ),
        ([(TOLL, WARDENS)], TOLL, TOLL),
    ],
)
def test_where_a_reader_arrives(
    linked: Linked, pairs: list[tuple[str, str]], asked: str, arrives: str | None
) -> None:
    led = with_aliases(linked, *pairs)
    there = living(led)
    found = arrive(asked, there, kept(led, there))
    assert (found and found.address) == arrives


@pytest.mark.parametrize(
    ("pairs", "codes"),
    [
        ([("glossary/a.html", "glossary/clb-k.html")], []),
        ([("glossary/clb-k.html", "glossary/nahr-gate.html")], ["CR380"]),
        ([("glossary/a.html", "glossary/b.html")], ["CR381"]),
        ([("glossary/a.html", "glossary/clb-k.html")] * 2, ["CR382"]),
        ([("glossary/a.html", "glossary/b.html"), ("glossary/b.html", "index.html")], ["CR381"]),
    ],
)
def test_an_alias_that_cannot_work_is_told(
    linked: Linked, pairs: list[tuple[str, str]], codes: list[str]
) -> None:
    assert [one.code for one in aliases(with_aliases(linked, *pairs))] == codes


def test_a_target_that_cannot_be_read_is_not_called_dead(linked: Linked) -> None:
    led = with_aliases(linked, ("glossary/a.html", "glossary/spoilt.html"))
    corpus = dataclasses.replace(led.corpus, unreadable=frozenset({"spoilt"}))
    assert list(aliases(dataclasses.replace(led, corpus=corpus))) == []
