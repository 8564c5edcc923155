"""Tells quoted words from the author's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from build_tools.linking.finding import comparable
from build_tools.model.span import Span
from build_tools.model.ties import Voice

AUTHOR = "author"
"""The voice of words outside quotation marks."""
QUOTED = "quoted"
"""The voice of quoted words whose speaker no editor has named."""
SPEECH_WORDS = 4
"""Fewer words in quotation marks are a title, a term or a distance, not a voice."""

_MARK = re.compile(r'[“”„«»"]')
_SINGLE = re.compile(r"(?<!\w)[‘'](?P<inside>[^‘“”]{12,400}?)[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Speech:
    """Quoted words in a paragraph."""

    span: Span
    """What lies between the marks, in code points of the paragraph."""
    speaker: str
    """Who speaks; `quoted` where nobody has said."""


def speeches(text: str, voices: Iterable[Voice] = ()) -> tuple[Speech, ...]:
    """Return the quoted stretches of a paragraph with their speakers.

    A mark that is opened again before it was closed goes on with the same voice, unless an
    editor names another; one that is never closed runs to the end of the paragraph, as in speech
    over several paragraphs.

    Args:
        text: The paragraph.
        voices: Editors' lines about this paragraph.
    """
    known = [(comparable(one.opening), one.speaker) for one in voices]
    found: list[Speech] = []
    for span in _quoted(text):
        speaker = _speaker(span.of(text), known)
        goes_on = bool(found) and found[-1].span.end == span.start - 1
        if speaker == QUOTED and goes_on:
            speaker = found[-1].speaker
        found.append(Speech(span, speaker))
    return tuple(one for one in found if len(one.span.of(text).split()) >= SPEECH_WORDS)


def voice_at(found: Collection[Speech], span: Span) -> str:
    """Return whose words a stretch of the paragraph is."""
    if not found:
        return AUTHOR
    return next((one.speaker for one in found if one.span.covers(span)), AUTHOR)


def _quoted(text: str) -> list[Span]:
    spans, opened = [], -1
    for match in _MARK.finditer(text):
        at = match.start()
        if opened >= 0:
            spans.append(Span(opened, at))
            opened = -1 if _closes(text, at) else match.end()
        elif match[0] != "”" or not _closes(text, at):
            opened = match.end()
    if opened >= 0:
        spans.append(Span(opened, len(text)))
    if "'" not in text and "‘" not in text:
        return spans
    singles = [Span(*match.span("inside")) for match in _SINGLE.finditer(text)]
    return sorted(spans + [one for one in singles if not any(one.overlaps(s) for s in spans)])


def _closes(text: str, at: int) -> bool:
    """Tell whether the mark ends a stretch: nothing but space or punctuation comes right after.

    The shape of the mark is no help: texts close with “ and open with ” by mistake.
    """
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at] if at else ""
    return not after.isalnum() and bool(before.strip())


def _speaker(words: str, known: list[tuple[str, str]]) -> str:
    opening = comparable(words)
    return next((speaker for start, speaker in known if opening.startswith(start)), QUOTED)
