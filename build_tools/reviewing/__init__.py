"""Says what a change to the editorial files does, in the language of editors.

Two revisions are read (`reading`), compared value by value (`comparing` and its `of_…` modules),
and told as Markdown, JSON or a page (`markdown`, `as_json`, `page`).

To tell of something new: give it a member in `Sort` or `Kind`, yield it in the `of_…` module of its
files, count it in `headline`, describe it in `docs/guide/reviewing.md`, add a case to
`tests/cases/review/changes.yaml`. A field that is new needs none of this: it is told as changed.
"""

from build_tools.reviewing.as_json import as_json
from build_tools.reviewing.headline import headline
from build_tools.reviewing.markdown import markdown
from build_tools.reviewing.page import page
from build_tools.reviewing.reading import review
from build_tools.reviewing.review import Review
from build_tools.sources.revisions import NoSuchRevision

__all__ = ["NoSuchRevision", "Review", "as_json", "headline", "markdown", "page", "review"]
