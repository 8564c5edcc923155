"""The cleaning rules, in the order they run.

To add a rule: 1. if it is only a pattern for a whole line, add it to `furniture_patterns.py`;
2. otherwise write `take_<what>(draft) -> Draft` in a module of its own concern and put it into
`RULES` where its turn is; 3. add a case in `tests/cases/importing/rules.yaml`.
"""

from __future__ import annotations

from build_tools.sources.importing.draft import Rule
from build_tools.sources.importing.rules.breadcrumbs import take_breadcrumbs
from build_tools.sources.importing.rules.bylines import take_bylines, take_title_names
from build_tools.sources.importing.rules.comments import take_comments
from build_tools.sources.importing.rules.credits import take_credits
from build_tools.sources.importing.rules.datelines import take_datelines
from build_tools.sources.importing.rules.furniture import take_furniture, take_sharing
from build_tools.sources.importing.rules.margins import take_kickers, take_notes
from build_tools.sources.importing.rules.related import take_related
from build_tools.sources.importing.rules.titles import take_repeats, take_suffixes, take_title

RULES: tuple[tuple[str, Rule], ...] = (
    ("breadcrumb", take_breadcrumbs),
    ("comments", take_comments),
    ("related", take_related),
    ("sharing", take_sharing),
    ("furniture", take_furniture),
    ("notes", take_notes),
    ("credit", take_credits),
    ("date-line", take_datelines),
    ("kicker", take_kickers),
    ("byline", take_bylines),
    ("title", take_title),
    ("title-suffix", take_suffixes),
    ("title-byline", take_title_names),
    ("title-suffix-before-name", take_suffixes),
    ("repeated-title", take_repeats),
)
"""Each takes what the ones before it left; names serve messages and tests."""

__all__ = ["RULES"]
