from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.bench.contenders import OURS, STOCK, contenders
from tests.bench.corpus import Size, make
from tests.bench.edits import contents, reword

SIZE = Size(
    articles=4, notes=15, events=3, measures=2, questions=1, terms=20, withheld=2, varied=True
)
SLUG = "author-2024-n1"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make(folder, SIZE)
    return folder


def paragraphs(folder: Path, slug: str) -> list[str]:
    return (
        (folder / "sources" / f"{slug}.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
    )


def load(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_same_seed_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    make(tmp_path, SIZE)
    assert contents(tmp_path) == contents(made)


def test_an_article_has_some_nine_hundred_words_and_forty_mentions(made: Path) -> None:
    text = " ".join(paragraphs(made, SLUG))
    names = [load(path)["variants"][0] for path in (made / "annotations/glossary").glob("*.yml")]
    assert 850 <= len(text.split()) <= 950
    assert sum(len(re.findall(rf"\b{name}\b", text)) for name in names) == 40


def test_every_quotation_of_a_note_stands_in_its_paragraph(made: Path) -> None:
    texts = paragraphs(made, SLUG)
    notes = load(made / "annotations" / "articles" / SLUG / "notes.yml")["notes"]
    assert len(notes) == 15
    assert all(note["quote"] in texts[note["paragraph"] - 1] for note in notes)
    assert len({note["body"] for note in notes}) == 15


def test_some_articles_are_published_and_some_only_as_digests(made: Path) -> None:
    records = sorted((made / "annotations" / "articles").glob("*/article.yml"))
    kinds = [load(path)["rights"]["publish"] for path in records]
    assert kinds == ["full", "digest", "full", "digest"]


def test_prose_that_repeats_itself_has_few_bodies(tmp_path: Path) -> None:
    make(tmp_path, Size(articles=1, notes=30))
    notes = load(tmp_path / "annotations/articles/author-2024-n0/notes.yml")["notes"]
    assert len({note["body"] for note in notes}) == 4


def test_all_contenders_get_the_same_words(made: Path, tmp_path: Path) -> None:
    text = "\n\n".join(paragraphs(made, SLUG))
    for number, one in enumerate(contenders()):
        one.lay_out(made, tmp_path / str(number))
        holding = [
            path
            for path in (tmp_path / str(number)).rglob(f"{SLUG}.*")
            if text in path.read_text(encoding="utf-8")
        ]
        assert len(holding) == 1, one.name


def test_ours_and_the_stock_set_up_are_always_there() -> None:
    assert {OURS, STOCK} <= {one.name for one in contenders()}


def test_an_edit_changes_one_file_and_one_note(made: Path, tmp_path: Path) -> None:
    make(tmp_path, SIZE)
    reword(tmp_path, 1, "Other words.")
    before, after = contents(made), contents(tmp_path)
    changed = [path for path in before if before[path] != after[path]]
    assert changed == [f"annotations/articles/{SLUG}/notes.yml"]
    bodies = [note["body"] for note in load(tmp_path / changed[0])["notes"]]
    assert bodies.count("Other words.") == 1
