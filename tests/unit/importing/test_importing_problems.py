"""Every bad file gives its problem, word for word."""

from __future__ import annotations

import ast
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.model.problem import Place, Problem
from build_tools.model.source import SourceText
from build_tools.sources.importing import MOST_BYTES, read

CASES = Path(__file__).parents[2] / "cases" / "importing"
PROBLEMS = yaml.safe_load((CASES / "problems.yaml").read_text("utf-8"))
ARTICLE = (
    "The tram came back to our harbour on a wet morning, and nobody on the quay was glad of it.\n"
    "Nine years later it carries half the town, and the café opens an hour earlier for its sake.\n"
    "The mayor should say so, in public, and then she should pay for the second line up the hill.\n"
)


def made(case: dict[str, Any], folder: Path) -> Path:
    path = folder / str(case["name"])
    if "bytes" in case:
        spelled = case["bytes"].replace("\n", "\\n").replace("'", "\\'")
        path.write_bytes(ast.literal_eval(f"b'{spelled}'"))
    elif "repeat" in case:
        piece, times = case["repeat"]
        path.write_text(piece * times, "utf-8")
    elif "size" in case:
        with path.open("wb") as file:
            file.truncate(case["size"])
    elif "link" in case:
        (folder.parent / "elsewhere.txt").write_text(ARTICLE, "utf-8")
        path.symlink_to(case["link"])
    elif "folder" in case:
        path.mkdir()
    elif "pipe" in case:
        os.mkfifo(path)
    return path


@pytest.mark.parametrize("case", PROBLEMS, ids=lambda case: f"{case['code']} {case['name']}")
def test_problem(case: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    shown = f"sources/{case['name']}"
    found = read(made(case, folder), shown=shown)
    assert isinstance(found, Problem)
    line, column = case.get("at", [1, 1])
    assert found.code == case["code"]
    assert found.place == Place(path=shown, line=line, column=column)
    words = case["words"].replace("<elsewhere>", found.words)
    assert (found.words, found.example) == (words, case["example"])
    if case["message"] != "<circle>":  # worded by the operating system
        assert found.message == case["message"]


def test_every_code_has_a_case() -> None:
    assert {case["code"] for case in PROBLEMS} == {f"CR10{digit}" for digit in range(1, 10)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "tram.txt"
    path.write_bytes(ARTICLE.encode(encoding))
    found = read(path)
    assert isinstance(found, SourceText)
    assert found.text == ARTICLE.strip().replace("\n", "\n\n")


@pytest.mark.parametrize(("label", "encoding"), [("iso-8859-1", "cp1252"), ("UTF-8", "utf-8")])
def test_declared_charset(label: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "tram.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines())
    page = f'<html><head><meta charset="{label}"></head><body><article>{paragraphs}</article>'
    path.write_bytes(page.encode(encoding))
    found = read(path)
    assert isinstance(found, SourceText)
    assert "café" in found.text


def test_link_inside_is_read_and_wider_folder_counts(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "deep").mkdir()
    near, far = tmp_path / "near.txt", tmp_path / "deep" / "far.txt"
    near.symlink_to("real.txt")
    far.symlink_to("../real.txt")
    assert isinstance(read(near), SourceText)
    assert isinstance(read(far, inside=tmp_path), SourceText)
    refused = read(far)
    assert isinstance(refused, Problem)
    assert refused.code == "CR105"


def test_linked_folder_may_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "in").mkdir()
    (tmp_path / "out" / "tram.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "in" / "door").symlink_to("../out")
    refused = read(tmp_path / "in" / "door" / "tram.txt", inside=tmp_path / "in")
    assert isinstance(refused, Problem)
    assert refused.code == "CR105"


def test_the_limit_itself_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tram.txt"
    path.write_text(ARTICLE + " " * (MOST_BYTES - len(ARTICLE.encode())), "utf-8")
    assert isinstance(read(path), SourceText)
