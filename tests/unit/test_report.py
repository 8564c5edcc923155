"""Problems in every form: the same findings, at their words, safe for whoever reads them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from build_tools import report
from build_tools.cli import main
from build_tools.model.problem import Place, Problem, Severity
from build_tools.report.rules import rules
from build_tools.sources.pinpoint import pinpoint
from build_tools.sources.workplace import Workplace

PROBLEMS = (
    Problem(
        code="CR301",
        place=Place(path="annotations/glossary/t t.yml", line=4, column=9),
        message="names a person who is not in people.yml",
        words="edtior",
        until=(4, 15),
    ),
    Problem(
        code="CR331",
        place=Place(path="annotations/site.yml"),
        message="is not in the one layout",
        severity=Severity.WARNING,
    ),
    Problem(
        code="CR301",
        place=Place(path="annotations/glossary/t t.yml", line=9, column=9),
        message="names a person who is not in people.yml",
        words="edtior",
        until=(9, 15),
    ),
)


def wrong(log: dict[str, Any]) -> list[str]:
    """What SARIF 2.1.0 asks of the parts we write, and is not kept (sections of the standard)."""
    runs = log["runs"]
    rules_of = [run["tool"]["driver"]["rules"] for run in runs]
    kept = {
        "3.13.2 version": log["version"] == "2.1.0",
        "3.13 properties of a log": set(log) <= {"$schema", "version", "runs"},
        "3.19.8 name": all(run["tool"]["driver"]["name"] for run in runs),
        "3.19.23 each rule once": all(
            len({rule["id"] for rule in some}) == len(some) for some in rules_of
        ),
        "3.14.17 columnKind": all(run["columnKind"] == "unicodeCodePoints" for run in runs),
    }
    found = [name for name, is_kept in kept.items() if not is_kept]
    for run, some in zip(runs, rules_of, strict=True):
        for rule in some:
            found += _wrong_in_rule(rule)
        for result in run["results"]:
            found += _wrong_in_result(result, some)
            for location in result["locations"]:
                found += _wrong_in_place(location["physicalLocation"], run["originalUriBaseIds"])
    return found


def _wrong_in_rule(rule: dict[str, Any]) -> list[str]:
    kept = {
        "3.12.3 text": all(
            rule[name]["text"] for name in ("shortDescription", "fullDescription", "help")
        ),
        "3.50.3 level": rule["defaultConfiguration"]["level"] in {"warning", "error"},
        "3.49.12 helpUri is absolute": urlsplit(rule.get("helpUri", "a:")).scheme != "",
    }
    return [name for name, is_kept in kept.items() if not is_kept]


def _wrong_in_result(result: dict[str, Any], some: list[dict[str, Any]]) -> list[str]:
    kept = {
        "3.27.6 ruleIndex fits": some[result["ruleIndex"]]["id"] == result["ruleId"],
        "3.27.10 level": result["level"] in {"warning", "error"},
        "3.27.11 message": result["message"]["text"] != "",
        "3.27.12 one place": len(result["locations"]) == 1,
        "3.27.17 fingerprints": all(
            isinstance(one, str) for one in result["partialFingerprints"].values()
        ),
    }
    return [name for name, is_kept in kept.items() if not is_kept]


def _wrong_in_place(where: dict[str, Any], bases: dict[str, Any]) -> list[str]:
    uri, base = where["artifactLocation"]["uri"], where["artifactLocation"].get("uriBaseId")
    region = where["region"]
    start = (region["startLine"], region["startColumn"])
    relative = not urlsplit(uri).scheme and not uri.startswith("/") and ".." not in uri.split("/")
    kept = {
        "3.4.4 relative to a base that is named": base in bases if relative else base is None,
        "RFC 3986 characters": re.fullmatch(r"[A-Za-z0-9._~:/?#@!$&'()*+,;=%\[\]-]+", uri),
        "3.30.5 count from 1": min(start) >= 1,
        "3.30.7 ends after it starts": start
        <= (region.get("endLine", start[0]), region.get("endColumn", start[1])),
    }
    return [name for name, is_kept in kept.items() if not is_kept]


def test_sarif_keeps_the_rules() -> None:
    assert wrong(json.loads(report.as_sarif(PROBLEMS))) == []
    assert wrong(json.loads(report.as_sarif(()))) == []


def test_sarif_says_what_the_documentation_says() -> None:
    guide = "https://git.example/reader/blob/HEAD/docs/guide/codes.md"
    log = json.loads(report.as_sarif(PROBLEMS, guide))
    assert wrong(log) == []
    first, second = log["runs"][0]["tool"]["driver"]["rules"]
    assert first["shortDescription"]["text"] == "A person who is not there."
    assert first["fullDescription"]["text"].endswith("are ids of people.yml.")
    assert "Mend:" in first["help"]["markdown"]
    assert (first["helpUri"], second["helpUri"]) == (f"{guide}#cr301", f"{guide}#cr331")


def test_sarif_points_at_the_offending_words() -> None:
    result = json.loads(report.as_sarif(PROBLEMS))["runs"][0]["results"][0]
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {
        "uri": "annotations/glossary/t%20t.yml",
        "uriBaseId": "%SRCROOT%",
    }
    assert where["region"] == {
        "startLine": 4,
        "startColumn": 9,
        "endLine": 4,
        "endColumn": 15,
        "snippet": {"text": "edtior"},
    }


def prints(problems: tuple[Problem, ...]) -> list[str]:
    results = json.loads(report.as_sarif(problems))["runs"][0]["results"]
    return [one["partialFingerprints"]["crossread/v1"] for one in results]


def test_a_finding_is_known_again_when_lines_above_it_come_and_go() -> None:
    moved = tuple(
        Problem(
            code=one.code,
            place=Place(path=one.place.path, line=one.place.line + 7, column=3),
            message=one.message,
            words=one.words,
            severity=one.severity,
        )
        for one in PROBLEMS
    )
    assert len(set(prints(PROBLEMS))) == len(PROBLEMS)
    assert prints(moved) == prints(PROBLEMS)


def test_a_file_elsewhere_has_a_whole_address(tmp_path: Path) -> None:
    for path in ((tmp_path / "x.yml").as_posix(), "../../x.yml"):
        one = Problem(code="CR207", place=Place(path=path), message="cannot be read")
        assert wrong(json.loads(report.as_sarif((one,)))) == []


def test_github_marks_the_words() -> None:
    assert "line=4,col=9,endLine=4,endColumn=15,title=CR301::" in report.github(PROBLEMS)


@pytest.mark.parametrize("form", sorted(report.FORMATS))
def test_every_form_takes_whatever_stands_in_a_file(form: str) -> None:
    evil = 'a"\n::error::x\u202e\x1b[2J%0A<script>&\x00'
    one = Problem(code="CR210", place=Place(path=f"{evil}.yml"), message=evil, words=evil)
    said = report.FORMATS[form]((one,))
    assert "\x1b" not in said
    assert "\n::error::" not in said
    if form in {"json", "sarif"}:
        json.loads(said)


def test_check_writes_sarif(canal: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    path = canal.corpus / "glossary" / "clb-k.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("author: editor", "author: nobody"))
    flags = ["--corpus", str(canal.corpus), "--sources", str(canal.sources)]
    assert main(["check", *flags, "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert wrong(log) == []
    assert {one["ruleId"] for one in log["runs"][0]["results"]} == {"CR301"}


def test_every_documented_code_has_words_for_programs() -> None:
    found = rules()
    assert len(found) > 100
    assert [one.code for one in found.values() if not (one.short and one.full and one.mend)] == []
    assert [one.short for one in found.values() if "\n" in one.short or "**" in one.full] == []


@pytest.mark.parametrize(
    ("text", "place", "words", "found"),
    [
        ("body: >-\n  one two\n  three\nkind: x\n", (1, 7), "two three", (2, 7, 3, 8)),
        ("body: one two\nkind: two\n", (1, 7), "two", (1, 11, 1, 14)),
        ("body: one\nkind: two\n", (1, 7), "two", None),
        ("- id: a\n  body: |\n    see term:ttp-x and term:ttp\n", (2, 9), "ttp", (3, 29, 3, 32)),
        ("¶1 One two\n\n¶2 Two\n", (1, 1), "two", (1, 8, 1, 11)),
    ],
)
def test_words_are_found_in_their_field_only(
    tmp_path: Path,
    text: str,
    place: tuple[int, int],
    words: str,
    found: tuple[int, int, int, int] | None,
) -> None:
    path = tmp_path / ("x.md" if "¶" in text else "x.yml")
    path.write_text(text, encoding="utf-8")
    one = Problem(
        code="CR303",
        place=Place(path=path.as_posix(), line=place[0], column=place[1]),
        message="m",
        words=words,
    )
    (told,) = pinpoint([one], tmp_path)
    assert (told.until is None) == (found is None)
    if found:
        assert (told.place.line, told.place.column, *(told.until or ())) == found
    else:
        assert told == one
