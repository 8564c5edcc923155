from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build_tools.anchoring import Context, PrintedContext, State, TextContext, anchor, locate
from build_tools.model.span import Span

from .edits import ESSAYS

CASES = Path(__file__).parents[2] / "cases" / "anchoring" / "states.yaml"
STEADY = settings(max_examples=50, deadline=None, derandomize=True, database=None)
NOTHING = TextContext()


def unmark(marked: str) -> tuple[str, Span | None]:
    if "[[" not in marked:
        return marked, None
    before, _, rest = marked.partition("[[")
    inside, _, after = rest.partition("]]")
    return before + inside + after, Span(len(before), len(before) + len(inside))


def around(text: str, span: Span, how: str) -> Context:
    if how == "none":
        return NOTHING
    if how == "printed":
        return PrintedContext.of(text, span, "salt")
    return TextContext(text[max(0, span.start - 64) : span.start], text[span.end : span.end + 64])


@pytest.mark.parametrize("how", ["text", "printed"])
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["title"])
        for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))
    ],
)
def test_case(case, how):
    was, quoted = unmark(case["was"])
    now, truth = unmark(case["is"])
    assert quoted is not None
    context = around(was, quoted, case.get("context", how))
    placement = locate(now, quoted.of(was), context=context)
    assert (placement.state, placement.span) == (case["state"], truth)


SENTENCES = [
    (text, Span(*match.span()))
    for text in ESSAYS
    for match in list(re.finditer(r"(?<=\. )[A-Z][^.;]{50,}\.(?=\s+\S)", text))[::5]
]
"""Every fifth sentence that is neither the first of its paragraph nor the last of its essay."""

changed = pytest.mark.parametrize(("text", "span"), SENTENCES)
either_memory = pytest.mark.parametrize("how", ["text", "printed"])


@either_memory
@changed
def test_a_deleted_sentence_is_lost(text, span, how):
    now = text[: span.start] + text[span.end :]
    found = locate(now, span.of(text), context=around(text, span, how), hint=span.start)
    assert found.state is State.LOST


