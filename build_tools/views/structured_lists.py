"""What search engines are told of the home page and of pages that list, and their downloads.

Events are told of as a table to download and not one by one: `Event` is read as an invitation.
"""

from __future__ import annotations

from build_tools.views.desk import Desk
from build_tools.views.heads import Found, Json
from build_tools.views.parts import AlternateView, PageView
from build_tools.views.schema_org import CONTEXT, glossary_part, organisation, site_part

_JSON, _CSV = ("json", "application/json"), ("csv", "text/csv")
_FILES = {
    "glossary": (_JSON,),
    "events": (_JSON, _CSV, ("ics", "text/calendar")),
    "figures": (_JSON, _CSV),
    "comparisons": (_JSON,),
}
"""Ending and media type of each download that holds the content of a page."""


def home(desk: Desk) -> Found:
    """Return what is particular to the home page."""
    site = desk.linked.corpus.site.value
    search = desk.public("search.html")
    return Found(
        data={
            "@context": CONTEXT,
            "@type": ["WebSite", "Collection"],
            "@id": desk.public(""),
            "url": desk.public(""),
            "name": site.title,
            "description": site.description,
            "inLanguage": site.language,
            "license": site.licence,
            "publisher": organisation(site.publisher),
            "collectionSize": len(desk.linked.articles),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{q}}"},
                "query-input": "required name=q",
            }
            if search
            else None,
        },
        alternates=(
            AlternateView(
                href="data/annotations.jsonld", type="application/ld+json", title="All notes"
            ),
        ),
    )


def glossary(desk: Desk) -> Found:
    """Return what is particular to the glossary's index."""
    site = desk.linked.corpus.site.value
    return Found(
        data={
            "@context": CONTEXT,
            **glossary_part(desk),
            "inLanguage": site.language,
            "license": site.licence,
            "publisher": organisation(site.publisher),
            "isPartOf": site_part(desk),
        },
        alternates=_data("glossary"),
    )


def dataset(desk: Desk, view: PageView, name: str) -> Found:
    """Return what is particular to a page whose content can be had as data, by name of the file."""
    site, files = desk.linked.corpus.site.value, _data(name)
    data: Json = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": f"{view.title}: {site.title}",
        "description": f"{view.description} {site.description}",
        "inLanguage": site.language,
        "license": site.licence,
        "creator": organisation(site.publisher),
        "isPartOf": site_part(desk),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": one.type,
                "contentUrl": desk.public(one.href),
            }
            for one in files
        ],
    }
    return Found(data=data if desk.public("") else None, alternates=files)


def _data(name: str) -> tuple[AlternateView, ...]:
    return tuple(
        AlternateView(href=f"data/{name}.{ending}", type=kind, title=f"{name}.{ending}")
        for ending, kind in _FILES[name]
    )
