"""Names that are not what they look like, links that lead nowhere good."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from build_tools import pipeline, prose
from build_tools.linking.letters import appearance, mixed
from build_tools.model.problem import Severity
from build_tools.sources.documents import Document, parse
from build_tools.sources.layout.kinds import files
from build_tools.sources.schemas import KINDS, schema
from build_tools.sources.validation import validate
from build_tools.sources.workplace import Workplace
from tests.unit.hostile.liveness import in_html
from tests.unit.hostile.spoiling import LINE, PROSE

TERM = """name: {name}
short: {short}
kind: organisation
definition: A board.
variants: [{variant}]
confidence: unconfirmed
author: editor
updated: 2025-05-04
"""


def warned(place: Workplace, **names: str) -> list[tuple[str, str]]:
    """What is said of the names of a new term."""
    told = {"name": "Weir Office", "short": "WO", "variant": "the Weir Office"} | names
    path = place.corpus / "glossary" / "weir-office.yml"
    path.write_text(TERM.format(**{key: json.dumps(one) for key, one in told.items()}), "utf-8")
    problems = pipeline.read(place).problems
    found = [one for one in problems if one.code == "CR606"]
    assert all(one.severity is Severity.WARNING and "U+" in one.message for one in found)
    assert not [one for one in problems if one.code.startswith("CR2")]
    return [(one.words, one.place.path.rsplit("/", 1)[1]) for one in found]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ({"short": "СLB"}, ["СLB"]),  # Cyrillic С with Latin LB; CLB is the Canal Levy Board
        ({"name": "Wеir Office"}, ["Wеir", "Wеir Office"][:1]),  # Cyrillic е
        ({"variant": "ＷО"}, ["WО"]),  # a wide Latin W and a Cyrillic О
        ({"name": "ΑΒΟ", "short": "ABO"}, ["ΑΒΟ"]),  # all Greek, looks like its own abbreviation
    ],
)
def test_a_name_in_borrowed_letters_is_told(
    canal: Workplace, names: dict[str, str], words: list[str]
) -> None:
    assert {one for one, _ in warned(canal, **names)} >= set(words)


def test_a_form_that_looks_like_another_term_is_told_at_the_disguised_one(
    canal: Workplace,
) -> None:
    assert ("СОРЕ", "weir-office.yml") not in warned(canal, name="СОРЕ")  # nothing looks like it
    path = canal.corpus / "glossary" / "clb-k.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("variants:", "variants:\n  - COPE", 1), encoding="utf-8")
    assert warned(canal, name="СОРЕ") == [("СОРЕ", "weir-office.yml")]


@pytest.mark.parametrize(
    "name",
    [
        "Łódź Straße",
        "Ñandú",
        "тоо Орё",
        "Ωmega Tシャツ",
        "بورد B",
        "TTP ٹی ٹی پی",
        "ﬁsh",
        "Ｗ",
        "α-particle",
        "ISIS‑K",
        "É",
        "한국 KTX",
    ],
)
def test_honest_names_are_left_alone(canal: Workplace, name: str) -> None:
    if name == "Ωmega Tシャツ":
        assert mixed(name) == "Ωmega"
        return
    assert mixed(name) is None
    assert warned(canal, name=name) == []


def test_looks_are_compared_without_case() -> None:
    assert appearance("СLВ") == appearance("clb")
    assert appearance("Board") != appearance("Bored")


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u3164", "\u180e", "\U000e0100"], ids=ascii
)
@pytest.mark.parametrize("field", ["name", "short", "variant"])
def test_a_name_holds_nothing_unseen(canal: Workplace, field: str, hidden: str) -> None:
    told = {"name": "Weir Office", "short": "WO", "variant": "x"} | {field: f"We{hidden}ir"}
    path = canal.corpus / "glossary" / "weir-office.yml"
    path.write_text(TERM.format(**told), encoding="utf-8")
    found = [one for one in pipeline.read(canal).problems if one.place.path == path.as_posix()]
    assert [one.code for one in found] in (["CR210"], ["CR208"])
    assert f"U+{ord(hidden):04X}" in found[0].message


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d", "\u200e", "\u200f", "\ufe0f"], ids=ascii)
def test_what_persian_and_emoji_need_stays(canal: Workplace, joiner: str) -> None:
    assert warned(canal, name=f"می{joiner}خواهم") == []


SCHEMES = (
    "javascript:x",
    "JavaScript:x",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "//x.example",
    "https:x",
    " https://x.example",
    "https://x.example/\nb",
    'https://x/"y',
    "https://<x>",
    "\x01javascript:x",
    "ftp://x.example",
)


def addresses() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every field of the model that holds an address, by kind of file: those of all classes."""
    for kind in KINDS:
        whole = json.loads(schema(kind))
        parts = {"": whole, **whole.get("$defs", {})}
        for name, part in parts.items():
            for field in part.get("properties", {}):
                if field.lower() in {"url", "address", "repository", "statement", "licence"}:
                    yield kind, (name, field)


def test_every_address_is_known() -> None:
    assert len(list(addresses())) >= 8


@pytest.mark.parametrize("target", SCHEMES, ids=ascii)
def test_no_field_for_an_address_takes_another_scheme(canal: Workplace, target: str) -> None:
    fields = {field for _, (_, field) in addresses()}
    tried = 0
    for path, file in files(canal.corpus):
        document = parse(path.read_text(encoding="utf-8"), "")
        assert isinstance(document, Document)
        for mapping in _mappings(document.value):
            for field in fields & set(mapping):
                before, mapping[field] = mapping[field], target
                text = json.dumps(document.value, ensure_ascii=True)
                changed = parse(text, path.as_posix())
                refused = (
                    changed
                    if not isinstance(changed, Document)
                    else validate(changed, KINDS[file.kind], "")
                )
                assert isinstance(refused, tuple), (path.name, field)
                assert {one.code for one in refused} <= {"CR210", "CR208", "CR202"}
                mapping[field] = before
                tried += 1
    assert tried > 10


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _mappings(one)


@pytest.mark.parametrize("target", SCHEMES, ids=ascii)
@pytest.mark.parametrize("form", ["[a]({})", "[a](<{}>)", "[*a*]({} 't')", "![a]({})"])
def test_no_link_in_prose_leads_there(target: str, form: str) -> None:
    markdown = form.format(target)
    assert not [one for one in prose.links(markdown) if not one.startswith("https://x")]


@pytest.mark.parametrize(
    "address",
    ["https://x.example/a%20b?c=%22d%22&e=f#g", "https://x.example/ü_(y)", "https://[::1]/"],
)
def test_an_address_stays_as_it_was_typed(address: str) -> None:
    assert list(prose.links(f"[a](<{address}>)")) == [address]
    assert list(prose.links(f"[a]({prose.destination(address)})"))


@pytest.mark.parametrize(
    "text",
    [
        "<iframe>",
        "<script>crx()</script>",
        "<a href=java&#09;script:x>",
        "<p onclick=x>",
        "<img src=https://crx.example>",
        "<b style=crx>",
        LINE,
        PROSE,
    ],
    ids=lambda text: text[:20],
)
def test_what_is_live_is_seen(text: str) -> None:
    assert in_html(text)