@either_memory
@changed
def test_a_sentence_with_one_word_changed_is_moved_and_keeps_its_boundaries(text, span, how):
    words = span.of(text).split(" ")
    words[len(words) // 2] = "marmalade"
    sentence = " ".join(words)
    now = text[: span.start] + sentence + text[span.end :]
    found = locate(now, span.of(text), context=around(text, span, how), hint=span.start)
    assert found.state is State.MOVED
    assert found.span == Span(span.start, span.start + len(sentence))


@either_memory
@changed
def test_a_sentence_doubled_on_the_spot_is_ambiguous(text, span, how):
    now = f"{text[: span.end]} {span.of(text)}{text[span.end :]}"
    found = locate(now, span.of(text), context=around(text, span, how))
    assert found.state is State.AMBIGUOUS
    assert sorted(found.rivals) == [span, span.shifted(len(span) + 1)]


@either_memory
@changed
@pytest.mark.parametrize("copy_first", [True, False])
def test_a_sentence_repeated_elsewhere_is_exact_where_its_context_is(text, span, how, copy_first):
    copy = f"In one line: {span.of(text)}\n\n"
    now = copy + text if copy_first else f"{text}\n\n{copy}"
    found = locate(now, span.of(text), context=around(text, span, how))
    assert found.state is State.EXACT
    assert found.span == span.shifted(len(copy) if copy_first else 0)


spans = st.tuples(st.integers(0, 5000), st.integers(1, 300))


@STEADY
@given(st.sampled_from(ESSAYS), spans, st.sampled_from(["text", "printed"]))
def test_a_quotation_with_its_own_context_is_found_where_it_was(text, at, how):
    span = Span(at[0] % len(text), min(len(text), at[0] % len(text) + at[1]))
    assume(len(span.of(text).strip()) > 3)
    found = locate(text, span.of(text), context=around(text, span, how), hint=span.start)
    assert found.state is State.EXACT
    assert found.span == span


@STEADY
@given(st.text(max_size=40), st.data())
def test_whatever_the_text_a_quotation_is_found_to_the_letter_or_not_placed(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    exact = text[start:end]
    found = locate(text, exact, context=TextContext(text[:start], text[end:]), hint=start)
    if found.state is State.EXACT and found.span is not None and exact in text:
        assert found.span.of(text) == exact or found.span.of(text).strip() == exact.strip()
    assert (found.span is None) == (found.state in (State.LOST, State.AMBIGUOUS))


@STEADY
@given(st.text(max_size=30), st.text(max_size=20), st.text(max_size=9), st.integers(0, 99))
def test_nothing_makes_it_fail_and_every_answer_lies_in_the_text(text, exact, side, hint):
    found = locate(text, exact, context=TextContext(side, side), hint=hint, within=Span(0, hint))
    for span in (found.span, found.suggestion, *found.rivals):
        assert span is None or 0 <= span.start < span.end <= len(text)
    assert 0 <= found.similarity <= 1
    assert 0 <= found.context <= 1


LINES = (
    "The kettle sang. Nobody had filled the lamp. We sat in the dark. "
    "Nobody had filled the lamp. So be it."
)
QUOTE = "Nobody had filled the lamp."
FIRST, SECOND = Span(17, 44), Span(65, 92)


def test_twins_without_context_are_listed_as_rivals():
    found = locate(LINES, QUOTE, context=NOTHING)
    assert found.state is State.AMBIGUOUS
    assert found.rivals == (FIRST, SECOND)
    assert found.span is None


@pytest.mark.parametrize("meant", [FIRST, SECOND])
def test_context_tells_twins_apart(meant):
    for how in ("text", "printed"):
        assert locate(LINES, QUOTE, context=around(LINES, meant, how)).span == meant


@pytest.mark.parametrize("meant", [FIRST, SECOND])
def test_the_paragraph_an_editor_named_tells_twins_apart(meant):
    within = Span(meant.start - 5, meant.end + 5)
    found = locate(LINES, QUOTE, context=NOTHING, within=within)
    assert (found.state, found.span) == (State.EXACT, meant)


@pytest.mark.parametrize("meant", [FIRST, SECOND])
def test_without_context_the_old_offset_tells_twins_apart_where_it_still_holds(meant):
    assert locate(LINES, QUOTE, context=NOTHING, hint=meant.start).span == meant
    assert locate(LINES, QUOTE, context=NOTHING, hint=meant.start + 1).span is None


def test_a_named_paragraph_vouches_for_a_short_quotation():
    assert locate(LINES, "the dark", context=NOTHING).state is State.AMBIGUOUS
    assert locate(LINES, "the dark", context=NOTHING, within=Span(45, 64)).state is State.EXACT


def test_a_named_paragraph_vouches_for_a_misquoted_one_and_an_unplaced_one_is_suggested():
    exact = "We sat there in the dark"
    assert locate(LINES, exact, context=NOTHING, within=Span(45, 64)).span == Span(45, 63)
    unplaced = locate(LINES, exact, context=NOTHING)
    assert (unplaced.state, unplaced.suggestion) == (State.AMBIGUOUS, Span(45, 63))


def test_what_stands_where_a_lost_quotation_stood_is_suggested():
    was = ESSAYS[1]
    start = was.index("A keeper telephones when")
    quoted = Span(start, was.index(".", start))
    now = was[:start] + "Gulls are of no help to anyone" + was[quoted.end :]
    found = locate(now, quoted.of(was), context=around(was, quoted, "printed"))
    assert found.state is State.LOST
    assert found.suggestion is not None
    assert found.suggestion.overlaps(Span(start, start + 30))


def test_silent_characters_at_the_edges_belong_to_a_literal_quotation():
    text = "The ke\u00adeper\u200b sang \u200bloudly to the gulls\u200b. Nobody heard."
    exact = "\u200bloudly to the gulls\u200b"
    start = text.index(exact)
    assert anchor(text, exact, text[:start], ". Nobody", start) == (start, start + len(exact))


def test_a_lone_accent_at_the_edge_is_found():
    text = "The cafe\u0301 by the water is closed in winter."
    exact = "\u0301 by the water is closed"
    start = text.index(exact)
    assert anchor(text, exact, text[:start], " in winter.", start) == (start, start + len(exact))


@pytest.mark.parametrize(
    ("now", "expected"),
    [(LINES, (45, 63)), (LINES.replace("sat", "stood"), (45, 65)), ("Wax and honey.", None)],
)
def test_anchor_answers_with_offsets_or_none(now, expected):
    assert anchor(now, "We sat in the dark", "filled the lamp. ", ". Nobody had", 45) == expected
