"""What is underlined and highlighted in a text, and what lies at a place of it."""

from dataclasses import replace

from dateline.gui.source.marks import Mark, MarkIndex
from dateline.model.group import Group
from dateline.model.spans import Span
from panel_story import ARTICLE, EVENTS, HARBOUR, LEDGER


def marks_of(index: MarkIndex) -> tuple[Mark, ...]:
    return index.overlapping(0, len(HARBOUR))


def place(words: str) -> Span:
    return Span(HARBOUR.index(words), HARBOUR.index(words) + len(words))


def test_phrases_and_excerpts_without_one_are_marked_in_the_order_of_the_text() -> None:
    marks = marks_of(MarkIndex(ARTICLE.id, EVENTS))
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
    marks = marks_of(MarkIndex(ARTICLE.id, EVENTS, LEDGER))
    [alone] = [mark for mark in marks if not mark.events]
    assert (alone.span.of(HARBOUR), alone.reason, alone.group) == ("three weeks", "A length of time.", None)
    assert [mark.span for mark in marks].count(place("ten years ago")) == 1


def test_the_colour_is_that_of_an_event_one_can_see() -> None:
    twice = (EVENTS[1], replace(EVENTS[1], id="other", group=Group.LIFE))
    index = MarkIndex(ARTICLE.id, twice)
    index.set_filter(lambda event: event.id == "other")
    [mark] = marks_of(index)
    assert (mark.group, mark.events, mark.passes) == (Group.LIFE, ("other", "office"), True)
    index.set_filter(lambda _event: False)
    assert not marks_of(index)[0].passes


def test_what_lies_at_a_place() -> None:
    index = MarkIndex(ARTICLE.id, EVENTS)
    start, end = place("ten years ago")
    assert [[m.events for m in index.phrases_at(at)] for at in (start - 1, start, end - 1, end)] == [
        [],
        [("office",)],
        [("office",)],
        [],
    ]
    assert {mark.events for mark in index.overlapping(start + 2, start + 3)} == {("office",)}


def test_steps_go_from_phrase_to_phrase_and_end() -> None:
    index = MarkIndex(ARTICLE.id, EVENTS, LEDGER)
    found, at = [], 0
    while (mark := index.step(at, 1)) is not None:
        found.append(mark.span.of(HARBOUR))
        at = mark.start
    assert found == ["Monday, March 8", "ten years ago", "1 February", "Monday"]
    back = index.step(at, -1)
    assert back is not None
    assert back.span.of(HARBOUR) == "1 February"
    assert index.step(place("Monday").start, -1) is None



def test_what_changed_is_taken_over_as_long_as_no_place_changed() -> None:
    index = MarkIndex(ARTICLE.id, EVENTS)
    assert index.take([replace(EVENTS[1], group=Group.LIFE), EVENTS[5]])
    assert [mark.group for mark in marks_of(index) if mark.events == ("office",)] == [Group.LIFE]
    assert not index.take([replace(EVENTS[1], excerpts=EVENTS[2].excerpts)])
    assert not index.take([replace(EVENTS[1], id="new")])


def test_a_sample_is_spread_over_the_text() -> None:
    index = MarkIndex(ARTICLE.id, EVENTS, LEDGER)
    assert len(list(index.sampled(100))) == 6
    few = [mark.start for mark in index.sampled(3)]
    assert 3 <= len(few) <= 4
    assert max(few) - min(few) > len(HARBOUR) / 3
