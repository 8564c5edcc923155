"""Markdown into chunks: what the markup says is kept, the markup itself is not."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from build_tools.model.source import Stripped
from build_tools.sources.importing import front_matter
from build_tools.sources.importing.draft import Chunk, Draft, Hint
from build_tools.sources.importing.layout import mark_items
from build_tools.sources.importing.outcome import Refusal
from build_tools.sources.importing.tidying import tidy

_DROPPED = {"html_block": "markup", "hr": "ornament"}


def parse(raw: str) -> Draft | Refusal:
    """Return the chunks of a Markdown text and what its front matter says."""
    split = front_matter.split(raw.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(split, Refusal):
        return split
    metadata, body = split
    chunks: list[Chunk] = []
    taken: list[Stripped] = []
    opened: list[Token] = []
    lines = body.split("\n")
    tokens = MarkdownIt("commonmark").parse(body)
    for at, token in enumerate(tokens):
        if token.nesting == 1:
            opened.append(token)
        elif token.nesting == -1:
            opened.pop()
        first = at > 1 and tokens[at - 2].type == "list_item_open"
        chunks += _chunk(token, opened, first=first)
        taken += _taken(token, lines)
    titled = chunks if metadata.title else _with_title(chunks)
    return Draft(chunks=mark_items(titled), known=metadata, stripped=tuple(taken))


def _line(token: Token) -> int:
    return (token.map or [0])[0] + 1


def _taken(token: Token, lines: Sequence[str]) -> list[Stripped]:
    """Return what of a token is no text: raw markup, rules and pictures."""
    if token.type in _DROPPED:
        text = tidy(token.content or lines[_line(token) - 1])
        return [Stripped(line=_line(token), rule=_DROPPED[token.type], text=text)]
    pictures = [child for child in token.children or () if child.type == "image"]
    return [
        Stripped(
            line=_line(token), rule="image", text=tidy(child.content) or str(child.attrs.get("src"))
        )
        for child in pictures
    ]


def _chunk(token: Token, opened: Sequence[Token], *, first: bool) -> list[Chunk]:
    line, plain = _line(token), token.content if token.type in {"fence", "code_block"} else ""
    text = tidy(plain or "".join(_words(child) for child in token.children or ()))
    if not text:
        return []
    if any(outer.type == "heading_open" for outer in opened):
        top = opened[-1].tag == "h1"
        return [Chunk(line=line, text=text, hint=Hint.TITLE if top else Hint.SUBHEAD)]
    item = next((outer for outer in reversed(opened) if outer.type == "list_item_open"), None)
    if item is None or not first:
        return [Chunk(line=line, text=text)]
    number = f"{item.info}{item.markup} " if item.info else ""
    return [Chunk(line=line, text=number + text, hint=Hint.ITEM)]


def _with_title(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the chunks with one title at most: a heading that opens the text is it."""
    tops = [index for index, chunk in enumerate(chunks) if chunk.hint is Hint.TITLE]
    if not tops and chunks and chunks[0].hint is Hint.SUBHEAD:
        tops = [0]
    return [
        Chunk(line=chunk.line, text=chunk.text, hint=_one_title(index, chunk.hint, tops[:1]))
        for index, chunk in enumerate(chunks)
    ]


def _one_title(index: int, hint: Hint, tops: Sequence[int]) -> Hint:
    if index in tops:
        return Hint.TITLE
    return Hint.SUBHEAD if hint is Hint.TITLE else hint


def _words(child: Token) -> str:
    if child.type in {"text", "code_inline", "text_special"}:
        return child.content
    return " " if child.type in {"softbreak", "hardbreak"} else ""
