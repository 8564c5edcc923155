"""Recognising an article that was changed, without keeping its words.

A 256-bit simhash over runs of three words: each run votes on every bit, so a text with a few
changed runs keeps most of its bits, while two different texts agree on about half of them.
"""

from __future__ import annotations

import sys
from hashlib import blake2b

from build_tools.sources.importing.tidying import tokens

_BITS = 256
_RUN = 3
_LANE = 4
_LANES = [
    b"".join((byte >> bit & 1).to_bytes(_LANE, "big") for bit in range(7, -1, -1))
    for byte in range(256)
]
"""Each byte with its bits four bytes apart: room to count to four thousand million."""

SAME_ARTICLE = 0.65
"""At or above this, two fingerprints are held to be of one article.

Measured on eight op-eds with 200 copies for each rate of scattered words exchanged: the lowest
copy reaches 0.74 at 5 %, 0.66 at 10 % and 0.63 at 15 %, where 97 in 100 are still recognised. The
closest pair of different op-eds on one subject reaches 0.56; the closest of 31,000 pairs of texts
shuffled from one vocabulary 0.63.
"""


def fingerprint(text: str) -> str:
    """Return the simhash of `text` as 64 hex digits; all zeros for a text with no words."""
    words = tokens(text)
    runs = (
        {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
        if words
        else set()
    )
    votes = sum(int.from_bytes(_spread(run), "big") for run in runs)
    width = _LANE * _BITS
    counts = memoryview(votes.to_bytes(width, sys.byteorder)).cast("I")
    lanes = counts if sys.byteorder == "little" else reversed(counts)
    bits = sum(1 << bit for bit, count in enumerate(lanes) if 2 * count > len(runs))
    return f"{bits:0{_BITS // 4}x}"


def _spread(run: str) -> bytes:
    """Return the hash of a run with every bit in a lane of its own.

    Numbers so spread out can be added up as one: 256 counts in a single sum.
    """
    digest = blake2b(run.encode("utf-8", "replace"), digest_size=_BITS // 8).digest()
    return b"".join(map(_LANES.__getitem__, digest))


def resemblance(a: str, b: str) -> float:
    """Return the share of bits two fingerprints agree on; strangers reach about a half."""
    return 1 - (int(a, 16) ^ int(b, 16)).bit_count() / _BITS
