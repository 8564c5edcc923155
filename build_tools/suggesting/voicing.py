"""Quoted words whose speaker no editor has named, each with a guess."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.linking.voices import QUOTED, Speech, speeches
from build_tools.model.span import Span
from build_tools.model.ties import Voice
from build_tools.suggesting.actors import SPEAKING_KINDS
from build_tools.suggesting.attributions import Attribution
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.reading import Paragraph, Text

_OPENING_WORDS = 5
_WEAK = 0.4
"""Certainty of a speaker who is only named somewhere before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundVoice:
    """Quoted words without a speaker yet."""

    paragraph: int
    """Where."""
    speech: Span
    """What lies between the marks."""
    opening: str
    """The first words inside."""
    speaker: str | None
    """Who probably speaks: the id of a term or words; nothing where nobody is named."""
    why: str
    """What that rests on."""
    certainty: float
    """How likely that is right, 0 to 1."""


def find(
    text: Text, said: tuple[Attribution, ...], known: tuple[Voice, ...], glossary: Glossary
) -> tuple[FoundVoice, ...]:
    """Return quoted words whose speaker no editor has named, with a guess.

    Args:
        text: The article.
        said: Who is said to say something there.
        known: Editors' lines on voices.
        glossary: The terms.
    """
    found: list[FoundVoice] = []
    for here in text.paragraphs:
        lines = [one for one in known if one.paragraph == here.number]
        for speech in speeches(here.text, lines):
            if speech.speaker == QUOTED:
                speaker, why, certainty = _speaker(here, speech, said, found)
                if speaker is None or certainty < _WEAK:
                    speaker, why, certainty = _before(text, here, speech, found, glossary) or (
                        speaker,
                        why,
                        certainty,
                    )
                found.append(
                    FoundVoice(
                        paragraph=here.number,
                        speech=speech.span,
                        opening=" ".join(speech.span.of(here.text).split()[:_OPENING_WORDS]),
                        speaker=speaker,
                        why=why,
                        certainty=certainty,
                    )
                )
    return tuple(found)


def _before(
    text: Text, here: Paragraph, speech: Speech, earlier: list[FoundVoice], glossary: Glossary
) -> tuple[str, str, float] | None:
    """Return who speaks in a paragraph that is all quotation: whom the one before names."""
    if here.number == 1 or speech.span.start > 1:
        return None
    previous = text.paragraph(here.number - 1)
    if earlier and earlier[-1].paragraph == previous.number and earlier[-1].speaker:
        return earlier[-1].speaker, f"the voice of ¶{previous.number}", _WEAK
    for hit in reversed(glossary.hits(previous.text)):
        terms = [one.term for one in hit.candidates]
        if len(terms) == 1 and glossary.terms[terms[0]].kind in SPEAKING_KINDS:
            return terms[0], f"“{hit.form}” in ¶{previous.number}", _WEAK
    return None


def _speaker(
    here: Paragraph, speech: Speech, said: tuple[Attribution, ...], earlier: list[FoundVoice]
) -> tuple[str | None, str, float]:
    around = Span(
        here.sentence(speech.span.start).start, here.sentence(max(0, speech.span.end - 1)).end
    )
    there = [one for one in said if one.paragraph == here.number]
    same = [one for one in there if around.overlaps(one.span)]
    same += [one for one in there if 0 <= one.span.start - speech.span.end <= 4]
    if same:
        one = min(same, key=lambda one: (-round(one.certainty, 1), _gap(one.span, speech.span)))
        return one.speaker, f"“{one.label}” in the same sentence", one.certainty
    before = [one for one in earlier if one.paragraph == here.number and one.speaker]
    if before:
        return before[-1].speaker, "the voice before in this paragraph", 0.6
    near = [one for one in there if one.span.end <= speech.span.start]
    if near:
        return near[-1].speaker, f"“{near[-1].label}” earlier in this paragraph", 0.5
    last = [one for one in said if one.paragraph in {here.number - 1, here.number - 2}]
    if last:
        return last[-1].speaker, f"“{last[-1].label}” in ¶{last[-1].paragraph}", 0.3
    return None, "nobody near is said to say it", 0.3


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
