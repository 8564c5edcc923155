"""Gathers every mention of every term: who writes which form, where, in whose voice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from build_tools.linking.linked import Linked
from build_tools.linking.mentions import How
from build_tools.model.lock import LockedMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """All mentions of one term."""

    by_article: dict[str, tuple[LockedMention, ...]]
    """Mentions by slug; articles that have none are left out."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Slugs of the articles that mention it, in the order of the corpus."""
        return tuple(self.by_article)

    def count(self, slug: str | None = None) -> int:
        """Return how often it is mentioned, in one article or in all."""
        return len(self._of(slug))

    def forms(self, slug: str | None = None) -> tuple[str, ...]:
        """Return the names it goes by, most frequent first, in one article or in all."""
        counts = Counter(one.form for one in self._of(slug) if one.how == How.NAME)
        return tuple(form for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item)))

    def table(self) -> dict[str, tuple[int, ...]]:
        """Return for each form how often each article writes it, in the order of `articles`."""
        return {
            form: tuple(
                sum(one.form == form and one.how == How.NAME for one in found)
                for found in self.by_article.values()
            )
            for form in self.forms()
        }

    def _of(self, slug: str | None) -> tuple[LockedMention, ...]:
        if slug is not None:
            return self.by_article.get(slug, ())
        return tuple(one for found in self.by_article.values() for one in found)


def usages(linked: Linked) -> dict[str, Usage]:
    """Return the usage of every term of the glossary, mentioned or not."""
    gathered: dict[str, dict[str, list[LockedMention]]] = {key: {} for key in linked.corpus.terms}
    for one in linked.articles:
        for mention in one.mentions:
            if mention.term in gathered:
                gathered[mention.term].setdefault(one.article.slug, []).append(mention)
    return {
        key: Usage(by_article={slug: tuple(found) for slug, found in articles.items()})
        for key, articles in gathered.items()
    }
