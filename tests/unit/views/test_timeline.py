"""The timeline: nothing collides, nothing is left out, rival dates are joined to their event."""

from __future__ import annotations

import dataclasses
import datetime
import random
from collections import Counter, defaultdict
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.linking.anchors import Placed, Sought, Standing
from build_tools.linking.events import Event, Told
from build_tools.linking.linked import Linked
from build_tools.model import dates
from build_tools.model.corpus import Sheet
from build_tools.model.edition import Edition
from build_tools.model.event import EventFile, EventKind, Telling
from build_tools.model.problem import Place
from build_tools.sources.validation import adapter
from build_tools.views.desk import Desk
from build_tools.views.drawing import APART, RADIUS, SIZE, WIDTH
from build_tools.views.lettering import shorten, text_width
from build_tools.views.picture import MarkView, PictureView
from build_tools.views.scale import make_scale
from build_tools.views.small_row import APART as DOTS_APART
from build_tools.views.small_row import MOST
from build_tools.views.small_row import WIDTH as ROW_WIDTH
from build_tools.views.timeline import TimelineView
from build_tools.views.timeline_page import small_timeline, timeline_view
from build_tools.views.timeline_picture import ONE_BY_ONE
from tests.rendering import body

ARTICLES = ("halewell-2025-wardens", "ostrick-2025-toll", "quillane-2025-towpath")

days = st.dates(datetime.date(1850, 1, 1), datetime.date(2030, 12, 31)).map(str)


def some_dates() -> list[str]:
    """Dates of every form; a fixed stock, as reading one costs milliseconds."""
    chance = random.Random(7)
    found = ["../.."]
    for _ in range(12):
        low, high = sorted(
            str(datetime.date(chance.randint(1850, 2029), 1, 1) + datetime.timedelta(n))
            for n in chance.sample(range(700), 2)
        )
        found += [low, high, low[:7], low[:4], f"{low[:3]}X", f"{low[:7]}-XX", f"{low}~"]
        found += [f"{low[:7]}?", f"{low[:4]}-22", f"{low}/{high}", f"{low}~/{high}~"]
        found += [f"{low}/..", f"../{high}"]
    return found


edtf = st.sampled_from(some_dates())
labels = st.text("abc mW永 ", min_size=1, max_size=80).filter(str.strip)


@st.composite
def made(draw: st.DrawFn, least: int = 1, most: int = 40) -> tuple[Event, ...]:
    size = draw(st.integers(least, most))
    kinds = st.sampled_from([one.value for one in EventKind])
    return tuple(
        event(
            f"event-{n}",
            draw(edtf),
            label=draw(labels),
            kind=draw(kinds),
            told=[
                (draw(st.sampled_from(ARTICLES)), draw(st.none() | edtf))
                for _ in range(draw(st.integers(1, 3)))
            ],
        )
        for n in range(size)
    )


def event(
    key: str,
    date: str,
    *,
    label: str = "Something",
    kind: str = "talks",
    told: list[tuple[str, str | None]] | None = None,
    **fields: object,
) -> Event:
    tellings = told or [(ARTICLES[0], None)]
    file: EventFile = adapter(EventFile).validate_python(
        {
            "label": label,
            "kind": kind,
            "date": date,
            "author": "nobody",
            "updated": "2025-01-01",
            "told": [
                {"article": slug, "paragraph": n, "quote": "some words"}
                | ({"date": given} if given else {})
                for n, (slug, given) in enumerate(tellings, 1)
            ],
            **fields,
        }
    )
    own = dates.parse(date)
    return Event(
        id=key,
        sheet=Sheet(file, lambda *_: Place(path="x")),
        date=own,
        told=tuple(_told(one, own, n) for n, one in enumerate(file.told)),
    )


