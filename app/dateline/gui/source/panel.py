"""The source panel: a document with its marks, the selected event's excerpts, the way between them, and what can be
done there.

It listens to the session and passes on what a person does. What the text looks like is the text view's affair.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.documentdialog import DocumentDialog
from dateline.gui.preferences import preferences
from dateline.gui.source.choosing import EventChooser
from dateline.gui.source.citation import citation
from dateline.gui.source.correctdate import ask_how_read
from dateline.gui.source.excerpts import standing, standings
from dateline.gui.source.findbar import FindBar
from dateline.gui.source.finding import Finder
from dateline.gui.source.header import SourceHeader
from dateline.gui.source.makeevent import MakeEventDialog
from dateline.gui.source.marks import MarkIndex
from dateline.gui.source.pagebar import PageBar
from dateline.gui.source.similarbar import SimilarBar
from dateline.gui.source.strip import MarkStrip, Tick
from dateline.gui.source.textview import SourceText
from dateline.gui.style import set_role
from dateline.model.events import Event
from dateline.model.filters import EventFilter
from dateline.model.spans import Span
from dateline.session.changes import MANY_EVENTS, Changes, Place, Selection
from dateline.session.session import Session
from dateline.session.slices import Slices, Steps

SIZES: Final = (0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)
_SIZE_KEY: Final = "source_text_size"
_HIGHLIGHTED: Final = 200  # of the selected events so many at most: with all selected, all would be marked anyway
_TICKS: Final = 1_500  # more than a strip has pixels
_STRIP_DELAY_MS: Final = 60  # Qt lays out in steps and tells each; the strip follows when it has settled


class SourcePanel(QWidget):
    """One document of the session, in step with the selection."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._document: str | None = None
        self._marks = MarkIndex()
        self._slices = Slices(self)
        self.header = SourceHeader(appearance, self)
        self.similar = SimilarBar(session, appearance, self)
        self.find_row = FindBar(appearance, self)
        self.text = SourceText(appearance, self)
        self.strip = MarkStrip(self)
        self.pages = PageBar(self)
        self._chooser = EventChooser(session, appearance, self.text, self)
        self._finder = Finder(self.find_row, self.text, self)
        self._strip_timer = QTimer(self, singleShot=True, interval=_STRIP_DELAY_MS)
        self._actions: dict[str, Callable[[], object]] = {
            "make_event": self.make_event,
            "find": self._finder.open,
            "find_next": lambda: self._finder.step(1),
            "find_previous": lambda: self._finder.step(-1),
            "next_excerpt": lambda: session.step_excerpt(1),
            "previous_excerpt": lambda: session.step_excerpt(-1),
            "next_phrase": lambda: self._step_phrase(1),
            "previous_phrase": lambda: self._step_phrase(-1),
            "select_here": self._select_here,
            "correct": self.correct_here,
            "larger": lambda: self._step_size(1),
            "smaller": lambda: self._step_size(-1),
            "usual_size": lambda: self._set_size(1.0),
            "copy_citation": self.copy_citation,
            "copy": self.text.copy,
            "properties": lambda: self._edit_properties(self._document or ""),
        }
        self._lay_out()
        self._connect()
        self._set_size(float(str(preferences().value(_SIZE_KEY, 1.0))))
        self._start_anew()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.text, 1)
        middle.addWidget(self.strip)
        line = QFrame(self)
        set_role(line, "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.similar)
        column.addWidget(self.find_row)
        column.addWidget(line)
        column.addLayout(middle, 1)
        column.addWidget(self.pages)
        self.text.setPlaceholderText("Here stands the text, its dates underlined.")  # Qt draws one line of it
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        session = self._session
        session.project_opened.connect(self._start_anew)
        session.changed.connect(self._take_changes)
        session.filter_changed.connect(self._take_filter)
        session.selection_changed.connect(self._take_selection)
        session.pointed.connect(self._take_pointed)
        self._appearance.changed.connect(self._take_colours)
        self.header.document_chosen.connect(self.show_document)
        self.header.properties_asked.connect(self._edit_properties)
        self.header.asked.connect(self._act)
        self.header.edit_dates.toggled.connect(self._edit_dates)
        self.text.asked.connect(self._act)
        self.text.correction_asked.connect(lambda mark: self._correct(mark.span))
        self._chooser.asked.connect(self._act)
        self.text.page_changed.connect(self._take_page)
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self._strip_timer.start())
        self.pages.turned.connect(lambda step: self.text.show_page(self.text.page + step))
        self.strip.jumped.connect(self.text.show_fraction)
        self._strip_timer.timeout.connect(self._fill_strip)

    # Read by tests and by the window --------------------------------------------------------------

    @property
    def document(self) -> str | None:
        """The id of the document that is shown."""
        return self._document

    def highlighted(self) -> tuple[str, ...]:
        """The words that are highlighted, read back from the text view."""
        return self.text.highlighted()

    def copy_citation(self) -> None:
        """Put the selected words, or else the excerpt that is shown, on the clipboard with where they stand."""
        documents = self._session.project.document
        place = self._place_selected() or self._place_of(self._session.selection)
        if place is None:
            self._session.message.emit("Select some words or an event first; they are then copied with their citation.")
            return
        QGuiApplication.clipboard().setText(citation(documents[place.document], *place.span))
        self._session.message.emit("Copied with its citation.")

    def make_event(self) -> None:
        """Ask for what makes an event of the selected words."""
        document = self.text.source
        span = self.text.selected_span()
        if document is None or span is None or not span.of(document.text).strip():
            self._session.message.emit("Select the words first that tell the event.")
            return
        MakeEventDialog(self._session, self._appearance, document, span, self).open()

    def correct_here(self) -> None:
        """Ask how the words at the caret, or those that are selected, are read as a date."""
        marks = self._marks.phrases_at(self.text.caret_offset())
        span = self.text.selected_span() or (marks[0].span if marks else None)
        if span is None:
            self._session.message.emit("Put the caret into an underlined date first, or select the words.")
        else:
            self._correct(span)

    def _correct(self, span: Span) -> None:
        if self._document is not None:
            ask_how_read(self._session, self._appearance, self._document, span, self)

    def _edit_dates(self, on: bool) -> None:
        self.text.edits_dates = on
        if on:
            self._session.message.emit("Click an underlined date to say how it is read.")

    # From the session -----------------------------------------------------------------------------

    def _start_anew(self) -> None:
        self.show_document(next(iter(self._session.project.document), None))
        self._take_selection(self._session.selection)

    def _take_changes(self, changes: Changes) -> None:
        if changes.everything:  # the panel has begun anew already, when the project was opened
            return
        if self._document not in self._session.project.document:
            self._start_anew()
            return
        self._show_header()
        if changes.events or changes.documents:
            changed = list(filter(None, map(self._session.event, changes.events)))
            is_new = changes.documents or changes.sweeping or self._slices.is_busy
            if is_new or len(changed) < len(changes.events) or not self._marks.take(changed):
                self._collect_marks()
            self._highlight(self._session.selection)

    def _take_filter(self, event_filter: EventFilter) -> None:
        self._marks.set_filter(event_filter.passes)
        self.text.set_marks(self._marks)
        self._strip_timer.start()
        self._finder.set_words_everywhere(event_filter.words)

    def _take_selection(self, selection: Selection) -> None:
        """Show the excerpt the selection speaks of, turning to its document."""
        place = self._place_of(selection)
        if place is not None and place.document != self._document:
            self.show_document(place.document)
        self._highlight(selection)
        if place is not None:
            self.text.reveal(place.span)
            self.text.put_caret(place.span.start)

    def _take_pointed(self, place: Place) -> None:
        """Show what another view speaks of, for a moment."""
        if place.document != self._document:
            self.show_document(place.document)
        if self._document is not None:
            self.text.point_at(place.span)

    def _take_colours(self, _theme: object = None) -> None:
        self.text.refresh()
        self._show_header()
        self._strip_timer.start()

    # What is shown --------------------------------------------------------------------------------

    def show_document(self, document_id: str | None) -> None:
        """Show a document from its beginning; none for an id that is not in the project."""
        document = self._session.project.document.get(document_id) if document_id else None
        if self._marks.document != document_id:
            self._show_marks(MarkIndex())
        self._document = document.id if document else None
        self.text.show_document(document)
        self._show_header()
        self._collect_marks()
        self._highlight(self._session.selection)
        self.text.setAccessibleName(f"Text of {self.header.title.text()}" if document else "Text")

    def _show_header(self) -> None:
        documents = self._session.project.document
        self.header.show_choice(tuple(documents.values()), self._document)
        self.header.show_document(documents[self._document] if self._document else None)

    def _collect_marks(self) -> None:
        """Find the places of this document's events anew; very many in slices, and what is marked stays meanwhile."""
        events = self._session.events if self._document else ()
        self._slices.do(self._collecting(events), sliced=len(events) >= MANY_EVENTS)

    def _collecting(self, events: tuple[Event, ...]) -> Steps:
        marks = MarkIndex(self._document or "")
        yield from marks.filling(events, self._session.project.ledger.get(self._document or "", ()))
        self._show_marks(marks)
        self._show_place(self._session.selection)

    def _show_marks(self, marks: MarkIndex) -> None:
        self._marks = marks
        marks.set_filter(self._session.filter.passes)
        self.text.set_marks(marks)
        self._strip_timer.start()

    def _highlight(self, selection: Selection) -> None:
        document, place = self.text.source, self._place_of(selection)
        events = filter(None, map(self._session.event, selection.ids[:_HIGHLIGHTED]))
        places = standings(document, events) if document else ()
        phrases = [standing.phrase for standing in places if standing.phrase]
        current = place.span if place and place.document == self._document else None
        self.text.set_highlights([standing.excerpt for standing in places], phrases, current)
        self._strip_timer.start()
        self._show_place(selection)

    def _show_place(self, selection: Selection) -> None:
        """Which excerpt of how many, or how many dates the text has."""
        event = self._session.event(selection.ids[0]) if selection.ids else None
        count = len(event.excerpts) if event else 0
        dates = self._marks.phrase_count
        otherwise = f"{dates:,} date{'s' * (dates != 1)} in this text" if self._document else ""
        otherwise = "no excerpt: a note of yours" if event else otherwise
        self.header.show_place(selection.excerpt, count, otherwise)

    def _place_of(self, selection: Selection) -> Place | None:
        """Where the excerpt that is shown stands; None for no event, for a note, and for words that are gone."""
        event = self._session.event(selection.ids[0]) if selection.ids else None
        if event is None or not event.excerpts:
            return None
        excerpt = event.excerpts[min(selection.excerpt, len(event.excerpts) - 1)]
        document = self._session.project.document.get(excerpt.document)
        found = standing(document, excerpt) if document else None
        return Place(excerpt.document, found.excerpt) if found else None

    def _place_selected(self) -> Place | None:
        span = self.text.selected_span()
        return Place(self._document, span) if span and self._document else None

    def _fill_strip(self) -> None:
        theme, fraction = self._appearance.theme, self.text.fraction_of
        ticks = [
            Tick(fraction(mark.start), theme.group_color(mark.group))
            for mark in self._marks.sampled(_TICKS)
            if mark.group is not None and mark.passes
        ]
        ticks += [Tick(fraction(span.start), theme.highlight_bar, wide=True) for span in self.text.highlights]
        self.strip.set_ticks(ticks)

    # What a person does ---------------------------------------------------------------------------

    def _act(self, asked: str) -> None:
        self._actions[asked]()

    def _select_here(self) -> None:
        """As a click, at the caret."""
        marks = self._marks.phrases_at(self.text.caret_offset())
        mark = next((mark for mark in marks if mark.events), None)
        if mark is not None:
            self._chooser.choose(mark, self.text.viewport().mapToGlobal(self.text.cursorRect().bottomLeft()))

    def _step_phrase(self, direction: int) -> None:
        mark = self._marks.step(self.text.caret_offset(), direction)
        if mark is not None:
            self.text.point_at(mark.span)
            self.text.put_caret(mark.start)

    def _step_size(self, steps: int) -> None:
        nearest = min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - self.text.scale))
        self._set_size(SIZES[max(0, min(len(SIZES) - 1, nearest + steps))])

    def _set_size(self, scale: float) -> None:
        self.text.set_scale(scale)
        preferences().setValue(_SIZE_KEY, scale)

    def _take_page(self) -> None:
        self.pages.show_part(self.text.page, self.text.page_count)

    def _edit_properties(self, document_id: str) -> None:
        DocumentDialog.edit(self._session, self._appearance, document_id, self.window())
