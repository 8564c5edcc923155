"""robots.txt: what crawlers may read, and where the list of pages is.

They look for it at the root of a host only; below a project path it is each page's own `noindex`
that counts.
"""

from __future__ import annotations

from build_tools.views.desk import Desk


def robots(desk: Desk) -> str:
    """Return the file; a site that shows text that may not be published lets nobody in."""
    if desk.index.private:
        return "User-agent: *\nDisallow: /\n"
    sitemap = desk.public("sitemap.xml")
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")
