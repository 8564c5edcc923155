"""Which text a build shows."""

from __future__ import annotations

from enum import StrEnum


class Edition(StrEnum):
    """Which text a build shows."""

    AUTO = "auto"
    """The full text of each article whose rights allow it, the digest of the others."""
    DIGEST = "digest"
    """The digest of all."""
    FULL = "full"
    """Every source text at hand: for private reading."""
