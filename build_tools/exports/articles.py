"""articles.json: CSL-JSON."""

from __future__ import annotations

from build_tools.exports.common import Json
from build_tools.linking.linked import LinkedArticle
from build_tools.views.desk import Desk
from build_tools.views.words import iso


def article(desk: Desk, one: LinkedArticle) -> Json:
    """Return an article in CSL-JSON, with our particulars under `custom`."""
    article, record = one.article, one.article.record.value
    item: Json = {
        "id": article.slug,
        "type": "article-newspaper",
        "title": record.title,
        "author": [_name(name) for name in record.authors],
        "container-title": record.outlet,
        "issued": csl_date(record.date),
        "language": record.language,
        "genre": record.genre,
    }
    if record.url:
        item["URL"] = record.url
    item["custom"] = {
        "edition": "full" if desk.shows_full(one) else "digest",
        "rights": record.rights.statement,
        "paragraphs": article.paragraphs,
        "words": record.origin.words if record.origin else None,
        "page": desk.permanent(f"articles/{article.slug}.html"),
    }
    return item


def _name(name: str) -> Json:
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": name}


def csl_date(edtf: str) -> Json:
    """Return a date as a CSL date variable."""
    date: Json = {"date-parts": [[int(part) for part in iso(edtf).split("-")]]}
    return date if iso(edtf) == edtf else date | {"circa": True}