def _told(telling: Telling, own: dates.Dated, index: int) -> Told:
    date = dates.parse(telling.date) if telling.date else None
    sheet = Sheet(telling, lambda *_: Place(path="x"))
    sought = Sought(key=f"event:x:{index}", item=telling, sheet=sheet, steps=("told", index))
    placed = Placed(
        sought=sought,
        standing=Standing.EXACT,
        paragraph=telling.paragraph,
        span=None,
    )
    return Told(
        telling=telling, placed=placed, date=date, rival=bool(date) and not date.agrees(own)
    )


def desk_of(linked: Linked, events: tuple[Event, ...]) -> Desk:
    linked = dataclasses.replace(linked, events=events)
    return Desk(linked=linked, edition=Edition.AUTO)


def view_of(linked: Linked, *events: Event) -> TimelineView:
    return timeline_view(desk_of(linked, events))


def picture_of(linked: Linked, *events: Event) -> PictureView:
    picture = view_of(linked, *events).picture
    assert picture is not None
    return picture


quick = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def extent(mark: MarkView) -> tuple[float, float]:
    """How far everything drawn for a mark reaches, measured anew."""
    xs = [mark.x - RADIUS, mark.x + RADIUS]
    xs += [one.x + side for one in mark.rivals for side in (-RADIUS, RADIUS)]
    if mark.stretch:
        xs += [mark.stretch.x1 - mark.stretch.before, mark.stretch.x2 + mark.stretch.after]
    if mark.label:
        width = text_width(mark.label, SIZE)
        xs += [mark.label_x, mark.label_x + (-width if mark.label_left else width)]
    return min(xs), max(xs)


@quick
@given(events=made())
def test_nothing_collides(linked: Linked, events: tuple[Event, ...]) -> None:
    picture = picture_of(linked, *events)
    rows: defaultdict[float, list[tuple[float, float]]] = defaultdict(list)
    for mark in picture.marks:
        left, right = extent(mark)
        assert left >= mark.left - 0.2
        assert right <= mark.right + 0.2
        assert left >= -0.2
        assert right <= picture.width + 0.2
        assert picture.axis < mark.y < picture.height
        rows[mark.y].append((left, right))
        places = sorted([mark.x, *(one.x for one in mark.rivals)])
        assert all(b - a >= APART - 0.2 for a, b in pairwise(places))
        if mark.label:
            edge = max(places) if not mark.label_left else min(places)
            assert (mark.label_x > edge) != mark.label_left
    for row in rows.values():
        assert all(a[1] < b[0] for a, b in pairwise(sorted(row)))


@quick
@given(events=made())
def test_every_event_is_in_the_picture_and_in_the_list(
    linked: Linked, events: tuple[Event, ...]
) -> None:
    view = view_of(linked, *events)
    assert view.picture is not None
    listed = [one.id for period in view.periods for one in period.events]
    assert sorted(listed) == sorted(f"e-{one.id}" for one in events)
    assert sorted(f"#{one}" for one in listed) == sorted(one.href for one in view.picture.marks)
    ids = [period.id for period in view.periods]
    assert len(ids) == len(set(ids))


@quick
@given(events=made())
def test_every_rival_date_is_joined_to_its_event(linked: Linked, events: tuple[Event, ...]) -> None:
    view = view_of(linked, *events)
    assert view.picture is not None
    marks = {one.id: one for one in view.picture.marks}
    listed = {one.id: one for period in view.periods for one in period.events}
    for one in events:
        said = "; ".join(rival.title for rival in marks[one.id].rivals)
        assert len(listed[f"e-{one.id}"].rivals) == len(one.rivals)
        assert said.count("¶") == len(one.rivals)
        for told in one.rivals:
            assert f"¶{told.placed.paragraph}" in said
    assert view.rival_count == sum(bool(one.rivals) for one in events)


@quick
@given(events=made())
def test_the_list_runs_by_date(linked: Linked, events: tuple[Event, ...]) -> None:
    by_id = {f"e-{one.id}": one.date for one in events}
    listed = [one.id for period in view_of(linked, *events).periods for one in period.events]
    dated = [by_id[one] for one in listed if not (by_id[one].open_start and by_id[one].open_end)]
    begins = [one.end if one.open_start else one.start for one in dated]
    # A decade stands with its first year, under a heading of its own.
    assert [day.year for day in begins] == sorted(day.year for day in begins)


