from dataclasses import replace

from dateline.gui.source.marks import marks_of
from dateline.model.events import Group
from dateline.model.spans import Span
from panel_story import ARTICLE, EVENTS, HARBOUR, LEDGER

ALL = {event.id for event in EVENTS}


def place(words: str) -> Span:
    return Span(HARBOUR.index(words), HARBOUR.index(words) + len(words))


def test_phrases_and_excerpts_without_one_are_marked_in_the_order_of_the_text() -> None:
    marks = marks_of(ARTICLE.id, EVENTS, ALL).marks
    words = [(mark.span.of(HARBOUR), mark.is_phrase) for mark in marks]
    assert words == [
        ("Monday, March 8", True),
        ("ten years ago", True),
        ("1 February", True),
        ("Monday", True),
        ("A toast was drunk 🥂 to that", False),
        ("A report had warned of it", False),
    ]


def test_a_date_without_event_is_marked_with_its_reason_and_one_with_event_only_once() -> None:
    marks = marks_of(ARTICLE.id, EVENTS, ALL, LEDGER).marks
    [alone] = [mark for mark in marks if not mark.events]
    assert (alone.span.of(HARBOUR), alone.reason, alone.group) == ("three weeks", "A length of time.", None)
    assert [mark.span for mark in marks].count(place("ten years ago")) == 1


def test_the_colour_is_that_of_an_event_one_can_see() -> None:
    twice = (EVENTS[1], replace(EVENTS[1], id="other", group=Group.LIFE))
    [mark] = marks_of(ARTICLE.id, twice, {"other"}).marks
    assert (mark.group, mark.events, mark.passes) == (Group.LIFE, ("other", "office"), True)
    [hidden] = marks_of(ARTICLE.id, EVENTS[1:2], ()).marks
    assert not hidden.passes


def test_what_lies_at_a_place() -> None:
    index = marks_of(ARTICLE.id, EVENTS, ALL)
    start, end = place("ten years ago")
    assert [[m.events for m in index.phrases_at(at)] for at in (start - 1, start, end - 1, end)] == [
        [],
        [("office",)],
        [("office",)],
        [],
    ]
    assert {mark.events for mark in index.overlapping(start + 2, start + 3)} == {("office",)}


def test_steps_go_from_phrase_to_phrase_and_end() -> None:
    index = marks_of(ARTICLE.id, EVENTS, ALL, LEDGER)
    found, at = [], 0
    while (mark := index.step(at, 1)) is not None:
        found.append(mark.span.of(HARBOUR))
        at = mark.start
    assert found == ["Monday, March 8", "ten years ago", "1 February", "Monday"]
    back = index.step(at, -1)
    assert back is not None
    assert back.span.of(HARBOUR) == "1 February"
    assert index.step(place("Monday").start, -1) is None

