"""Bytes into text, or the reason why not."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from build_tools.sources.importing.form import Form

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"bplist00", "a web archive"),
)
_HEAD = 4096
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)

_NAMES = (
    "utf-8 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp866 koi8-r "
    "koi8-u "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 "
    "iso8859-13 "
    "iso8859-14 iso8859-15 iso8859-16 mac-roman gbk gb2312 gb18030 big5 big5hkscs shift_jis "
    "cp932 "
    "euc-jp iso2022-jp euc-kr cp949 tis-620"
)
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""What browsers read under another name: https://encoding.spec.whatwg.org/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binary:
    """Bytes that are no text."""

    looks_like: str
    """What they seem to be instead."""
    offset: int
    """Where this shows, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecodable:
    """Bytes that are text in another encoding than the one tried."""

    encoding: str
    """The encoding tried."""
    offset: int
    """Offset of the offending byte, from 0."""
    byte: int | None
    """Its value; nothing where the declared encoding itself is unknown."""
    line: int
    """Its line, from 1."""
    column: int
    """Its column in bytes, from 1."""


def decode(data: bytes, form: Form) -> str | Binary | Undecodable:
    """Return the text: by its byte order mark, a page's declared charset, else as UTF-8."""
    bom, encoding = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", ""))
    if not encoding.startswith("utf-16"):
        binary = _binary(data)
        if binary:
            return binary
    declared = _declared(data) if form is Form.HTML and not encoding else None
    if isinstance(declared, Undecodable):
        return declared
    name = encoding or declared or "utf-8"
    try:
        text = data[len(bom) :].decode(name)
    except UnicodeDecodeError as error:
        return _undecodable(data, name, len(bom) + error.start)
    nul = text.find("\x00")
    return Binary(looks_like="binary data", offset=nul) if nul >= 0 else text


def _binary(data: bytes) -> Binary | None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return Binary(looks_like=kind, offset=0)
    nul = data.find(b"\x00")
    if nul < 0:
        return None
    half = len(data[:_HEAD]) // 2
    wide = data[:_HEAD].count(b"\x00") * 5 > half * 4
    return Binary(
        looks_like="UTF-16 without a byte order mark" if wide and half else "binary data",
        offset=nul,
    )


def _declared(data: bytes) -> str | Undecodable | None:
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace")
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        name = ""
    name = _READ_AS.get(name, name)
    if name in _allowed():
        return name
    return _undecodable(data, label, found.start(1 if found[1] else 2), known=False)


@cache
def _allowed() -> frozenset[str]:
    """Return the text encodings of the web; Python knows more, some of them no text at all."""
    return frozenset(codecs.lookup(name).name for name in _NAMES.split())


def _undecodable(data: bytes, encoding: str, offset: int, *, known: bool = True) -> Undecodable:
    before = data[:offset]
    return Undecodable(
        encoding=encoding,
        offset=offset,
        byte=data[offset] if known and offset < len(data) else None,
        line=before.count(b"\n") + 1,
        column=offset - (before.rfind(b"\n") + 1) + 1,
    )
