"""What a web page says of itself: JSON-LD, meta elements, and the extractor's own findings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from build_tools.sources.importing import dates, languages
from build_tools.sources.importing.draft import Metadata
from build_tools.sources.importing.names import split_names
from build_tools.sources.importing.tidying import tidy
from build_tools.sources.importing.walking import Element

_LONGEST = 400
_MOST_DATA = 200_000

_TITLES = ("citation_title", "og:title", "twitter:title", "dc.title")
_AUTHORS = ("citation_author", "author", "article:author", "dc.creator", "parsely-author")
_OUTLETS = ("citation_journal_title", "og:site_name", "application-name", "dc.publisher")
_DATES = (
    "article:published_time",
    "citation_publication_date",
    "citation_date",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "parsely-pub-date",
    "date",
)
_LANGUAGES = ("content-language", "og:locale", "dc.language", "citation_language")
_ARTICLES = ("Article", "BlogPosting", "Posting")


class Extracted(Protocol):
    """What we use of the extractor's document."""

    title: str | None
    """Headline."""
    author: str | None
    """Names, parted by semicolons."""
    sitename: str | None
    """Name of the site."""
    date: str | None
    """Date of publication, ISO."""
    url: str | None
    """Address."""


def from_extractor(document: Extracted) -> Metadata:
    """Return what the extractor found, which counts less than what the page declares."""
    return Metadata(
        title=_short(document.title),
        authors=_people(document.author),
        outlet=_short(document.sitename),
        date=dates.edtf(document.date or ""),
        url=_address(document.url),
    )


def read(root: Element) -> Metadata:
    """Return what the page declares, JSON-LD before meta elements before visible marks."""
    metas = _metas(root)
    data = _linked_data(root)
    return _from_linked_data(data).over(_from_metas(metas)).over(_from_marks(root))


def _metas(root: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (
            meta.get("property")
            or meta.get("name")
            or meta.get("itemprop")
            or meta.get("http-equiv")
        )
        content = _short(meta.get("content"))
        if name and content:
            found.setdefault(name.casefold(), []).append(content)
    return found


def _from_metas(metas: Mapping[str, Sequence[str]]) -> Metadata:
    def first(names: Sequence[str]) -> str | None:
        return next((metas[name][0] for name in names if name in metas), None)

    named = next((people for name in _AUTHORS if (people := _several(metas.get(name, ())))), ())
    stated = (
        edtf for name in _DATES for value in metas.get(name, ()) if (edtf := dates.edtf(value))
    )
    return Metadata(
        title=first(_TITLES),
        authors=named,
        outlet=first(_OUTLETS),
        date=next(stated, None),
        language=languages.tag(first(_LANGUAGES)),
        url=_address(first(("og:url",))),
    )


def _from_marks(root: Element) -> Metadata:
    links = (
        link.get("href")
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower()
    )
    times = (time.get("datetime") or time.text or "" for time in root.iter("time"))
    declared = next(root.iter("html"), None)
    spoken = (declared.get("lang") or declared.get("xml:lang")) if declared is not None else None
    return Metadata(
        date=next((edtf for time in times if (edtf := dates.edtf(time[:_LONGEST]))), None),
        language=languages.tag(spoken),
        url=next((address for link in links if (address := _address(link))), None),
    )


def _linked_data(root: Element) -> Mapping[str, object]:
    """Return the JSON-LD object of the article, or an empty one."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > _MOST_DATA:
            continue
        try:
            told = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        found = next((entry for entry in _objects(told) if _is_article(entry)), None)
        if found is not None:
            return found
    return {}


def _objects(told: object) -> Iterator[Mapping[str, object]]:
    entries = told if isinstance(told, list) else [told]
    for entry in entries:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            yield from (
                (part for part in graph if isinstance(part, dict))
                if isinstance(graph, list)
                else ()
            )


def _is_article(entry: Mapping[str, object]) -> bool:
    kinds = entry.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in named)


def _from_linked_data(data: Mapping[str, object]) -> Metadata:
    stated = data.get("datePublished")
    page = data.get("mainEntityOfPage")
    address = data.get("url") or (page.get("@id") if isinstance(page, dict) else page)
    spoken = data.get("inLanguage")
    return Metadata(
        title=_short(data.get("headline")),
        authors=_several(_named(data.get("author"))),
        outlet=next(iter(_named(data.get("publisher"))), None),
        date=dates.edtf(stated) if isinstance(stated, str) else None,
        language=languages.tag(spoken) if isinstance(spoken, str) else None,
        url=_address(address),
    )


def _named(value: object) -> list[str]:
    """Return the names in a string, an object with a name, or a list of either."""
    entries = value if isinstance(value, list) else [value]
    names = (entry.get("name") if isinstance(entry, dict) else entry for entry in entries)
    return [name for entry in names if (name := _short(entry))]


def _several(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person for value in values for person in _people(value)))


def _people(value: str | None) -> tuple[str, ...]:
    text = tidy(value or "")
    if not text or len(text) > _LONGEST or "/" in text or "@" in text:
        return ()
    bare = text[3:] if text[:3].casefold() == "by " else text
    return split_names(bare) or ()


def _short(value: object) -> str | None:
    text = tidy(value) if isinstance(value, str) and len(value) <= _LONGEST else ""
    return text or None


def _address(value: object) -> str | None:
    text = _short(value)
    return text if text and text.startswith(("https://", "http://")) and " " not in text else None
