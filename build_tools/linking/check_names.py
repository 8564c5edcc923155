"""Names that look like others: written with letters of another script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_tools.linking.letters import appearance, folded, mixed
from build_tools.linking.linked import Linked
from build_tools.model.problem import Problem, Severity, Where

_Form = tuple[str, str, Where]
"""A form, who goes by it, and where it stands."""


def names(linked: Linked) -> Iterator[Problem]:
    """Yield a warning for each name whose letters are not what they look like."""
    forms = list(_forms(linked))
    for text, _, where in forms:
        if word := mixed(text):
            yield _warning(where, word, "mixes letters of two scripts that look alike")
    alike: defaultdict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        alike[appearance(form[0])].append(form)
    for found in alike.values():
        if len({folded(text) for text, _, _ in found}) > 1:
            yield from _twins(found)


def _twins(found: list[_Form]) -> Iterator[Problem]:
    """Yield a warning for each form that only looks like another, at the disguised one."""
    for text, owner, where in found:
        others = dict.fromkeys(key for other, key, _ in found if folded(other) != folded(text))
        if others and folded(text) != appearance(text):
            what = f"looks like a form of `{'`, `'.join(others)}` and has other letters"
            if set(others) == {owner}:
                what = f"looks like another form of `{owner}` and has other letters"
            yield _warning(where, text, what)


def _forms(linked: Linked) -> Iterator[_Form]:
    for key, sheet in linked.corpus.terms.items():
        term = sheet.value
        yield term.name, key, sheet.where("name")
        if term.short:
            yield term.short, key, sheet.where("short")
        for index, variant in enumerate(term.variants):
            yield variant.text, key, sheet.where("variants", index)
    for index, person in enumerate(linked.corpus.people.value.people):
        yield person.name, person.id, linked.corpus.people.where("people", index, "name")


def _warning(where: Where, words: str, message: str) -> Problem:
    letters = " ".join(f"U+{ord(one):04X}" for one in words if ord(one) > 0x7F)
    return Problem(
        code="CR606",
        place=where(),
        message=f"{message} ({letters})" if letters else message,
        words=words,
        example="retype the name on a keyboard of its own script",
        severity=Severity.WARNING,
    )
