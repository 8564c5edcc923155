"""Stubs: pages of marks that the engine draws, in the place of the pages they stand for."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

from build_tools.model.output import Output
from build_tools.model.page import Sheet
from build_tools.site.config import Config, listed
from build_tools.site.marks import Marks, Slot
from build_tools.site.shells import kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """A page to be drawn."""

    number: int
    """Its marks are told from those of others by it."""
    sheet: Sheet
    """Which page it stands for, or one of those it stands for."""
    shared: bool
    """Whether it stands for all pages of its kind."""

    def name(self, marks: Marks) -> str:
        """Return its path without an ending."""
        path = PurePosixPath(self.sheet.path)
        stem = marks.of(self.number, Slot.NAME) if self.shared else path.stem
        return path.with_name(stem).as_posix()

    def markdown(self, marks: Marks, fragments: Iterable[str], *, private: bool) -> Output:
        """Return it as the engine reads it.

        Args:
            marks: The marks of this build.
            fragments: Ids that links ask for; whether the page has them is seen later.
            private: Whether the site is private, where pages bring nothing along for their head.
        """
        of = {slot: marks.of(self.number, slot) for slot in Slot}
        head = "" if private else f"head: {of[Slot.HEAD]}\n"
        ids = "".join(f'<i id="{html.escape(one)}"></i>' for one in fragments)
        text = (
            f"---\ntitle: {of[Slot.TITLE]}\ndescription: {of[Slot.DESCRIPTION]}\n"
            f"template: {self.sheet.template}\n"
            f"section: {self.sheet.section}\nhide: [toc]\n{head}---\n\n"
            f"<div>{of[Slot.BODY]}</div>\n\n# {of[Slot.TITLE]}\n\n<p>{ids}</p>\n\n"
            f"## {of[Slot.FIRST]}\n\n## {of[Slot.SECOND]}\n\n<div>{of[Slot.END]}</div>\n"
        )
        return Output(f"{self.name(marks)}.md", text)


def stubs(sheets: Iterable[Sheet], base: Config, linked: Iterable[str]) -> Iterator[Stub]:
    """Yield the stubs of a site: one for each page that the engine or a theme may treat apart.

    Those are pages in the navigation or linked to from a hand-written page, at the top and at the
    head of a folder. All others differ in what is filled in alone, so each kind has one.

    Args:
        sheets: The generated pages.
        base: The project's configuration.
        linked: Paths of pages that hand-written ones link to.
    """
    apart, known = listed(base), frozenset(linked)
    numbers, kinds = count(), set[str]()
    for sheet in sheets:
        path = PurePosixPath(sheet.path)
        shared = (
            apart is not None
            and sheet.path not in apart | known
            and len(path.parts) > 1
            and path.stem != "index"
        )
        # Numbers count stubs, not pages: what is drawn stays the same as articles come and go.
        if not (shared and kind(sheet) in kinds):
            yield Stub(number=next(numbers), sheet=sheet, shared=shared)
        if shared:
            kinds.add(kind(sheet))
