"""How values read: dates, kinds, states, sources."""

from __future__ import annotations

from build_tools.linking.anchors import Standing
from build_tools.linking.upkeep import Sort
from build_tools.linking.verdicts import Fit
from build_tools.model.figure import PairLabel
from build_tools.model.note import Confidence, NoteKind, State, Via
from build_tools.model.question import AnswerState, QuestionKind, Stance, Verdict
from build_tools.model.term import RelationKind, TermKind
from build_tools.model.work import Work
from build_tools.views.dates_in_words import in_words

KIND_LABELS: dict[NoteKind, tuple[str, str]] = {
    NoteKind.CLAIM: ("Claim", "C"),
    NoteKind.CONTEXT: ("Context", "i"),
    NoteKind.FIGURE: ("Figure check", "#"),
    NoteKind.CORRECTION: ("Correction", "×"),
    NoteKind.CONTRADICTION: ("Contradiction", "≠"),
    NoteKind.ATTRIBUTION: ("Attribution", "@"),
    NoteKind.LOOK_ALIKE: ("Look-alike", "≈"),
    NoteKind.LANGUAGE: ("Language", "A"),
}
"""Name and shape of each kind of note."""

TERM_KINDS: dict[TermKind, str] = {
    TermKind.PERSON: "Person",
    TermKind.ORGANISATION: "Organisation",
    TermKind.PLACE: "Place",
    TermKind.LAW: "Law",
    TermKind.EVENT: "Event",
    TermKind.DOCUMENT: "Document",
    TermKind.CONCEPT: "Concept",
}
"""Name of each kind of term."""

STATES: dict[State, str] = {
    State.DRAFT: "Draft, not yet reviewed",
    State.REVIEWED: "Reviewed",
    State.DISPUTED: "Disputed",
}
"""What each state of editing means to a reader."""

SORTS: dict[Sort, str] = {
    Sort.NOTE: "Notes",
    Sort.TERM: "Terms",
    Sort.EVENT: "Events",
    Sort.MEASURE: "Figures",
    Sort.QUESTION: "Questions",
    Sort.ARGUMENT: "Arguments",
    Sort.COURSE: "Page for a class",
}
"""Name of each sort of text that has an author and a state."""

CONFIDENCE: dict[Confidence, str] = {
    Confidence.HIGH: "High confidence",
    Confidence.MEDIUM: "Medium confidence",
    Confidence.LOW: "Low confidence",
    Confidence.UNCONFIRMED: "Unconfirmed: not yet checked against a source",
}
"""How sure we are, in words."""

STANDINGS: dict[Standing, str] = {
    Standing.EXACT: "Quotation verified",
    Standing.MOVED: "Quotation found with a different wording",
    Standing.AMBIGUOUS: "Quotation fits several places",
    Standing.LOST: "Quotation no longer found in the source text",
    Standing.UNVERIFIED: "Quotation not yet verified",
}
"""What is known of a note's quotation, in words."""

PAIR_LABELS: dict[PairLabel, tuple[str, str]] = {
    PairLabel.CONFLICTING: ("Conflicting", "≠"),
    PairLabel.DIFFERENT_BASELINE: ("Different baseline", "△"),
    PairLabel.DIFFERENT_PERIOD: ("Different period", "⇄"),
    PairLabel.COMPATIBLE: ("Compatible", "="),
    PairLabel.NOT_COMPARABLE: ("Not comparable", "∥"),
}
"""Name and shape of each way in which two figures stand to each other, the worst first."""

RELATIONS: dict[RelationKind, tuple[str, str]] = {
    RelationKind.PART_OF: ("part of", "includes"),
    RelationKind.SPLIT_FROM: ("split from", "origin of"),
    RelationKind.RIVAL_OF: ("rival of", "rival of"),
    RelationKind.ALLY_OF: ("ally of", "ally of"),
    RelationKind.LED_BY: ("led by", "leader of"),
    RelationKind.LOCATED_IN: ("located in", "place of"),
    RelationKind.LOOK_ALIKE: ("not to be confused with", "not to be confused with"),
    RelationKind.SEE_ALSO: ("see also", "see also"),
}
"""Each relation read from its own term, and from the other."""

