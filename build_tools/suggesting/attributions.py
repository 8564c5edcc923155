"""Who speaks: in quotation marks, in reported speech, "according to …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.linking.voices import speeches
from build_tools.model.span import Span
from build_tools.suggesting.actors import Actor, actors, is_pronoun, person, subject
from build_tools.suggesting.glossary import Glossary
from build_tools.suggesting.languages.words import Words
from build_tools.suggesting.reading import Paragraph, Text, tokens
from build_tools.suggesting.runs import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody is said to say something."""

    paragraph: int
    """Where."""
    span: Span
    """The speaker and the verb, or "according to" and the source."""
    sentence: Span
    """The sentence."""
    speaker: str
    """Who speaks: the id of a term, or the words that name it."""
    label: str
    """The words that name the speaker."""
    certainty: float
    """How surely it is speech and this its speaker, 0 to 1."""


def find(text: Text, runs: tuple[Run, ...], glossary: Glossary) -> tuple[Attribution, ...]:
    """Return who is said to say something, in the order of the text."""
    found: list[Attribution] = []
    last: Actor | None = None
    for here in text.paragraphs:
        quoted = [one.span for one in speeches(here.text)]
        present = actors(here, text.words, runs, glossary, quoted)
        found += _according(here, text.words, present, quoted)
        for verb, actor in _said(here, text.words, present, quoted):
            if not actor.named and is_pronoun(actor, text.words):
                earlier = [one for one in present if one.named and one.span < actor.span]
                meant = person(earlier, text.words, glossary) or last
                if meant is None:
                    continue
                actor = replace(meant, span=actor.span)
            found.append(_attribution(here, verb, actor))
            last = actor if actor.named else last
        last = person([one for one in present if one.named], text.words, glossary) or last
    return tuple(sorted(found, key=lambda one: (one.paragraph, one.span)))


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb that may report speech."""

    span: Span
    """Where it stands."""
    certainty: float
    """How surely it does, 0 to 1."""


def _attribution(here: Paragraph, verb: _Verb, actor: Actor) -> Attribution:
    one, two = sorted((actor.span, verb.span))
    span = Span(one.start, two.end)
    return Attribution(
        paragraph=here.number,
        span=span,
        sentence=here.sentence(verb.span.start),
        speaker=actor.term or actor.label,
        label=actor.label,
        certainty=verb.certainty if actor.named else verb.certainty * 0.7,
    )


def _according(
    here: Paragraph, words: Words, actors: list[Actor], quoted: list[Span]
) -> Iterator[Attribution]:
    for match in words.according.finditer(here.text) if words.according else ():
        at = match.end()
        source = next((one for one in actors if at <= one.span.start <= at + 25), None)
        if source and not any(one.covers(Span(*match.span())) for one in quoted):
            yield Attribution(
                paragraph=here.number,
                span=Span(match.start(), source.span.end),
                sentence=here.sentence(match.start()),
                speaker=source.term or source.label,
                label=source.label,
                certainty=0.9 if source.named else 0.5,
            )


def _said(
    here: Paragraph, words: Words, actors: list[Actor], quoted: list[Span]
) -> Iterator[tuple[_Verb, Actor]]:
    for token in tokens(here.text):
        verb = token.of(here.text).lower()
        if verb not in words.speaks | words.reports or any(one.covers(token) for one in quoted):
            continue
        actor = subject(here, words, actors, token, quoted)
        if actor:
            yield (
                _Verb(token, _weight(here, words, token, quoted, report=verb in words.reports)),
                actor,
            )


def _weight(
    here: Paragraph, words: Words, verb: Span, quoted: list[Span], *, report: bool
) -> float:
    """Return how surely a verb reports speech: by what follows it."""
    sentence = here.sentence(verb.start)
    if any(one.overlaps(sentence) for one in quoted) and not report:
        return 0.9
    if words.that and words.that.match(here.text, verb.end):
        return 0.75 if report else 0.85
    return 0.2 if report else 0.35
