"""Cuts a page that the engine drew into a shell, at the marks that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.site.marks import Marks, Slot
from build_tools.site.shells import Cut, Listing, Naming, Shell


class StrayMarkError(ValueError):
    """A page prints more of another page than its title, or only half of a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutter:
    """Makes shells of drawn pages."""

    marks: Marks
    """The marks of this build."""
    paths: Mapping[int, str]
    """Where the pages stand that have a shell of their own, by number."""

    def cut(self, drawn: str, page: int | None = None) -> Shell:
        """Return the shell that a drawn page makes.

        Args:
            drawn: The page.
            page: Its number; nothing for one that has no marks of its own.

        Raises:
            StrayMarkError: Nothing sensible can be filled in at one of the marks.
        """
        parts = self._around(drawn) if page is None else self._inside(drawn, page)
        pieces, cuts = [""], list[Cut]()
        for part in parts:
            if isinstance(part, Slot | Listing | Naming):
                cuts.append(part)
                pieces.append("")
            else:
                pieces[-1] += part
        return Shell(pieces=tuple(pieces), cuts=tuple(cuts))

    def _inside(self, drawn: str, page: int) -> Iterator[str | Cut]:
        """Yield the parts of a page with marks of its own."""
        drawn = self._without_body(drawn, page)
        at = 0
        for found in self._listings(page).finditer(drawn):
            listing = self._listing(drawn, found)
            yield from self._around(drawn[at : found.start() - len(listing.before)], page)
            yield listing
            at = found.end() + len(listing.after)
        yield from self._around(drawn[at:], page)

    def _without_body(self, drawn: str, page: int) -> str:
        """Return a page with one mark where its body stood, and the id that its title has."""
        body, end, title = (self.marks.of(page, one) for one in (Slot.BODY, Slot.END, Slot.TITLE))
        whole = re.compile(rf"<div>{body}</div>.*?<div>{end}</div>", re.DOTALL)
        return whole.sub(body, drawn).replace(f"#{title}", "#title")

    def _listings(self, page: int) -> re.Pattern[str]:
        """Return what finds two entries of a page's contents, one after the other."""
        first, second = (f"#?{self.marks.of(page, one)}" for one in (Slot.FIRST, Slot.SECOND))
        text = rf"(?:(?!#?{self.marks.key}).)*"
        return re.compile(
            rf"({first}(?:{text}{first})*)({text})({second}(?:{text}{second})*)", re.DOTALL
        )

    def _listing(self, drawn: str, found: re.Match[str]) -> Listing:
        """Return the room that two entries take up.

        What stands between the two is the end of one and the beginning of the next: so much of it
        as stands before the first and after the last goes where no entry is.
        """
        entry, between = found[1], found[2]
        before = _common(between[::-1], drawn[: found.start()][::-1])[::-1]
        after = _common(between[: len(between) - len(before)], drawn[found.end() :])
        pieces = self.marks.pattern.split(entry)
        return Listing(
            before=before,
            pieces=tuple(pieces[::4]),
            ids=tuple(bool(sign) for sign in pieces[1::4]),
            between=between,
            after=after,
        )

    def _around(self, text: str, page: int | None = None) -> Iterator[str | Cut]:
        """Yield the parts of a text without listings."""
        parts = iter(self.marks.pattern.split(text))
        yield next(parts)
        for sign, number, letter, piece in zip(parts, parts, parts, parts, strict=True):
            slot = Slot(letter)
            if int(number) != page:
                yield self._naming(int(number), slot)
            elif slot in (Slot.FIRST, Slot.SECOND):
                pass  # a section named out of turn is left out
            elif slot is Slot.END:
                raise StrayMarkError
            else:
                yield from (sign, slot)
            yield piece

    def _naming(self, page: int, slot: Slot) -> Naming:
        if slot is not Slot.TITLE or page not in self.paths:
            raise StrayMarkError
        return Naming(path=self.paths[page])


def _common(one: str, other: str) -> str:
    """Return what two texts begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    end = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    return one[:end]
