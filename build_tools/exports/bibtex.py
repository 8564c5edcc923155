r"""cite/*.bib: BibTeX in the dialect of biblatex, which Zotero, JabRef and pandoc read too.

UTF-8, as every one of them reads. What TeX takes for a command is written as one that prints it.
BibTeX counts braces, those behind a backslash too: any without its partner gets a name instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from build_tools.model.work import Name
from build_tools.views.citing import Cited, Sort
from build_tools.views.words import iso

_PRINTED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "%&$#_"},
}
_IN_PAIRS = {"{": r"\{", "}": r"\}"}
_SPECIAL = re.compile(r"[\\{}~^%&$#_]")
_BRACE = re.compile("[{}]")
_TORN = re.compile(r"(?i)\band\b|[,{}\\]")
"""What would take a name apart."""


def bibliography(works: Iterable[Cited]) -> str:
    """Return works as a BibTeX file."""
    return "\n".join(_entry(work) for work in works)


def escaped(text: str) -> str:
    """Return a text that TeX prints as it is."""
    braces = _BRACE.findall(text)
    printed = _PRINTED | _IN_PAIRS if braces and _is_paired(braces) else _PRINTED
    return _SPECIAL.sub(lambda match: printed[match[0]], text)


def _is_paired(braces: list[str]) -> bool:
    """Tell whether every brace has its partner."""
    depths = list(accumulate(1 if one == "{" else -1 for one in braces))
    return depths[-1] == 0 and min(depths) >= 0


def _entry(work: Cited) -> str:
    kind = "article" if work.sort is Sort.ORIGINAL else "online"
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(work) if value]
    return "\n".join([f"@{kind}{{{work.key},", *lines, "}", ""])


def _fields(work: Cited) -> Iterator[tuple[str, str]]:
    """Yield each field. Titles have braces of their own, so that no style changes their capitals.

    Styles of old BibTeX know no `date`: for them the year stands once more.
    """
    yield "author", " and ".join(_name(one) for one in work.authors)
    yield "title", f"{{{escaped(work.title)}}}"
    if work.sort is Sort.ORIGINAL:
        yield "journal", escaped(work.container)
        yield "entrysubtype", "newspaper"
    else:
        yield "organization", escaped(work.container)
        yield "publisher", escaped(work.publisher)
    yield "date", work.date
    yield "year", iso(work.date)[:4]
    yield "url", _address(work.url)
    yield "langid", work.language
    yield "abstract", escaped(work.abstract)
    yield "annotation", escaped(work.remark)


def _name(name: Name) -> str:
    if not name.family:
        return f"{{{escaped(str(name))}}}"
    return ", ".join(_part(part) for part in (name.family, name.given) if part)


def _part(text: str) -> str:
    return f"{{{escaped(text)}}}" if _TORN.search(text) else escaped(text)


def _address(url: str) -> str:
    """Return a web address, which is printed as it stands, without what ends the field."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
