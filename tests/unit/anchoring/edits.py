"""Edited copies of the essays in tests/cases/anchoring, with the true place of a quotation.

A text is cut into what stands before a quotation, the quotation and what stands after it; the
three are edited apart and joined again, so that the true place is known by construction. All
choices come from one seeded generator: the same seed makes the same cases.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.span import Span

ESSAYS = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "cases" / "anchoring").glob("*.txt"))
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TYPESETTING = {" ": ["  ", "\u00a0", "\n", " \u200b"], '"': ["\u201c"], "'": ["\u2019"]}

Edit = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A quotation, where it came from, and an edited text to find it in."""

    kind: str
    """What was done to the text."""
    original: str
    """The text before."""
    quoted: Span
    """Where the quotation stood in it."""
    edited: str
    """The text after."""
    truth: Span | None
    """Where the quotation stands now; None if it is gone."""


def misprint(text: str, rng: random.Random, rate: float = 0.06) -> str:
    """Exchange, drop, double or add letters."""

    def slip(letter: str) -> str:
        if letter.isspace() or rng.random() >= rate:
            return letter
        return rng.choice([rng.choice(LETTERS), "", letter * 2, letter + rng.choice(LETTERS)])

    return "".join(map(slip, text))


def reword(text: str, rng: random.Random, rate: float = 0.12) -> str:
    """Exchange, drop or add words."""
    vocabulary = re.findall(r"\w{3,}", ESSAYS[rng.randrange(len(ESSAYS))])

    def change(match: re.Match[str]) -> str:
        if rng.random() >= rate:
            return match.group()
        return rng.choice(["", rng.choice(vocabulary), f"{match.group()} {rng.choice(vocabulary)}"])

    return re.sub(r"\w+", change, text)


def typeset(text: str, rng: random.Random) -> str:
    """Set the same words with other spaces, quotes and dashes."""
    out = [
        rng.choice(TYPESETTING[c]) if c in TYPESETTING and rng.random() < 0.2 else c for c in text
    ]
    return "".join(out).replace("fi", rng.choice(["fi", "\ufb01"]))


def drop_sentences(text: str, rng: random.Random) -> str:
    """Leave out one sentence in six."""
    return "".join(part for part in re.split(r"(?<=[.;]) ", text) if rng.random() > 1 / 6) + " "


def keep(text: str, _rng: random.Random) -> str:
    """Change nothing."""
    return text


SURVIVING: dict[str, tuple[Edit, Edit]] = {
    "misprinted": (misprint, misprint),
    "reworded": (reword, reword),
    "typeset": (typeset, typeset),
    "quotation only": (keep, lambda text, rng: reword(misprint(text, rng, 0.03), rng)),
    "surroundings only": (lambda text, rng: reword(text, rng, 0.5), keep),
    "sentences dropped": (drop_sentences, keep),
    "copied": (reword, lambda text, rng: reword(text, rng, 0.08)),
}
"""What is done to the surroundings, and what to the quotation."""

GONE = ("cut", "replaced", "elsewhere", "lookalike")


def cases(seed: int, rounds: int) -> Iterator[Case]:
    """Yield `rounds` cases of every kind."""
    rng = random.Random(seed)
    for index in range(rounds):
        text, other = ESSAYS[index % 2], ESSAYS[(index + 1) % 2]
        quoted = _quotation(text, rng)
        for kind in SURVIVING:
            yield _surviving(kind, text, quoted, rng)
        for kind in GONE:
            edited = _without(kind, text, other, quoted, rng)
            yield Case(kind=kind, original=text, quoted=quoted, edited=edited, truth=None)


def _quotation(text: str, rng: random.Random) -> Span:
    paragraph = rng.choice([m for m in re.finditer(r"[^\n]+", text) if len(m.group().split()) > 30])
    words = [
        match.span() for match in re.finditer(r"\w+", text) if match.start() >= paragraph.start()
    ]
    words = [word for word in words if word[1] <= paragraph.end()]
    length = rng.randint(5, 20)
    first = rng.randrange(len(words) - length)
    return Span(words[first][0], words[first + length - 1][1])


def _surviving(kind: str, text: str, quoted: Span, rng: random.Random) -> Case:
    around, inside = SURVIVING[kind]
    before, after = around(text[: quoted.start], rng), around(text[quoted.end :], rng)
    quotation = inside(quoted.of(text), rng).strip()
    truth = Span(len(before), len(before) + len(quotation))
    edited = before + quotation + after
    if kind == "copied":
        edited += f"\n\nIn one line: {quoted.of(text)}\n"
    return Case(kind=kind, original=text, quoted=quoted, edited=edited, truth=truth)


def _without(kind: str, text: str, other: str, quoted: Span, rng: random.Random) -> str:
    if kind == "elsewhere":
        return other
    substitute = ""
    if kind == "replaced":
        substitute = _quotation(other, rng).of(other)
    edited = text[: quoted.start] + substitute + text[quoted.end :]
    if kind != "lookalike":
        return edited
    words = [
        word if rng.random() > 0.4 else rng.choice(other.split())
        for word in quoted.of(text).split()
    ]
    return f"{edited}\n\nSome would rather say {' '.join(words)} and leave it there.\n"
