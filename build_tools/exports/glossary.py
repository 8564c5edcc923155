"""glossary.json: every term with every mention."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.common import Json, source
from build_tools.views.desk import Desk


def glossary(desk: Desk) -> Iterator[Json]:
    """Yield every term with all its mentions in the source texts."""
    for key, sheet in desk.linked.corpus.terms.items():
        term = sheet.value
        native = term.native
        yield {
            "id": key,
            "name": term.name,
            "short": term.short,
            "kind": term.kind.value,
            "native": {"text": native.text, "language": native.language} if native else None,
            "variants": [one.text for one in term.variants],
            "definition": term.definition,
            "confidence": term.confidence.value,
            "state": term.state.value,
            "contested": [
                {
                    "point": one.point,
                    "positions": [
                        {
                            "holder": side.holder,
                            "says": side.says,
                            "sources": [source(citation) for citation in side.sources],
                        }
                        for side in one.positions
                    ],
                }
                for one in term.contested
            ],
            "relations": [{"kind": one.kind.value, "term": one.term} for one in term.relations],
            "sources": [source(citation) for citation in term.sources],
            "mentions": [
                {
                    "article": slug,
                    "paragraph": one.paragraph,
                    "form": one.form,
                    "voice": one.voice,
                    "how": one.how,
                }
                for slug, found in desk.usage[key].by_article.items()
                for one in found
            ],
        }
