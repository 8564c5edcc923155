"""Shells: pages as the engine drew them, with room for what is particular to a page.

A shell is made once (`drawing.py`) and filled any number of times: filling it is joining strings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import quote

from markupsafe import escape

from build_tools.model.output import Output
from build_tools.model.page import Heading, Page, Sheet
from build_tools.site.marks import Slot

SECTION = 2
"""Level of the headings that a page's contents list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Room for the contents of a page, which are as long as it has sections."""

    before: str
    """Stands before the first entry."""
    pieces: tuple[str, ...]
    """An entry, cut where the id or the title of its heading stands."""
    ids: tuple[bool, ...]
    """At each cut: whether the id stands there, with the sign of a fragment, or the title."""
    between: str
    """Stands between two entries."""
    after: str
    """Stands after the last entry."""

    def filled(self, contents: Iterable[Heading]) -> str:
        """Return the entries of a page's sections; nothing where it has none."""
        entries = [self._entry(one) for one in contents if one.level == SECTION]
        return f"{self.before}{self.between.join(entries)}{self.after}" if entries else ""

    def _entry(self, heading: Heading) -> str:
        id, title = f"#{heading.id}", str(escape(heading.title))
        return _joined(self.pieces, [id if cut else title for cut in self.ids])


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Room for the title of another page, as a menu prints it."""

    path: str
    """Which page."""


Cut = Slot | Listing | Naming
"""What is filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """A drawn page, cut where something is filled in."""

    pieces: tuple[str, ...]
    """What stays; one more than there are cuts."""
    cuts: tuple[Cut, ...]
    """What is filled in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shells:
    """The shells of a site."""

    own: Mapping[str, Shell]
    """Shells for one page each, by its path."""
    shared: Mapping[str, Shell]
    """Shells for all other pages of a kind, by `kind`."""
    finished: Mapping[str, Shell] = field(default_factory=dict)
    """Pages that want nothing but the titles of others, by path: hand-written ones, mostly."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of those pages that are named on others, by path."""

    @property
    def named(self) -> frozenset[str]:
        """Paths of the pages whose titles are printed on others: `titled` asks for them."""
        every = (*self.own.values(), *self.shared.values(), *self.finished.values())
        return frozenset(
            cut.path for shell in every for cut in shell.cuts if isinstance(cut, Naming)
        )

    def serve(self, sheets: Iterable[Sheet]) -> bool:
        """Tell whether there is a shell for each of some pages."""
        return all(one.path in self.own or kind(one) in self.shared for one in sheets)

    def titled(self, titles: Mapping[str, str]) -> Shells:
        """Return the shells with the titles of pages that are named on others."""
        return replace(self, titles={path: str(escape(one)) for path, one in titles.items()})

    def fill(self, page: Page) -> str:
        """Return a whole page.

        Titles and descriptions are escaped here, once: theme and engine print them as they stand.
        """
        sheet = page.sheet
        shell = self.own.get(sheet.path) or self.shared[kind(sheet)]
        said = {
            Slot.NAME: quote(PurePosixPath(sheet.path).stem),
            Slot.TITLE: str(escape(page.title)),
            Slot.DESCRIPTION: str(escape(page.description)),
            Slot.HEAD: page.head,
            Slot.BODY: page.body,
        }
        return self._filled(shell, said, page.contents)

    def rest(self) -> Iterator[Output]:
        """Yield the pages that only waited for the titles of others."""
        for path, shell in self.finished.items():
            yield Output(path, self._filled(shell, {}, ()))

    def _filled(self, shell: Shell, said: Mapping[Slot, str], contents: Iterable[Heading]) -> str:
        def words(cut: Cut) -> str:
            match cut:
                case Slot():
                    return said[cut]
                case Listing():
                    return cut.filled(contents)
                case Naming():
                    return self.titles[cut.path]

        return _joined(shell.pieces, [words(cut) for cut in shell.cuts])


def kind(sheet: Sheet) -> str:
    """Return what pages have in common that share a shell."""
    return f"{PurePosixPath(sheet.path).parent}/ {sheet.template} {sheet.section}"


def _joined(pieces: tuple[str, ...], filled: list[str]) -> str:
    """Return pieces with what is filled in between them."""
    both = [""] * (2 * len(pieces) - 1)
    both[::2], both[1::2] = pieces, filled
    return "".join(both)
