"""The parts of a review in Markdown that are not changes: links, reviewers, coverage."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.reviewing.asking import REASONS, Ask, Reason
from build_tools.reviewing.coverage import Cover, Row
from build_tools.reviewing.links import Broken
from build_tools.reviewing.review import Review
from build_tools.reviewing.telling import shown

MOST_ROWS = 40
"""Rows of one list that are shown; the others are counted."""
NAMED = 6
"""Texts, files or parts of a page that are named; the others are counted."""


def code(text: str) -> str:
    """Return a text of anybody's as a code span, in which nothing of it does anything."""
    line = shown(text, 200) or " "
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest or line.startswith(" ") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def spoilt(found: Review) -> str:
    """Return which files cannot be read."""
    if not found.spoilt:
        return ""
    rows = [
        f"- {code(str(one.problem.place))} {'after' if one.head else 'before'}: "
        f"{one.problem.code} {code(one.problem.message)}"
        for one in found.spoilt
    ]
    head = "### Files that cannot be read\n\nThey were left out on both sides:\n"
    return "\n".join([head, *rows[:MOST_ROWS], ""])


def links(found: Review) -> str:
    """Return which links of readers would break, and what keeps them."""
    broken = found.links.broken
    led = f"{len(found.links.led)} given up and led elsewhere by `aliases.yml`.\n"
    if not broken:
        return f"### Readers’ links\n\nNone breaks; {led}" if found.links.led else ""
    lines = ["### Readers’ links that would break", ""]
    lines += [f"- {code(page)}{_parts(page, some)}" for page, some in _by_page(broken)[:MOST_ROWS]]
    if found.links.led:
        lines += ["", f"{led.rstrip()}"]
    needed = [one for one in broken if one.needed]
    lines += ["", "These lines in `aliases.yml` keep them; look whether they lead well:", ""]
    lines += ["```yaml", "aliases:"]
    lines += [
        f"  - {{old: {_yaml(one.address)}, new: {_yaml(one.suggestion)}}}"
        for one in needed[:MOST_ROWS]
    ]
    if len(needed) > MOST_ROWS:
        lines.append(f"  # and {len(needed) - MOST_ROWS} more")
    return "\n".join([*lines, "```", ""])


def _yaml(address: str) -> str:
    """Return an address as YAML has it between braces: none of ours holds a quotation mark."""
    return f'"{address}"' if ":" in address else address


def _by_page(broken: Iterable[Broken]) -> list[tuple[str, list[Broken]]]:
    pages: dict[str, list[Broken]] = {}
    for one in broken:
        pages.setdefault(one.address.partition("#")[0], []).append(one)
    return list(pages.items())


def _parts(page: str, some: list[Broken]) -> str:
    """Return which parts of a page are lost, in a few words."""
    parts = [one.address.partition("#")[2] for one in some if one.address != page]
    if not parts:
        return ""
    whole = len(parts) < len(some)
    if len(parts) > NAMED:
        said = f"{len(parts)} parts of it"
    else:
        said = ", ".join(code(f"#{one}") for one in parts)
    return f" and {said}" if whole else f": {said}"


def asked(found: Review) -> str:
    """Return who must look at what."""
    if not found.asks:
        return ""
    names = dict(found.people)
    lines = ["### Who must review", ""]
    for reason in Reason:
        some = [one for one in found.asks if one.reason is reason]
        for person in dict.fromkeys((one.person, one.author) for one in some):
            texts = [one for one in some if (one.person, one.author) == person]
            lines.append(f"- {_who(texts[0], names)}: {_texts(texts)} {REASONS[reason]}")
    return "\n".join([*lines, ""])


def _who(one: Ask, names: dict[str, str]) -> str:
    if one.person:
        return f"**{code(names.get(one.person, one.person))}**"
    return f"anybody but {code(one.author)}" if one.author else "anybody"


def _texts(texts: list[Ask]) -> str:
    said = ", ".join(f"{one.sort} {code(one.id)}" for one in texts[:NAMED])
    more = len(texts) - NAMED
    said += f" and {more} more" if more > 0 else ""
    return f"{said} each" if len(texts) > 1 else said


def owned(found: Review) -> str:
    """Return who owns the files that changed."""
    if not found.owned:
        return ""
    lines = ["By folder, as CODEOWNERS says:", ""]
    for one in found.owned:
        who = " ".join(code(owner) for owner in one.owners)
        files = ", ".join(code(path) for path in one.paths[:NAMED])
        more = len(one.paths) - NAMED
        lines.append(f"- {who}: {files}" + (f" and {more} more" if more > 0 else ""))
    return "\n".join([*lines, ""])


def coverage(rows: Iterable[Row]) -> str:
    """Return how much hangs on each article that has more or less of it now."""
    changed = [one for one in rows if one.before != one.after]
    if not changed:
        return ""
    lines = [
        "### Coverage",
        "",
        "| article | notes | mentions | questions read |",
        "|---|---|---|---|",
    ]
    for one in changed[:MOST_ROWS]:
        cells = [_cell(one, field) for field in ("notes", "mentions", "read")]
        lines.append(f"| `{one.article}` | {' | '.join(cells)} |")
    if len(changed) > MOST_ROWS:
        lines.append(f"| and {len(changed) - MOST_ROWS} more | | | |")
    return "\n".join([*lines, ""])


def _cell(row: Row, field: str) -> str:
    before, after = (_amount(one, field) for one in (row.before, row.after))
    return after if before == after else f"{before} → {after}"


def _amount(cover: Cover | None, field: str) -> str:
    if cover is None:
        return "–"
    number: int = getattr(cover, field)
    return f"{number} of {cover.questions}" if field == "read" else str(number)
