"""An annotation as somebody else's program tells it, before anything is decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """How the words of an annotation are marked up."""

    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PLAIN = "text/plain"


class Left(StrEnum):
    """Why an annotation is no note of ours; its value is what editors read."""

    PRIVATE = "only its author may read it"
    GROUP = "it was written for a group; name the group with --group"
    HIDDEN = "it was hidden, flagged, or not let through by a moderator"
    REPLY = "it is a reply, and hangs on another annotation"
    PAGE = "it is about the whole page"
    SILENT = "it highlights words and says nothing"
    ELSEWHERE = "it is about another article"
    REMOTE = "it is only named here, not told"
    KNOWN = "it was imported before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A piece of what an annotation says."""

    text: str
    """The words."""
    format: Format
    """How they are marked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What only our own download tells."""

    note: str
    """Id of the note."""
    article: str
    """Slug of its article."""
    custom: dict[str, object]
    """Everything that the model of W3C has no place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One annotation."""

    id: str
    """What it is called where it comes from; a hash of its content where it has no name."""
    service: str
    """Where it was written, as readers know it."""
    address: str | None = None
    """Where it can be seen; only http and https."""
    who: str | None = None
    """Who wrote it, by the name shown there."""
    created: str | None = None
    """Day on which it was written."""
    updated: str | None = None
    """Day on which it last changed."""
    said: tuple[Said, ...] = ()
    """What it says."""
    tags: tuple[str, ...] = ()
    """Its tags."""
    exact: str = ""
    """The words it hangs on; empty where it hangs on none."""
    prefix: str = ""
    """The characters before them."""
    suffix: str = ""
    """The characters after them."""
    position: tuple[int, int] | None = None
    """Where they stood, in whatever the other program counted."""
    left: Left | None = None
    """Why it is to be left out; nothing where it is not."""
    own: Own | None = None
    """What our own download tells; nothing for others'."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.address or self.id
