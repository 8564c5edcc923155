"""Slips in names are found, and nothing is called a slip that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.model.problem import Problem
from build_tools.proofreading import proofread
from build_tools.sources.pinpoint import pinpoint
from build_tools.sources.workplace import Workplace

ROOT = Path(__file__).parents[3]


def said(place: Workplace, code: str) -> list[str]:
    return [one.words for one in found_in(place) if one.code == code]


def found_in(place: Workplace) -> tuple[Problem, ...]:
    """What proof-reading finds, as `check` reports it."""
    return pinpoint(proofread(place.corpus, pipeline.read(place).linked, ()), place.corpus)


def write_in_a_note(place: Workplace, words: str) -> Path:
    path = place.corpus / "articles" / "ostrick-2025-toll" / "notes.yml"
    text = path.read_text(encoding="utf-8")
    known = "In Velmouth *lock* means a chamber;"
    assert known in text
    path.write_text(text.replace(known, f"{words} {known}"), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "slip"),
    [
        ("The Canal Levy Baord says so.", "Canal Levy Baord"),
        ("The Cannal Levy Board says so.", "Cannal Levy Board"),
        ("Ask Ilse Varow about it.", "Ilse Varow"),
        ("At the Nahr Gayte nothing moves.", "Nahr Gayte"),
        ("The Lock-Wardens’ Uinon's men.", "Lock-Wardens’ Uinon"),
        ("The Tidewel Report of the *year*.", "Tidewel Report"),
    ],
)
def test_a_slip_is_found_where_it_stands(canal: Workplace, words: str, slip: str) -> None:
    path = write_in_a_note(canal, words)
    (found,) = [one for one in found_in(canal) if one.code == "CR332"]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert found.words == slip
    assert lines[found.place.line - 1][found.place.column - 1 :].startswith(slip.split()[0])
    assert found.severity == "warning"


@pytest.mark.parametrize(
    "words",
    [
        "The Canal Levy Board’s men and the Canal Levy Boards.",  # endings
        "He writes “the Canal Levy Baord”.",  # a quotation
        "The file is called `Canal Levy Baord`.",  # code
        "A canal levy baord.",  # no name
        "At the Canal. Levy men came.",  # two sentences
        "CLB-J and CLB are short.",  # too short to tell
        "The Halewell and Ostrick papers.",  # names of authors
        "Nahr Gates, the Nahrgate.",  # endings; the same letters
    ],
)
def test_what_is_no_slip_is_let_be(canal: Workplace, words: str) -> None:
    write_in_a_note(canal, words)
    assert said(canal, "CR332") == []


@pytest.mark.parametrize("folder", ["annotations", "tests/corpus/canal/annotations"])
def test_our_own_prose_raises_no_alarm(folder: str) -> None:
    place = Workplace(corpus=ROOT / folder, sources=ROOT / "nowhere")
    assert said(place, "CR332") == []


def test_a_work_that_nobody_cites_is_found(canal: Workplace) -> None:
    path = canal.corpus / "bibliography.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[\n", '[\n  {"id": "lost", "type": "book", "title": "L"},\n', 1))
    (found,) = [one for one in found_in(canal) if one.code == "CR333"]
    assert (found.words, found.place.line, found.place.column) == ("lost", 2, 11)


def test_a_term_that_nothing_leads_to_is_found(canal: Workplace) -> None:
    lost = canal.corpus / "glossary" / "lost.yml"
    lost.write_text(
        "name: Odo Bramblecote\nkind: person\ndefinition: Somebody.\nconfidence: unconfirmed\n"
        "author: editor\nupdated: 2025-05-01\n",
        encoding="utf-8",
    )
    assert said(canal, "CR334") == ["lost"]
    write_in_a_note(canal, "See [him](term:lost).")
    assert said(canal, "CR334") == []


def test_an_id_that_nearly_is_one_is_found(canal: Workplace) -> None:
    path = canal.corpus / "figures" / "toll.yml"
    text = path.read_text(encoding="utf-8")
    first, _, rest = text.partition("    says:")
    assert rest
    path.write_text(f"{first}    speaker: canal-levy-bord\n    says:{rest}", encoding="utf-8")
    assert said(canal, "CR335") == ["canal-levy-bord"]
    path.write_text(f"{first}    speaker: bargees\n    says:{rest}", encoding="utf-8")
    assert said(canal, "CR335") == []
