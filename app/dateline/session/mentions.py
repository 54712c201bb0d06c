"""Splitting: which records hold the excerpts that an event shows, and what changes when some of them leave it."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.model.events import Event, EventOrigin, Excerpt, ReviewState, Step
from dateline.model.project import Override, Project, Put, Table
from dateline.model.spans import Span
from dateline.session.own_events import next_own_id, time_of, timex_in
from dateline.session.wording import shortened


def split_puts(project: Project, event: Event, chosen: tuple[Excerpt, ...]) -> tuple[Put, ...]:
    """The puts that take excerpts out of a shown event.

    An event that was merged into it, and all of whose excerpts are chosen, becomes itself again. The rest become one
    new event.
    """
    freed = [source for source in sources(project, event.id) if source.id != event.id and _all_in(source, chosen)]
    puts = [_freed(project, source) for source in freed]
    rest = tuple(excerpt for excerpt in chosen if not any(excerpt in source.excerpts for source in freed))
    staying = [source for source in sources(project, event.id) if source not in freed]
    puts += [_without(project, source, chosen) for source in staying if any(x in chosen for x in source.excerpts)]
    if rest:
        new_id, counter = next_own_id(project)
        puts += [Put(Table.OWN_EVENT, new_id, split_off(project, new_id, event, rest)), counter]
    return tuple(puts)


def sources(project: Project, event_id: str) -> Iterator[Event]:
    """The events whose excerpts an event shows: itself, and all that were merged into it, at last."""
    base = project.reading.get(event_id) or project.own_event.get(event_id)
    if base is not None:
        override = project.override.get(event_id)
        yield override.laid_over(base) if override else base
    for other, override in project.override.items():
        if override.merged_into == event_id and other != event_id:
            yield from sources(project, other)


def split_off(project: Project, new_id: str, event: Event, excerpts: tuple[Excerpt, ...]) -> Event:
    """A new event of some excerpts of another: its own words and, where they name one, its own date."""
    first = excerpts[0]
    timex = timex_in(project, first.document, first.phrase or Span(first.start, first.end))
    time = time_of(timex) if timex is not None else event.time
    return replace(
        event,
        id=new_id,
        title=shortened(first.quote, 80),
        time=time,
        excerpts=excerpts,
        why=(*event.why, Step("person", f"Split off from “{shortened(event.title)}” by hand.")),
        review=ReviewState.ACCEPTED,
        origin=EventOrigin.PERSON,
        edited=frozenset(),
    )


def _all_in(source: Event, chosen: tuple[Excerpt, ...]) -> bool:
    return bool(source.excerpts) and all(excerpt in chosen for excerpt in source.excerpts)


def _freed(project: Project, source: Event) -> Put:
    override = replace(project.override[source.id], merged_into=None)
    return Put(Table.OVERRIDE, source.id, None if override.is_empty else override)


def _without(project: Project, source: Event, chosen: tuple[Excerpt, ...]) -> Put:
    before = project.override.get(source.id) or Override(excerpts=source.excerpts)
    gone = tuple((x.document, x.start, x.end) for x in source.excerpts if x in chosen)
    return Put(Table.OVERRIDE, source.id, replace(before, removed=(*before.removed, *gone)))
