"""The verbs that change a project: each a value that, for a project, gives the one Change it means.

They know the model alone; who applies the change, undoes it and tells the views is not their business. To add a verb,
write one class.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple, Protocol

from dateline.errors import UserError
from dateline.model.events import Event, EventTime, ReviewState
from dateline.model.filters import EventFilter
from dateline.model.group import Group
from dateline.model.project import Change, Override, Project, Put, Table
from dateline.model.shown import shown_event
from dateline.model.wording import describe_short
from dateline.session.mentions import split_puts
from dateline.session.own_events import next_own_id, note_event, quoted_event
from dateline.session.wording import several, shortened

EDITABLE: Final = frozenset(
    {"title", "time", "undated", "kind", "group", "factuality", "actors", "places", "tags", "notes"}
)
"""The fields of Override that `EditEvent` sets."""

_REVIEW_VERBS: Final = {
    ReviewState.ACCEPTED: "accept",
    ReviewState.REJECTED: "reject",
    ReviewState.TO_REVIEW: "review again",
}


class Command(Protocol):
    """What a person wants; `change` says what that means for a project, or raises UserError where it cannot be."""

    def change(self, project: Project) -> Change:
        """The change it means for that project."""


class ReviewEvents(NamedTuple):
    """Accept, reject, or put back what is to be reviewed."""

    ids: tuple[str, ...]
    state: ReviewState

    def change(self, project: Project) -> Change:
        """Sets the review state of each."""
        puts = (override_put(project, id_, review=self.state) for id_ in self.ids)
        return Change(f"{_REVIEW_VERBS[self.state]} {_named(project, self.ids)}", tuple(puts))


class EditEvent(NamedTuple):
    """Set fields of one event by hand; what is set to the very thing that was read is no decision any more."""

    id: str
    values: Mapping[str, Any]

    def change(self, project: Project) -> Change:
        """Raises UserError for an empty title, TypeError for a field that is not EDITABLE."""
        if unknown := self.values.keys() - EDITABLE:
            raise TypeError(f"no such field of an event: {', '.join(sorted(unknown))}")
        values = dict(self.values)
        if "title" in values and not (values["title"] or "").strip():
            raise UserError("An event needs a title.", "Type a few words.")
        if values.get("time") is not None:
            values["undated"] = False
        elif values.get("undated"):
            values.update(time=None, undated=base_event(project, self.id).time is not None)
        return Change(self._label(project), (override_put(project, self.id, **values),))

    def _label(self, project: Project) -> str:
        """What was decided, as far as a line can say it: a date in full, for the log of decisions."""
        named, time = _named(project, (self.id,)), self.values.get("time")
        if len(self.values) == 1 and time is not None:
            return f"date {named}: {describe_short(replace(time, alternatives=()))}"
        return f"rename {named}" if self.values.keys() == {"title"} else f"edit {named}"


class ResetEvents(NamedTuple):
    """Back to what was read: decisions on these events go, and events merged into them stand by themselves again."""

    ids: tuple[str, ...]

    def change(self, project: Project) -> Change:
        """Removes their overrides, and frees what was merged into them."""
        puts = [Put(Table.OVERRIDE, id_, None) for id_ in self.ids if id_ in project.override]
        puts += [
            override_put(project, id_, merged_into=None)
            for id_, override in project.override.items()
            if override.merged_into in self.ids and id_ not in self.ids
        ]
        return Change(f"reset {_named(project, self.ids)}", tuple(puts))


class MergeEvents(NamedTuple):
    """Make one event of several: the others give their excerpts to `into`."""

    ids: tuple[str, ...]
    into: str

    def change(self, project: Project) -> Change:
        """Raises UserError where there are fewer than two."""
        others = tuple(id_ for id_ in dict.fromkeys(self.ids) if id_ != self.into)
        if not others:
            raise UserError("It takes two events to merge.", "Select at least two events.")
        # What was merged into the others follows them directly, so that there are no chains to be split apart.
        followers = (id_ for id_, override in project.override.items() if override.merged_into in others)
        puts = (override_put(project, id_, merged_into=self.into) for id_ in (*others, *followers))
        return Change(f"merge {_named(project, (self.into, *others))}", tuple(puts))


class SplitEvent(NamedTuple):
    """Take some excerpts of an event away, to stand as an event of their own (or as the one they were merged from)."""

    id: str
    excerpt_indexes: tuple[int, ...]

    def change(self, project: Project) -> Change:
        """Raises UserError where nothing would be left on one side, IndexError where there is no such excerpt."""
        event = shown_event(project, self.id)
        chosen = [event.excerpts[index] for index in sorted(set(self.excerpt_indexes))]
        if not 0 < len(chosen) < len(event.excerpts):
            raise UserError("Both halves of a split need an excerpt.", "Choose some of the excerpts, but not all.")
        return Change(f"split {_named(project, (self.id,))}", split_puts(project, event, tuple(chosen)))


class MakeEvent(NamedTuple):
    """An event of a person's own, made of words in a document (code points, end exclusive)."""

    document: str
    start: int
    end: int
    title: str | None = None
    time: EventTime | None = None
    kind: str = ""
    group: Group = Group.OTHER
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def change(self, project: Project) -> Change:
        """Raises UserError where the words are only space."""
        new_id, counter = next_own_id(project)
        event = quoted_event(project, new_id, self.document, self.start, self.end, self.title, self.time)
        event = replace(event, kind=self.kind, group=self.group, actors=self.actors, places=self.places)
        return Change(f"make event {quoted(event.title)}", (Put(Table.OWN_EVENT, new_id, event), counter))


