"""Gathers every mention of every term: who writes which form, where, in whose voice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain

from build_tools.linking.linked import Linked, LinkedArticle
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
        if slug is not None:
            return len(self.by_article.get(slug, ()))
        return sum(map(len, self.by_article.values()))

    def forms(self) -> tuple[str, ...]:
        """Return the names it goes by, most frequent first."""
        mentions = chain.from_iterable(self.by_article.values())
        names = [one.form for one in mentions if one.how == How.NAME]
        if len(names) < 2:
            return tuple(names)
        counts = Counter(names)
        return tuple(form for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item)))

    def table(self) -> dict[str, tuple[int, ...]]:
        """Return for each form how often each article writes it, in the order of `articles`."""
        written = [
            Counter(one.form for one in found if one.how == How.NAME)
            for found in self.by_article.values()
        ]
        return {form: tuple(counts[form] for counts in written) for form in self.forms()}


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


def usages_in(one: LinkedArticle) -> dict[str, Usage]:
    """Return how one article uses its terms, those included that only its digest mentions."""
    gathered: dict[str, list[LockedMention]] = {
        mention.term: [] for block in one.blocks for mention in block.digest_found.mentions
    }
    for mention in one.mentions:
        gathered.setdefault(mention.term, []).append(mention)
    slug = one.article.slug
    return {
        key: Usage(by_article={slug: tuple(found)} if found else {})
        for key, found in gathered.items()
    }
