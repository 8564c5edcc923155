"""What `crossread suggest` finds of what editors accepted, on real op-eds; what it adds to it.

Each article's own annotations are hidden from it: its notes, lines on mentions, tellings, figures
and answers, and for names the terms and forms that no other article uses. What editors then wrote
is what should be found. They never wrote down everything that is there, so precision is a floor:
a suggestion counts as right only if an editor had the same.

    measure(corpus, sources)   scores by kind, or why there are none
    scores_table(scores)       Markdown
"""

from __future__ import annotations

import dataclasses
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from build_tools import pipeline
from build_tools.linking.linked import Linked, LinkedArticle, link
from build_tools.model.argument import ArgumentFile
from build_tools.model.corpus import Corpus, Sheet
from build_tools.model.note import NoteFile
from build_tools.model.source import SourceText
from build_tools.model.ties import TieFile
from build_tools.sources.workplace import Workplace
from build_tools.suggesting import gathering
from build_tools.suggesting.known import Known
from tests.bench.agreeing import (
    Counts,
    count_crossings,
    count_dates,
    count_described,
    count_events,
    count_figures,
    count_measures,
    count_names,
    count_said,
    count_voices,
)
from tests.bench.sections import Options, Section, table

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one kind of suggestion does, over all articles."""

    kind: str
    sought: int
    """What editors accepted."""
    found: int
    """How much of it is suggested."""
    suggested: int
    """What is suggested."""
    right: int
    """How much of that an editor accepted."""

    @property
    def recall(self) -> float:
        return self.found / self.sought if self.sought else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.suggested if self.suggested else 0.0


def measure(corpus: Path, sources: Path | None) -> tuple[Score, ...] | str:
    """Return scores over every article whose source text is at hand, or why there are none."""
    if sources is None or not sources.is_dir():
        return "no source texts: CROSSREAD_SOURCES names no folder"
    desk = pipeline.read(Workplace(corpus=corpus, sources=sources))
    if desk.linked is None or not desk.texts:
        return f"no source text of {corpus} in {sources}"
    totals: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in desk.linked.articles:
        if one.source:
            for kind, counts in _article(desk.linked, one, desk.texts):
                totals[kind] = [a + b for a, b in zip(totals[kind], counts, strict=True)]
    return tuple(
        Score(kind=kind, sought=a, found=b, suggested=c, right=d)
        for kind, (a, b, c, d) in totals.items()
    )


def scores_table(scores: tuple[Score, ...]) -> str:
    head = ("suggestion", "accepted", "recall", "suggested", "precision")
    rows = (
        (one.kind, str(one.sought), f"{one.recall:.2f}", str(one.suggested), f"{one.precision:.2f}")
        for one in scores
    )
    return table(head, rows)


def _article(
    full: Linked, one: LinkedArticle, texts: dict[str, SourceText]
) -> Iterator[tuple[str, Counts]]:
    slug = one.article.slug
    hidden = link(without(full.corpus, slug), texts, {})
    mine = hidden.article(slug)
    assert mine is not None
    text = gathering.read(mine)
    assert text is not None
    glossary = gathering.glossary_of(hidden)
    findings = gathering.gather(mine, text, glossary)
    yield from count_names(full, one, findings, mine)
    yield "dates (agreeing)", count_dates(one, findings, exact=False)
    yield "dates (the same EDTF)", count_dates(one, findings, exact=True)
    yield "figures", count_figures(one, findings)
    yield "voices found", count_voices(one, findings, glossary, named=False)
    yield "voices with the right speaker", count_voices(one, findings, glossary, named=True)
    yield "reported speech", count_said(one, findings)
    yield "mentions by description", count_described(one, findings)
    known = Known(hidden, mine, text)
    yield "events of others recognised", count_events(full, one, findings, known)
    yield "measures of others recognised", count_measures(full, one, findings, known)
    yield "passages to compare", count_crossings(full, hidden, findings, glossary)


def without(corpus: Corpus, slug: str) -> Corpus:
    """Return a corpus as it was before anybody had worked on one article."""
    articles = tuple(
        replace(
            one,
            notes=Sheet(NoteFile(notes=()), one.notes.at),
            ties=Sheet(TieFile(), one.ties.at),
            argument=Sheet(ArgumentFile(), one.argument.at),
        )
        if one.slug == slug
        else one
        for one in corpus.articles
    )

    def kept(sheets: dict[str, Any], field: str) -> dict[str, Any]:
        rest = {}
        for key, sheet in sheets.items():
            left = tuple(one for one in getattr(sheet.value, field) if one.article != slug)
            if left:
                rest[key] = Sheet(replace(sheet.value, **{field: left}), sheet.at)
        return rest

    return replace(
        corpus,
        articles=articles,
        events=kept(corpus.events, "told"),
        measures=kept(corpus.measures, "figures"),
        questions=kept(corpus.questions, "answers"),
    )


def suggestions(_: Options) -> Section:
    """Return how suggestions do on the corpora that editors worked on."""
    named = os.environ.get("CROSSREAD_SOURCES")
    canal = ROOT / "tests" / "corpus" / "canal"
    corpora = {
        "the five": measure(ROOT / "annotations", Path(named) if named else None),
        "canal": measure(canal / "annotations", canal / "sources"),
    }
    parts = [
        f"{name}: {found}\n" if isinstance(found, str) else f"{name}\n\n{scores_table(found)}"
        for name, found in corpora.items()
    ]
    figures = {
        name: found if isinstance(found, str) else [dataclasses.asdict(one) for one in found]
        for name, found in corpora.items()
    }
    return Section(title="Suggestions", text="\n".join(parts), figures=figures)
