"""What editors have already: told dates, claimed figures, decided words. It is not said again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from build_tools.linking.events import Event
from build_tools.linking.figures import Measure
from build_tools.linking.finding import find_words
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model import dates
from build_tools.model.figure import Figure, FigureKind
from build_tools.model.note import NoteKind
from build_tools.model.span import Span
from build_tools.model.term import TermKind
from build_tools.suggesting.attributions import Attribution
from build_tools.suggesting.counts import FoundFigure
from build_tools.suggesting.echoes import FoundDescription
from build_tools.suggesting.languages.words import TimeKind
from build_tools.suggesting.names import FoundName
from build_tools.suggesting.reading import Text, stems
from build_tools.suggesting.times import FoundDate

NARROW = 31
"""Days beyond which a date alone says little of an event, and more words must be shared."""
CLOSE, FAR = 2, 3
"""Words a sentence shares with what names an event, or also with what defines who took part."""


@dataclass(frozen=True, slots=True)
class Known:
    """What editors wrote about one article."""

    linked: Linked
    """The corpus."""
    article: LinkedArticle
    """The article."""
    text: Text
    """Its words."""

    def has_date(self, paragraph: int, found: FoundDate) -> bool:
        """Tell whether a telling, or a figure's period, of that paragraph gives a date already."""
        dated = found.dated
        if dated is None:
            return False
        given = [one.item.date for one in self.article.tellings if one.paragraph == paragraph]
        for figure in self._figures(paragraph):
            given += [figure.period, figure.baseline]
        return any(one and dates.parse(one).agrees(dated) for one in given)

    def has_figure(self, paragraph: int, found: FoundFigure) -> bool:
        """Tell whether a figure of that paragraph gives a number already, or quotes its words."""
        span = found.span.shifted(self._start(paragraph))
        quoted = any(one.span and one.span.overlaps(span) for one in self.article.figures)
        return quoted or any(same_number(one, found) for one in self._figures(paragraph))

    def has_description(self, found: FoundDescription) -> bool:
        """Tell whether a line of mentions.yml, or a term's name, stands on those words already."""
        ties = self.article.article.ties.value
        spoken = [one for one in ties.described if one.paragraph == found.paragraph]
        if any(one.term in found.terms for one in spoken):
            return True
        if any(one.overlaps(found.span) for one in self.described(found.paragraph)):
            return True
        excluded = [one for one in ties.excluded if one.term in found.terms]
        return any(not one.paragraphs or found.paragraph in one.paragraphs for one in excluded)

    def described(self, paragraph: int) -> list[Span]:
        """Return where words of a paragraph stand that mean a term by description."""
        here = self.text.paragraph(paragraph).text
        ties = self.article.article.ties.value.described
        spans = (find_words(here, one.text) for one in ties if one.paragraph == paragraph)
        return [one for one in spans if one]

    def has_name(self, found: FoundName) -> bool:
        """Tell whether a line of mentions.yml says what the words of a name mean."""
        spot = found.spot
        return any(one.overlaps(spot.span) for one in self.described(spot.paragraph))

    def has_attribution(self, found: Attribution) -> bool:
        """Tell whether a voice, a figure or a note of that place names who says it already."""
        ties = self.article.article.ties.value
        start = self._start(found.paragraph)
        sentence = found.sentence.shifted(start)
        here = self.text.paragraph(found.paragraph).text
        spoken = any(
            (span := find_words(here, one.opening)) and span.overlaps(found.sentence)
            for one in ties.voices
            if one.paragraph == found.paragraph
        )
        sourced = any(
            one.span and sentence.overlaps(one.span) and one.item.source
            for one in self.article.figures
        )
        noted = any(
            one.span and sentence.overlaps(one.span) and one.item.kind is NoteKind.ATTRIBUTION
            for one in self.article.notes
        )
        return bool(spoken or sourced or noted)

    def event_like(self, paragraph: int, sentence: Span, found: FoundDate) -> Event | None:
        """Return an event of other articles that the sentence probably tells too.

        One that has a term for itself is it wherever the term is named, even with another date: a
        rival date is worth more than a second one that agrees.
        """
        if found.edtf is None or found.kind in _VAGUE:
            return None
        dated = dates.parse(found.edtf.removesuffix("/..").removeprefix("../"))
        wide = (dated.end - dated.start).days > NARROW
        words = self._stems(sentence.of(self.text.paragraph(paragraph).text))
        named = self._mentioned(paragraph, sentence)
        fitting: list[tuple[int, str, Event]] = []
        for event in self.linked.events:
            lasting = (event.date.end - event.date.start).days > 2 * NARROW
            close, far = self._said_of(event)
            near, whole = len(words & close), len(words & (close | far))
            told = near >= CLOSE + wide or whole >= FAR + wide
            if named & set(event.sheet.value.actors):
                fitting.append((-100, event.id, event))
            elif told and not lasting and event.date.agrees(dated):
                fitting.append((-near * 2 - whole, event.id, event))
        return min(fitting, key=lambda one: one[:2])[2] if fitting else None

    def _mentioned(self, paragraph: int, sentence: Span) -> set[str]:
        """Return the events of the glossary that a sentence mentions."""
        return {
            one.term
            for one in self.article.mentions
            if one.paragraph == paragraph
            and sentence.start <= one.start < sentence.end
            and (term := self.linked.corpus.terms.get(one.term))
            and term.value.kind is TermKind.EVENT
        }

    def measure_like(self, paragraph: int, sentence: Span, found: FoundFigure) -> Measure | None:
        """Return something counted already that a figure probably counts too."""
        words = self._stems(sentence.of(self.text.paragraph(paragraph).text))
        units = Counter(one.sheet.value.unit for one in self.linked.measures)
        fitting: list[tuple[int, int, str, Measure]] = []
        for measure in self.linked.measures:
            value = measure.sheet.value
            counted, own = (
                self._stems(f"{value.counts} {value.place or ''}"),
                self._stems(value.unit),
            )
            telling = len(words & (counted - own))
            if found.kind is FigureKind.CHANGE:
                fits = bool(own & words) and telling >= 1
            elif not self._stems(found.unit) or not self._stems(found.unit) <= own:
                fits = False
            else:  # many things are counted in people and years, few in barges
                special = bool(own & counted) or units[value.unit] == 1
                fits = telling >= CLOSE or (special and not self._is_common(found.unit))
            if fits:
                fitting.append((-telling, -len(measure.articles), measure.id, measure))
        return min(fitting, key=lambda one: one[:3])[3] if fitting else None

    def _is_common(self, unit: str) -> bool:
        """Tell whether a unit measures all sorts of things: years, dollars."""
        words = self.text.words
        return unit in words.units or unit.endswith(tuple(words.currencies.values()))

    def _stems(self, words: str) -> set[str]:
        return set(stems(words, self.text.words))

    def _said_of(self, event: Event) -> tuple[set[str], set[str]]:
        """Return what is said of an event, and what is said of those who took part."""
        value = event.sheet.value
        actors = [one.value for key in value.actors if (one := self.linked.corpus.terms.get(key))]
        named = " ".join(f"{one.name} {one.short or ''}" for one in actors)
        defined = " ".join(one.definition for one in actors)
        return self._stems(f"{value.label} {value.place or ''} {named}"), self._stems(defined)

    def _figures(self, paragraph: int) -> Iterable[Figure]:
        return [one.item for one in self.article.figures if one.paragraph == paragraph]

    def _start(self, paragraph: int) -> int:
        source = self.article.source
        return source.paragraph_spans()[paragraph - 1].start if source else 0


_VAGUE = {TimeKind.RECENT, TimeKind.PAST, TimeKind.LASTING}
"""Phrases too vague to tell one event from another."""


def same_number(one: Figure, found: FoundFigure) -> bool:
    """Tell whether a figure claims a number that was found, in whatever multiples."""
    claimed = {value for value in (one.value, one.low, one.high) if value is not None}
    scaled = {Decimal(1), Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9}
    values = {found.low, found.high, abs(found.low)}
    return any(
        value == mine * scale or value * scale == mine
        for value in claimed
        for mine in values
        for scale in scaled
    )
