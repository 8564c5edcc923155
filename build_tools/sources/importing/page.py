"""A saved web page into chunks: trafilatura finds the article, we keep its structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import cast

from build_tools.model.source import Stripped
from build_tools.sources.importing import page_metadata
from build_tools.sources.importing.draft import Chunk, Draft, Hint, Metadata
from build_tools.sources.importing.outcome import Cause, Refusal
from build_tools.sources.importing.tidying import ends_sentence, tidy, tokens, word_count
from build_tools.sources.importing.walking import Element, Segment, segments

_ARTICLE_BLOCKS = frozenset(
    {"head", "p", "item", "list", "quote", "table", "row", "cell", "code", "lb", "body", "div"}
)
_PAGE_BLOCKS = frozenset(
    tokens(
        "address article aside blockquote body br button caption center dd details div "
        "dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre "
        "section select "
        "summary table tbody td tfoot th thead tr ul"
    )
)
_UNSEEN = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object"}
)
_FEW = 40
_CHECKS = 2000


def parse(raw: str) -> Draft | Refusal:
    """Return the article of a web page, or a refusal where no library can make sense of it.

    Pages are written by strangers, and the libraries beneath raise many kinds of exception on
    hostile ones, so all of them are caught here and told as the reason.
    """
    try:
        return _parse(raw)
    except Exception as error:  # every failure of a parser is the page's
        reason = f"the page cannot be taken apart ({type(error).__name__})"
        return Refusal(cause=Cause.NO_ARTICLE, reason=reason)


def _parse(raw: str) -> Draft | Refusal:
    html = import_module("lxml.html")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = cast("Element", html.document_fromstring(raw.encode(), parser=parser))
    body, weaker = _article(raw)
    if body is None:
        return Refusal(cause=Cause.NO_ARTICLE, reason="the page holds no running text")
    told = page_metadata.read(root).over(weaker)
    seen = list(segments(root, _PAGE_BLOCKS, _UNSEEN))
    found = list(segments(body, _ARTICLE_BLOCKS))
    chunks = _chunks(found, seen)
    return Draft(
        chunks=chunks,
        known=replace(told, title=_declared_title(told.title, chunks), outlet=None, date=None),
        fallback=Metadata(outlet=told.outlet, date=told.date),
        stripped=_left_out(seen, found, chunks, told.title or ""),
    )


def _declared_title(declared: str | None, chunks: Sequence[Chunk]) -> str | None:
    """Return the declared title, or nothing where the page shows its reader another form of it."""
    shown = next((chunk.text for chunk in chunks if chunk.hint is Hint.TITLE), None)
    if shown is None or declared is None:
        return declared
    common = set(tokens(shown)) & set(tokens(declared))
    return None if len(common) * 3 >= len(set(tokens(shown))) else declared


def _article(raw: str) -> tuple[Element | None, Metadata]:
    """Return the body trafilatura found and what it thinks it knows of it."""
    import trafilatura  # here because loading it takes longer than everything else

    best: Element | None = None
    weaker, most = Metadata(), -1
    for fast in (True, False):
        found = trafilatura.bare_extraction(
            raw,
            fast=fast,
            with_metadata=True,
            include_formatting=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        if found is None or isinstance(found, dict):
            continue
        count = word_count(found.text or "")
        if count > most:
            best, most = cast("Element", found.body), count
            weaker = page_metadata.from_extractor(found)
        if most >= _FEW:
            break
    return best, weaker


def _chunks(found: Sequence[Segment], seen: Sequence[Segment]) -> tuple[Chunk, ...]:
    """Return the chunks, joined over line breaks in mid-sentence, on the lines they stand on."""
    lines: dict[str, int] = {}
    for segment in seen:
        lines.setdefault(segment.text, segment.line)
    chunks: list[Chunk] = []
    line, held = 1, ""
    for at, segment in enumerate(found):
        line = line if held else lines.get(segment.text, line)
        held = f"{held} {segment.text}".strip()
        hint = _hint(segment)
        goes_on = hint in {Hint.TITLE, Hint.SUBHEAD} or not ends_sentence(held)
        if segment.broken and goes_on and at + 1 < len(found):
            continue
        chunks.append(Chunk(line=line, text=held, hint=hint))
        held = ""
    return tuple(chunks)


def _hint(segment: Segment) -> Hint:
    if any(name == "head" for name, _ in segment.inside):
        return Hint.TITLE if ("head", "h1") in segment.inside else Hint.SUBHEAD
    return Hint.ITEM if segment.opens else Hint.NONE


def _left_out(
    seen: Sequence[Segment], found: Sequence[Segment], chunks: Sequence[Chunk], title: str
) -> tuple[Stripped, ...]:
    """Return what stands on the page and not in the article."""
    kept = {segment.text for segment in found} | {chunk.text for chunk in chunks} | {tidy(title)}
    whole = "\n".join(chunk.text for chunk in chunks)
    left = [segment for segment in seen if segment.text not in kept]
    # Looking into the whole text is slow on a page of many thousand scraps, so only for the first.
    return tuple(
        Stripped(line=segment.line, rule="page", text=segment.text)
        for at, segment in enumerate(left)
        if at >= _CHECKS or segment.text not in whole
    )
