"""Corpora of other articles than the canal's, and of many."""

from __future__ import annotations

import dataclasses

from build_tools.linking.linked import Linked, LinkedArticle


def of_articles(linked: Linked, articles: tuple[LinkedArticle, ...]) -> Linked:
    """Return the corpus with other articles."""
    corpus = dataclasses.replace(linked.corpus, articles=tuple(one.article for one in articles))
    return dataclasses.replace(linked, corpus=corpus, articles=articles)


def times(linked: Linked, count: int) -> Linked:
    """Return the corpus with its articles told over and over."""
    return of_articles(
        linked,
        tuple(
            dataclasses.replace(
                one, article=dataclasses.replace(one.article, slug=f"{one.article.slug}-{n}")
            )
            for n, one in ((n, linked.articles[n % len(linked.articles)]) for n in range(count))
        ),
    )
