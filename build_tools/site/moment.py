"""Says what "now" is to an engine."""

from __future__ import annotations

import os

MOMENT = 946_684_800
"""Unix time of "now" to an engine, 2000-01-01: what it draws tells no date, and stays the same."""


def moment() -> str:
    """Return what "now" is to an engine, in seconds since 1970 (reproducible-builds.org)."""
    return os.environ.get("SOURCE_DATE_EPOCH", str(MOMENT))
