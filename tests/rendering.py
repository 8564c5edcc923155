"""Pages as readers get them, but without the frame that the engine draws."""

from __future__ import annotations

from build_tools import pages
from build_tools.linking.linked import Linked
from build_tools.model.edition import Edition
from build_tools.model.past import Past
from build_tools.pages.writing import body_of, environment
from build_tools.views.parts import PageView


def texts(
    linked: Linked, edition: Edition = Edition.AUTO, past: Past | None = None
) -> dict[str, str]:
    """Return the text of every page, those included that lead elsewhere, by path."""
    plan = pages.plan(linked, edition, past)
    made = [pages.as_output(job.make()) for job in plan.jobs]
    return {one.path: one.text for one in (*made, *plan.moved)}


def body(template: str, view: PageView) -> str:
    """Return what a template makes of a view."""
    return body_of(environment(), template, view)
