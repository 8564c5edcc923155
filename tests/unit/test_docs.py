"""The documentation names what the code has: fields, commands, options, codes, targets, files."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_tools.cli import parser
from build_tools.linking.pairs import RULES as PAIR_RULES
from build_tools.linking.verdicts import RULES as VERDICT_RULES
from build_tools.model.lock import LockedArticle
from build_tools.pipeline.reading import BLOCKING
from build_tools.sources import schemas
from build_tools.sources.layout.order import holds, keys
from build_tools.sources.validation import adapter

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
SHARED_FIELDS = "Shared pieces"
SHARED_OPTIONS = "Shared options"
HEADINGS = {
    "site": "`site.yml`",
    "people": "`people.yml`",
    "article": "`article.yml`",
    "notes": "`notes.yml`",
    "mentions": "`mentions.yml`",
    "argument": "`argument.yml`",
    "class": "`class.yml`",
    "term": "`glossary/ID.yml`",
    "event": "`events/ID.yml`",
    "measure": "`figures/ID.yml`",
    "question": "`questions/ID.yml`",
    "aliases": "`aliases.yml`",
    "bibliography": "`bibliography.json`",
    "lock": "`anchors.lock`",
}
"""Where files.md describes each kind of file."""
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")],
    key=lambda path: path.as_posix(),
)


def read(name: str) -> str:
    return (GUIDE / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next of its level or above."""
    start = re.search(rf"^(##+) {re.escape(heading)}$", text, re.MULTILINE)
    assert start, f"there is no heading {heading!r}"
    rest = text[start.end() :]
    end = re.search(rf"^#{{1,{len(start[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def schema(kind: str) -> dict[str, Any]:
    if kind == "lock":
        return adapter(LockedArticle).json_schema()
    found: dict[str, Any] = json.loads(schemas.schema(kind))
    return found


def fields(kind: str) -> set[str]:
    """Return the names of every field of a kind of file, nested ones included."""
    whole = schema(kind)
    parts = [whole, *whole.get("$defs", {}).values()]
    return {name for part in parts for name in part.get("properties", {})}


def choices(kind: str) -> set[str]:
    """Return every word of a closed list in a kind of file."""
    return {
        word for part in schema(kind).get("$defs", {}).values() for word in part.get("enum", ())
    }


def commands() -> dict[str, argparse.ArgumentParser]:
    found = [one for one in parser()._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(found[0].choices)


def options(name: str) -> set[str]:
    flags = {flag for one in commands()[name]._actions for flag in one.option_strings}
    return {flag for flag in flags if flag.startswith("--")}


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def used(pattern: str) -> set[str]:
    files = (ROOT / "build_tools").rglob("*.py")
    return {one for file in files for one in re.findall(pattern, file.read_text(encoding="utf-8"))}


def slugs(page: Path) -> set[str]:
    """Return the fragments that a page's headings can be linked by."""
    headings = re.findall(r"^#+ (.+)$", without_code_blocks(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


def without_code_blocks(page: Path) -> str:
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)


def relative_links() -> Iterator[tuple[Path, str]]:
    """Yield the links that GitHub shows; the engine checks those of the site's own pages."""
    for page in (page for page in PAGES if page.parent.name != "pages"):
        prose = re.sub(r"`[^`\n]*`", "", without_code_blocks(page))
        for target in re.findall(r"\]\(([^)\s]+)\)", prose):
            if not re.match(r"[a-z]+:", target):
                yield page, target


@pytest.mark.parametrize("kind", [*schemas.KINDS, "lock"])
def test_every_field_is_described(kind: str) -> None:
    text = read("files.md")
    rows = section(text, HEADINGS[kind]) + section(text, SHARED_FIELDS)
    described = set(re.findall(r"^\| `([^`]+)` \|", rows, re.MULTILINE))
    assert fields(kind)
    assert fields(kind) - described == set()


@pytest.mark.parametrize("kind", [*schemas.KINDS, "lock"])
def test_no_field_is_described_that_is_not_there(kind: str) -> None:
    rows = section(read("files.md"), HEADINGS[kind])
    described = set(re.findall(r"^\| `([^`]+)` \| (?:yes|no)", rows, re.MULTILINE))
    assert described
    assert described - fields(kind) == set()


def test_every_choice_is_described() -> None:
    found = {(kind, word) for kind in schemas.KINDS for word in choices(kind)}
    text = read("files.md")
    assert found
    assert {one for one in found if f"`{one[1]}`" not in section(text, HEADINGS[one[0]])} == set()


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_is_described(name: str) -> None:
    text = read("commands.md")
    own = section(text, f"`crossread {name}`")
    shared = section(text, SHARED_OPTIONS)
    described = set(re.findall(r"`(--[a-z-]+)", own + shared)) | {"--help"}
    assert options(name)
    assert options(name) - described == set()
    assert set(re.findall(r"^\| `(--[a-z-]+)", own, re.MULTILINE)) - options(name) == set()


def test_no_command_is_described_that_is_not_there() -> None:
    described = set(re.findall(r"^### `crossread ([a-z-]+)`$", read("commands.md"), re.MULTILINE))
    assert described == set(commands())


def test_every_make_target_is_described() -> None:
    described = set(re.findall(r"^\| `make ([a-z]+)` \|", read("commands.md"), re.MULTILINE))
    assert targets()
    assert described == targets()


def test_every_variable_of_ours_is_described() -> None:
    found = used(r"\bCROSSREAD_[A-Z_]+\b")
    assert found
    assert {one for one in found if f"| `{one}` |" not in read("commands.md")} == set()


@pytest.mark.parametrize("heading", ["Figures", "Questions"])
def test_every_rule_of_comparison_is_described_with_what_it_gives(heading: str) -> None:
    rules = {"Figures": PAIR_RULES, "Questions": VERDICT_RULES}[heading]
    given = {rule.value: outcome.value.replace("-", " ") for rule, (outcome, _) in rules.items()}
    rows = re.findall(
        r"^\| `([a-z-]+)` \| ([a-z' ]+) \|", section(read("comparing.md"), heading), re.M
    )
    assert dict(rows) == given | {"editor": "the editor's"}


def test_every_code_has_an_entry_and_every_entry_a_code() -> None:
    entries = re.findall(r"^### (CR\d{3})$", read("codes.md"), re.MULTILINE)
    assert entries
    assert entries == sorted(set(entries))
    assert set(entries) == used(r"\bCR\d{3}\b")


def test_the_codes_that_stop_a_build_are_named() -> None:
    said = re.search(r"A \*stop\* also(.+?)\.\n", read("codes.md"), re.DOTALL)
    assert said
    named: set[str] = set()
    for first, last in re.findall(r"(CR\d+)x*(?: to CR(\d+))?", said[1]):
        named |= {f"CR{code}" for code in range(int(first[2:]), int(last or first[2:]) + 1)}
    found_while_building = {"CR5", "CR7"}
    assert named - found_while_building == set(BLOCKING)


@pytest.mark.parametrize("code", sorted(used(r"\bCR\d{3}\b")))
def test_every_entry_says_what_offends_and_how_to_mend_it(code: str) -> None:
    entry = section(read("codes.md"), code)
    assert entry.lstrip().startswith("**")
    assert "\n- Offends: " in entry
    assert "\n- Mend: " in entry


def test_every_relative_link_leads_somewhere() -> None:
    found = list(relative_links())
    assert {page.name for page, _ in found} >= {"README.md", "codes.md", "editing.md"}
    dead = []
    for page, link in found:
        path, _, fragment = link.partition("#")
        file = (page.parent / path).resolve() if path else page
        lost = fragment and file.suffix == ".md" and file.is_file() and fragment not in slugs(file)
        if not file.exists() or lost:
            dead.append(f"{page.relative_to(ROOT).as_posix()}: {link}")
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_page_says_something(page: Path) -> None:
    assert page.read_text(encoding="utf-8").startswith(("# ", "---\n"))


@pytest.mark.parametrize("kind", sorted(schemas.KINDS))
def test_tables_stand_in_the_order_of_the_layout(kind: str) -> None:
    text = read("files.md")
    parts = (section(text, HEADINGS[kind]) + section(text, SHARED_FIELDS)).split("\n\n")
    tables = [re.findall(r"^\| `([^`]+)` \| (?:yes|no)", part, re.MULTILINE) for part in parts]
    left, seen = [schemas.KINDS[kind]], set()
    while left:
        model = holds(left.pop())
        if model and model not in seen:
            seen.add(model)
            left += keys(model).values()
            order = list(keys(model))
            assert order in [[one for one in table if one in order] for table in tables], model
    assert seen
