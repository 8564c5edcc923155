"""A question's page: every article once, each view of the answers true to them, and one line."""

from __future__ import annotations

import dataclasses
import random
import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.linking.anchors import Standing
from build_tools.linking.linked import Linked
from build_tools.model import dates
from build_tools.model.edition import Edition
from build_tools.model.figure import PairLabel
from build_tools.model.question import QuestionFile, Stance
from build_tools.views import words
from build_tools.views.date_axis import MOST_TICKS, make_axis
from build_tools.views.desk import Desk
from build_tools.views.question import QuestionView
from build_tools.views.question_glance import MOST_PAIRED, MOST_PAIRS
from build_tools.views.question_line import question_line
from build_tools.views.question_page import question_view
from tests.rendering import body
from tests.unit.views.test_matrix import ONE, THREE, TWO, asked, question, says, silent

CHOICES = {"a": "One body", "b": "Two bodies", "c": "Nobody"}
quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def some_dates() -> list[str]:
    """Dates of every form, old and new; a fixed stock, as reading one costs milliseconds."""
    chance = random.Random(5)
    found = ["../..", "0001-01-01", "9999-12-31", "../9999-12", "[..2023-02-07]", "[2023-02-07..]"]
    for _ in range(12):
        year, month = chance.choice([4, 1066, 1850, 2021, 2022, 9990]), chance.randint(1, 12)
        low = f"{year:04}-{month:02}"
        found += [f"{low}-01", f"{low}-28~", low, f"{low}?", f"{year:04}", f"{low}/.."]
        found += [f"../{low}", f"{low}-02/{low}-27", f"{year:04}/{year + 3:04}~"]
    return found


edtf = st.sampled_from(some_dates())


def view_of(linked: Linked, file: QuestionFile, articles: int = 3) -> QuestionView:
    desk = asked(linked, file, articles=articles)
    return question_view(desk, desk.linked.questions[0])


def page(view: QuestionView) -> str:
    return body("question", view)


def line(linked: Linked, file: QuestionFile, slug: str = ONE) -> str:
    desk = asked(linked, file)
    return question_line(desk, desk.linked.questions[0], slug)


def on_record(**fields: object) -> dict[str, object]:
    return {"says": "So it was.", "confidence": "high"} | fields


@pytest.fixture
def views(linked: Linked) -> list[QuestionView]:
    desk = asked(linked, *(one.sheet.value for one in linked.questions))
    return [question_view(desk, one) for one in desk.linked.questions]


def test_every_article_stands_on_the_page_once(linked: Linked, views: list[QuestionView]) -> None:
    expected = {f"a-{one.slug}" for one in linked.corpus.articles}
    for view in views:
        found = [one.id for one in view.answers]
        found += [key for group in view.silent for key, _ in group.articles]
        found += [key for key, _ in view.unread]
        assert sorted(found) == sorted(expected)
        ids = re.findall(r'\bid="([^"]+)"', page(view))
        assert len(ids) == len(set(ids))


def test_links_within_the_page_lead_somewhere(views: list[QuestionView]) -> None:
    for view in views:
        text = page(view)
        targets = set(re.findall(r'id="([^"]+)"', text))
        assert set(re.findall(r'href="#([^"]+)"', text)) <= targets


def test_words_do_not_run_into_each_other(views: list[QuestionView]) -> None:
    for view in views:
        assert not re.search(r"</(b|q|a|li)><(b|q|a|li|small)", page(view))


def test_an_editors_verdict_says_what_the_rules_say(linked: Linked) -> None:
    overruled = {"verdict": "differ", "reason": "Two days of one event"}
    file = question(says(ONE, date="2018"), says(TWO, date="2019"), overruled=overruled)
    view = view_of(linked, file)
    assert view.verdict.id == "differ"
    assert view.why == "Two days of one event"
    assert view.computed is not None
    assert view.computed.id == "contradict"
    assert "An editor’s verdict; by the rules alone:" in page(view)
    plain = view_of(linked, dataclasses.replace(file, overruled=None))
    assert plain.computed is None
    assert "by the rules alone" not in page(plain)


@quick
@given(some=st.lists(edtf | st.none(), min_size=1, max_size=3), record=edtf | st.none())
def test_every_date_is_drawn_in_its_place(
    linked: Linked, some: list[str | None], record: str | None
) -> None:
    answers = [
        says(slug, **({"date": date} if date else {}))
        for slug, date in zip((ONE, TWO, THREE), some, strict=False)
    ]
    file = question(*answers, record=on_record(date=record) if record else None)
    drawn = view_of(linked, file).glance.dates
    assert drawn is not None
    names = [name.link.href for row in drawn.rows if not row.record for name in row.names]
    assert sorted(names) == sorted(f"#a-{one['article']}" for one in answers)
    assert [row.record for row in drawn.rows].count(True) == bool(record)
    assert not record or drawn.rows[-1].record
    for row in drawn.rows:
        if row.track:
            assert 0 <= row.track.x1 <= row.track.at <= row.track.x2 <= 100
    places = [place for place, _ in drawn.ticks]
    assert places == sorted(set(places))
    assert all(0 <= place <= 100 for place in places)


