"""The event card: what is known of the selected event and why, and what a person can decide of it.

It talks to the session alone; a link into the text is a place the session is asked to point at.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.cardtext import CardText, phrase_place, use_rival
from dateline.gui.editevent import EditEventDialog
from dateline.gui.flow import FlowLayout
from dateline.gui.groupicons import group_sign
from dateline.gui.mergesplit import MergeDialog, SplitDialog
from dateline.gui.shrinking import let_shrink
from dateline.gui.source.correctdate import ask_how_read, read_as_rival
from dateline.gui.style import derived_tokens, set_role
from dateline.model.events import Event, ReviewState
from dateline.model.filters import Facet
from dateline.model.names import REVIEW_NAMES
from dateline.model.voices import voices
from dateline.model.wording import describe_short
from dateline.session.session import Session

_LISTED: Final = 12  # of several selected events so many are named
_SHAPE_PX: Final = 12
_LEAST_PX: Final = 24


class EventCard(QWidget):
    """One selected event in full; several in a list, to be decided on at once; a hint for none."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self.title = _label("title")
        self.state = QLabel(self)
        set_role(self.state, "small")
        self.shape = QLabel(self)
        self.buttons: dict[str, QPushButton] = {}
        self._rows: list[QWidget] = []
        self._lay_out()
        for signal in (session.changed, session.selection_changed, session.project_opened, appearance.changed):
            signal.connect(self.refresh)
        session.filter_changed.connect(self._count_anew)
        self.refresh()

    def _lay_out(self) -> None:
        frame = QFrame(self)
        set_role(frame, "card")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setStyleSheet("QScrollArea { background: transparent; }")
        self._scroll.setMinimumHeight(_LEAST_PX)  # what is read can be scrolled, what is pressed cannot
        self._scroll.setWidget(content)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 10, 8, 10)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self._scroll, 1)
        inside.addLayout(self._make_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 8)
        column.addWidget(frame)

    def _make_buttons(self) -> FlowLayout:
        flow = FlowLayout(spacing_px=4)  # four of them side by side in a window of 1280
        verbs: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("accept", "Accept", lambda: self._review(ReviewState.ACCEPTED)),
            ("edit", "Edit…", self.edit),
            ("merge", "Merge…", self.merge),
            ("reject", "Reject", lambda: self._review(ReviewState.REJECTED)),
            ("split", "Split…", self.split),
            ("reset", "Reset to what was read", lambda: self._session.reset(self._session.selection.ids)),
            ("next", "Next to review", self._session.next_to_review),
        )
        for name, words, act in verbs:
            button = QPushButton(words, self)
            button.clicked.connect(act)
            button.setToolTip(_TIPS[name])
            self.buttons[name] = button
            flow.addWidget(button)
        set_role(self.buttons["accept"], "primary")
        set_role(self.buttons["split"], "link")
        set_role(self.buttons["reset"], "link")
        return flow

    # What is shown

    @property
    def selected(self) -> tuple[Event, ...]:
        """The selected events, in the order of their selection."""
        return tuple(filter(None, map(self._session.event, self._session.selection.ids)))

    def refresh(self, _news: object = None) -> None:
        """Show what is selected as it is now."""
        for widget in self._rows:
            self._grid.removeWidget(widget)
            widget.hide()  # at once, since it is deleted only when control returns to Qt
            widget.deleteLater()
        self._rows = []
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)  # that of the event before would stand as a gap between the lines
        self.title.show()
        events = self.selected
        if not events:
            self._show_nothing()
        elif len(events) == 1:
            self._show_event(events[0])
        else:
            self._show_several(events)
        self._show_buttons(events)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _count_anew(self, _filter: object = None) -> None:
        """What is left to review is told of what passes; one event is the same whatever passes."""
        if not self.selected:
            self.refresh()

    def _show_nothing(self) -> None:
        self.shape.hide()
        self.state.clear()
        self.title.hide()
        count = len(self._session.passing)
        words = f"{self._left_to_review():,} of {count:,} still to review." if count else ""
        self._add_wide("Select an event on the timeline, in the table or in the text to see what it rests on. " + words)

    def _left_to_review(self) -> int:
        """How many of the events that pass; from the counts of the filters, which are kept up to date."""
        if not self._session.filter.choice(Facet.REVIEW).shows(ReviewState.TO_REVIEW.value):
            return 0
        counts = self._session.facet_counts(Facet.REVIEW)
        return next((passing for value, passing, _ in counts if value == ReviewState.TO_REVIEW.value), 0)

    def _show_several(self, events: tuple[Event, ...]) -> None:
        self.shape.hide()
        self.title.setText(f"{len(events):,} events selected")
        self.state.clear()
        for event in events[:_LISTED]:
            date = describe_short(event.time, self._appearance.year_style) if event.time else "undated"
            self._add_row(date, escape(event.title))
        if len(events) > _LISTED:
            self._add_wide(f"and {len(events) - _LISTED:,} more")

    def _show_event(self, event: Event) -> None:
        theme = self._appearance.theme
        self.title.setText(event.title)
        is_open = event.review is ReviewState.TO_REVIEW  # says nothing, and would cost the title its room
        self.state.setText("" if is_open else REVIEW_NAMES[event.review])
        icon = group_sign(event.group, theme)
        self.shape.setPixmap(icon.pixmap(QSize(_SHAPE_PX, _SHAPE_PX), self.devicePixelRatioF()))
        self.shape.show()
        reading = self._session.project.reading.get(event.id)
        read = None if reading is None else reading.time
        documents, style = self._session.project.document, self._appearance.year_style
        text = CardText(event, documents, derived_tokens(theme), style, read)
        for row in text.rows():
            self._add_row(row.key, row.value, row.is_own)
        for index in range(len(event.excerpts)):
            key = "Text" if index == 0 else ""
            label = self._add_row(key, text.excerpt(index))
            if index == self._session.selection.excerpt and len(event.excerpts) > 1:
                label.setStyleSheet(f"border-left: 3px solid {theme.highlight_bar}; padding-left: 5px;")

    def _add_row(self, key: str, value: str, is_own: bool = False) -> QLabel:
        own = ' <span style="font-weight:600">· yours</span>' if is_own else ""
        name, label = QLabel(key), _label("", rich=True)
        set_role(name, "muted")
        label.setText(value + own)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        label.setAccessibleName(f"{key}: {_plain(value)}")
        label.linkActivated.connect(self._follow)
        if is_own:
            label.setToolTip("Set by you; Reset takes it back to what was read")
        row = self._grid.rowCount()
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 1)
        for widget in (name, label):
            widget.show()  # at once; Qt would do so only when control returns to it, which flickers
        self._rows += [name, label]
        return label

    def _add_wide(self, words: str) -> None:
        label = _label("muted")
        label.setText(words)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)
        label.show()
        self._rows.append(label)

    def _show_buttons(self, events: tuple[Event, ...]) -> None:
        """Only what can be done is offered; what has been decided can be taken back by the same button."""
        single = events[0] if len(events) == 1 else None
        left = any(event.review is ReviewState.TO_REVIEW for event in self._session.passing)
        shown = {
            "accept": bool(events),
            "edit": single is not None,
            "merge": bool(events) and len(self._session.events) > 1,
            "split": single is not None and len(single.excerpts) > 1,
            "reject": bool(events),
            "reset": any(event.id in self._session.project.override for event in events),
            "next": not events and left,
        }
        for name, is_shown in shown.items():
            self.buttons[name].setVisible(is_shown)
        accepted = bool(events) and all(event.review is ReviewState.ACCEPTED for event in events)
        rejected = bool(events) and all(event.review is ReviewState.REJECTED for event in events)
        self.buttons["accept"].setText("Accepted ✓" if accepted else "Accept")
        set_role(self.buttons["accept"], "" if accepted else "primary")
        self.buttons["reject"].setText("Rejected ✓" if rejected else "Reject")
        self.buttons["merge"].setText("Merge…" if single else "Merge")

    # What a person does

    def edit(self) -> None:
        """Open the form for the selected event."""
        if len(self.selected) == 1:
            EditEventDialog(self._session, self._appearance, self.selected[0], self).open()

    def merge(self) -> None:
        """Merge the selected events; for a single one ask with which."""
        if len(self.selected) == 1:
            MergeDialog(self._session, self._appearance, self.selected[0], self).open()
        elif self.selected:
            self._session.merge(self._session.selection.ids)

    def split(self) -> None:
        """Ask which excerpts of the selected event are another."""
        if len(self.selected) == 1:
            SplitDialog(self._session, self.selected[0], self).open()

    def correct(self, event: Event) -> None:
        """Ask how the words that date an event are read."""
        place = phrase_place(event, self._session.selection.excerpt)
        if place is not None:
            ask_how_read(self._session, self._appearance, *place, self)

    def _review(self, state: ReviewState) -> None:
        events = self.selected
        decided = all(event.review is state for event in events)
        self._session.review(self._session.selection.ids, ReviewState.TO_REVIEW if decided else state)

    def _follow(self, target: str) -> None:
        """Go where a link of the card leads."""
        if len(self.selected) != 1:
            return
        event, (kind, _, number) = self.selected[0], target.partition(":")
        index = int(number)
        if kind == "correct":
            self.correct(event)
        elif kind == "step":
            step = event.why[index]
            if step.document is not None and step.span is not None:
                self._session.point(step.document, step.span)
        elif kind == "voice":
            document, source = [place for voice in voices(event) for place in voice.places][index]
            self._session.point(document, source.span)
        elif kind == "excerpt":
            excerpt = event.excerpts[index]
            self._session.select((event.id,), index)
            self._session.point(excerpt.document, excerpt.anchor.span)
        elif event.time is not None and kind == "use":
            if not read_as_rival(self._session, event, event.time.alternatives[index]):
                self._session.edit(event.id, time=use_rival(event.time, index))
        elif event.time is not None and (rival := event.time.alternatives[index].excerpt) is not None:
            self._session.point(rival.document, rival.anchor.span)


_TIPS: Final = {
    "accept": "Keep it as it is (A in the timeline and the table); again: back to review",
    "edit": "Title, date, kind and more (E)",
    "merge": "Make one event of several (M)",
    "split": "Make an event of their own of some of its excerpts",
    "reject": "It is none, or wrong (R); it stays in the list of rejected ones; again: back to review",
    "reset": "Forget what was decided of it",
    "next": "Go to the next event that nobody has looked at (Ctrl+J)",
}


def _label(role: str, rich: bool = False) -> QLabel:
    label = QLabel(wordWrap=True)
    let_shrink(label)
    label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label


def _plain(rich: str) -> str:
    """Rich text as a screen reader should say it."""
    return unescape(_TAG.sub(" ", rich))


_TAG: Final = re.compile(r"<[^>]+>")
