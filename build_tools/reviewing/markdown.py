"""A review as Markdown: for the summary of a job and a comment on a pull request.

Whatever an editor or a stranger wrote stands in code spans or diff blocks only: there GitHub makes
no link, mention, picture or HTML of it. No line begins with such words, so that a workflow that
prints it takes none of them for a command.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.reviewing import markdown_parts as parts
from build_tools.reviewing.changes import Change, Kind
from build_tools.reviewing.headline import headline
from build_tools.reviewing.markdown_parts import code
from build_tools.reviewing.review import Review
from build_tools.reviewing.telling import Section, sections, shown, title
from build_tools.reviewing.wording import Part, pieces, small

LIMIT = 60_000
"""Most bytes; GitHub takes 65,536 characters in a comment."""
RESERVE = 400
"""Bytes kept for the sentence that says what was left out."""
INLINE = 60
"""Longest texts that are set beside each other in one line, in characters."""
OPEN_CHANGES = 6
"""Changes up to which a section is not folded."""
_SIGNS = {Part.SAME: "·", Part.GONE: "-", Part.COME: "+"}


def markdown(found: Review) -> str:
    """Return a review as Markdown, 60 kB at most."""
    text = _Page()
    text.add(f"## {headline(found)}\n\n{_compared(found)}\n")
    for one in (parts.spoilt(found), parts.links(found)):
        text.add(one)
    tail = (parts.asked(found), parts.owned(found), parts.coverage(found.coverage))
    room = sum(len(one.encode()) for one in tail)
    for section in sections(found):
        text.section(section, LIMIT - RESERVE - room)
    for one in tail:
        text.add(one)
    return text.finished()


class _Page:
    """Gathers a page and stops before it is too long."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.left_out = 0

    def add(self, block: str, most: int = LIMIT - RESERVE) -> bool:
        """Add a block if there is room for it."""
        size = len(block.encode()) + 1
        if not block or self.size + size > most:
            self.left_out += bool(block)
            return False
        self.parts.append(block)
        self.size += size
        return True

    def section(self, section: Section, most: int) -> None:
        """Add a section, folded where it is long."""
        changes = section.changes
        folded = len(changes) > OPEN_CHANGES
        head = f"### {section.title}\n"
        if folded:
            head += f"\n<details><summary>{len(changes)} changes</summary>\n"
        end = "</details>\n"
        if not self.add(head, most - len(end)):
            self.left_out += len(changes) - 1
            return
        for one in changes:
            self.add(_change(one), most - len(end))
        if folded:
            self.parts.append(end)
            self.size += len(end) + 1

    def finished(self) -> str:
        """Return the page."""
        if self.left_out:
            self.parts.append(
                f"**{self.left_out} more did not fit in here.** The page and the JSON of this "
                "review have everything.\n"
            )
        return "\n".join(self.parts)


def _compared(found: Review) -> str:
    head = code(found.head) if found.head else "the working tree"
    texts = "" if found.texts else " No source text was at hand: the lock speaks for them."
    return f"From {code(found.base)} to {head}.{texts}"


def _change(one: Change) -> str:
    """Return one change: what happened to what, and the words before and after."""
    name = code(f"{one.was} → {one.id}" if one.was else one.id)
    label = f" ({code(one.label)})" if one.label else ""
    lines = [f"**{title(one).capitalize()}** {name}{label}"]
    before, after = shown(one.before), shown(one.after)
    short = 0 < max(len(before), len(after)) <= INLINE
    if short and one.kind is not Kind.REWORDED:
        lines[0] += ": " + " → ".join(code(side) for side in (before, after) if side)
    elif before or after:
        lines += ["", *_diff(one.before, one.after)]
    lines += _why(one)
    return "\n".join(lines) + "\n"


def _diff(before: str, after: str) -> Iterator[str]:
    yield "```diff"
    for one in small(pieces(before, after)):
        yield f"{_SIGNS[one.part]} {shown(one.text)}"
    if " ".join(before.split()) == " ".join(after.split()):
        yield "· (only spaces or line breaks changed)"
    yield "```"


def _why(one: Change) -> list[str]:
    if not (one.why or one.why_before) or one.why == one.why_before:
        return []
    said = [f"before: {code(one.why_before)}" if one.why_before else ""]
    said += [f"now: {code(one.why)}" if one.why else ""]
    return ["", "Why " + ", ".join(part for part in said if part)]
