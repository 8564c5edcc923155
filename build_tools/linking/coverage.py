"""What falls out by itself: who writes which name, who speaks of what, who alone, after whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.linking.comparisons import Question
from build_tools.linking.concordance import Usage
from build_tools.linking.events import Event
from build_tools.linking.figures import Counted, Measure
from build_tools.linking.finding import comparable
from build_tools.linking.linked import Linked
from build_tools.linking.mentions import How
from build_tools.linking.voices import AUTHOR
from build_tools.model.lock import LockedMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How often one article writes one form."""

    own: int
    """In its author's voice."""
    quoted: int
    """Inside quotations."""

    @property
    def all(self) -> int:
        """In all."""
        return self.own + self.quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class FormUse:
    """Who writes one form of a name."""

    form: str
    """The form."""
    by_article: dict[str, Written]
    """Articles that write it, by slug in the order of the corpus."""
    speakers: tuple[str, ...]
    """Who is quoted with it, most frequent first: ids of terms, names, or `quoted`."""

    @property
    def total(self) -> int:
        """How often it is written in all."""
        return sum(one.all for one in self.by_article.values())

    @property
    def only_quoted(self) -> bool:
        """Whether no author writes it but in quotations."""
        return not any(one.own for one in self.by_article.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A term that goes by several forms."""

    term: str
    """Its id."""
    forms: tuple[FormUse, ...]
    """Most frequent first."""
    preferred: dict[str, str]
    """The form each article writes most in its own voice, by slug."""

    @property
    def articles(self) -> frozenset[str]:
        """Slugs of the articles that name it, quotations included."""
        return frozenset(slug for one in self.forms for slug in one.by_article)

    @property
    def choices(self) -> int:
        """How many different forms the articles prefer."""
        return len(set(self.preferred.values()))

    @property
    def total(self) -> int:
        """How often it is named in all."""
        return sum(one.total for one in self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """What one article has and no other."""

    article: str
    """Its slug."""
    terms: tuple[str, ...]
    """Ids of terms only it mentions, most mentioned first."""
    events: tuple[Event, ...]
    """Events only it tells of, by date."""
    questions: tuple[Question, ...]
    """Questions only it says something to."""

    @property
    def count(self) -> int:
        """How many things in all."""
        return len(self.terms) + len(self.events) + len(self.questions)


Claim = tuple[Measure, Counted]
"""A figure with what it counts."""


def read(linked: Linked) -> frozenset[str]:
    """Return the slugs of the articles whose text has been searched for mentions."""
    return frozenset(one.article.slug for one in linked.articles if one.lock)


def names(usage: Mapping[str, Usage]) -> tuple[NameUse, ...]:
    """Return the terms that go by two or more forms, those first on which articles differ most.

    What differs by capitals or typography alone is one form here: a sentence may begin with it.
    """
    several = (key for key, one in usage.items() if len(set(map(comparable, one.forms()))) > 1)
    found = [_name(key, usage[key]) for key in several]
    return tuple(
        sorted(found, key=lambda one: (-one.choices, -len(one.forms), -one.total, one.term))
    )


def _name(key: str, usage: Usage) -> NameUse:
    named = {
        slug: [one for one in found if one.how == How.NAME]
        for slug, found in usage.by_article.items()
    }
    forms = usage.forms()
    like: dict[str, str] = {}
    for form in forms:
        like[form] = next((one for one in like if comparable(one) == comparable(form)), form)
    overall = Counter(like[one.form] for found in named.values() for one in found)
    preferred = {
        slug: choice
        for slug, found in named.items()
        if (choice := _preferred([one for one in found if one.voice == AUTHOR], like, overall))
    }
    return NameUse(term=key, forms=tuple(_form(form, named) for form in forms), preferred=preferred)


def _preferred(own: list[LockedMention], like: Mapping[str, str], overall: Counter[str]) -> str:
    """Return the form an article writes most itself; of equals the one most common elsewhere."""
    written = Counter(like[one.form] for one in own)
    return min(written, key=lambda form: (-written[form], -overall[form], form), default="")


def _form(form: str, named: Mapping[str, list[LockedMention]]) -> FormUse:
    written = {
        slug: voices
        for slug, found in named.items()
        if (voices := [one.voice for one in found if one.form == form])
    }
    speakers = Counter(voice for voices in written.values() for voice in voices if voice != AUTHOR)
    return FormUse(
        form=form,
        by_article={
            slug: Written(own=voices.count(AUTHOR), quoted=len(voices) - voices.count(AUTHOR))
            for slug, voices in written.items()
        },
        speakers=tuple(speaker for speaker, _ in speakers.most_common()),
    )


def alone(linked: Linked, usage: Mapping[str, Usage]) -> tuple[Alone, ...]:
    """Return what each article has and no other, in the order of the corpus."""
    terms: defaultdict[str, list[str]] = defaultdict(list)
    events: defaultdict[str, list[Event]] = defaultdict(list)
    questions: defaultdict[str, list[Question]] = defaultdict(list)
    for key, one in usage.items():
        if len(one.articles) == 1:
            terms[one.articles[0]].append(key)
    for event in linked.events:
        if len(event.articles) == 1:
            events[event.articles[0]].append(event)
    for question in linked.questions:
        if len(question.said) == 1:
            questions[question.said[0].answer.article].append(question)
    return tuple(
        Alone(
            article=slug,
            terms=tuple(sorted(terms[slug], key=lambda key: (-usage[key].count(), key))),
            events=tuple(events[slug]),
            questions=tuple(questions[slug]),
        )
        for slug in (one.article.slug for one in linked.articles)
    )


def cited(linked: Linked) -> dict[str, dict[str, tuple[Claim, ...]]]:
    """Return the figures that name who counted: by body, then by slug.

    Bodies that several articles cite come first, then those with most figures.
    """
    found: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for slug, claim in _claims(linked):
        body = claim[1].figure.source
        if body is not None:
            found[body][slug].append(claim)
    order = sorted(
        found, key=lambda body: (-len(found[body]), -sum(map(len, found[body].values())), body)
    )
    return {body: {slug: tuple(some) for slug, some in found[body].items()} for body in order}


def unsourced(linked: Linked) -> dict[str, tuple[Claim, ...]]:
    """Return the figures that name nobody who counted, by slug."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for slug, claim in _claims(linked):
        if claim[1].figure.source is None:
            found[slug].append(claim)
    return {slug: tuple(some) for slug, some in found.items()}


def _claims(linked: Linked) -> list[tuple[str, Claim]]:
    """Return every figure with its article, by the date of the article and the place in it."""
    order = {one.article.slug: at for at, one in enumerate(linked.articles)}
    claims = [(measure, one) for measure in linked.measures for one in measure.counted]
    known = [
        (one.figure.article, (measure, one))
        for measure, one in claims
        if one.figure.article in order
    ]
    return sorted(known, key=lambda item: (order[item[0]], item[1][1].placed.paragraph))
