"""From a text and its time expressions to events: the rules one by one, on texts made for each."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events import LookAlike, read_events
from dateline.model.dates import Certainty, iso_day
from dateline.model.documents import LineClass, SourceDocument
from dateline.model.events import Event, Factuality, Fate
from dateline.model.spans import Span
from dateline.model.timex import Signal, Timex3, TimexType
from reading_by_hand import clock, document, duration, timex, until


def _events(text: str, *timexes: Timex3, published: str | None = "2014-10-30") -> tuple[Event, ...]:
    return read_events(document(text, published=published), timexes).events


def _days(event: Event) -> tuple[str | None, str | None]:
    assert event.time is not None
    first, last = event.time.interval.earliest_start, event.time.interval.latest_end
    return None if first is None else iso_day(first), None if last is None else iso_day(last - 1)


def test_a_dated_clause_is_an_event() -> None:
    text = "The ministers signed the treaty on 3 May 2010 in Oslo."
    (event,) = _events(text, timex(text, "3 May 2010", "2010-05-03"))
    assert _days(event) == ("2010-05-03", "2010-05-03")
    assert (event.kind, event.factuality) == ("agreement", Factuality.HAPPENED)
    assert event.places == ("Oslo",)
    assert event.excerpts[0].quote == text
    assert event.excerpts[0].phrase == Span(text.index("3 May"), text.index(" in Oslo"))
    assert [step.name for step in event.why] == ["phrase", "rule", "interval"]


@pytest.mark.parametrize(
    "text",
    [
        "The 2010 Harbours Act protects the harbour.",
        "Everyone should read the 2010 edition.",
        "The city has had a harbour master since the plan of 2010.",
        "It can freeze in 2010.",
    ],
)
def test_laws_advice_and_states_are_no_events(text: str) -> None:
    assert not _events(text, timex(text, "2010", "2010"))


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The council will open the bridge in 2016.", Factuality.PLANNED),
        ("The bridge is due to open in 2016.", Factuality.PLANNED),
        ("The council may open the bridge in 2016.", Factuality.POSSIBLE),
        ("If the council opened the bridge in 2016, traffic would grow.", Factuality.POSSIBLE),
        ("The council did not open the bridge in 2016.", Factuality.NEGATED),
        ("The council opened the bridge in 2016.", Factuality.HAPPENED),
    ],
)
def test_factuality(text: str, factuality: Factuality) -> None:
    found = _events(text, timex(text, "2016", "2016"))
    assert factuality in {event.factuality for event in found}


def test_two_dates_in_a_sentence_are_two_events() -> None:
    text = "The bridge was built in 1974 and closed in 2001."
    first, second = _events(text, timex(text, "1974", "1974"), timex(text, "2001", "2001"))
    assert (_days(first)[0], _days(second)[0]) == ("1974-01-01", "2001-01-01")
    assert first.excerpts[0].quote == "The bridge was built in 1974"


def test_a_sentence_without_date_takes_the_one_before() -> None:
    text = "The boat sank on 28 October 2014. Five people drowned."
    _, second = _events(text, timex(text, "28 October 2014", "2014-10-28"))
    assert _days(second) == ("2014-10-28", "2014-10-28")
    assert second.time is not None
    assert second.time.certainty is Certainty.INFERRED
    assert "inherited" in {step.name for step in second.why}


def test_the_perfect_falls_into_the_window_set_before() -> None:
    text = "There has been progress in the past six months. Norland has signed the treaty."
    window = timex(text, "the past six months", "2014-04-30/2014-10-30", kind=TimexType.DURATION)
    found = {event.title: event for event in _events(text, window)}
    assert _days(found["Norland signs treaty"]) == ("2014-04-30", "2014-10-30")


def test_what_nothing_bounds_but_the_document_waits_in_the_tray() -> None:
    text = "Norland has signed the treaty."
    (event,) = _events(text)
    assert event.time is not None
    assert event.time.only_published
    assert not event.on_timeline
    assert _events(text, published=None)[0].time is None


def test_a_meeting_told_twice_is_one_and_the_turning_day_narrows_it() -> None:
    text = (
        "Last week in Rome the mayor and the envoys discussed the canal. The meeting took place at our request. "
        "Until Tuesday our letters had been refused."
    )
    week = timex(text, "Last week", "2014-10-20/2014-10-26")
    found = _events(text, week, until(text, "Tuesday", "2014-10-21"))
    (meeting,) = [event for event in found if event.kind == "meeting"]
    assert _days(meeting) == ("2014-10-21", "2014-10-21")
    assert [excerpt.quote[:5] for excerpt in meeting.excerpts] == ["Last ", "The m", "Until"]
    assert meeting.time is not None
    assert meeting.time.certainty is Certainty.INFERRED


def test_a_thing_discussed_is_older_than_the_talk() -> None:
    text = (
        "On 28 October 2014 the ministers discussed a draft treaty. The treaty, prepared by Norland, has nine articles."
    )
    found = _events(text, timex(text, "28 October 2014", "2014-10-28"))
    (older,) = [event for event in found if "prepare" in event.title]
    assert _days(older) == (None, "2014-10-28")


def test_a_possibility_needs_to_be_told_twice() -> None:
    once = "They spoke of a possible visit to Rome."
    assert not _events(once)
    twice = "They spoke of a possible visit to Rome. The visit, a likely visit in spring, would be the first."
    (event,) = _events(twice)
    assert event.factuality is Factuality.POSSIBLE
    assert _days(event) == ("2014-10-30", None)


def test_since_an_event_puts_it_at_the_start_of_the_window() -> None:
    text = "More was built in the past ten years - since the office was founded."
    (event,) = [event for event in _events(text, duration(text, "ten years", "P10Y")) if "founded" in event.title]
    assert _days(event) == ("2004-01-01", "2004-12-31")


def test_a_length_of_time_up_to_now() -> None:
    text = "Things have come to this point after ten years of investigation."
    (event,) = _events(text, duration(text, "ten years", "P10Y"))
    assert _days(event)[1] == "2014-10-30"
    assert _days(event)[0] == "2004-10-28"


def test_a_clock_time_belongs_to_the_day_the_text_speaks_of() -> None:
    text = "What happened on 3 May 2010. At 05:40 the dam overflowed."
    (event,) = _events(text, timex(text, "3 May 2010", "2010-05-03"), clock(text, "05:40", 5, 40))
    assert _days(event) == ("2010-05-03", "2010-05-03")


def test_lines_without_verbs_tell_in_logs_and_lists_only() -> None:
    text = "2010-05-03 Error rate back to normal"
    made = timex(text, "2010-05-03", "2010-05-03")
    assert read_events(document(text, line_class=LineClass.LOG), [made]).events
    running = "We like the colours of 3 May 2010 very much"
    assert not _events(running, timex(running, "3 May 2010", "2010-05-03"))


@pytest.mark.parametrize("line_class", [kind for kind in LineClass if not kind.makes_events])
def test_other_lines_make_no_events(line_class: LineClass) -> None:
    text = "The ministers signed the treaty on 3 May 2010."
    reading = read_events(document(text, line_class=line_class), [timex(text, "3 May 2010", "2010-05-03")])
    assert not reading.events
    assert len(reading.ledger) == 1


def test_the_ledger_tells_every_fate() -> None:
    text = "The ministers signed the treaty on 3 May 2010 after two years. Every day the 22nd session drags on."
    timexes = [
        timex(text, "3 May 2010", "2010-05-03"),
        duration(text, "two years", "P2Y"),
        Timex3(text.index("Every day"), text.index(" the 22nd"), "Every day", TimexType.SET, "P1D", "by hand"),
    ]
    session = Span(text.index("22nd"), text.index(" drags"))
    reading = read_events(document(text), timexes, [LookAlike(session, "it counts sessions")])
    assert [entry.fate for entry in reading.ledger] == [Fate.EVENT, Fate.DURATION, Fate.RECURRING, Fate.NOT_A_DATE]
    assert reading.ledger[0].events == (reading.events[0].id,)
    assert all(entry.reason and entry.span.of(text) == entry.quote for entry in reading.ledger)


def _random_timexes(text: str, places: list[tuple[int, int]]) -> list[Timex3]:
    sample = timex("2010", "2010", "2010")
    made = []
    for start, length in places:
        start = start % max(1, len(text))
        end = min(len(text), start + 1 + length)
        made.append(Timex3(start, end, text[start:end], TimexType.DATE, "2010", "any", interval=sample.interval))
    return made


@given(
    st.text(max_size=300) | st.text(st.sampled_from("ab He met was died to Th.,;:()\n\"'–>- 12"), max_size=300),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 12)), max_size=8),
    st.sampled_from(LineClass),
    st.booleans(),
)
def test_any_text_gives_something_sensible(
    text: str, places: list[tuple[int, int]], line_class: LineClass, dated: bool
) -> None:
    made: SourceDocument = document(text, published="2014-10-30" if dated else None, line_class=line_class)
    timexes = _random_timexes(text, places) if text else []
    reading = read_events(made, timexes)
    assert len(reading.ledger) == len(timexes)
    assert len({event.id for event in reading.events}) == len(reading.events)
    for event in reading.events:
        assert 0 < len(event.title) <= 60
        for excerpt in event.excerpts:
            assert text[excerpt.start : excerpt.end] == excerpt.quote != ""
            assert excerpt.phrase is None or excerpt.anchor.span.contains(excerpt.phrase)


def test_a_name_behind_a_window_of_time_does_not_belong_to_it() -> None:
    text = "Over the past six months Norway has opened three offices."
    window = timex(text, "the past six months", "2014-04-30/2014-10-30")
    (event,) = _events(text, window)
    assert _days(event) == ("2014-04-30", "2014-10-30")


def test_two_deeds_of_one_month_in_a_sentence_are_two_events() -> None:
    text = "They seized the fort in March 1945; the harbour was captured later that month."
    found = _events(text, timex(text, "March 1945", "1945-03"), timex(text, "later that month", "1945-03"))
    assert len(found) == 2


def test_a_log_tells_what_was_even_after_the_date_at_its_head() -> None:
    text = "2014-11-02 10:00 Review held by the duty engineer."
    paper = document(text, line_class=LineClass.LOG)
    (event,) = read_events(paper, [timex(text, "2014-11-02 10:00", "2014-11-02")]).events
    assert event.factuality is Factuality.HAPPENED


def test_one_verb_at_two_times_is_two_events() -> None:
    text = "The troops surrendered in the east on 29 April 1945 and in the west on 7 May 1945."
    found = _events(text, timex(text, "29 April 1945", "1945-04-29"), timex(text, "7 May 1945", "1945-05-07"))
    assert [_days(event)[0] for event in found] == ["1945-04-29", "1945-05-07"]
    assert found[0].excerpts[0].quote == "The troops surrendered in the east on 29 April 1945"


def test_two_times_that_follow_each_other_are_one_stretch() -> None:
    text = "Protests were held in May and June 1990."
    (event,) = _events(text, timex(text, "May", "1990-05"), timex(text, "June 1990", "1990-06"))
    assert _days(event) == ("1990-05-01", "1990-06-30")


def test_a_dated_form_in_ing_is_an_event_of_its_own() -> None:
    text = "The fleet began the war in the north, conquering the island in August 1940."
    (event,) = _events(text, timex(text, "August 1940", "1940-08"))
    assert (event.kind, _days(event)[0]) == ("violence", "1940-08-01")
    text = "She worked at the mill before moving to Rome in 1975."
    (event,) = _events(text, timex(text, "1975", "1975"))
    assert event.kind == "movement"


def test_what_a_date_is_counted_from_has_a_date() -> None:
    text = "The order was lifted on 12 March 2014, 22 days after a worker found bacteria in a sample."
    earlier, _ = _events(text, timex(text, "12 March 2014", "2014-03-12"), duration(text, "22 days", "P22D"))
    assert _days(earlier) == ("2014-02-18", "2014-02-18")
    assert earlier.time is not None
    assert earlier.time.certainty is Certainty.INFERRED
    text = "The deal was signed on 27 October 2005, two months before the election."
    _, later = _events(text, timex(text, "27 October 2005", "2005-10-27"), duration(text, "two months", "P2M"))
    assert _days(later) == ("2005-12-01", "2005-12-31")


def test_what_something_is_the_largest_since_is_no_time_of_it() -> None:
    text = "The trial, the largest of its kind since 1998, ended in 2010."
    since = timex(text, "1998", "1998/..", signal=Signal.SINCE)
    (event,) = _events(text, since, timex(text, "2010", "2010"))
    assert _days(event) == ("2010-01-01", "2010-12-31")


def test_a_year_that_names_a_thing_yields_to_the_time_told() -> None:
    text = "The radio repeated his 1983 concert on 4 June 2001."
    found = _events(text, timex(text, "1983", "1983"), timex(text, "4 June 2001", "2001-06-04"))
    assert {_days(event)[0] for event in found} == {"1983-01-01", "2001-06-04"}


def test_now_stands_between_the_parts_of_a_verb() -> None:
    text = "The meeting will now take place on 3 November 2014."
    now = timex(text, "now", "2014-10-30", value="PRESENT_REF")
    (event,) = _events(text, replace(now, interval=None), timex(text, "3 November 2014", "2014-11-03"))
    assert event.factuality is Factuality.PLANNED


def test_what_stands_under_a_date_happened_then() -> None:
    text = "1953\nThe yards close.\n1968\nExports to Norland begin."
    paper = document(text)
    lines = [replace(line, kind=LineClass.HEADING) if line.end - line.start == 4 else line for line in paper.lines]
    years = [timex(text, "1953", "1953"), timex(text, "1968", "1968")]
    found = read_events(replace(paper, lines=tuple(lines)), years).events
    assert {_days(event)[0] for event in found} == {"1953-01-01", "1968-01-01"}


@pytest.mark.parametrize("words", ["The plasterers start", "They launch the ship", "Exports to Norland begin"])
def test_the_present_of_a_plural_subject_tells(words: str) -> None:
    text = f"{words} on 28 November 2014."
    (event,) = _events(text, timex(text, "28 November 2014", "2014-11-28"))
    assert event.factuality is Factuality.PLANNED


def test_a_logs_entry_may_tell_a_time_of_its_own() -> None:
    text = "2014-10-30 02:33 the deploy went out on 29 October 2014."
    paper = document(text, line_class=LineClass.LOG)
    stamps = [timex(text, "2014-10-30 02:33", "2014-10-30"), timex(text, "29 October 2014", "2014-10-29")]
    (event,) = read_events(paper, stamps).events
    assert _days(event)[0] == "2014-10-29"


def test_what_was_to_be_on_a_day_and_was_called_off_has_that_day() -> None:
    text = "A public meeting that was to be held on 23 October 2014 was called off because of ice."
    (event,) = _events(text, timex(text, "23 October 2014", "2014-10-23"))
    assert _days(event)[0] == "2014-10-23"


def test_a_sentence_may_only_tell_where_the_story_stands() -> None:
    text = "It was 28 December 2013, a Saturday. The court annulled the vote."
    (event,) = _events(text, timex(text, "28 December 2013", "2013-12-28"))
    assert _days(event)[0] == "2013-12-28"


def test_a_statutes_year_dates_nothing() -> None:
    text = "The crew required by the Manning Regulations of 2009 was replaced."
    assert not [event for event in _events(text, timex(text, "2009", "2009")) if _days(event)[0] is not None]


def test_times_before_the_verb_all_keep_the_clause() -> None:
    text = "In 1950, 1962 and 1971 the hall was restored."
    found = _events(text, *(timex(text, year, year) for year in ("1950", "1962", "1971")))
    assert [_days(event)[0] for event in found] == ["1950-01-01", "1962-01-01", "1971-01-01"]
    assert all(event.excerpts[0].quote.endswith("the hall was restored") for event in found)