class AddNote(NamedTuple):
    """An event of a person's own that rests on no document."""

    title: str
    time: EventTime | None

    def change(self, project: Project) -> Change:
        """Raises UserError for an empty title."""
        if not self.title.strip():
            raise UserError("An event needs a title.", "Type a few words.")
        new_id, counter = next_own_id(project)
        event = note_event(new_id, self.title.strip(), self.time)
        return Change(f"add note {quoted(event.title)}", (Put(Table.OWN_EVENT, new_id, event), counter))


class SaveFilter(NamedTuple):
    """Keep a filter in the project, under a name."""

    name: str
    filter: EventFilter

    def change(self, project: Project) -> Change:
        """Raises UserError for an empty name."""
        if not self.name.strip():
            raise UserError("A filter needs a name.", "Type a few words.")
        return Change(f"save filter {quoted(self.name)}", (Put(Table.FILTER, self.name.strip(), self.filter),))


class RemoveFilter(NamedTuple):
    """Forget a named filter."""

    name: str

    def change(self, project: Project) -> Change:
        """Removes it."""
        puts = (Put(Table.FILTER, self.name, None),) if self.name in project.filter else ()
        return Change(f"remove filter {quoted(self.name)}", puts)


class SetSetting(NamedTuple):
    """Keep a setting in the project; None forgets it."""

    name: str
    value: str | None

    def change(self, project: Project) -> Change:
        """Sets it; nothing where it is so already."""
        same = project.setting.get(self.name) == self.value
        return Change(f"change {self.name}", () if same else (Put(Table.SETTING, self.name, self.value),))


class CorrectDocument(NamedTuple):
    """Correct what a document says of itself; its text stays."""

    id: str
    title: str | None = None
    author: str | None = None
    address: str | None = None

    def change(self, project: Project) -> Change:
        """Sets what is not None."""
        document = project.document[self.id]
        given = {"title": self.title, "author": self.author, "address": self.address}
        values: dict[str, Any] = {name: value.strip() for name, value in given.items() if value is not None}
        corrected = replace(document, **values)
        puts = () if corrected == document else (Put(Table.DOCUMENT, self.id, corrected),)
        return Change(f"correct {quoted(document.title or document.name)}", puts)


def override_put(project: Project, event_id: str, **values: Any) -> Put:
    """The put that sets fields of an event's override; a field that says what was read anyway is None, an empty
    override goes. The event itself may be gone with its document, when it has an override that waits for its return.
    """
    base = project.reading.get(event_id) or project.own_event.get(event_id)
    before = project.override.get(event_id) or Override(excerpts=base_event(project, event_id).excerpts)

    def is_read(name: str, value: Any) -> bool:
        return base is not None and name in _READ_FIELDS and value == getattr(base, name)

    set_values: dict[str, Any] = {name: None if is_read(name, value) else value for name, value in values.items()}
    after = replace(before, **set_values)
    return Put(Table.OVERRIDE, event_id, None if after.is_empty else after)


_READ_FIELDS: Final = frozenset(EDITABLE - {"undated"} | {"review"})


def base_event(project: Project, event_id: str) -> Event:
    """The event as it was read or made, before any override. KeyError where there is none."""
    event = project.reading.get(event_id)
    return event if event is not None else project.own_event[event_id]


def quoted(text: str) -> str:
    """A short name in quotation marks, for labels."""
    return f"“{shortened(text)}”"


def _named(project: Project, ids: Iterable[str]) -> str:
    """One event by its title, several by their number."""
    known = tuple(ids)
    return quoted(_titles(project, known[:1])[0]) if len(known) == 1 else several(len(known), "event")


def _titles(project: Project, ids: Iterable[str]) -> list[str]:
    def titles() -> Iterator[str]:
        for id_ in ids:
            override = project.override.get(id_)
            yield (override.title if override else None) or base_event(project, id_).title

    return list(titles())
