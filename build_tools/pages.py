"""Fills the templates: one view, one template, one page."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from build_tools import prose
from build_tools.linking import look_alikes
from build_tools.linking.concordance import usages
from build_tools.linking.linked import Linked, LinkedArticle
from build_tools.model.output import Output
from build_tools.model.past import Past
from build_tools.model.record import Edition
from build_tools.views import heads, structured, structured_lists
from build_tools.views.article_page import article_view
from build_tools.views.course_page import course_view
from build_tools.views.coverage_page import coverage_view
from build_tools.views.desk import Desk
from build_tools.views.heads import Found
from build_tools.views.history_page import history_view
from build_tools.views.ledger_page import ledger_view
from build_tools.views.listing_pages import articles_view, glossary_view, home_view
from build_tools.views.matrix_page import matrix_view
from build_tools.views.moved import moved
from build_tools.views.parts import PageView
from build_tools.views.question_page import question_view
from build_tools.views.reference_pages import people_view, sources_view
from build_tools.views.search_page import search_view
from build_tools.views.status_page import status_view
from build_tools.views.term_page import term_view
from build_tools.views.timeline_page import timeline_view

_YAML_SPECIALS = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_MARKDOWN_SPECIALS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~$:^=])")


def render(linked: Linked, edition: Edition, past: Past | None = None) -> Iterator[Output]:
    """Yield every generated page of the site as Markdown for the engine.

    Args:
        linked: The corpus with its ties.
        edition: Which text to show.
        past: What became of the notes over time, where that is to be told.
    """
    templates = _environment()
    desk = Desk(
        linked=linked,
        usage=usages(linked),
        edition=edition,
        look_alikes=look_alikes.by_term(linked.corpus.terms),
        past=past or {},
    )
    below = desk.below(1)
    linking = _linking_notes(linked)
    led = moved(desk)

    def page(path: str, template: str, view: PageView, found: Found = heads.NOTHING) -> Output:
        address = f"{path.removesuffix('.md')}.html"
        view = dataclasses.replace(view, head=heads.head(desk, address, view, found))
        text = templates.get_template(f"{template}.md.j2").render(view=view)
        lines = led.lines.get(address)
        more = templates.get_template("_moved.j2").render(lines=lines) if lines else ""
        return Output(path, text + more)

    yield page("index.md", "home", home_view(desk), structured_lists.home(desk))
    yield page("articles/index.md", "articles", articles_view(below))
    for one in linked.articles:
        path, view = f"articles/{one.article.slug}.md", article_view(below, one)
        yield page(path, "article", view, structured.article(desk, one, view))
        if one.article.slug in desk.past:
            yield page(f"history/{one.article.slug}.md", "history", history_view(below, one))
    glossary = glossary_view(below)
    yield page("glossary/index.md", "glossary", glossary, structured_lists.glossary(desk))
    for key in linked.corpus.terms:
        entry = term_view(below, key, linking.get(key, ()))
        yield page(f"glossary/{key}.md", "term", entry, structured.term(desk, key, entry))
    timeline, figures, matrix = timeline_view(desk), ledger_view(desk), matrix_view(below)
    yield page(
        "timeline.md", "timeline", timeline, structured_lists.dataset(desk, timeline, "events")
    )
    yield page("figures.md", "figures", figures, structured_lists.dataset(desk, figures, "figures"))
    yield page("coverage.md", "coverage", coverage_view(desk))
    table = structured_lists.dataset(desk, matrix, "comparisons")
    yield page("comparisons/index.md", "comparisons", matrix, table)
    for question in linked.questions:
        path = f"comparisons/{question.id}.md"
        answers = question_view(below, question)
        yield page(path, "question", answers, structured.question(desk, question))
    if linked.corpus.course:
        yield page("class.md", "class", course_view(desk, linked.corpus.course))
    yield page("people.md", "people", people_view(desk))
    yield page("status.md", "status", status_view(desk))
    yield page("search.md", "search", search_view(desk))
    yield page("sources.md", "sources", sources_view(desk))
    for gone in led.pages:
        yield Output(gone.path, templates.get_template("moved.html.j2").render(view=gone))


def escape_markdown(text: str) -> Markup:
    """Return text that Markdown shows exactly as it is: for headings, which are no raw HTML."""
    line = " ".join(text.split())
    return Markup(_MARKDOWN_SPECIALS.sub(lambda match: f"&#{ord(match[0])};", line))


def quote_yaml(text: str) -> Markup:
    """Return text as YAML has it between quotation marks: front matter is read as YAML."""
    line = _YAML_SPECIALS.sub(lambda match: rf"\U{ord(match[0]):08X}", str(text))
    return Markup(f'"{line}"')


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("build_tools"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = escape_markdown
    environment.filters["quoted"] = quote_yaml
    return environment


def _linking_notes(linked: Linked) -> dict[str, list[tuple[LinkedArticle, str, str]]]:
    """Return the notes whose text links to a term, by term."""
    found: dict[str, list[tuple[LinkedArticle, str, str]]] = {}
    for one in linked.articles:
        for placed in one.notes:
            targets = dict.fromkeys(prose.links(placed.item.body))
            for target in targets:
                if target.startswith("term:"):
                    entry = (one, placed.item.id, placed.item.quote)
                    found.setdefault(target.removeprefix("term:"), []).append(entry)
    return found
