"""Ids, and old events known again in a new reading."""

from dataclasses import replace

from dateline.events.identity import event_id, reconcile
from dateline.model.anchors import describe
from dateline.model.events import Event, Excerpt, Factuality
from dateline.model.group import Group

TEXT = "The bridge was built in 1974. It was closed in 2001. A new one was opened in 2010."


def _event(words: str, name: str | None = None) -> Event:
    start = TEXT.index(words)
    end = start + len(words)
    excerpt = Excerpt("doc", describe(TEXT, start, end))
    made = Event(event_id("doc", start, end), words, None, "other", Group.OTHER, Factuality.HAPPENED, (excerpt,))
    return made if name is None else replace(made, id=name)


def test_the_same_excerpt_has_the_same_id() -> None:
    assert _event("It was closed").id == _event("It was closed").id
    assert _event("It was closed").id != _event("It was closed in 2001").id


def test_known_by_id() -> None:
    event = _event("It was closed")
    assert reconcile([event], [event]) == {event.id: event.id}


def test_known_by_the_excerpt_that_overlaps_most() -> None:
    old_one, old_two = _event("The bridge was built in 1974.", "a"), _event("It was closed in 2001.", "b")
    new_one, new_two = _event("bridge was built in 1974"), _event("1974. It was closed in 2001")
    assert reconcile([old_one, old_two], [new_one, new_two]) == {new_one.id: "a", new_two.id: "b"}


def test_an_old_event_answers_for_one_new_event_only() -> None:
    old = _event("It was closed in 2001. A new one was opened in 2010.", "a")
    near, far = _event("A new one was opened in 2010."), _event("It was closed")
    assert reconcile([old], [near, far]) == {near.id: "a"}


def test_strangers_stay_strangers() -> None:
    assert reconcile([_event("It was closed")], [_event("A new one")]) == {}
