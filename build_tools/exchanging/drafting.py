"""Makes a draft of a note from an annotation that has its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from build_tools import prose
from build_tools.exchanging.annotation import Annotation
from build_tools.exchanging.markup import to_markdown
from build_tools.exchanging.placing import Anchor
from build_tools.exchanging.plain_data import Json, each, field, line, text
from build_tools.model.corpus import Corpus
from build_tools.model.fields import PROSE_LENGTH
from build_tools.model.note import Confidence, Note, NoteKind, State
from build_tools.sources.slugs import ascii_words
from build_tools.sources.validation import adapter

USUAL_KIND = NoteKind.CONTEXT
"""What an annotation is that does not say what it is."""
NAME_WORDS = 4
"""Words of the quotation in the id of a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the person who imports decides for all annotations."""

    corpus: Corpus
    """The editorial data."""
    author: str
    """Id of the person who answers for the notes."""
    date: str
    """Day of a note whose own is not told."""


def draft(said: Annotation, anchor: Anchor, wish: Wish, taken: Container[str]) -> Entry | str:
    """Return a note as it is written to notes.yml, or why it cannot be one.

    Args:
        said: The annotation.
        anchor: Where it hangs.
        wish: What was decided for all.
        taken: Ids of notes that the article has.
    """
    body = _body(said)
    if len(body) > PROSE_LENGTH:
        return f"says {len(body):,} characters, and a note has at most {PROSE_LENGTH:,}"
    told = _told(said, wish)
    note: Entry = {
        "id": said.own.note if said.own else _name(said, anchor, taken),
        "kind": _kind(said, has_passages=bool(told.get("see"))),
        "paragraph": anchor.paragraph,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "digest": told.get("digest"),
        "body": body,
        "sources": told.get("sources"),
        "see": told.get("see"),
        "confidence": told.get("confidence", Confidence.UNCONFIRMED.value),
        "state": State.DRAFT.value,
        "author": told.get("author", wish.author),
        "dispute": told.get("dispute"),
        "created": told.get("created") or said.created or said.updated or wish.date,
        "updated": told.get("updated"),
        "via": None if said.own else _via(said),
    }
    note = {key: value for key, value in note.items() if value not in (None, "", [], {})}
    try:
        adapter(Note).validate_python(note)
    except ValidationError as error:
        first = error.errors()[0]
        return f"can be no note: `{'.'.join(map(str, first['loc']))}`: {first['msg'].lower()}"
    return note


Entry = dict[str, Any]
"""A note by key, in the order of the model."""


def _body(said: Annotation) -> str:
    """Return what an annotation says; our own words stay as they are, if they are harmless."""
    if said.own and len(said.said) == 1:
        words = said.said[0].text
        if not any(prose.bad_links(words)):
            return words
    return "\n\n".join(filter(None, map(to_markdown, said.said)))


def _name(said: Annotation, anchor: Anchor, taken: Container[str]) -> str:
    """Return an id that the same annotation gets whenever it is imported."""
    words = ascii_words(anchor.quote)[:NAME_WORDS]
    stem = "-".join(words)[:40].strip("-") or "note"
    mark = hashlib.sha256(said.id.encode()).hexdigest()
    names = (f"{stem}-{mark[:length]}" for length in (6, 12, 32))
    return next((name for name in names if name not in taken), f"{stem}-{mark[:32]}")


def _kind(said: Annotation, *, has_passages: bool) -> str:
    """Return the kind that our own download or a tag names; a contradiction needs a passage."""
    own = line(said.own.custom.get("kind")) if said.own else None
    named = [re.sub(r"[\s_]+", "-", word.casefold()) for word in (own, *said.tags) if word]
    kinds = {kind.value for kind in NoteKind if kind is not NoteKind.CONTRADICTION or has_passages}
    return next((name for name in named if name in kinds), USUAL_KIND.value)


def _via(said: Annotation) -> dict[str, str | None]:
    told = {
        "id": said.id,
        "service": said.service,
        "name": said.who,
        "date": said.updated or said.created,
        "address": said.address,
    }
    return {key: value for key, value in told.items() if value}


def _told(said: Annotation, wish: Wish) -> Entry:
    """Return what our own download tells beyond the model of W3C, as far as it still holds."""
    if said.own is None:
        return {}
    custom, corpus = said.own.custom, wish.corpus
    author = line(custom.get("author"))
    found: Entry = {
        name: line(custom.get(name)) for name in ("digest", "confidence", "created", "updated")
    }
    found["dispute"] = text(custom.get("dispute"))
    found["author"] = author if author and corpus.person(author) else None
    found["sources"] = list(_sources(each(custom.get("sources")), corpus))
    found["see"] = [
        {"article": field(one, "article"), "paragraph": field(one, "paragraph")}
        for one in each(custom.get("see"))
        if corpus.article(text(field(one, "article")))
    ]
    return {key: value for key, value in found.items() if value}


def _sources(citations: Iterable[Json], corpus: Corpus) -> Iterable[dict[str, str] | str]:
    """Yield the citations of works that the bibliography has."""
    for one in citations:
        key, at = text(field(one, "key")), line(field(one, "at"))
        if key in corpus.works:
            yield {"key": key, "at": at} if at else key
