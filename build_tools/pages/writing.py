"""Makes one page: fills its template and gathers its headings on the way."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from functools import cache

from jinja2 import FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from build_tools.model.output import Output
from build_tools.model.page import Heading, Page, Sheet
from build_tools.pages.printing import Templates
from build_tools.views import heads
from build_tools.views.desk import Desk
from build_tools.views.heads import Found
from build_tools.views.moved import Moved
from build_tools.views.parts import PageView

_HEADING = Markup(
    '<h{0} id="{1}">{2}<a class="headerlink" href="#{1}" title="Link to this section">¶</a></h{0}>'
)


@dataclass(frozen=True, slots=True)
class Contents:
    """Prints the headings of a page and remembers them: templates call it `heading`."""

    headings: list[Heading] = field(default_factory=list)
    """Those printed so far."""

    def __call__(self, title: str, id: str, level: int = 2) -> Markup:
        """Return a heading that readers can link to."""
        line = " ".join(title.split())
        self.headings.append(Heading(id=id, title=line, level=level))
        return _HEADING.format(level, id, line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """What every page of a site is made with."""

    desk: Desk
    """The site as its home page sees it."""
    moved: Moved
    """What keeps old links working."""
    templates: Templates
    """The templates."""

    def page(
        self, sheet: Sheet, template: str, view: PageView, found: Found = heads.NOTHING
    ) -> Page:
        """Return a page.

        Args:
            sheet: Which page.
            template: Name of the template that prints the view.
            view: What it shows.
            found: What is particular to its head.
        """
        head = heads.head(self.desk, sheet.path, view, found)
        contents = Contents()
        body = body_of(self.templates, template, dataclasses.replace(view, head=head), contents)
        lines = self.moved.lines.get(sheet.path)
        if lines:
            body += self.templates.get_template("_moved.j2").render(lines=lines)
        return Page(
            sheet=sheet,
            title=view.title,
            description=view.description,
            head=self.templates.get_template("_head.j2").render(head=head) if head else "",
            contents=tuple(contents.headings),
            body=body,
        )


def body_of(
    templates: Templates, template: str, view: PageView, contents: Contents | None = None
) -> str:
    """Return what a template makes of a view."""
    found = templates.get_template(f"{template}.html.j2")
    return found.render(view=view, heading=contents or Contents())


def as_output(page: Page) -> Output:
    """Return a page without its frame: what a guard has to read of it."""
    title, description = escape(page.title), escape(page.description)
    top = f'<title>{title}</title>\n<meta name="description" content="{description}">\n'
    return Output(page.sheet.path, f"{top}{page.head}{page.body}")


def environment(compiled: str | None = None) -> Templates:
    """Return the templates, ready to be filled.

    Args:
        compiled: Folder that keeps them compiled, where there is one.
    """
    made = Templates(
        loader=PackageLoader("build_tools"),
        bytecode_cache=FileSystemBytecodeCache(compiled) if compiled else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    alike = made.get_template("_terms.j2").module
    made.globals["term_name"] = cache(alike.name)  # type: ignore[attr-defined]  # its macros
    made.globals["pop"] = cache(alike.pop)  # type: ignore[attr-defined]
    return made
