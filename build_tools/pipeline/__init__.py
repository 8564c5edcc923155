"""The whole flow: sources → model → anchoring and linking → views → pages → site.

`reading` takes in and ties, `making` makes a site of it, `guarding` reads that before anybody else
does. `building`, one floor up, puts a site in place and knows what need not be made again.
"""

from __future__ import annotations

from build_tools.pipeline.checking import check
from build_tools.pipeline.dating import moment
from build_tools.pipeline.guarding import find_leaks, published
from build_tools.pipeline.making import Known, Site, Tell, draw, make
from build_tools.pipeline.reading import STALE, Reading, blocking, read
from build_tools.pipeline.tasks import Last

__all__ = [
    "STALE",
    "Known",
    "Last",
    "Reading",
    "Site",
    "Tell",
    "blocking",
    "check",
    "draw",
    "find_leaks",
    "make",
    "moment",
    "published",
    "read",
]