@quick
@given(held=st.lists(st.tuples(days, st.floats(0.05, 3)), min_size=1, max_size=80))
def test_time_runs_one_way_on_the_axis(held: list[tuple[str, float]]) -> None:
    scale = make_scale(((datetime.date.fromisoformat(day), w) for day, w in held), 30, 1050)
    places = [scale.at(datetime.date.fromisoformat(day)) for day in sorted(day for day, _ in held)]
    assert places == sorted(places)
    assert all(30 <= x <= 1050.1 for x in places)
    assert all(band.width >= band.least - 0.1 for band in scale.bands)
    assert all(a.x + a.width <= b.x + 0.1 for a, b in pairwise(scale.bands))
    assert scale.bands[-1].x + scale.bands[-1].width == pytest.approx(1050)


def test_a_quiet_stretch_is_left_out_and_named(linked: Linked) -> None:
    picture = picture_of(linked, event("a", "1950-05-01"), event("b", "2024-05-01"))
    assert [one.label for one in picture.bands] == ["1950", "2024", "2025"]
    assert [one.label for one in picture.breaks] == ["1951–2023"]
    assert "left out" in picture.words


def test_many_events_are_heaped_and_none_is_lost(linked: Linked) -> None:
    kinds = [one.value for one in EventKind]
    many = tuple(
        event(
            f"e{n}", str(datetime.date(1980, 1, 1) + datetime.timedelta(n * 37)), kind=kinds[n % 8]
        )
        for n in range(ONE_BY_ONE + 1)
    )
    view = view_of(linked, *many)
    picture = view.picture
    assert picture is not None
    assert picture.marks == ()
    assert sum(one.count for one in picture.cells) == len(many)
    headings = {f"#{one.id}" for one in view.periods}
    assert {one.href for one in picture.cells} <= headings
    assert Counter(one.kind for one in many_kinds(many)) == cells_by_kind(picture)
    for a, b in combinations(picture.cells, 2):
        assert (a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= (a.radius + b.radius) ** 2
    assert all(one.x - one.radius >= 0 and one.x + one.radius <= WIDTH for one in picture.cells)


def many_kinds(events: tuple[Event, ...]) -> list[EventFile]:
    return [one.sheet.value for one in events]


def cells_by_kind(picture: PictureView) -> Counter[str]:
    found: Counter[str] = Counter()
    for cell in picture.cells:
        found[cell.kind] += cell.count
    return found


def test_publications_do_not_collide(linked: Linked) -> None:
    flags = picture_of(linked, event("a", "2025-03-01")).flags
    assert {one.label for one in flags} >= {one.article.label for one in linked.articles}
    rows: defaultdict[float, list[tuple[float, float]]] = defaultdict(list)
    for one in flags:
        width = text_width(one.label, SIZE)
        ends = (one.label_x - width, one.x) if one.label_left else (one.x, one.label_x + width)
        rows[one.y].append(ends)
    for row in rows.values():
        assert all(a[1] < b[0] for a, b in pairwise(sorted(row)))


@pytest.mark.parametrize(
    ("date", "drawn"),
    [
        ("2022-12-20", None),
        ("2022-12-18/2022-12-20", (True, False, False, False, False)),
        ("2018/..", (True, False, False, False, True)),
        ("../2018", (True, False, False, True, False)),
        ("2018~/2020", (True, True, False, False, False)),
        ("2018/2020?", (True, False, True, False, False)),
        ("2022-12-20~", (False, True, True, False, False)),
        ("2022", (False, False, False, False, False)),
        ("../..", (True, False, False, True, True)),
    ],
)
def test_what_is_not_exact_is_drawn_so(
    linked: Linked, date: str, drawn: tuple[bool, ...] | None
) -> None:
    # The others make the years wide enough that a month is no point.
    stretch = next(
        one.stretch
        for one in picture_of(linked, event("a", date), event("b", "2010")).marks
        if one.id == "a"
    )
    found = stretch and (
        stretch.lasting,
        bool(stretch.before),
        bool(stretch.after),
        stretch.from_ever,
        stretch.to_ever,
    )
    assert found == drawn


def test_headings_are_years_or_what_stands_for_them(linked: Linked) -> None:
    view = view_of(
        linked,
        event("a", "../.."),
        event("b", "199X"),
        event("c", "../1998-05"),
        event("d", "2021/2023"),
        event("e", "2022-24"),
    )
    assert [(one.id, one.label) for one in view.periods] == [
        ("y-1990-1999", "1990–1999"),
        ("y-1998", "1998"),
        ("y-2021", "2021"),
        ("y-2022", "2022"),
        ("y-undated", "Without a date"),
    ]


def test_a_relative_date_says_how_it_was_read(linked: Linked) -> None:
    telling = {
        "article": ARTICLES[0],
        "paragraph": 2,
        "quote": "last week",
        "date": "2025-01",
        "from_words": "last week",
        "relative_to": "2025-02-07",
    }
    made = event("a", "2025-01-30")
    file = dataclasses.replace(made.sheet.value, told=(adapter(Telling).validate_python(telling),))
    one = dataclasses.replace(
        made,
        sheet=dataclasses.replace(made.sheet, value=file),
        told=(_told(file.told[0], made.date, 0),),
    )
    told = view_of(linked, one).periods[0].events[0].told[0]
    assert told.resolution == "“last week”, counted from 7 February 2025"
    assert told.passage.href == f"articles/{ARTICLES[0]}.html#p2"
    assert not told.same


def test_choices_count_what_they_leave(linked: Linked) -> None:
    actor = next(iter(linked.corpus.terms))
    view = view_of(
        linked,
        event("a", "2022", kind="attack", told=[(ARTICLES[0], None), (ARTICLES[1], None)]),
        event("b", "2023", kind="attack", actors=[actor, "no-such-term"]),
    )
    assert [(one.id, one.count) for one in view.kinds] == [("attack", 2)]
    assert sorted(one.count for one in view.articles) == [1, 2]
    assert [(one.id, one.count) for one in view.actors] == [(actor, 1)]
    classes = {one.id: one.classes.split() for one in view.periods[0].events}
    assert classes["e-a"][0] == "cr-e-attack"
    assert {f"cr-{one.id}" for one in view.articles} == set(classes["e-a"][1:])


def test_no_event_makes_no_picture(linked: Linked) -> None:
    view = view_of(linked)
    assert view.picture is None
    assert view.periods == ()
    assert small_timeline(desk_of(linked, ()), ()) is None


@quick
@given(events=made(1, 60))
def test_a_small_timeline_has_few_marks_and_all_events(
    linked: Linked, events: tuple[Event, ...]
) -> None:
    view = small_timeline(desk_of(linked, events).below(1), events)
    assert view is not None
    assert len(view.dots) <= MOST
    assert sum(one.count for one in view.dots) == len(view.events) == len(events)
    assert all(b.x - a.x >= DOTS_APART - 0.2 for a, b in pairwise(view.dots))
    assert all(0 < one.x < ROW_WIDTH for one in view.dots)
    assert all(one.href.startswith("../timeline.html#e-") for one in view.dots)
    assert all(b[0] - a[0] >= DOTS_APART - 0.2 for a, b in pairwise(view.years))


@quick
@given(text=st.text(max_size=60), most=st.integers(0, 60))
def test_a_shortened_label_is_a_beginning(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    assert text.startswith(short.removesuffix("…")) or short == text


def test_the_page_escapes_what_editors_write(linked: Linked) -> None:
    text = body("timeline", view_of(linked, event("a", "2022", label="<b> & {x}")))
    assert "<b>" not in text.replace("<b>On record", "").replace("<b>1</b>", "")
    assert "&lt;b&gt; &amp; {x}" in text
