"""A review cut into sections, each change in a few words: what Markdown and the page both print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.reviewing.changes import Change, Kind, Sort
from build_tools.reviewing.review import Review

LONGEST = 1200
"""Longest text shown of something added or removed, in characters."""

SORTS = {
    Sort.ARTICLE: "article",
    Sort.PARAGRAPH: "paragraph",
    Sort.NOTE: "note",
    Sort.STEP: "step of the argument",
    Sort.TERM: "term",
    Sort.VARIANT: "form of a name",
    Sort.MENTION: "mentions",
    Sort.EVENT: "event",
    Sort.TELLING: "telling",
    Sort.RIVAL: "rival date",
    Sort.MEASURE: "thing counted",
    Sort.FIGURE: "figure",
    Sort.PAIR: "pair of figures",
    Sort.CONFLICT: "conflict of figures",
    Sort.QUESTION: "question",
    Sort.ANSWER: "answer",
    Sort.VERDICT: "verdict",
    Sort.CONTRADICTION: "contradiction",
    Sort.COURSE: "page for a class",
    Sort.PERSON: "person",
    Sort.WORK: "work",
    Sort.ALIAS: "alias",
    Sort.SITE: "site",
}
"""What each sort of thing is called."""

KINDS = {
    Kind.REANCHORED: "re-anchored",
    Kind.ORPHANED: "orphaned: its quotation is no longer found",
    Kind.FOUND: "found again",
    Kind.DOUBTED: "stands otherwise",
    Kind.STATE: "changed state",
    Kind.SHIFTED: "shifted",
}
"""What each kind of change is called, where its own name would not do."""

SECTIONS: tuple[tuple[str, frozenset[Sort]], ...] = (
    (
        "Contradictions and verdicts",
        frozenset({Sort.CONTRADICTION, Sort.VERDICT, Sort.CONFLICT, Sort.PAIR, Sort.RIVAL}),
    ),
    ("Notes", frozenset({Sort.NOTE})),
    ("Glossary", frozenset({Sort.TERM, Sort.VARIANT, Sort.MENTION})),
    ("Timeline", frozenset({Sort.EVENT, Sort.TELLING})),
    ("Figures", frozenset({Sort.MEASURE, Sort.FIGURE})),
    ("Questions", frozenset({Sort.QUESTION, Sort.ANSWER})),
    ("Articles", frozenset({Sort.ARTICLE, Sort.PARAGRAPH, Sort.STEP})),
    ("Site", frozenset({Sort.COURSE, Sort.PERSON, Sort.WORK, Sort.ALIAS, Sort.SITE})),
)
"""Which changes are told together; quotations that were lost or found come before all."""
LOST = "Quotations"
"""Heading of these."""


@dataclass(frozen=True, slots=True)
class Section:
    """Changes that are told together."""

    title: str
    """Heading."""
    changes: tuple[Change, ...]
    """In the order they are told."""


def sections(found: Review) -> Iterator[Section]:
    """Yield what changed, the gravest first."""
    lost = tuple(one for one in found.changes if one.kind in {Kind.ORPHANED, Kind.FOUND})
    if lost:
        yield Section(LOST, lost)
    for title, sorts in SECTIONS:
        some = tuple(one for one in found.changes if one.sort in sorts and one not in set(lost))
        if some:
            yield Section(title, some)


def title(change: Change) -> str:
    """Return what happened to what, in words of ours: "note reworded: text"."""
    if change.sort is Sort.MENTION:
        gained = change.kind is Kind.ADDED
        noun = "mention" if change.count == 1 else "mentions"
        return f"{change.count} {noun} {'gained' if gained else 'lost'}"
    said = f"{SORTS[change.sort]} {KINDS.get(change.kind, change.kind.value)}"
    return f"{said}: {change.field}" if change.field and change.kind not in KINDS else said


def shown(text: str, most: int = LONGEST) -> str:
    """Return a text of anybody's on one line, with nothing in it that is not seen."""
    line = " ".join(text.split())
    line = line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
    seen = "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in line)
    return re.sub(r"##(?=\[)", "# #", seen)  # a runner takes ##[…] for a command