QUESTION_KINDS: dict[QuestionKind, str] = {
    QuestionKind.FACT: "Fact",
    QuestionKind.FIGURE: "Figure",
    QuestionKind.DATE: "Date",
    QuestionKind.NAME: "Name",
    QuestionKind.POSITION: "Position",
    QuestionKind.IDENTITY: "Identity",
}
"""Name of each kind of question."""

VERDICTS: dict[Verdict, tuple[str, str]] = {
    Verdict.CONTRADICT: ("Contradict", "≠"),
    Verdict.DIFFER: ("Differ", "~"),
    Verdict.AGREE: ("Agree", "="),
    Verdict.NOT_COMPARABLE: ("Not comparable", "∥"),
    Verdict.SINGLE: ("Only one says", "1"),
}
"""Name and shape of each verdict on a question's answers, the sharpest first."""

VERDICT_MEANINGS: dict[Verdict, str] = {
    Verdict.CONTRADICT: "at least two answers cannot both be true, or stand on opposite sides",
    Verdict.DIFFER: "the answers are not the same, yet none rules out another",
    Verdict.AGREE: "all who answer say the same, or can all be right",
    Verdict.NOT_COMPARABLE: "fewer than two answers can be held against each other",
    Verdict.SINGLE: "one article alone answers",
}
"""What each verdict means; the rule behind a single one stands on its question's page."""

STANCES: dict[Stance, tuple[str, str]] = {
    Stance.SUPPORTS: ("supports", "▲"),
    Stance.LEANS_TOWARDS: ("leans towards", "△"),
    Stance.UNDECIDED: ("undecided", "◇"),
    Stance.DOUBTS: ("doubts", "▽"),
    Stance.OPPOSES: ("opposes", "▼"),
    Stance.REPORTS: ("only reports", "□"),
}
"""Name and shape of each stance, from one end of the scale to the other."""

ANSWER_STATES: dict[AnswerState, tuple[str, str]] = {
    AnswerState.SILENT: ("silent", "–"),
    AnswerState.UNREAD: ("not read", "?"),
}
"""Name and shape of what is known of articles that give no answer."""

FITS: dict[Fit, tuple[str, str]] = {
    Fit.FITS: ("fits the record", "✓"),
    Fit.CONFLICTS: ("conflicts with the record", "✕"),
    Fit.OPEN: ("neither fits nor conflicts with the record", "·"),
}
"""How an answer stands to the record, in words and with a shape."""


def iso(edtf: str) -> str:
    """Return the date without its qualifier, as `<time datetime>` wants it."""
    return edtf.rstrip("?~%")


def work_label(work: Work) -> str:
    """Return the short form of a work: who published it and when."""
    who = work.container_title or work.publisher or ", ".join(str(one) for one in work.author)
    date = str(work.issued or "")
    if "/" not in date:  # a range is given as the bibliography writes it
        date = in_words(date)
    circa = "about " if work.issued and work.issued.circa and date else ""
    return ", ".join(part for part in (who or work.title, circa + date) if part)


def work_line(work: Work) -> str:
    """Return a work as a bibliography lists it, without its address."""
    authors = ", ".join(str(one) for one in work.author)
    title = work.title if work.title.startswith("[") else f"“{work.title}”"
    return ". ".join(part for part in (authors, title, work.number, work_label(work)) if part) + "."


def via(origin: Via) -> str:
    """Return where a note was imported from: "Hypothesis (Jane Doe, 4 June 2025)"."""
    told = [part for part in (origin.name, in_words(origin.date or "")) if part]
    return f"{origin.service} ({', '.join(told)})" if told else origin.service


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
