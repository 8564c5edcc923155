"""What search engines are told of a page, in the words of schema.org, and where its downloads are.

Our page and the op-ed are two works (decision 0013): ours `isBasedOn` the other. A claim is told
of as the words of the op-ed that a note hangs on, never as reviewed: a `ClaimReview` needs a
verdict on a scale, and our notes give none. Addresses stand here only where the site has one.
"""

from __future__ import annotations

from build_tools.linking.comparisons import Question
from build_tools.linking.linked import LinkedArticle
from build_tools.model.note import NoteKind
from build_tools.model.question import AnswerState
from build_tools.views.article import ArticleView
from build_tools.views.citing import certain, changed, original, our_title
from build_tools.views.desk import Desk
from build_tools.views.heads import Found, Json, downloads
from build_tools.views.schema_org import CONTEXT, glossary_part, organisation, site_part
from build_tools.views.term import TermView

CLAIMING = (NoteKind.CLAIM, NoteKind.FIGURE, NoteKind.CORRECTION)
"""Kinds of note that hang on a claim of fact."""
TERMS = 20
"""Terms an article's page is told to be about: the most used. All 56 of one page weighed 0.9 KB."""
OPINION = ("op-ed", "opinion", "column", "comment")
"""Words of a genre that make it an opinion; any other article is told of as news."""


def article(desk: Desk, one: LinkedArticle, view: ArticleView) -> Found:
    """Return what is particular to an article's page."""
    work, record, site = original(one), one.article.record.value, desk.linked.corpus.site.value
    here = desk.public(f"articles/{one.article.slug}.html")
    opinion = any(word in record.genre.casefold() for word in OPINION)
    rights = "license" if "creativecommons.org/" in record.rights.statement else "usageInfo"
    date = certain(changed(one)) if one.notes else ""
    op_ed: Json = {
        "@type": "OpinionNewsArticle" if opinion else "NewsArticle",
        "@id": f"{here}#op-ed",
        "headline": work.title,
        "author": [{"@type": "Person", "name": str(name)} for name in work.authors],
        "publisher": organisation(work.container),
        "datePublished": certain(work.date),
        "url": work.url,
        "inLanguage": work.language,
        "genre": record.genre,
        rights: record.rights.statement,
    }
    page: Json = {
        "@type": "WebPage",
        "@id": here,
        "url": here,
        "name": our_title(desk, one),
        "description": view.description,
        "inLanguage": site.language,
        "isPartOf": site_part(desk),
        "publisher": organisation(site.publisher),
        "license": "" if view.full else site.licence,
        "dateModified": date,
        "isBasedOn": {"@id": f"{here}#op-ed"},
        "mentions": [
            {
                "@type": "DefinedTerm",
                "name": one.card.name,
                "url": desk.public(f"glossary/{one.card.id}.html"),
            }
            for one in sorted(view.terms, key=lambda one: -one.mentions)[:TERMS]
        ],
    }
    claims: list[Json] = [
        {
            "@type": "Claim",
            "text": f"“{placed.item.quote}”",
            "appearance": {"@id": f"{here}#op-ed"},
            "url": here and f"{here}#n-{placed.item.id}",
        }
        for placed in one.notes
        if placed.item.kind in CLAIMING
    ]
    return Found(
        title=our_title(desk, one),
        data={"@context": CONTEXT, "@graph": [page, op_ed, *claims]},
        alternates=downloads(one),
        date=date,
        licensed=not view.full,
    )


def term(desk: Desk, key: str, view: TermView) -> Found:
    """Return what is particular to a term's page; a form that others go by too is no name of it."""
    file = desk.linked.corpus.terms[key].value
    names = [file.short or "", file.native.text if file.native else ""]
    names += [one.text for one in file.variants if not one.shared]
    item = file.wikidata or ""
    here = desk.public(f"glossary/{key}.html")
    return Found(
        data={
            "@context": CONTEXT,
            "@type": "DefinedTerm",
            "@id": here,
            "url": here,
            "name": file.name,
            "alternateName": [name for name in dict.fromkeys(names) if name not in ("", file.name)],
            "description": view.description,
            "inDefinedTermSet": glossary_part(desk),
            "sameAs": f"https://www.wikidata.org/entity/{item}" if _is_item(item) else "",
        },
        date=certain(file.updated),
    )


def question(desk: Desk, one: Question) -> Found:
    """Return what is particular to a question's page: what each article answers, in our words."""
    file, here = one.sheet.value, desk.public(f"comparisons/{one.id}.html")
    answers: list[Json] = [
        {
            "@type": "Answer",
            "name": desk.label(given.answer.article),
            "text": given.answer.says or "",
            "url": here and f"{here}#a-{given.answer.article}",
        }
        for given in one.given
        if given.answer.state is AnswerState.SAYS and given.answer.says
    ]
    return Found(
        data={
            "@context": CONTEXT,
            "@type": "WebPage",
            "@id": here,
            "url": here,
            "name": file.question,
            "inLanguage": desk.linked.corpus.site.value.language,
            "license": desk.linked.corpus.site.value.licence,
            "isPartOf": site_part(desk),
            "dateModified": certain(file.updated),
            "mainEntity": {
                "@type": "Question",
                "name": file.question,
                "answerCount": len(answers),
                "suggestedAnswer": answers,
            },
        },
        date=certain(file.updated),
    )


def _is_item(name: str) -> bool:
    return name[:1] == "Q" and name[1:].isdecimal()
