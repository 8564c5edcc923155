"""Makes what stands in the head of a page for those who find, share and cite it.

The same on every page: title, description, address, licence. What is particular to a kind of page,
its downloads and what schema.org has words for, comes in as `Found` (`structured.py`).
Nothing of it where the site shows text that may not be published: such a page is not for sharing.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from build_tools.linking.linked import LinkedArticle
from build_tools.views.citing import plain
from build_tools.views.desk import Desk
from build_tools.views.parts import AlternateView, HeadView, PageView

FEED = "feed.xml"
"""Path of the feed in the site."""
CARD = "social-card.png"
"""Path of the picture that stands for the site where its pages are shared."""

Json = dict[str, Any]
"""What is written as JSON-LD."""

_UNSAFE = re.compile("[<>&\u2028\u2029]")
_REGION = re.compile(r"([A-Za-z]{2,3})-(?:[A-Za-z]{4}-)?([A-Za-z]{2}|\d{3})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is particular to the head of one page."""

    title: str = ""
    """Title where it is shared; the page's own where empty."""
    data: Json | None = None
    """What schema.org has words for."""
    alternates: tuple[AlternateView, ...] = ()
    """Downloads with the content of the page, by path in the site."""
    date: str = ""
    """When it last changed: year, month, day; empty where unknown."""
    licensed: bool = True
    """Whether the page's content is ours, under our licence."""


NOTHING = Found()
"""Nothing in particular."""


def head(desk: Desk, path: str, view: PageView, found: Found = NOTHING) -> HeadView | None:
    """Return what stands in the head of a page; nothing where it is private.

    Args:
        desk: The site.
        path: Path of the page in the site, ending in `.html`.
        view: What the page shows.
        found: What is particular to it.
    """
    if desk.index.private:
        return None
    site = desk.linked.corpus.site.value
    root = view.root
    return HeadView(
        title=plain(found.title or view.title),
        description=plain(view.description),
        site=plain(site.title),
        address=desk.public(path),
        image=desk.public(CARD),
        locale=locale(site.language),
        language=site.language,
        licence=site.licence if found.licensed else "",
        date=found.date,
        feed=f"{root}{FEED}" if has_feed(desk) else "",
        alternates=tuple(
            AlternateView(href=f"{root}{one.href}", type=one.type, title=one.title)
            for one in found.alternates
        ),
        data=script(found.data) if found.data else Markup(),
    )


def has_feed(desk: Desk) -> bool:
    """Tell whether there is a feed: notes, an address to find them at, and nothing private."""
    notes = any(one.notes for one in desk.linked.articles)
    private = desk.index.private
    return notes and bool(desk.public(FEED)) and not private


def downloads(one: LinkedArticle) -> tuple[AlternateView, ...]:
    """Return the files to cite an article by, by path in the site."""
    place = f"cite/{one.article.slug}"
    return (
        AlternateView(href=f"{place}.bib", type="application/x-bibtex", title="BibTeX"),
        AlternateView(href=f"{place}.ris", type="application/x-research-info-systems", title="RIS"),
        AlternateView(
            href=f"{place}.json",
            type="application/vnd.citationstyles.csl+json",
            title="CSL-JSON",
        ),
        AlternateView(
            href=f"data/notes/{one.article.slug}.md", type="text/markdown", title="Markdown"
        ),
    )


def locale(language: str) -> str:
    """Return a language as Open Graph has it; empty where it names no region, which that needs."""
    match = _REGION.match(language)
    return f"{match[1].lower()}_{match[2].upper()}" if match else ""


def script(data: Json) -> Markup:
    """Return JSON that ends no script, whatever the texts in it."""
    text = json.dumps(_clean(data), ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def _clean(value: Any) -> Any:  # noqa: ANN401 - JSON is any of a few types
    """Return data without what is empty, its texts on one line."""
    if isinstance(value, dict):
        cleaned = {key: _clean(one) for key, one in value.items()}
        return {key: one for key, one in cleaned.items() if one not in ("", None, [], {})}
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return plain(value) if isinstance(value, str) else value
