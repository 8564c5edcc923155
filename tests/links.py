"""Checks that every link, fragment and ARIA id inside a built site leads somewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

REFERENCES = (
    "for",
    "aria-details",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "popovertarget",
)
ROOT = "http://the.site/"


class Page(HTMLParser):
    """Ids and references of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.references: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag declares and what it refers to."""
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src") and not (tag == "link" and ("rel", "canonical") in attrs):
                self.links.append(value or "")
            elif name in REFERENCES:
                self.references += (value or "").split()


def pages_of(root: Path) -> dict[str, Page]:
    """Read every page of the site."""
    return {
        path.relative_to(root).as_posix(): Page(path.read_text("utf-8"))
        for path in sorted(root.rglob("*.html"))
    }


def broken(root: Path) -> list[str]:
    """Return what leads nowhere in the site below `root`, and ids that stand twice."""
    pages = pages_of(root)
    found: list[str] = []
    for name, page in pages.items():
        found += [
            f"{name}: id {each} stands twice" for each in set(page.ids) if page.ids.count(each) > 1
        ]
        found += [f"{name}: no element {each}" for each in page.references if each not in page.ids]
        if name == "404.html":
            continue  # Its links start at the site's address, which only the server knows.
        for link in page.links:
            split = urlsplit(urljoin(ROOT + name, link))
            path = unquote(split.path).lstrip("/")
            if split.netloc != "the.site" or not path:
                continue
            if not (root / path).is_file():
                found.append(f"{name}: {link}: no such file")
            elif (
                split.fragment and path in pages and unquote(split.fragment) not in pages[path].ids
            ):
                found.append(f"{name}: {link}: no such place")
    return found
