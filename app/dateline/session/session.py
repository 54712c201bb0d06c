"""The session: the open project, what may be done to it, and the news that the views live on.

Views read from it, ask it for verbs, and listen; they never talk to each other. Every verb is one undoable step and one
transaction in the project's file, which exists from the first change on. A verb that cannot be done says so through
`failed` and changes nothing. It knows no widget.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoStack

from dateline.errors import UserError
from dateline.model.corrections import Correction
from dateline.model.documents import Published, SourceDocument
from dateline.model.events import Event, EventTime, ReviewState
from dateline.model.filters import EventFilter, Facet
from dateline.model.group import Group
from dateline.model.project import Project, time_order
from dateline.model.spans import Span
from dateline.session import commands, news, selecting
from dateline.session.analyser import Analyser
from dateline.session.announcements import Announcements
from dateline.session.changes import Changes, Counts, Place, RecentProject, Selection
from dateline.session.desk import Desk
from dateline.session.jobs import Jobs
from dateline.session.lastview import kept_view, recalled_view
from dateline.session.listing import Listing
from dateline.session.opening import Opened, Opener, is_large
from dateline.session.outcome import ShownAhead
from dateline.session.places import Places, data_folder
from dateline.session.reading import Reader, Reading, Wanted
from dateline.session.readings import Readings
from dateline.session.similar import Corrected, SimilarCase
from dateline.session.wording import several
from dateline.store import SUFFIX

if TYPE_CHECKING:
    from dateline.session.facets import FacetCount

_REMEMBER_AFTER_MS: Final = 1000  # typing in the search field must not write at every key


class Session:
    """What is open, and the only way to change it. What its signals carry is told in `Announcements`."""

    def __init__(self, folder: Path | None = None, make_reader: Callable[[], Reader] = Analyser) -> None:
        """`folder` is the data folder where it is not the usual one; `make_reader` gives what reads documents."""
        self._announcements = Announcements()
        self.changed = self._announcements.changed
        self.selection_changed = self._announcements.selection_changed
        self.filter_changed = self._announcements.filter_changed
        self.pointed = self._announcements.pointed
        self.project_opened = self._announcements.project_opened
        self.failed = self._announcements.failed
        self.needs_date = self._announcements.needs_date
        self.found_similar = self._announcements.found_similar
        self.message = self._announcements.message
        self._places = Places(folder or data_folder())
        self._desk = Desk(self._places, self._announcements)
        self.jobs = Jobs(self._announcements)
        self._listing = Listing()
        self._opener = Opener(self.jobs, self._announcements)
        self.readings = Readings(
            self.jobs, self._desk.settled, lambda: self._listing.shown, make_reader, self._announcements
        )
        self._selection = Selection()
        self._remember_soon = QTimer(self._announcements, singleShot=True, interval=_REMEMBER_AFTER_MS)
        self._remember_soon.timeout.connect(self._remember_view)
        self._desk.changed.connect(self._take_over)
        self._desk.failed.connect(self.failed)
        self.readings.ready.connect(self._finish_reading)
        self.readings.failed.connect(self.failed)
        self.readings.stopped.connect(lambda: self.message.emit("Stopped. Nothing was changed."))

    # What there is

    @property
    def project(self) -> Project:
        """The project as a value: documents by id, time expressions, ledger, log of decisions, saved filters,
        settings.
        """
        return self._desk.project

    @property
    def path(self) -> Path | None:
        """The project's file; None before the first change."""
        return self._desk.path

    @property
    def name(self) -> str:
        """What to call the project."""
        return self._desk.name

    @property
    def is_named(self) -> bool:
        """Whether a person has chosen the place of its file."""
        return self._desk.is_named

    @property
    def is_busy(self) -> bool:
        """Whether documents or a project are being read, or what was read is being put into its place."""
        return bool(self.jobs.running) or self._desk.is_taking

    @property
    def undo_stack(self) -> QUndoStack:
        """The steps. Move on it by `undo` and `redo` of the session, which keep a step that the file refuses."""
        return self._desk.undo_stack

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in the order of time, rejected ones too; those without time come last."""
        return self._listing.events

    def event(self, event_id: str) -> Event | None:
        """The event as it is shown, or None where it is gone (or was merged into another)."""
        return self._listing.event(event_id)

    def document(self, document_id: str) -> SourceDocument | None:
        """The document, or None where it is gone."""
        return self.project.document.get(document_id)

    @property
    def filter(self) -> EventFilter:
        """What is shown."""
        return self._listing.filter

    @property
    def passing(self) -> tuple[Event, ...]:
        """The events that pass the filter, in the order of time."""
        return self._listing.passing

    @property
    def undated(self) -> tuple[Event, ...]:
        """The events that pass the filter and have no place on the timeline."""
        return self._listing.undated

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    def facet_counts(self, facet: Facet) -> "tuple[FacetCount, ...]":
        """Value, events with it that pass all other facets, events with it at all; most frequent first."""
        return self._listing.facet_counts(facet)

    def counts(self) -> Counts:
        """How many events there are, and what hides them. Dimmed events count as filtered."""
        return self._listing.counts()

    def matching(self, words: str) -> tuple[str, ...]:
        """Ids of the events that pass the filter and have these words in title or excerpts, in the order of time."""
        return self._listing.matching(words)

    def recent_projects(self) -> tuple[RecentProject, ...]:
        """Projects that were open, the last one first."""
        return self._places.recent()

    # Verbs on documents. Reading is done in the background; the step is there when it has ended.

    def add_documents(self, paths: Iterable[Path | str]) -> None:
        """Read files and add them, all as one step. Those that cannot be read are told of together."""
        self._read_files(paths)

    def _read_files(self, paths: Iterable[Path | str], fresh: bool = False, example: bool = False) -> None:
        wanted = tuple(Path(path) for path in paths)
        if wanted:
            title = f"Reading {wanted[0].name if len(wanted) == 1 else several(len(wanted), 'document')}"
            self.readings.add(title, Wanted(paths=wanted, fresh=fresh, example=example))

    def add_text(self, text: str, name: str) -> None:
        """Add a text at hand, from the clipboard for instance."""
        self.readings.add(f"Reading {name}", Wanted(texts=((name, text),)))

    def remove_documents(self, ids: Iterable[str]) -> None:
        """Take documents away with their excerpts and events; what was decided on them waits for their return."""
        self.readings.add("Removing documents", Wanted(removed=frozenset(ids)))

    def set_published(self, document_id: str, published: Published | None) -> None:
        """Correct a document's own date. It is read again; decisions stay."""
        if self.project.document[document_id].published != published:
            self.readings.add("Reading again", Wanted(published=MappingProxyType({document_id: published})))

    def correct_dates(self, corrected: Corrected) -> None:
        """Read words in another way (document, span, how; None is as the rules do), all as one step. What hangs on them
        follows.
        """
        if corrected:
            self.readings.add("Reading again", Wanted(corrected=tuple(corrected)))

    def correct_alike(self, cases: Iterable[SimilarCase]) -> None:
        """Do as proposed, all as one step."""
        chosen = tuple(cases)
        published = {one.document: one.proposed for one in chosen if isinstance(one.proposed, Published)}
        corrected = tuple(
            (one.document, one.span, one.proposed)
            for one in chosen
            if isinstance(one.proposed, Correction) and one.span is not None
        )
        if chosen:
            wanted = Wanted(published=MappingProxyType(published), corrected=corrected, as_offered=True)
            self.readings.add("Reading again", wanted)

    def correct_document(
        self, document_id: str, title: str | None = None, author: str | None = None, address: str | None = None
    ) -> bool:
        """Correct what a document says of itself; None leaves a field alone."""
        return self._desk.do(commands.CorrectDocument(document_id, title, author, address))

    # Verbs on events. Each says whether it was done; where it was not, `failed` has told why.

    def review(self, ids: Iterable[str], state: ReviewState) -> bool:
        """Accept, reject, or put back what is to be reviewed."""
        return self._desk.do(commands.ReviewEvents(tuple(ids), state))

    def edit(self, event_id: str, **values: Any) -> bool:
        """Set fields of an event: title, time (EventTime) or undated=True, kind, group, factuality, actors, places,
        tags, notes.
        """
        return self._desk.do(commands.EditEvent(event_id, values))

    def reset(self, ids: Iterable[str]) -> bool:
        """Back to what was read."""
        return self._desk.do(commands.ResetEvents(tuple(ids)))

    def merge(self, ids: Iterable[str], into: str | None = None) -> bool:
        """Make one event of several, by default of the earliest that has a date; it is selected then."""
        wanted = {event.id: event for id_ in ids if (event := self.event(id_)) is not None}
        known = sorted(wanted.values(), key=time_order)
        target = into or next((event.id for event in known if event.on_timeline), known[0].id if known else "")
        done = self._desk.do(commands.MergeEvents(tuple(event.id for event in known), target))
        if done:
            self.select((target,))
        return done

    def split(self, event_id: str, excerpt_indexes: Iterable[int]) -> bool:
        """Make excerpts of an event an event of their own."""
        return self._desk.do(commands.SplitEvent(event_id, tuple(excerpt_indexes)))

    def make_event(
        self,
        document: str,
        start: int,
        end: int,
        title: str | None = None,
        time: EventTime | None = None,
        kind: str = "",
        group: Group = Group.OTHER,
        actors: tuple[str, ...] = (),
        places: tuple[str, ...] = (),
    ) -> str | None:
        """Make an event of words in a document (code points) and select it; its id, or None where it could not be
        made.
        """
        return self._make(commands.MakeEvent(document, start, end, title, time, kind, group, actors, places))

    def add_note_event(self, title: str, time: EventTime | None = None) -> str | None:
        """Add an event that rests on no document and select it; its id, or None where it could not be made."""
        return self._make(commands.AddNote(title, time))

    def _make(self, command: commands.Command) -> str | None:
        before = self.project.own_event.keys()
        if not self._desk.do(command):
            return None
        made = next(iter(self.project.own_event.keys() - before))
        self.select((made,))
        return made

    # Verbs on the project

    def save_filter(self, name: str) -> bool:
        """Keep the present filter under a name."""
        return self._desk.do(commands.SaveFilter(name, self.filter))

    def remove_filter(self, name: str) -> bool:
        """Forget a saved filter."""
        return self._desk.do(commands.RemoveFilter(name))

    def set_setting(self, name: str, value: str | None) -> bool:
        """Keep a setting in the project; None forgets it."""
        return self._desk.do(commands.SetSetting(name, value))

    def undo(self) -> None:
        """Take the last step back."""
        self._desk.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._desk.redo()

    # What is looked at: no step of its own, but there again when the project is opened again

    def select(self, ids: Iterable[str], excerpt: int = 0) -> None:
        """Select events; `excerpt` is the index of the first one's excerpt to show."""
        selection = Selection(tuple(id_ for id_ in dict.fromkeys(ids) if id_ in self._listing.ids), excerpt)
        if selection != self._selection:
            self._selection = selection
            self._remember_soon.start()
            self.selection_changed.emit(selection)

    def step_excerpt(self, step: int) -> None:
        """Show the next (+1) or previous (-1) excerpt of the selected event."""
        event = self.event(self._selection.ids[0]) if self._selection.ids else None
        if event is not None:
            selection = selecting.stepped(self._selection, len(event.excerpts), step)
            self.select(selection.ids, selection.excerpt)

    def point(self, document: str, span: Span) -> None:
        """Ask for words of a document to be shown: a link of a derivation, an excerpt that is asked for once more."""
        if document in self.project.document:
            self.pointed.emit(Place(document, span))

    def next_to_review(self) -> bool:
        """Select the next event that is to be reviewed, among those that pass; False where there is none."""
        found = selecting.next_to_review(self.events, self.passing, self._selection)
        if found is None:
            self.message.emit("Nothing is left to review among what is shown.")
            return False
        self.select((found,))
        return True

    def set_filter(self, event_filter: EventFilter) -> None:
        """Choose what is shown."""
        if event_filter != self.filter:
            self._listing.set_filter(event_filter)
            self._remember_soon.start()
            self.filter_changed.emit(event_filter)

    # Files

    def new(self) -> None:
        """Start with an empty project; the open one is on the disk as it is."""
        self._remember_view()
        self._desk.new()

    def open(self, path: Path | str) -> bool:
        """Open a project, or begin a new one with a document. False where a project cannot be opened: the old one
        stays. A large one is opened in the background.
        """
        path = Path(path)
        if path.suffix.lower() != SUFFIX:
            self.open_documents((path,))
            return True
        self._remember_view()
        if not self._desk.has_open(path) and is_large(path):
            self._opener.open(path, self._put_in_place)
            return True
        try:
            self._desk.open(path)
        except UserError as error:
            self.failed.emit(error)
            return False
        return True

    def open_documents(self, paths: Iterable[Path | str]) -> None:
        """Begin a new project with documents. Where none can be read, the open project stays."""
        self._read_files(paths, fresh=True)

    def open_example(self, path: Path | str) -> None:
        """Begin a new project with a bundled example; it leaves no file behind unless something is decided on it."""
        self._read_files((path,), fresh=True, example=True)

    def save_as(self, path: Path | str) -> bool:
        """Go on in a file of that name."""
        self._remember_view()
        try:
            self._desk.save_as(Path(path))
        except UserError as error:
            self.failed.emit(error)
            return False
        self.message.emit(f"Saved as {self.name}. Every change is kept there from now on.")
        self.changed.emit(Changes())
        return True

    def close(self) -> None:
        """Stop what is running and let go of the file; nothing needs to be saved."""
        self.readings.drop()
        self._remember_view()
        self.jobs.close()
        self._desk.close()

    def _put_in_place(self, opened: Opened) -> None:
        self._remember_view()
        self._desk.adopt(opened)

    # News

    def _take_over(self, changes: Changes, ahead: ShownAhead | None) -> None:
        """Bring what was computed from the project up to date, then tell. Its events may have been put together
        `ahead`.
        """
        before = self._selection
        if changes.everything:
            self._listing.read(self.project, ahead)
            self._opener.stop()
            self.readings.drop()
            event_filter, self._selection = recalled_view(self.project)
            self._listing.set_filter(event_filter)
        else:
            changes = self._listing.update(self.project, changes, ahead)
        self._selection = selecting.kept(self._selection, self._listing.ids)
        if changes.everything:
            self.project_opened.emit()
            self.filter_changed.emit(self.filter)
        self.changed.emit(changes)
        if changes.everything or self._selection != before:
            self.selection_changed.emit(self._selection)

    def _finish_reading(self, reading: Reading) -> None:
        fresh, example = reading.wanted.fresh and bool(reading.added), reading.wanted.example
        if reading.outcome is not None:
            self._remember_view()
            before = reading.base if fresh else self.project
            told = partial(self._tell_of, reading, before)
            self._desk.take(reading.outcome, reading.ready, told, fresh=fresh, example=example)
            return
        if fresh:
            self.new()
            self._desk.is_example = example
        before = self.project
        if self._desk.push(reading.change, reading.ready):
            self._tell_of(reading, before)

    def _tell_of(self, reading: Reading, before: Project) -> None:
        """Say what a reading has brought."""
        for sentence in news.sentences(before, self.project, reading):
            self.message.emit(sentence)
        for error in (news.unread_language(self.project, reading), news.failures(reading)):
            if error is not None:
                self.failed.emit(error)
        if reading.alike:
            self.found_similar.emit(reading.alike)
        for document_id in reading.added:
            if self.project.document[document_id].published is None:
                self.needs_date.emit(document_id)

    def _remember_view(self) -> None:
        """Keep filter and selection in the file, so that opening it again shows the same. Failing to is not worth a
        word.
        """
        self._remember_soon.stop()
        try:
            self._desk.note(kept_view(self.filter, self._selection))
        except UserError:
            return
