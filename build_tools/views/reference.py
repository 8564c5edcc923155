"""The pages of reference: who works on the site, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.views.parts import Link, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """An editor or reviewer."""

    id: str
    """Element id."""
    name: str
    """Name or role."""
    role: str
    """What they do."""
    about: Markup
    """More; may be empty."""
    url: str
    """Their page; may be empty."""
    orcid: str
    """ORCID iD; may be empty."""
    wrote: int
    """Texts written: notes, terms and whatever else has an author."""
    reviewed: int
    """Texts reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView(PageView):
    """Who works on this site and where the work stands."""

    people: tuple[PersonView, ...]
    """Editors and reviewers."""
    kinds: tuple[str, ...]
    """What is edited: "Notes", "Terms" and so on."""
    states: tuple[tuple[str, tuple[int, ...]], ...]
    """Label of each state with how many of each kind are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkView:
    """A work in the bibliography and who leans on it."""

    key: str
    """Citation key: the element id is `s-` and the key."""
    citation: str
    """The work in a line, without its address."""
    url: str
    """Where to read it; may be empty."""
    remark: str
    """What to know of it; may be empty."""
    cited_by: tuple[Link, ...]
    """Whatever cites it: notes, terms, events, figures, questions, records of articles.

    Where articles are many, the notes of each are one link."""
    times: int
    """How often it is cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView(PageView):
    """The bibliography."""

    works: tuple[WorkView, ...]
    """All works, by outlet and date."""