@quick
@given(some=st.lists(edtf, min_size=1, max_size=6))
def test_time_runs_evenly_on_the_axis(some: list[str]) -> None:
    parsed = [dates.parse(one) for one in some]
    axis = make_axis(parsed)
    if axis is None:
        assert all(one.open_start and one.open_end for one in parsed)
        return
    for one in parsed:
        assert one.open_start or axis.first <= one.start <= axis.last
        assert one.open_end or axis.first <= one.end <= axis.last
    ticks = axis.ticks()
    assert 2 <= len(ticks) <= MOST_TICKS + 1
    assert len({label for _, label in ticks}) == len(ticks)
    gaps = [b - a for (a, _), (b, _) in pairwise(ticks)]
    if axis.step > 1 and axis.last.year < 9999:
        assert max(gaps) - min(gaps) < 5  # months are not of one length


def test_later_dates_stand_further_right(linked: Linked) -> None:
    record = on_record(date="2022-11-28")
    file = question(
        says(ONE, date="2022-11"), says(TWO, date="2022-06"), says(THREE), record=record
    )
    drawn = view_of(linked, file).glance.dates
    assert drawn is not None
    assert [row.names[0].link.text.split()[0] for row in drawn.rows] == [
        "Halewell",
        "Ostrick",
        "Quillane",
        "On",
    ]
    june, november, nothing, recorded = (row.track for row in drawn.rows)
    assert june
    assert november
    assert recorded
    assert nothing is None
    assert june.x2 < november.x1 < recorded.at < november.x2
    assert drawn.band
    assert drawn.band[0] == recorded.x1


def test_positions_stand_on_a_scale_of_five(linked: Linked) -> None:
    file = question(
        says(ONE, stance="opposes"),
        says(TWO, stance="reports", speaker="A. Clerk"),
        says(THREE),
        kind="position",
        record=on_record(stance="supports"),
    )
    glance = view_of(linked, file).glance
    labels = [words.STANCES[one][0] for one in Stance if one is not Stance.REPORTS]
    assert [one.label for one in glance.scale] == labels
    assert [len(one.names) for one in glance.scale] == [0, 0, 0, 0, 1]
    assert [one.record for one in glance.scale] == [True, False, False, False, False]
    assert glance.apart is not None
    assert [one.voice for one in glance.apart.names] == ["says A. Clerk"]
    assert [one.label for one in glance.groups] == ["Says something else"]


def test_articles_stand_under_every_choice_they_hold(linked: Linked) -> None:
    file = question(
        says(ONE, holds=["a", "b"]),
        says(TWO, holds=["b"]),
        says(THREE),
        kind="identity",
        choices=CHOICES,
        record=on_record(holds=["c"]),
    )
    glance = view_of(linked, file).glance
    found = {
        one.label: ([n.link.text.split()[0] for n in one.names], one.record)
        for one in glance.groups
    }
    assert found == {
        "One body": (["Ostrick"], False),
        "Two bodies": (["Ostrick", "Halewell"], False),
        "Nobody": ([], True),
        "Says something else": (["Quillane"], False),
    }
    assert glance.hint == "No two of these can hold at once."


def test_a_choice_nobody_holds_is_not_shown(linked: Linked) -> None:
    file = question(says(ONE, holds=["a"]), silent(TWO), kind="fact", choices=CHOICES)
    glance = view_of(linked, file).glance
    assert [one.label for one in glance.groups] == ["One body"]
    assert glance.hint == ""


def test_figures_lead_to_the_ledger_and_say_how_they_compare(linked: Linked) -> None:
    file = question(
        says(ONE, figure="barges/ledger-2023"),
        says(TWO, figure="barges/day-books-2023"),
        says(THREE, figure="toll/proposal"),
        kind="figure",
        record=on_record(figure="barges/record-2023"),
    )
    glance = view_of(linked, file).glance
    assert {row.value.href for row in glance.figures} == {
        "../figures.html#f-barges--ledger-2023",
        "../figures.html#f-barges--day-books-2023",
        "../figures.html#f-toll--proposal",
        "../figures.html#f-barges--record-2023",
    }
    assert [row.record for row in glance.figures] == [False, False, False, True]
    labels = [PairLabel(one.mark.id) for one in glance.pairs]
    assert labels == sorted(labels, key=list(PairLabel).index)
    assert labels.count(PairLabel.CONFLICTING) == 2
    assert labels.count(PairLabel.COMPATIBLE) == 1  # an editor's word
    assert labels.count(PairLabel.NOT_COMPARABLE) == 3
    assert glance.more_pairs == 0


