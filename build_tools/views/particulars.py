"""What stands at the head of an article's page: who, where, under which rights, how to cite."""

from __future__ import annotations

from build_tools.linking.anchors import Standing
from build_tools.linking.linked import LinkedArticle
from build_tools.model.corpus import Article
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.parts import Link

RIGHTS = {
    "http://rightsstatements.org/vocab/InC/1.0/": "In copyright",
    "https://creativecommons.org/licenses/by/4.0/": "CC BY 4.0",
    "https://creativecommons.org/licenses/by-sa/4.0/": "CC BY-SA 4.0",
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0 1.0",
    "http://rightsstatements.org/vocab/NoC-US/1.0/": "No copyright (United States)",
    "http://rightsstatements.org/vocab/UND/1.0/": "Copyright undetermined",
}
"""Short names of rights statements; any other is shown by its address."""


def rights_label(statement: str) -> str:
    """Return the short name of a rights statement, its address where it has none."""
    return RIGHTS.get(statement, statement)


def byline(article: Article) -> str:
    """Return the authors in one line."""
    return ", ".join(article.record.value.authors) or "Author unknown"


def edition_line(desk: Desk, one: LinkedArticle) -> str:
    """Return one sentence on what the reader has before them, and why."""
    if desk.shows_full(one):
        if one.article.record.value.rights.publish.value == "full":
            return "The full text, published under its licence, with our notes."
        return "The full text from your own copy, for private reading, with our notes."
    if desk.edition.value == "full":
        return "Our digest: no source text was at hand for this article."
    return (
        "Our digest, paragraph by paragraph. The op-ed itself is in copyright; "
        "the notes hang on short quotations from it."
    )


def verified_line(one: LinkedArticle) -> str:
    """Return how many quotations were verified, and against which version of the text."""
    if not one.notes:
        return ""
    sure = sum(note.standing is Standing.EXACT for note in one.notes)
    total = words.plural(len(one.notes), "quotation")
    version = f" (version {one.lock.text[:8]})" if one.lock else ""
    return f"{sure} of {total} verified against the source text{version}"


def rights(statement: str) -> Link:
    """Return a rights statement by its short name."""
    return Link(href=statement, text=RIGHTS.get(statement, statement))


def cite_original(article: Article) -> str:
    """Return how to cite the op-ed."""
    record = article.record.value
    who = ", ".join(record.authors) or record.outlet
    parts = [f"{who}, “{record.title}”", record.outlet if record.authors else ""]
    parts += [in_words(record.date), record.url or ""]
    return ", ".join(part for part in parts if part)


def cite_page(desk: Desk, article: Article, *, full: bool) -> str:
    """Return how to cite our page on it."""
    site = desk.linked.corpus.site.value
    kind = "annotated edition" if full else "annotated digest"
    path = desk.permanent(f"articles/{article.slug}.html")
    parts = [f"“{article.record.value.title}”, {kind}", site.title, site.publisher or "", path]
    return ", ".join(part for part in parts if part)
