"""A fuzzer over everything that reads files: problems with place and code, and nothing else.

The budget is fixed and the examples are the same on every run, so that a failure is no accident.
To look further: `HYPOTHESIS_EXAMPLES=5000 pytest tests/unit/hostile/test_fuzz.py`.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools import pipeline, prose
from build_tools.exchanging import Wanted, import_notes
from build_tools.exchanging.annotation import Annotation, Format, Said
from build_tools.exchanging.markup import to_markdown
from build_tools.exchanging.reading import parse as parse_annotations
from build_tools.linking.linked import link
from build_tools.model.corpus import Sheet
from build_tools.model.problem import Problem
from build_tools.model.source import SourceText
from build_tools.sources import digests, importing, loading, lockfile
from build_tools.sources.appending import append
from build_tools.sources.documents import Document, parse
from build_tools.sources.importing import Form
from build_tools.sources.layout.kinds import files
from build_tools.sources.schemas import KINDS
from build_tools.sources.validation import validate
from build_tools.sources.workplace import Workplace
from tests.conftest import CANAL
from tests.unit.exchanging.conftest import SLUG, row

MORE = int(os.environ.get("HYPOTHESIS_EXAMPLES", "0"))


def budget(examples: int) -> settings:
    return settings(
        max_examples=MORE or examples,
        derandomize=not MORE,
        deadline=10_000,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )


SEEDS = [path.read_text(encoding="utf-8") for path, _ in files(CANAL / "annotations")]
LOCK = (CANAL / "annotations" / "anchors.lock").read_text(encoding="utf-8")
TOKENS = [
    *("&a ", "*a", "!!python/none ", "<<: ", "? ", "- ", ": ", "[", "]", "{", "}", "|\n", ">-\n"),
    *("'", '"', "\\", "#", "%YAML 1.1\n", "---\n", "...\n", "\t", "\r", "\r\n", "\x00", "\x1b"),
    *("\ufeff", "\u202e", "\u2028", "\ud7ff", "\U000e0041", "\U0010ffff", "٣", "ﬁ", "İ", "é"),
    *("9" * 400, "1e999", "-1", ".nan", "0x10", "~", "null", "true", "2024-13-45", "9999-12-31"),
    *("<script>", "</p>", "javascript:", "{{", "{%", "&#0;", "&amp;", "]]>", "<!--", "¶", "¶0 "),
]


@st.composite
def mutated(draw: st.DrawFn, seeds: Sequence[str]) -> str:
    """A valid file with a few wounds: something cut out, doubled, or put in."""
    text = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 40)))
        put = draw(st.sampled_from(TOKENS) | st.text(max_size=6) | st.just(text[at:to] * 2))
        text = text[:at] + put + text[to:]
    return text


def told(problems: Sequence[object]) -> None:
    """Hold that these are problems of ours, each with a code, a place and words."""
    for one in problems:
        assert isinstance(one, Problem)
        assert one.code.startswith("CR")
        assert one.place.path
        assert one.place.line >= 1
        assert one.place.column >= 1
        assert one.message


@budget(80)
@given(mutated(SEEDS) | st.text(max_size=200), st.sampled_from(sorted(KINDS)))
def test_editorial_files(text: str, kind: str) -> None:
    found = parse(text, "x.yml")
    if isinstance(found, Document):
        result = validate(found, KINDS[kind], "")
        told(() if isinstance(result, Sheet) else result)
    else:
        assert found
        told(found)


@budget(100)
@given(mutated(["¶1 One *two*.\n\n## Head\n\n- ¶2 [a](term:b).\n"]) | st.text(max_size=200))
def test_digests(text: str) -> None:
    found = digests.parse(text, "digest.md")
    told(() if isinstance(found, Sheet) else found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shutil.copytree(CANAL, tmp_path_factory.mktemp("fuzz") / "canal")
    return next(tmp_path_factory.getbasetemp().glob("fuzz*/canal"))


@budget(20)
@given(text=mutated([LOCK]) | st.binary(max_size=100))
def test_locks(folder: Path, text: str | bytes) -> None:
    path = folder / "annotations" / lockfile.NAME
    data = text.encode(errors="surrogatepass") if isinstance(text, str) else text
    path.write_bytes(data)
    lock, problems = lockfile.read(folder / "annotations")
    told(problems)
    assert (lock is None) == bool(problems)
    corpus, _ = loading.load(folder / "annotations")
    if lock and corpus:
        link(corpus, {}, lock)  # what was let through can be worked with
    path.write_text(LOCK, encoding="utf-8")


@budget(15)
@given(data=st.data())
def test_whole_folders(folder: Path, data: st.DataObject) -> None:
    path, _ = data.draw(st.sampled_from(list(files(folder / "annotations"))))
    before = path.read_bytes()
    text = data.draw(mutated([before.decode()]))
    path.write_bytes(text.encode(errors="surrogatepass"))
    place = Workplace(corpus=folder / "annotations", sources=folder / "nowhere")
    try:
        desk = pipeline.read(place)
        told(desk.problems)
        assert desk.linked is not None or desk.problems
    finally:
        path.write_bytes(before)


ARTICLES = [path.read_text(encoding="utf-8") for path in sorted((CANAL / "sources").iterdir())]


@budget(40)
@given(
    (mutated(ARTICLES) | st.text(max_size=100)).map(lambda text: text.encode(errors="replace"))
    | st.binary(max_size=200),
    st.sampled_from([Form.TEXT, Form.MARKDOWN]),
)
def test_imported_op_eds(data: bytes, form: Form) -> None:
    found = importing.parse(data, form, shown="x")
    assert isinstance(found, SourceText) or told([found]) is None


@budget(12)
@given(mutated([ARTICLES[2], "<html><body><p>" + "word " * 50 + "</p></body></html>"]))
def test_imported_pages(text: str) -> None:
    found = importing.parse(text.encode(errors="replace"), Form.HTML, shown="x")
    assert isinstance(found, SourceText) or told([found]) is None


ROWS = json.dumps({"total": 1, "rows": [row(), row(id="other", references=["a"])]})
LINKED = json.dumps(
    {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "first": {
            "type": "AnnotationPage",
            "items": [
                {
                    "type": "Annotation",
                    "id": f"../articles/{SLUG}.html#n-x",
                    "body": [{"type": "TextualBody", "value": "*a*", "format": "text/html"}],
                    "target": {"selector": {"type": "TextQuoteSelector", "exact": "a toll"}},
                    "custom": {"article": SLUG, "paragraph": 2, "see": [{}], "sources": [1]},
                }
            ],
        },
    }
)
TABLE = (
    "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n"
    '2025-06-03 10:11,https://x.example/,Public,Annotation,"a toll","b","c","d",\n'
)
words = st.text(max_size=30) | st.sampled_from([*TOKENS, "four crowns", "a toll of four crowns"])
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


def broken(value: Any, data: st.DataObject) -> Any:
    """A row in which a few values are something else."""
    if isinstance(value, dict):
        return {key: broken(one, data) for key, one in value.items()}
    if isinstance(value, list):
        return [broken(one, data) for one in value]
    return data.draw(anything) if data.draw(st.integers(0, 5)) == 0 else value


@budget(150)
@given(mutated([ROWS, LINKED, TABLE]) | st.text(max_size=80) | anything.map(json.dumps))
def test_files_of_annotations(text: str) -> None:
    found = parse_annotations(text, "x")
    if isinstance(found, Problem):
        told([found])
    else:
        assert all(isinstance(one, Annotation) for one in found)


@budget(12)
@given(data=st.data())
def test_imported_annotations(folder: Path, data: st.DataObject) -> None:
    path = folder / "annotations" / "articles" / SLUG / "notes.yml"
    before = path.read_bytes()
    seed = data.draw(st.sampled_from([ROWS, LINKED]))
    file = folder / "import.json"
    file.write_text(json.dumps(broken(json.loads(seed), data)), encoding="utf-8")
    place = Workplace(corpus=folder / "annotations", sources=folder / "sources")
    try:
        done = import_notes(place, Wanted(article=SLUG, files=(file,), author="editor"))
        told(done.problems)
        assert bool(done.added) == (path.read_bytes() != before)
        corpus, problems = loading.load(folder / "annotations")
        assert problems == ()
        assert corpus is not None
    finally:
        path.write_bytes(before)


@budget(150)
@given(
    st.lists(
        st.sampled_from(
            [
                *TOKENS,
                "<b>",
                "</b>",
                "<a href='https://x.example/(y)'>",
                "</a>",
                "**",
                "*",
                "`",
                "[a](",
                ")",
                "\n\n",
                " word ",
                "&lt;",
                "<pre>",
            ]
        )
        | st.text(max_size=5),
        max_size=25,
    ).map("".join),
    st.sampled_from(Format),
)
def test_markup_of_strangers(text: str, form: Format) -> None:
    markdown = to_markdown(Said(text=text, format=form))
    assert prose.bad_links(markdown) == ()
    assert all(target.startswith(("http://", "https://")) for target in prose.links(markdown))


@budget(150)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a", "b", "c"]), st.text(max_size=150), min_size=1),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from(
        ["", "x: 1", "notes: []\r\n", "notes:\n  - {a: b}\n", "notes:\n- a: b\n\n- a: c\n"]
    ),
)
def test_added_entries_read_back_as_themselves(entries: list[dict[str, str]], text: str) -> None:
    after = append(text, "notes", entries)
    assert after is not None
    found = parse(after, "x.yml")
    if isinstance(found, Document):
        listed = found.value["notes"] if isinstance(found.value, dict) else None
        assert isinstance(listed, list)
        assert listed[-len(entries) :] == entries
    else:
        assert {one.code for one in found} == {"CR208"}  # what no file may hold