def test_many_figures_list_few_pairs_and_count_the_others(linked: Linked) -> None:
    count = MOST_PAIRED + 10
    slugs = [ONE, TWO, THREE, *(f"author-2025-n{n}" for n in range(3, count))]
    file = question(*(says(slug, figure="barges/ledger-2023") for slug in slugs), kind="figure")
    glance = view_of(linked, file, articles=count).glance
    assert len(glance.figures) == count
    assert len(glance.pairs) == MOST_PAIRS
    assert glance.more_pairs == count * (count - 1) // 2 - MOST_PAIRS


def test_a_figure_beside_a_choice_is_linked(linked: Linked) -> None:
    answer = says(ONE, holds=["a"], figure="barges/ledger-2023")
    (one,) = view_of(linked, question(answer, silent(TWO), kind="fact", choices=CHOICES)).answers
    assert one.value.text == "One body"
    assert one.value.figure is not None
    assert one.value.figure.text == "18,400 barges"


@pytest.mark.parametrize(
    ("record", "fits"),
    [
        (None, [None, None, None]),
        (on_record(), [None, None, None]),
        (on_record(date="2019-05"), ["fits", "conflicts", "open"]),
    ],
    ids=["no record", "nothing to compare", "a date"],
)
def test_an_answer_is_held_against_a_record_that_can_tell(
    linked: Linked, record: dict[str, object] | None, fits: list[str | None]
) -> None:
    file = question(says(ONE, date="2019"), says(TWO, date="2018"), says(THREE), record=record)
    found = {one.id: one.fit and one.fit.id for one in view_of(linked, file).answers}
    assert [found[f"a-{slug}"] for slug in (ONE, TWO, THREE)] == fits


def test_only_a_doubtful_quotation_says_how_it_stands(linked: Linked) -> None:
    desk = Desk(linked=linked, edition=Edition.AUTO)
    one = next(one for one in linked.questions if one.said[0].evidence)
    told = one.said[0]
    moved = dataclasses.replace(told.evidence[0], standing=Standing.MOVED)
    spoilt = dataclasses.replace(
        one,
        given=tuple(
            dataclasses.replace(each, evidence=(moved,)) if each is told else each
            for each in one.given
        ),
    )
    assert {
        quote.verified for each in question_view(desk, one).answers for quote in each.quotes
    } == {""}
    (doubted,) = question_view(desk, spoilt).answers[0].quotes
    assert doubted.verified == words.STANDINGS[Standing.MOVED]
    assert doubted.verified in page(question_view(desk, spoilt))


def test_silence_names_who_checked_it_and_when(linked: Linked) -> None:
    later = silent(THREE) | {"checked": "2025-06-01"}
    view = view_of(linked, question(silent(ONE), silent(TWO), later))
    assert [(one.when, len(one.articles)) for one in view.silent] == [
        ("1 May 2025", 2),
        ("1 June 2025", 1),
    ]
    assert view.silent[0].checker.href == "../people.html#person-editor"
    assert view.tally == "0 of 3 articles say something; 3 are silent"
    assert "Side by side" not in page(view)


def test_many_silent_articles_are_folded_and_counted(linked: Linked) -> None:
    slugs = [ONE, TWO, THREE, *(f"author-2025-n{n}" for n in range(3, 40))]
    file = question(says(ONE, date="2019"), *(silent(slug) for slug in slugs[1:30]))
    view = view_of(linked, file, articles=40)
    assert (
        view.tally == "1 of 40 articles says something; 29 are silent; 10 have not been read for it"
    )
    assert "<summary>29 articles are silent</summary>" in page(view)
    assert "<summary>10 articles have not been read for it yet</summary>" in page(view)


def test_questions_follow_each_other(linked: Linked) -> None:
    desk = asked(linked, *(question(says(ONE), silent(TWO), short=f"No. {n}") for n in range(3)))
    turns = [question_view(desk, one) for one in desk.linked.questions]
    assert [one.earlier and one.earlier.text for one in turns] == [None, "No. 0", "No. 1"]
    assert [one.later and one.later.href for one in turns] == [
        "../comparisons/q1.html",
        "../comparisons/q2.html",
        None,
    ]


def test_the_description_tells_the_outcome(linked: Linked) -> None:
    file = question(says(ONE, date="2018"), says(TWO, date="2019-05"))
    view = view_of(linked, file)
    assert view.description.startswith("Contradict. ")
    assert "Ostrick 2025: 2018" in view.description
    assert "Halewell 2025: May 2019" in view.description


