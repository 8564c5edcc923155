"""What is known of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.model.figure import Qualifier
from build_tools.model.term import TermKind


class TimeKind(StrEnum):
    """How a phrase of time is to be understood; each kind reads the named groups it lists."""

    ISO = "iso"
    """`year`, `number`, `day`."""
    DAYS = "days"
    """`day`, `last`, `month`, perhaps `year`."""
    DAY = "day"
    """`day`, `month`, perhaps `year`."""
    MONTH = "month"
    """`month`, perhaps `year` or `which`."""
    YEARS = "years"
    """`year`, `last` (two or four digits)."""
    YEAR = "year"
    """`year`."""
    DECADE = "decade"
    """`year`: its first."""
    CENTURY = "century"
    """`number`."""
    PART = "part"
    """`part`, perhaps `count`, and `year` or `month` or both."""
    SEASON = "season"
    """`season`, `year` or `which`."""
    NAMED = "named"
    """`name`."""
    NEAR_DAY = "near-day"
    """`name`: yesterday."""
    NEAR_UNIT = "near-unit"
    """`which`, `unit`: last week."""
    WEEKDAY = "weekday"
    """`weekday`, perhaps `which`."""
    AGO = "ago"
    """`count`, `unit`."""
    PAST = "past"
    """`unit`, perhaps `count`: the past two years, recent months."""
    LASTING = "lasting"
    """`count`, `unit`: for five years."""
    RECENT = "recent"
    """Nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeShape:
    """A phrase of time."""

    kind: TimeKind
    """How to understand it."""
    pattern: re.Pattern[str]
    """How it is written."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """A language, as far as the finders need it. Single words are in lower case.

    Every language is itself and no other: patterns made from it are kept by it.
    """

    known: bool = True
    """Whether it is any language at all; false for the stand-in."""
    stemmer: str = ""
    """Name of its Snowball stemmer."""
    function_words: frozenset[str] = frozenset()
    """Words that carry no meaning of their own."""
    shortened: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence, without the stop."""

    months: Mapping[str, int] = field(default_factory=dict)
    """Names of the months as they are written, shortened ones included."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Monday is 0."""
    seasons: Mapping[str, int] = field(default_factory=dict)
    """EDTF numbers of the seasons."""
    near_days: Mapping[str, int] = field(default_factory=dict)
    """Yesterday is -1."""
    named_days: Mapping[str, str] = field(default_factory=dict)
    """EDTF of days that have a name."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Words for `day`, `week`, `month`, `year`, `decade`."""
    which: Mapping[str, int] = field(default_factory=dict)
    """Last is -1, this 0, next 1."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Words for `early`, `start`, `middle`, `late`, `end`, `half1`, `quarter1` and so on."""
    times: tuple[TimeShape, ...] = ()
    """Phrases of time; where two fit at one place the longer wins."""
    since: re.Pattern[str] | None = None
    """What right before a date makes it a beginning."""
    until: re.Pattern[str] | None = None
    """What right before a date makes it an end."""
    between: re.Pattern[str] | None = None
    """What right before two dates, joined by `joined`, makes them a stretch."""
    conjunctions: frozenset[str] = frozenset()
    """Words that join two numbers only after `between`."""
    joined: re.Pattern[str] | None = None
    """What stands between two ends, of dates or of numbers."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    """Number words below a hundred, and those that count by themselves: dozen, twin."""
    fractions: Mapping[str, int] = field(default_factory=dict)
    """Per cent that a fraction is."""
    factors: Mapping[str, int] = field(default_factory=dict)
    """Words that multiply and are worked out: hundred, thousand."""
    multipliers: frozenset[str] = frozenset()
    """Words that multiply and stay in the unit: million."""
    articles: frozenset[str] = frozenset()
    """Words that count as one before a multiplier: a hundred."""
    definite: frozenset[str] = frozenset()
    """Words that point back: the two countries are no count."""
    hedges: Mapping[str, Qualifier] = field(default_factory=dict)
    """Words before a number that hedge it."""
    hedges_after: Mapping[str, Qualifier] = field(default_factory=dict)
    """Words after a number that hedge it."""
    currencies: Mapping[str, str] = field(default_factory=dict)
    """Signs before a sum, and what they stand for."""
    percent: frozenset[str] = frozenset()
    """Words for per cent."""
    rises: frozenset[str] = frozenset()
    """Beginnings of words for growing."""
    falls: frozenset[str] = frozenset()
    """Beginnings of words for shrinking."""
    partitive: re.Pattern[str] | None = None
    """What stands between a number and the things it is a part of: "of those"."""
    plural: re.Pattern[str] | None = None
    """What a word in the plural looks like."""
    no_counts: re.Pattern[str] | None = None
    """What right before a number makes it a name or a place in a list."""

    particles: frozenset[str] = frozenset()
    """Small words inside names: of, for."""
    weak_particles: frozenset[str] = frozenset()
    """Those that join only the parts of a body's name: Institute for Peace and Security."""
    prefix: re.Pattern[str] | None = None
    """What before a name is none of it: non-NATO."""
    compound: re.Pattern[str] | None = None
    """The end of a compound that a name only begins: US-led."""
    titles: frozenset[str] = frozenset()
    """Words before a person's name: Mr, Dr."""
    roles: frozenset[str] = frozenset()
    """Last words of an office before a person's name: minister, senator."""
    everyday_names: frozenset[str] = frozenset()
    """Names that need no entry: countries, peoples, languages."""
    kinds: Mapping[str, TermKind] = field(default_factory=dict)
    """Words in a name, or instead of one, that tell what it names."""
    apposed: re.Pattern[str] | None = None
    """What explains a name right after it."""
    office_ends: frozenset[str] = frozenset()
    """Words that an office may end in after a role and a small word: Secretary of State."""
    singulars: Mapping[str, str] = field(default_factory=dict)
    """Endings of the plural and what the singular has instead, the longest first."""
    called: re.Pattern[str] | None = None
    """What joins a name and its abbreviation outside brackets."""

    generic: Mapping[str, TermKind] = field(default_factory=dict)
    """Nouns that stand for a name that was given before: the group, this report."""
    pointing: re.Pattern[str] | None = None
    """What makes such a noun point back; `noun` follows, after at most one other word."""
    speaks: frozenset[str] = frozenset()
    """Forms of verbs that report what somebody says."""
    reports: frozenset[str] = frozenset()
    """Those of them that a document or an institute can do: finds, estimates."""
    according: re.Pattern[str] | None = None
    """What introduces a source; the source follows."""
    speakers: re.Pattern[str] | None = None
    """Nobody in particular who speaks: analysts, a clerk at the branch, he."""
    that: re.Pattern[str] | None = None
    """What follows a verb that reports speech."""
    attached: re.Pattern[str] | None = None
    """What may hang on nobody in particular: "at the branch"."""
    relative: re.Pattern[str] | None = None
    """A clause about who speaks that goes on to the verb: ", who had in May"."""
    adverbs: re.Pattern[str] | None = None
    """What may stand between who speaks and the verb."""


NO_WORDS = Words(known=False)
"""What is known of a language nobody has described yet."""
