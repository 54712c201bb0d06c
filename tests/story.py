"""A small project for tests of pure functions: one document of three sentences, read by `YearReader`."""

from dateline.model.documents import SourceDocument
from dateline.model.events import Event
from dateline.model.project import Change, Project, Put, Table
from dateline.model.shown import shown_events
from dateline.session.commands import Command
from dateline.session.reading import Wanted, read
from year_reader import YearReader

STORY = "In 2004 the office was made. The meeting of 2014 was long. A visit in 2015 is planned."


def ignore(share: float, text: str = "") -> None:
    """Nobody watches the progress."""


def never() -> bool:
    """Nobody stops the work."""
    return False


def after_reading(project: Project, wanted: Wanted) -> Project:
    """The project once that was read."""
    return project.applied(read(project, wanted, YearReader(), ignore, never).change)[0]


def story() -> tuple[Project, SourceDocument, list[Event]]:
    """The project, its document, and its events in the order of time."""
    project = after_reading(Project(), Wanted(texts=(("story.txt", STORY),)))
    (document,) = project.document.values()
    return project, document, list(shown_events(project))


def after(project: Project, *commands: Command) -> Project:
    """The project once those were done."""
    for command in commands:
        project, _ = project.applied(command.change(project))
    return project


def with_setting(project: Project, name: str, value: str) -> Project:
    """The project with a setting."""
    return project.applied(Change("", (Put(Table.SETTING, name, value),)))[0]
