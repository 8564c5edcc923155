"""Files made to hurt: refused with a place and a code, at once, and never with a traceback."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_tools import editing, exchanging, pipeline
from build_tools.model.problem import Problem
from build_tools.model.source import SourceText
from build_tools.sources import disk, importing, loading, lockfile, slugs
from build_tools.sources.adoption import Particulars
from build_tools.sources.importing import Form, clean
from build_tools.sources.workplace import Workplace

WORDS = "word " * 60
LAUGHS = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
ALIASES = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


def told(place: Workplace) -> set[tuple[str, str]]:
    """Code and path of everything wrong, by whatever command."""
    problems = pipeline.read(place).problems
    assert all(one.message and one.place.path and one.place.line >= 1 for one in problems)
    root = f"{place.corpus.as_posix()}/"
    return {(one.code, one.place.path.removeprefix(root)) for one in problems}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (ALIASES.encode(), "CR204"),
        (b"name: a\nname: b\n", "CR205"),
        (b"name:\n\t- a\n", "CR202"),
        (b"[" * 200_000, "CR203"),
        (b'{"a":' * 200_000, "CR203"),
        (b"name: a\x00b\n", "CR208"),
        (b"name: \xff\xfe\n", "CR207"),
        (b"\xff\xfen\x00a\x00", "CR207"),
        ("name: a\u202eb\n".encode(), "CR208"),
        ("name: a\u2066b\n".encode(), "CR208"),
        ("name: a\U000e0041b\n".encode(), "CR208"),
        ("name: a\u2028b\n".encode(), "CR208"),
        (b'name: "a\\U000E0041b"\n', "CR208"),
        (b"? [a]\n: b\n", "CR202"),
        (b"%YAML 9.9\n---\na: b\n", "CR202"),
        (b"a: !!python/object/apply:os.system [id]\n", "CR204"),
    ],
)
@pytest.mark.parametrize("name", ["glossary/evil.yml", "articles/ostrick-2025-toll/notes.yml"])
def test_a_hostile_file_is_told_at_once(
    canal: Workplace, name: str, content: bytes, code: str
) -> None:
    (canal.corpus / name).write_bytes(content)
    begun = time.perf_counter()
    found = told(canal)
    assert time.perf_counter() - begun < 5
    assert (code, name) in found


@pytest.mark.parametrize("name", ["site.yml", "glossary/big.yml", "anchors.lock"])
def test_a_huge_file_is_refused_unread(
    canal: Workplace, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = canal.corpus / name
    with path.open("wb") as file:
        file.truncate(100_000_000)

    def refuse(opened: Path, *_: Any, **__: Any) -> None:
        raise AssertionError(opened)

    monkeypatch.setattr(Path, "open", refuse)
    found = disk.read(path, canal.corpus, lockfile.MAX_BYTES)
    assert isinstance(found, Problem)
    assert found.code == "CR201"


def test_a_huge_import_is_refused_unread(canal: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    wanted = exchanging.Wanted(article="ostrick-2025-toll", files=(path,), author="editor")
    assert [one.code for one in exchanging.import_notes(canal, wanted).problems] == ["CR131"]
    huge = path.rename(tmp_path / "big.txt")
    refused = editing.add(canal, huge, Particulars())
    assert isinstance(refused[0], Problem)
    assert refused[0].code == "CR102"


@pytest.mark.parametrize(
    "name",
    [
        "..",
        ".",
        "...",
        "a/b",
        "a\\b",
        "..\\..\\x",
        "/etc",
        "a\x00b",
        "con",
        "nul",
        "com1",
        "lpt9",
        "aux",
        "name.",
        "name ",
        " name",
        "-a",
        "a-",
        "a--b",
        "A",
        "ａ",
        "а",
        "index",
        "~",
        "$x",
        "a:b",
        "%2e%2e",
        "x" * 81,
        "",
    ],
    ids=repr,
)
def test_no_name_leads_anywhere_else(canal: Workplace, name: str) -> None:
    assert slugs.unfit(name)
    source = canal.sources / "levy.txt"
    before = {path: path.stat().st_mtime_ns for path in canal.corpus.parent.rglob("*")}
    refused = editing.add(canal, source, Particulars(slug=name))
    assert isinstance(refused[0], Problem)
    assert refused[0].code == "CR112"
    assert {path: path.stat().st_mtime_ns for path in canal.corpus.parent.rglob("*")} == before


@pytest.mark.parametrize("name", ["con.yml", "aux.yml", "name..yml", "a b.yml", "а.yml"])
def test_a_file_no_system_can_hold_is_told(canal: Workplace, name: str) -> None:
    (canal.corpus / "glossary" / name).write_text("name: x\n", encoding="utf-8")
    assert ("CR211", f"glossary/{name}") in told(canal)


@pytest.mark.parametrize(
    "name", ["articles/evil", "glossary", "events", "articles", "figures", "questions"]
)
def test_a_folder_outside_is_not_read(canal: Workplace, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    inner = outside if name.startswith("articles/") else outside / "secret"
    inner.mkdir(exist_ok=True)
    for one in ("article.yml", "digest.md", "secret.yml"):
        (inner / one).write_text("title: secret words\n", encoding="utf-8")
        (outside / one).write_text("title: secret words\n", encoding="utf-8")
    place = canal.corpus / name
    if place.exists():
        place.rename(tmp_path / "away")
    place.symlink_to(outside)
    found = told(canal)
    assert any(code == "CR206" and path.startswith(name) for code, path in found), found


def test_an_import_does_not_write_through_a_link(canal: Workplace, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (canal.corpus / "articles" / "doe-2025-trams").symlink_to(outside)
    (canal.sources / "new.txt").write_text("Trams\n\n" + WORDS, encoding="utf-8")
    given = Particulars(slug="doe-2025-trams", title="Trams", outlet="Gazette", date="2025")
    refused = editing.add(canal, canal.sources / "new.txt", given)
    assert isinstance(refused[0], Problem)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one["notes"][0].update(state="lost"),
        lambda one: one["notes"][0].update(context="zz"),
        lambda one: one["notes"][0].update(similarity=float("inf")),
        lambda one: one["notes"][0].update(start=-1),
        lambda one: one["notes"][0].update(end=10**40),
        lambda one: one["notes"][0].update(start=100, end=99),
        lambda one: one["mentions"][0].update(form="\ud800"),
        lambda one: one["mentions"][0].update(form="a\u202eb"),
        lambda one: one["mentions"][0].update(voice="\x1b[2J"),
        lambda one: one["mentions"][0].update(how="guess"),
    ],
)
def test_a_forged_lock_is_refused(canal: Workplace, change: Callable[[Any], None]) -> None:
    path = canal.corpus / lockfile.NAME
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data["ostrick-2025-toll"])
    path.write_text(json.dumps(data), encoding="utf-8")
    assert ("CR430", "anchors.lock") in told(canal)


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (f"---\n{ALIASES}title: *a11\nauthor: *a11\n---\n\n{WORDS}", Form.MARKDOWN),
        (f"---\ndate: {'1:' * 20_000}1\n---\n\n{WORDS}", Form.MARKDOWN),
        (f"---\ntitle: !!python/name:os.system\n---\n\n{WORDS}", Form.MARKDOWN),
        (f"---\na: {'[' * 20_000}\n---\n\n{WORDS}", Form.MARKDOWN),
        (f"---\n{'k: v' * 200_000}\n---\n\n{WORDS}", Form.MARKDOWN),
        ("[" * 20_000 + WORDS, Form.MARKDOWN),
        ("<div>" * 20_000 + WORDS, Form.HTML),
        (f"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>{LAUGHS}]><p>{WORDS}&k;</p>", Form.HTML),
    ],
    ids=["aliases", "sixties", "tag", "deep", "long head", "brackets", "deep page", "laughs"],
)
def test_bombs_in_imports_do_not_go_off(raw: str, form: Form) -> None:
    begun = time.perf_counter()
    found = clean(raw, form)
    assert time.perf_counter() - begun < 5
    if isinstance(found, SourceText):
        assert len(found.text) < 2 * len(raw)


def test_a_page_cannot_read_files_of_ours(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret of this machine", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><article>'
        f"<p>{WORDS}&x;</p><p>{WORDS}</p></article></body></html>"
    )
    for form in Form:
        assert "the secret" not in repr(clean(page, form))


@pytest.mark.parametrize("head", [b"PK\x03\x04", b"\x1f\x8b", b"%PDF-", b"BZh9", b"\xfd7zXZ"])
@pytest.mark.parametrize("name", ["op-ed.txt", "op-ed.html", "op-ed.md"])
def test_archives_are_never_unpacked(tmp_path: Path, name: str, head: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(head + bytes(range(256)) * 50)
    found = importing.read(path)
    assert isinstance(found, Problem)
    assert found.code in {"CR103", "CR104"}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_marks_and_line_ends_of_other_systems_change_nothing(
    canal: Workplace, mark: bytes, newline: bytes
) -> None:
    before, _ = loading.load(canal.corpus)
    for path in canal.corpus.rglob("*.yml"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", newline))
    after, problems = loading.load(canal.corpus)
    assert problems == ()
    assert before is not None
    assert after is not None
    assert {key: one.value for key, one in after.terms.items()} == {
        key: one.value for key, one in before.terms.items()
    }
    assert dataclasses.asdict(after.site.value) == dataclasses.asdict(before.site.value)
