"""What is to be cited can be read back: the op-ed, our page and every note, told apart."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any
from urllib.parse import parse_qs

import bibtexparser
import pytest
import rispy
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware

from build_tools import pipeline
from build_tools.exports.bibtex import bibliography
from build_tools.exports.citations import citations
from build_tools.exports.ris import references
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.edition import Edition
from build_tools.model.settings import Person
from build_tools.model.work import Name
from build_tools.sources.workplace import Workplace
from build_tools.views.citing import (
    Cited,
    Sort,
    certain,
    cited,
    coins,
    editor,
    original,
    our_page,
    person,
    plain,
)
from build_tools.views.desk import Desk

HOSTILE = [
    '</script><script>alert("1")</script>',
    "100 % of {braces} and one } alone",
    "{",
    r"\input{/etc/passwd} $x$ & #1 _a_ ^b^ ~c~",
    "@article{fake, title = {fake}",
    "ER  - TY  - JOUR",
    "“Quoted” ‘twice’, élève, Straße, تحریک, 中文, 🚢",
    "5 = 4 + 1; a&b=c",
]


def desk(linked: Linked, edition: Edition = Edition.AUTO) -> Desk:
    return Desk(linked=linked, edition=edition)


def without_address(linked: Linked) -> Linked:
    site = dataclasses.replace(linked.corpus.site.value, address=None, publisher=None)
    sheet = dataclasses.replace(linked.corpus.site, value=site)
    return dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, site=sheet))


def files(linked: Linked, one: LinkedArticle) -> dict[str, str]:
    return {made.path.rpartition(".")[2]: made.text for made in citations(desk(linked), one)}


def bib(text: str) -> Library:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return library


def work(text: str, **changes: Any) -> Cited:
    whole = Cited(
        key="a:n-1",
        sort=Sort.NOTE,
        title=text,
        authors=(Name(literal=text),),
        container=text,
        publisher=text,
        date="2025-03-14",
        url="https://canal.example/reader/a.html#n-1",
        language="en",
        abstract=text,
        remark=text,
    )
    return dataclasses.replace(whole, **changes)


def test_each_format_holds_the_same_works_under_the_same_keys(linked: Linked) -> None:
    for one in linked.articles:
        found = files(linked, one)
        keys = [work.key for work in cited(desk(linked), one)]
        assert keys[:2] == [one.article.slug, f"{one.article.slug}:page"]
        assert len(keys) == len(set(keys)) == 2 + len(one.notes)
        assert [entry.key for entry in bib(found["bib"]).entries] == keys
        assert [entry["id"] for entry in rispy.loads(found["ris"])] == keys
        assert [entry["id"] for entry in json.loads(found["json"])] == keys


def test_the_op_ed_and_our_page_are_told_apart(linked: Linked) -> None:
    found = files(linked, linked.articles[0])
    op_ed, page, note = json.loads(found["json"])[:3]
    assert [op_ed["type"], page["type"], note["type"]] == [
        "article-newspaper",
        "webpage",
        "webpage",
    ]
    assert page["title"] == f"“{op_ed['title']}”, annotated edition"
    assert op_ed["container-title"] == "The Velmouth Ledger"
    assert page["container-title"] == note["container-title"] == "The Velmouth Canal Quarrel"
    assert "abstract" not in op_ed  # our words are not its own
    kinds = [entry.entry_type for entry in bib(found["bib"]).entries[:3]]
    assert kinds == ["article", "online", "online"]
    assert [one["type_of_reference"] for one in rispy.loads(found["ris"])[:3]] == [
        "NEWS",
        "ELEC",
        "ELEC",
    ]


def test_a_note_is_cited_with_its_words_its_author_and_its_place(linked: Linked) -> None:
    notes = {one["id"]: one for one in json.loads(files(linked, linked.articles[0])["json"])}
    note = notes["ostrick-2025-toll:n-lock-count"]
    assert note["title"] == "Note on ¶1 of Ostrick 2025: “forty-one locks”"
    assert note["author"] == [{"literal": "Editor"}]
    assert note["abstract"] == "The accounts list forty-one chambers at thirty-eight sites."
    assert note["URL"].endswith("/articles/ostrick-2025-toll.html#n-lock-count")
    assert note["issued"] == {"date-parts": [[2025, 5, 12]]}
    assert note["note"] == "Reviewed. High confidence."


@pytest.mark.parametrize("text", HOSTILE)
def test_bibtex_gives_back_what_went_in(text: str) -> None:
    (entry,) = bib(bibliography([work(text)])).entries
    for field in ("title", "author", "organization", "publisher", "abstract", "annotation"):
        value = entry.fields_dict[field].value.replace("ˆ", "^")  # so the decoder reads TeX's ^
        if text.count("{") != text.count("}"):  # the decoder does not know \textbraceleft
            text = re.sub("[{}]", "", text)
        assert value == text
    assert entry.fields_dict["url"].value == "https://canal.example/reader/a.html#n-1"


@pytest.mark.parametrize("text", HOSTILE)
def test_bibtex_keeps_its_braces_in_pairs(text: str) -> None:
    depth = 0
    for mark in re.findall(r"[{}]", bibliography([work(text), work("next")])):
        depth += 1 if mark == "{" else -1
        assert depth >= 0
    assert depth == 0


def test_bibtex_keeps_names_whole() -> None:
    names = (
        Name(family="Anders", given="Ann"),
        Name(family="and", given="And"),
        Name(family="Smith, Jr", given="{J}"),
        Name(literal="Smith and Daughters, Ltd"),
    )
    made = bibliography([work("t", authors=names)])
    assert (
        r"author = {Anders, Ann and {and}, {And} and "
        r"{Smith, Jr}, {\{J\}} and {Smith and Daughters, Ltd}},"
    ) in made


def test_an_address_cannot_end_its_field() -> None:
    made = bibliography([work("t", url="https://a.example/{x}\\?q=100%25&a_b~c#d")])
    assert r"url = {https://a.example/%7Bx%7D%5C?q=100%25&a_b~c#d}," in made


@pytest.mark.parametrize("text", HOSTILE)
def test_ris_gives_back_what_went_in(text: str) -> None:
    first, second = rispy.loads(references([work(text), work("next", key="b")]))
    assert [first["id"], second["id"]] == ["a:n-1", "b"]
    for field in ("title", "secondary_title", "publisher", "abstract"):
        assert first[field] == text
    assert first["notes"] == first["authors"] == [text]
    assert first["urls"] == ["https://canal.example/reader/a.html#n-1"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\r\nthree", "one two three"),
        ("one\u2028two\u2029three\x85four\x0bfive", "one two three four five"),
        ("a\u202egnirts\u202c b\u2066c\u2069\x00", "agnirts bc"),
        ("zero\u200cwidth \u061cmark", "zero\u200cwidth \u061cmark"),  # Persian needs them
    ],
)
def test_a_text_becomes_one_line_without_what_nobody_sees(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_no_line_of_a_text_is_taken_for_a_field(canal: Workplace) -> None:
    path = canal.corpus / "articles" / "ostrick-2025-toll" / "notes.yml"
    text = path.read_text(encoding="utf-8")
    body = "body: |\n      One.\n\n      ER  - \n      TY  - JOUR\n      TI  - fake"
    path.write_text(re.sub(r"body: >-\n\s+The accounts list.*", body, text, count=1), "utf-8")
    linked = pipeline.read(canal).linked
    assert linked
    entries = rispy.loads(files(linked, linked.articles[0])["ris"])
    assert len(entries) == 2 + len(linked.articles[0].notes)
    assert entries[2]["abstract"] == "One. ER - TY - JOUR TI - fake"


@pytest.mark.parametrize(
    ("date", "sure"),
    [
        ("2024-05-19", "2024-05-19"),
        ("2023-02-07~", "2023-02"),
        ("2023-02-02~", "2023"),  # might be January
        ("2023-01-02~", ""),  # might be another year
        ("2023-06~", "2023"),
        ("2023-12?", ""),
        ("2023~", ""),
        ("2023%", ""),
        ("0001-01-01~", ""),
    ],
)
def test_only_what_is_certain_of_a_date_is_given_as_a_fact(date: str, sure: str) -> None:
    assert certain(date) == sure


def test_an_approximate_date_is_never_exact(linked: Linked) -> None:
    found = files(linked, linked.articles[0])
    assert "  date = {2025-03-14~},\n  year = {2025},\n" in found["bib"]
    op_ed = rispy.loads(found["ris"])[0]
    assert (op_ed["date"], op_ed["year"]) == ("2025/03//", "2025")
    assert op_ed["notes"][0].startswith("Published about 14 March 2025")
    assert json.loads(found["json"])[0]["issued"]["circa"] is True


def test_without_an_address_nothing_of_ours_has_one(linked: Linked) -> None:
    bare = without_address(linked)
    for one in bare.articles:
        found = files(bare, one)
        for item in json.loads(found["json"])[1:]:
            assert "URL" not in item
        assert all("url" not in entry.fields_dict for entry in bib(found["bib"]).entries[1:])
        assert all("urls" not in entry for entry in rispy.loads(found["ris"])[1:])


def test_a_page_without_notes_has_no_date(linked: Linked) -> None:
    bare = dataclasses.replace(linked.articles[0], notes=())
    found = files(linked, bare)
    assert [one["id"] for one in json.loads(found["json"])] == [
        "ostrick-2025-toll",
        "ostrick-2025-toll:page",
    ]
    assert "issued" not in json.loads(found["json"])[1]
    assert "date" not in rispy.loads(found["ris"])[1]


def test_a_role_is_no_personal_name_and_an_orcid_tells_one(linked: Linked) -> None:
    assert editor(desk(linked), "editor") == Name(literal="Editor")
    assert editor(desk(linked), "nobody-known") == Name(literal="nobody-known")
    known = Person(id="editor", name="Ann B. Writer", role="r", orcid="0000-0002-1825-0097")
    people = dataclasses.replace(linked.corpus.people.value, people=(known,))
    sheet = dataclasses.replace(linked.corpus.people, value=people)
    there = dataclasses.replace(linked, corpus=dataclasses.replace(linked.corpus, people=sheet))
    assert editor(desk(there), "editor") == Name(family="Writer", given="Ann B.")
    assert person("Reuters") == Name(literal="Reuters")


def test_a_reference_manager_is_offered_both_works(linked: Linked) -> None:
    one = linked.articles[0]
    op_ed, page = (
        {key: value for key, (value,) in parse_qs(coins(made), strict_parsing=True).items()}
        for made in (original(one), our_page(desk(linked), one))
    )
    assert op_ed["rft_val_fmt"] == page["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:dc"
    assert (op_ed["rft.type"], page["rft.type"]) == ("newspaperArticle", "webpage")
    assert op_ed["rft.title"] != page["rft.title"]  # the choice shows titles alone
    assert op_ed["rft.creator"] == "Ostrick, Maren"
    assert op_ed["rft.date"] == "2025-03"
    assert "rft.identifier" not in op_ed  # its address is not known; ours is not its
    assert page["rft.identifier"] == "https://canal.example/reader/articles/ostrick-2025-toll.html"
    assert "rft.creator" not in page


@pytest.mark.parametrize("text", HOSTILE)
def test_a_reference_manager_reads_hostile_titles(text: str) -> None:
    made = coins(work(text, sort=Sort.ORIGINAL))
    assert not re.search(r"[<>\"'\s+]", made)
    assert parse_qs(made, strict_parsing=True)["rft.title"] == [text]
