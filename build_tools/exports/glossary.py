"""glossary.json: every term with every mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from build_tools.exports.common import Json, source, to_json
from build_tools.linking.linked import LinkedArticle
from build_tools.model.term import TermFile
from build_tools.views.desk import Desk


def glossary(desk: Desk, mentioned: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield every term in JSON with all its mentions in the source texts.

    Args:
        desk: The site.
        mentioned: What `mentions` returned for each article, by term.
    """
    for key, sheet in desk.linked.corpus.terms.items():
        said = ", ".join(mentioned.get(key, ()))
        yield f'{to_json(_term(key, sheet.value))[:-1]}, "mentions": [{said}]}}'


def mentions(desk: Desk, one: LinkedArticle) -> dict[str, str]:
    """Return where an article mentions terms, in JSON, items of a list; by term."""
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for said in one.mentions:
        if said.term in desk.linked.corpus.terms:
            item = {
                "article": one.article.slug,
                "paragraph": said.paragraph,
                "form": said.form,
                "voice": said.voice,
                "how": said.how,
            }
            found[said.term].append(item)
    return {term: to_json(items)[1:-1] for term, items in found.items()}


def _term(key: str, term: TermFile) -> Json:
    native = term.native
    return {
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
    }