def test_our_own_words_are_not_marked_as_quoted(linked: Linked, views: list[QuestionView]) -> None:
    """The guard of rights counts what stands between “ and ” as taken from an op-ed."""
    assert all(view.cite.startswith(f"{view.title} Comparison of ") for view in views)
    file = question(says(ONE, holds=["a"]), says(TWO, holds=["b"]), kind="fact", choices=CHOICES)
    assert "“" not in line(linked, file)


def test_the_page_escapes_what_editors_write(linked: Linked) -> None:
    file = question(
        says(ONE, holds=["a"], says="<b>so</b>", speaker="<i>"),
        silent(TWO),
        kind="fact",
        question="Is *this* <u>?",
        choices={"a": "<s> & so"},
    )
    text = page(view_of(linked, file))
    assert '<h1 id="title">Is *this* &lt;u&gt;?<a' in text
    assert "&lt;b&gt;so&lt;/b&gt;" in text
    assert "&lt;s&gt; &amp; so" in text
    assert not re.search(r"<(u|s)>", text)


LINES = [
    (
        "date",
        [{"date": "2018"}, {"date": "2022-11"}],
        "Contradicted: Halewell 2025 has November 2022",
    ),
    ("date", [{"date": "2018"}, {"date": "2018-05"}], "Agrees with Halewell 2025"),
    (
        "date",
        [{"date": "2018"}, {"date": "2018-05"}, {"date": "2018-06"}],
        "Agrees with 2 articles",
    ),
    (
        "date",
        [{"date": "2018"}, {"date": "2018"}, {"date": "2019"}],
        "Contradicted: Quillane 2025 has 2019; Halewell 2025 agrees",
    ),
    (
        "date",
        [{"date": "2018"}, {"date": "2019"}, {"date": "2020"}],
        "Contradicted: Halewell 2025 has 2019; Quillane 2025 has 2020",
    ),
    ("date", [{"date": "2018"}], "Only this article says so"),
    ("date", [{}, {}], "Cannot be compared with Halewell 2025"),
    (
        "identity",
        [{"holds": ["a"]}, {"holds": ["b"]}],
        "Contradicted: Halewell 2025 has ‘Two bodies’",
    ),
    (
        "name",
        [{"holds": ["a"]}, {"holds": ["b"]}, {"holds": ["a"]}],
        "Agrees with Quillane 2025; differs from Halewell 2025",
    ),
    ("name", [{"holds": ["a"]}, {"holds": ["b"]}], "Differs: Halewell 2025 has ‘Two bodies’"),
    (
        "position",
        [{"stance": "supports"}, {"stance": "opposes"}],
        "Contradicted: Halewell 2025 opposes it",
    ),
    (
        "position",
        [{"stance": "supports"}, {"stance": "undecided"}],
        "Differs: Halewell 2025 is undecided",
    ),
    ("position", [{"stance": "reports"}, {"stance": "opposes"}], "Takes no stand of its own"),
    (
        "position",
        [{"stance": "opposes"}, {"stance": "reports"}],
        "No other article takes a stand of its own",
    ),
    (
        "figure",
        [{"figure": "barges/ledger-2023"}, {"figure": "barges/day-books-2023"}],
        "Contradicted: Halewell 2025 has 11,900 barges",
    ),
    (
        "figure",
        [{"figure": "barges/ledger-2023"}, {"figure": "toll/four-crowns"}],
        "Cannot be compared with Halewell 2025",
    ),
]


@pytest.mark.parametrize(("kind", "answers", "expected"), LINES)
def test_a_line_says_how_an_article_stands(
    linked: Linked, kind: str, answers: list[dict[str, object]], expected: str
) -> None:
    given_ = [says(slug, **one) for slug, one in zip((ONE, TWO, THREE), answers, strict=False)]
    assert line(linked, question(*given_, kind=kind, choices=CHOICES)) == expected


def test_a_line_for_an_article_that_says_nothing(linked: Linked) -> None:
    file = question(silent(ONE), says(TWO, date="2018"))
    assert line(linked, file) == "Silent; Halewell 2025 speaks of it"
    assert line(linked, file, THREE) == "Not read for this question yet"
    assert line(linked, question(silent(ONE), silent(TWO))) == "Silent, like all"


@pytest.mark.parametrize(
    ("given_", "verdict", "expected"),
    [
        (["2018", "2019"], "differ", "Differs: Halewell 2025 has 2019"),
        (["2018", "2019"], "agree", "Agrees with Halewell 2025"),
        (["2018", "2019"], "not-comparable", "Cannot be compared with Halewell 2025"),
        (["2018", "2018"], "contradict", "Contradicted, by an editor’s verdict"),
    ],
)
def test_an_editors_verdict_comes_before_the_rules(
    linked: Linked, given_: list[str], verdict: str, expected: str
) -> None:
    first, second = given_
    overruled = {"verdict": verdict, "reason": "A reason"}
    file = question(says(ONE, date=first), says(TWO, date=second), overruled=overruled)
    assert line(linked, file) == expected
