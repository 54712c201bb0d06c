"""The filter and the selection as records of the project, so that opening it again shows the same. Pure functions."""

from typing import Final, TypeVar

from dateline.model.filters import WITHOUT_REJECTED, EventFilter
from dateline.model.project import Change, Project, Put, Table
from dateline.session.changes import Selection
from dateline.store.plain import from_json, to_json

Value = TypeVar("Value")

_FILTER: Final = "view.filter"
_SELECTION: Final = "view.selection"


def kept_view(event_filter: EventFilter, selection: Selection) -> Change:
    """What keeps both in the project."""
    puts = (
        Put(Table.SETTING, _FILTER, to_json(event_filter, EventFilter)),
        Put(Table.SETTING, _SELECTION, to_json(selection, Selection)),
    )
    return Change("view", puts)


def recalled_view(project: Project) -> tuple[EventFilter, Selection]:
    """Both as they were kept; the usual ones where there are none."""
    return (
        _recalled(project, _FILTER, EventFilter, WITHOUT_REJECTED),
        _recalled(project, _SELECTION, Selection, Selection()),
    )


def _recalled(project: Project, name: str, kind: type[Value], otherwise: Value) -> Value:
    """A remembered value; the usual one also where it cannot be read: it is a view, no decision."""
    try:
        value: Value = from_json(project.setting[name], kind)
    except (ValueError, KeyError, TypeError, AttributeError):
        return otherwise
    return value
