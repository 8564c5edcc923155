"""cite/: what is to be cited of each article, in BibTeX, RIS and CSL-JSON.

Each file holds the op-ed, our page on it and every note, under keys of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.articles import csl_date
from build_tools.exports.bibtex import bibliography
from build_tools.exports.common import Json, listed, to_json
from build_tools.exports.ris import references
from build_tools.linking.linked import LinkedArticle
from build_tools.model.output import Output
from build_tools.model.work import Name
from build_tools.views.citing import Cited, Sort, cited
from build_tools.views.desk import Desk


def citations(desk: Desk, one: LinkedArticle) -> Iterator[Output]:
    """Yield the three files of an article."""
    works = tuple(cited(desk, one))
    place = f"cite/{one.article.slug}"
    yield Output(f"{place}.bib", bibliography(works))
    yield Output(f"{place}.ris", references(works))
    yield Output(f"{place}.json", listed(to_json(_csl(work)) for work in works) + "\n")


def _csl(work: Cited) -> Json:
    """Return a work in CSL-JSON, without the fields that would be empty."""
    item: Json = {
        "id": work.key,
        "type": "article-newspaper" if work.sort is Sort.ORIGINAL else "webpage",
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "container-title": work.container,
        "publisher": work.publisher,
        "issued": csl_date(work.date) if work.date else None,
        "URL": work.url,
        "language": work.language,
        "abstract": work.abstract,
        "note": work.remark,
    }
    return {key: value for key, value in item.items() if value}


def _name(name: Name) -> Json:
    if not name.family:
        return {"literal": str(name)}
    return {"family": name.family, "given": name.given} if name.given else {"family": name.family}
