"""The site this repository publishes, and the five op-eds where a person has put them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools import building, pipeline
from build_tools.linking.anchors import Standing
from build_tools.model.edition import Edition
from build_tools.model.engine import Engine
from build_tools.model.figure import PairLabel
from build_tools.model.question import AnswerState, Verdict
from build_tools.sources import lockfile, schemas
from build_tools.sources.workplace import Workplace
from tests.links import broken

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "annotations"
PROMISED = {"ttp", "iskp", "etim", "tip", "fata-merger"}


def place(sources: Path) -> Workplace:
    return Workplace(corpus=CORPUS, sources=sources)


def test_the_editorial_folder_is_clean_without_source_texts(tmp_path: Path) -> None:
    assert pipeline.check(place(tmp_path)) == ()


def test_every_article_is_retold_and_noted(tmp_path: Path) -> None:
    desk = pipeline.read(place(tmp_path))
    assert desk.linked is not None
    assert set(desk.linked.corpus.terms) >= PROMISED
    for one in desk.linked.articles:
        notes = one.article.notes.value.notes
        assert len(notes) >= 8
        assert len({note.kind for note in notes}) >= 4
        assert one.article.digest.value.numbers == set(range(1, one.article.paragraphs + 1))


def test_what_readers_come_for_is_compared(tmp_path: Path) -> None:
    linked = pipeline.read(place(tmp_path)).linked
    assert linked is not None
    assert len(linked.events) >= 45
    assert sum(len(one.counted) for one in linked.measures) >= 25
    assert len(linked.questions) >= 30
    slugs = [one.article.slug for one in linked.articles]
    for one in linked.questions:
        assert [given.answer.article for given in one.given] == slugs
        assert AnswerState.UNREAD not in {given.answer.state for given in one.given}
    verdicts = {one.id: one.verdict for one in linked.questions}
    clash = {"ceasefire-end", "etim-and-tip", "us-forces-left", "shared-priorities"}
    assert {verdicts[key] for key in clash} == {Verdict.CONTRADICT}
    named = {"non-nato-ally", "trade-with-us", "who-shelters-ttp", "who-counted-attacks"}
    assert named | {"who-is-blamed", "will-cooperation-work"} <= set(verdicts)


def test_look_alike_percentages_are_not_called_conflicting(tmp_path: Path) -> None:
    """573 to 1,203 is +110 %; the same article says 60 %, another 50 %: three different things."""
    linked = pipeline.read(place(tmp_path)).linked
    assert linked is not None
    attacks = next(one for one in linked.measures if one.id == "ttp-attacks")
    growth = next(one for one in attacks.growths if one.earlier.id == "un-2021")
    assert growth.change.value == 110
    labels = {one.second.id: one.label for one in growth.beside}
    assert labels["rise-since-withdrawal"] is PairLabel.NOT_COMPARABLE
    claimed = {"rise-since-withdrawal", "rise-first-year"}
    (pair,) = (one for one in attacks.pairs if {one.first.id, one.second.id} == claimed)
    assert pair.label is PairLabel.DIFFERENT_BASELINE


def test_schemas_are_those_of_the_model() -> None:
    for name in schemas.KINDS:
        path = CORPUS / schemas.FOLDER / f"{name}.json"
        assert path.read_text(encoding="utf-8") == schemas.schema(name), "make schemas"


def test_every_quotation_is_exact_and_the_lock_is_true(real_sources: Path) -> None:
    desk = pipeline.read(place(real_sources))
    assert desk.linked is not None
    assert len(desk.texts) == len(desk.linked.articles)
    standings = {placed.standing for one in desk.linked.articles for placed in one.quotations}
    assert standings == {Standing.EXACT}
    lock = (CORPUS / lockfile.NAME).read_text(encoding="utf-8")
    assert lockfile.layout(desk.linked.lock()) == lock, "crossread anchor"


def test_the_folder_is_clean_with_the_source_texts_too(real_sources: Path) -> None:
    assert pipeline.check(place(real_sources)) == ()


def test_every_bare_taliban_is_decided(real_sources: Path) -> None:
    """Each of the movements' shared names goes to one of them, none to both or to luck."""
    desk = pipeline.read(place(real_sources))
    assert desk.linked is not None
    for one in desk.linked.articles:
        for block in one.blocks:
            assert block.full_found.undecided == ()
            for mention in block.full_found.mentions:
                if mention.form == "Taliban":
                    assert mention.term in {"ttp", "afghan-taliban"}


def test_the_public_site_is_the_same_with_and_without_source_texts(
    real_sources: Path, tmp_path: Path
) -> None:
    sites = []
    for name, sources in (("with", real_sources), ("without", tmp_path / "none")):
        site = tmp_path / name
        built = building.build(place(sources), site, Edition.AUTO, Engine.MKDOCS, lambda _: None)
        assert built == ()
        assert broken(site) == []
        sites.append({p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()})
    assert sites[0] == sites[1]


def test_the_full_edition_has_every_note_in_place(real_sources: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    built = building.build(place(real_sources), site, Edition.FULL, Engine.MKDOCS, lambda _: None)
    assert built == ()
    desk = pipeline.read(place(real_sources))
    assert desk.linked is not None
    for one in desk.linked.articles:
        html = (site / "articles" / f"{one.article.slug}.html").read_text(encoding="utf-8")
        for placed in one.notes:
            assert f'id="r-{placed.item.id}"' in html
            assert f'id="n-{placed.item.id}"' in html
        assert html.count('class="cr-full"') == one.article.paragraphs


def test_a_planted_sentence_fails(real_sources: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "annotations"
    shutil.copytree(CORPUS, corpus)
    desk = pipeline.read(place(real_sources))
    slug, text = next(iter(desk.texts.items()))
    digest = corpus / "articles" / slug / "digest.md"
    copied = " ".join(text.numbered[0].text.split()[:16])
    planted = digest.read_text(encoding="utf-8").replace("¶1 ", f"¶1 {copied} ", 1)
    digest.write_text(planted, encoding="utf-8")
    spoilt = Workplace(corpus=corpus, sources=real_sources)
    site = tmp_path / "site"
    problems = building.build(spoilt, site, Edition.AUTO, Engine.MKDOCS, lambda _: None)
    assert [one.code for one in problems][:1] == ["CR501"]
    assert slug in problems[0].message
    assert not site.exists()


@pytest.fixture(autouse=True)
def from_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
