"""Every quotation must have been found in its source text, and surely."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import chain

from build_tools.linking.anchors import Standing
from build_tools.linking.linked import AnyPlaced, Linked, LinkedArticle
from build_tools.model.problem import Problem, Severity


def anchors(linked: Linked) -> Iterator[Problem]:
    """Yield a problem for each quotation whose place is not sure.

    They come file by file, for a file has to be parsed once more to say where it is wrong.
    """
    notes = [(one, placed) for one in linked.articles for placed in one.notes]
    rest = [(one, more) for one in linked.articles for more in one.quotations[len(one.notes) :]]
    rest.sort(key=lambda item: item[1].key)
    for one, placed in chain(notes, rest):
        yield from _quotation(placed, f"{one.article.slug}#{placed.key}")
        yield from _in_digest(one, placed)


def word_diff(before: str, after: str) -> str:
    """Return the change from one wording to another: `[-gone-]` and `{+new+}`."""
    old, new = before.split(), after.split()
    parts = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(" ".join(old[a:b]))
        else:
            parts += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
            parts += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(parts)


def _quotation(placed: AnyPlaced, name: str) -> Iterator[Problem]:
    if placed.standing is not Standing.EXACT:
        code, message, example = _finding(placed, name)
        yield Problem(
            code=code,
            place=placed.at("quote"),
            message=message,
            words=placed.item.quote,
            example=example,
        )


def _finding(placed: AnyPlaced, name: str) -> tuple[str, str, str]:
    match placed.standing:
        case Standing.MOVED:
            mend = f"crossread anchor --accept {name}"
            return "CR403", f"stands in ¶{placed.paragraph}{_change(placed)}", mend
        case Standing.AMBIGUOUS:
            where = (
                ", ".join(f"¶{number}" for number in placed.rivals if number) or "several places"
            )
            message = f"fits {where} and nothing tells which"
            return "CR401", message, "prefix: the words just before the quotation"
        case Standing.LOST:
            near = f"; the nearest words are “{placed.suggestion}”" if placed.suggestion else ""
            message = f"is not in the source text{near}"
            return "CR402", message, "quote: words that stand in the text, twelve at most"
        case _:
            message = "has not been verified against the source text since it was written"
            return "CR404", message, "crossread anchor, where the source texts are at hand"


def _change(placed: AnyPlaced) -> str:
    """Say what is different there: the paragraph, the wording, or a wording unknown here."""
    if not placed.found:
        return " with other words"  # only the lock is at hand
    diff = word_diff(placed.item.quote, placed.found)
    if "[-" in diff or "{+" in diff:
        return f" as: {diff}"
    return f", not in ¶{placed.item.paragraph}"


def _in_digest(one: LinkedArticle, placed: AnyPlaced) -> Iterator[Problem]:
    """The words that a note, telling, figure or evidence names in the digest are there, once."""
    note = placed.item
    if note.digest is None:
        return
    if placed.retold is None:
        block = one.block(placed.paragraph)
        yield Problem(
            code="CR313",
            place=placed.at("digest"),
            message=f"names words that are not in ¶{placed.paragraph} of the digest",
            words=note.digest,
            example=block.digest.text[:100] if block else "",
        )
    elif placed.again:
        yield Problem(
            code="CR313",
            place=placed.at("digest"),
            message=f"names words that stand twice in ¶{placed.paragraph} of the digest",
            words=note.digest,
            example="a longer stretch, which stands there once",
            severity=Severity.WARNING,
        )
