"""Makes the view of the page for a class."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model.corpus import Sheet
from build_tools.model.course import CourseFile
from build_tools.views import words
from build_tools.views.dates_in_words import in_words
from build_tools.views.desk import Desk
from build_tools.views.particulars import byline
from build_tools.views.parts import Link, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """An article with what to look for in it."""

    article: Link
    """The article."""
    byline: str
    """Who wrote it, where."""
    date: str
    """When, in words."""
    look_for: Markup
    """What to look for; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView(PageView):
    """How to read these articles, and what to discuss."""

    introduction: Markup
    """What they are and why they are read together."""
    readings: tuple[ReadingView, ...]
    """All articles by date."""
    discussion: tuple[tuple[str, Markup], ...]
    """Questions with where to look."""
    limits: Markup
    """What to know of the limits of the collection; may be empty."""
    state: str
    """`draft`, `reviewed` or `disputed`."""
    state_label: str
    """The same in words."""
    author: Link
    """Who wrote it."""
    reviewer: Link | None
    """Who read it."""


def course_view(desk: Desk, sheet: Sheet[CourseFile]) -> CourseView:
    """Return what the page for a class shows."""
    course = sheet.value
    look_for = {one.article: one.look_for for one in course.readings}
    return CourseView(
        title=course.title,
        description=f"{course.title}: reading order, discussion questions and known limits.",
        root=desk.root,
        introduction=desk.prose(course.introduction),
        readings=tuple(
            ReadingView(
                article=Link(href=desk.article_href(one.slug), text=one.record.value.title),
                byline=f"{byline(one)}, {one.record.value.outlet}",
                date=in_words(one.record.value.date),
                look_for=desk.prose(look_for.get(one.slug)),
            )
            for one in desk.linked.corpus.articles
        ),
        discussion=tuple((one.question, desk.prose(one.pointers)) for one in course.discussion),
        limits=desk.prose(course.limits),
        state=course.state.value,
        state_label=words.STATES[course.state],
        author=desk.author(course.author),
        reviewer=desk.person(course.reviewer),
    )
