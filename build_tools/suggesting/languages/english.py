"""English: dates, numbers, names and speech as op-eds write them."""

from __future__ import annotations

import re

from build_tools.model.figure import Qualifier
from build_tools.suggesting.languages.english_names import EVERYDAY_NAMES
from build_tools.suggesting.languages.english_time import (
    MONTHS,
    NUMBERS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    shapes,
)
from build_tools.suggesting.languages.english_words import (
    DEFINITE,
    FALLS,
    FUNCTION_WORDS,
    GENERIC,
    HEDGES,
    KINDS,
    PARTICLES,
    REPORTS,
    RISES,
    ROLES,
    SHORTENED,
    SPEAKS,
    TITLES,
)
from build_tools.suggesting.languages.words import Words

WORDS = Words(
    stemmer="english",
    function_words=FUNCTION_WORDS,
    shortened=SHORTENED,
    months=MONTHS,
    weekdays=WEEKDAYS,
    seasons=SEASONS,
    near_days={"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    named_days={"9/11": "2001-09-11"},
    units=UNITS,
    which={"last": -1, "this": 0, "next": 1},
    parts={**PARTS, "first": "first"},
    times=shapes(),
    since=re.compile(r"(?i:since|as of|starting in|starting from|ever since)(?: the)?\s$"),
    until=re.compile(r"(?i:until|till|up to|before)(?: the)?\s$"),
    between=re.compile(r"(?i:between|from)(?: the)?\s$"),
    joined=re.compile(r"\s?(?:[-–—]|to|and|until|through)\s?"),
    conjunctions=frozenset({"and"}),
    numbers=NUMBERS,
    fractions={"half": 50, "a half": 50, "a third": 33, "one third": 33, "one-third": 33}
    | {"two thirds": 67, "two-thirds": 67, "a quarter": 25, "one quarter": 25, "a fifth": 20}
    | {"three quarters": 75, "three-quarters": 75, "a tenth": 10},
    factors={"hundred": 100, "thousand": 1000, "hundreds": 100, "thousands": 1000}
    | {"lakh": 100_000, "crore": 10_000_000},
    multipliers=frozenset({"million", "billion", "trillion", "millions", "billions"}),
    articles=frozenset({"a", "an"}),
    definite=DEFINITE,
    hedges=HEDGES,
    hedges_after={"or more": Qualifier.AT_LEAST, "or so": Qualifier.ABOUT}
    | {"at least": Qualifier.AT_LEAST, "at most": Qualifier.AT_MOST},
    currencies={"US$": "US dollars", "$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
    | {"₹": "rupees", "Rs": "rupees", "Rs.": "rupees", "USD": "US dollars", "EUR": "euros"},
    percent=frozenset({"%", "per cent", "percent", "pc"}),
    rises=RISES,
    falls=FALLS,
    partitive=re.compile(r"\sof (?:the|these|those|its|their|his|her)(?=\s)"),
    plural=re.compile(
        r"[^\W\d_][\w’'-]*(?:[^\Wsui_’']s|ies|sses|ches|shes|ees|ues|ais|nis)|"
        r"(?i:people|personnel|men|women|children|police|troops|cattle|feet|lives|staff|policemen|"
        r"crew|euro|yen|hertz|percent|per cent)"
    ),
    no_counts=re.compile(
        r"(?i:article|section|chapter|page|no\.|number|rule|figure|table|part|¶|§)\s$"
    ),
    particles=PARTICLES,
    weak_particles=frozenset({"for", "and", "the", "on", "e", "i"}),
    prefix=re.compile(r"(?i:non|anti|pro|post|pre|ex|mid|trans|inter)-(?=[A-Z])"),
    compound=re.compile(r"-(?:[a-z]+ed|led|born|style|wide|held|run|era|like|sponsored|friendly)$"),
    titles=TITLES,
    roles=ROLES,
    everyday_names=EVERYDAY_NAMES,
    kinds=KINDS,
    apposed=re.compile(r"(?:,\s|\s\()(?:an?|the|who|which)\s(?:[\w’'-]+\s?){1,6}"),
    office_ends=frozenset({"state"}),
    singulars={"ies": "y", "s": ""},
    called=re.compile(
        r",? (?:also known as|also called|known as|or|or simply|abbreviated as|short for)(?: the)? "
    ),
    generic=GENERIC,
    pointing=re.compile(
        r"\b(?i:the|this|that|these|those|his|her|its|their|our|such)\s(?:[^\W\d_A-Z][\w’'-]*\s)??"
        rf"(?P<noun>(?:{'|'.join(sorted(GENERIC))})\b|[A-Z][\w’'-]+)"
    ),
    speaks=SPEAKS,
    reports=REPORTS,
    according=re.compile(
        r"(?i:according to|in the words of|in the view of|by the (?:account|count|estimate) of|"
        r"as (?:reported|stated|estimated|noted) by|(?<=\w )as told by|quoting|citing)(?: the)? "
    ),
    speakers=re.compile(
        r"\b(?:(?:[Hh]e|[Ss]he|[Tt]hey)\b|(?i:(?:(?:an?|the|his|her|one|some|many|most|several)\s)?"
        r"(?:[\w’'-]+\s){0,2}(?:report|study|analysts?|experts?|officials?|observers?|critics|"
        r"economists?|scholars?|spokes(?:man|woman|person)|witness(?:es)?|residents|locals|clerks?|"
        r"officers?|ministers?|survey|statement|document|letter|polls?))\b)"
    ),
    that=re.compile(r"\s(?:\w+\s){0,2}that\b|[:,]?\s?[“‘\"]|:"),
    attached=re.compile(r"\s(?:at|of|from|in|for|with|on)\s(?:[\w’'-]+\s){1,4}"),
    relative=re.compile(r",?\s(?:who|which)\s(?:[\w’'-]+\s){0,6}"),
    adverbs=re.compile(
        r"(?:(?:has|have|had|also|recently|then|later|once|openly|repeatedly|further|in turn|now|"
        r"often|never|always|rightly|still|already|even|simply|just|reportedly)\s)*"
    ),
)
"""What the finders know of English."""
