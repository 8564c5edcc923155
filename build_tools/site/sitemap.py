"""sitemap.xml: every page of a built site that search engines are to find.

Ours stands in for the engines': one gives every page the date of the build, both list the page of
search. We give no dates at all: a page is made from many files, and none of them says when it was
last changed. A sitemap needs an address and readers: else there is none.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import quote

from build_tools.model.settings import Site
from build_tools.site.files import write

NAME = "sitemap.xml"
UNLISTED = frozenset({"404.html", "search.html"})
"""Pages without content of their own."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def replace(
    folder: Path, site: Site, unlisted: frozenset[str] = frozenset(), *, private: bool
) -> None:
    """Put our sitemap in the place of the engine's; take that away where there is to be none.

    Args:
        folder: The built site.
        site: Its settings.
        unlisted: Pages that only lead elsewhere.
        private: Whether the site shows text that may not be published.
    """
    remove(folder)
    if site.address and not private:
        pages = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
        write(folder / NAME, sitemap(site.address, sorted(set(pages) - UNLISTED - unlisted)))


def remove(folder: Path) -> None:
    """Take away what the engine takes for a map of the site."""
    for name in (NAME, f"{NAME}.gz"):
        (folder / name).unlink(missing_ok=True)


def sitemap(address: str, pages: list[str]) -> str:
    """Return a sitemap (sitemaps.org), which may hold 50,000 pages."""
    root = address.rstrip("/")
    addresses = (escape(f"{root}/{quote(page)}", quote=False) for page in pages)
    lines = [f"<url><loc>{one}</loc></url>" for one in addresses]
    return "\n".join([f'{_HEAD}<urlset xmlns="{_SPACE}">', *lines, "</urlset>", ""])
