"""What pages weigh in gzip, told by their files alone: bytes are the same on every machine."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

BUDGETS = Path(__file__).parents[1] / "budgets.yml"
_OWN = re.compile(r'(?:src|href)="?([^"\s>]*\breader/[^"\s>?#]+\.(?:js|css))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one page makes a reader fetch of ours."""

    html: int
    """Bytes of the page."""
    scripts: int
    """Bytes of our own scripts it loads."""
    styles: int
    """Bytes of our own styles it loads."""


def weigh(page: Path) -> Weight:
    """Return the weight of a page of a built site."""
    own = {
        (page.parent / path).resolve() for path in _OWN.findall(page.read_text(encoding="utf-8"))
    }
    return Weight(
        html=packed(page),
        scripts=sum(packed(path) for path in own if path.suffix == ".js"),
        styles=sum(packed(path) for path in own if path.suffix == ".css"),
    )


def packed(path: Path) -> int:
    """Return the bytes of a file in gzip."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def largest_article(site: Path) -> Path:
    """Return the largest page of an article in a built site."""
    articles = [one for one in (site / "articles").glob("*.html") if one.stem != "index"]
    return max(articles, key=lambda path: (path.stat().st_size, path))


def budgets() -> dict[str, dict[str, int]]:
    """Return what each kind of page may weigh: bytes in gzip, by page and part."""
    found: dict[str, dict[str, int]] = yaml.safe_load(BUDGETS.read_text(encoding="utf-8"))
    return found
