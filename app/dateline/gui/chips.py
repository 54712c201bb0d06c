"""The bar above the timeline: how many of all events pass, and a chip per active filter, each removed with its ×."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from dateline.gui.facetnames import value_name
from dateline.gui.shrinking import ElidedLabel
from dateline.gui.style import set_role
from dateline.model.dates import DAY_SECONDS, iso_day
from dateline.model.filters import Choice, EventFilter, Facet
from dateline.session.session import Session
from dateline.session.wording import shortened

_FACET_WORDS: Final = {
    Facet.GROUP: "Kind",
    Facet.KIND: "Kind",
    Facet.CERTAINTY: "Certainty",
    Facet.FACTUALITY: "Reality",
    Facet.ACTOR: "Who",
    Facet.PLACE: "Where",
    Facet.SOURCE: "Said by",
    Facet.DOCUMENT: "Document",
    Facet.REVIEW: "Review",
    Facet.TAG: "Tag",
}


def chips_of(wanted: EventFilter, session: Session) -> Iterator[tuple[str, EventFilter]]:
    """The words of each chip, and the filter that is left when the chip is removed."""
    documents = session.project.document
    for facet, choice in wanted.choices:
        if choice.only is not None:
            names = sorted(value_name(facet, value, documents) for value in choice.only)
            yield f"{_FACET_WORDS[facet]}: {_list_of(names)}", wanted.with_choice(facet, Choice())
        else:
            for value in sorted(choice.hidden):
                rest = Choice(choice.hidden - {value})
                yield f"not: {value_name(facet, value, documents)}", wanted.with_choice(facet, rest)
    if wanted.words:
        yield f"with “{wanted.words}”", replace(wanted, words="")
    if wanted.start_seconds is not None or wanted.end_seconds is not None:
        yield _range_words(wanted), replace(wanted, start_seconds=None, end_seconds=None)


def _list_of(names: Sequence[str]) -> str:
    """Some names, each short enough that the last is seen too; of many only how many more there are."""
    if len(names) == 1:
        return names[0]
    told = [shortened(name, _NAME_CHARACTERS) for name in names]
    if len(told) > _NAMED_AT_MOST:
        told[_NAMED_AT_MOST - 1 :] = [f"{len(told) - _NAMED_AT_MOST + 1} more"]
    return " or ".join(told) or "none"


def _range_words(wanted: EventFilter) -> str:
    start = "" if wanted.start_seconds is None else iso_day(wanted.start_seconds)
    end = "" if wanted.end_seconds is None else iso_day(wanted.end_seconds - DAY_SECONDS)
    return f"from {start} to {end}" if start and end else f"from {start}" if start else f"until {end}"


_NAME_CHARACTERS: Final = 26  # of each of several names in a chip
_NAMED_AT_MOST: Final = 3
_WIDEST_PX: Final = 420


class Chip(QFrame):
    """One active filter."""

    removed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 4, 2)
        row.setSpacing(2)
        label = ElidedLabel(words, _WIDEST_PX, self)
        button = QToolButton()
        button.setText("×")
        button.setAccessibleName(f"Remove the filter {words}")
        button.setToolTip("Remove this filter")
        button.clicked.connect(self.removed)
        row.addWidget(label)
        row.addWidget(button)


class ChipsBar(QFrame):
    """ "9 of 10 events" and the chips, their words cut where there is no room for all."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self.setObjectName("chips")
        self._session = session
        self._count = QLabel()
        set_role(self._count, "muted")
        self._clear = QPushButton("Show everything")
        set_role(self._clear, "link")
        self._clear.clicked.connect(lambda: session.set_filter(EventFilter(dim=session.filter.dim)))
        self._chips: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 9, 18, 9)
        self._row.setSpacing(8)
        self._row.addWidget(self._count)
        self._row.addSpacing(8)
        self._row.addWidget(self._clear)
        self._row.addStretch(1)
        for signal in (session.changed, session.filter_changed, session.project_opened):
            signal.connect(self._show)
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Chips never make the window wider."""
        return QSize(120, super().minimumSizeHint().height())

    def words(self) -> tuple[str, ...]:
        """The words of the chips."""
        return tuple(words for words, _ in chips_of(self._session.filter, self._session))

    def _show(self, _what: object = None) -> None:
        shown, total = len(self._session.passing), len(self._session.events)
        noun = "event" if total == 1 else "events"
        self._count.setText(f"{shown:,} of {total:,} {noun}" if total else "No events yet")
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for words, rest in chips_of(self._session.filter, self._session):
            chip = Chip(words, self)
            chip.removed.connect(lambda rest=rest: self._session.set_filter(rest))
            self._row.insertWidget(2 + len(self._chips), chip)
            self._chips.append(chip)
        self._clear.setVisible(len(self._chips) > 1)
