"""The status bar: saved or not, what there is, the counts that add up, work in the background with Cancel, and a hint.

The counts come from the session and from the scene on the canvas; this module only adds and shows them.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from dateline.gui.style import set_role

HINT: Final = "Wheel zooms at the pointer, drag pans, Shift+drag zooms to a range, F fits all"
NOTE_MS: Final = 8000  # long enough to read a sentence twice
_BETWEEN: Final = "  ·  "


class Tally(NamedTuple):
    """Where all events are; the parts add up to `all`."""

    in_view: int = 0
    clustered: int = 0
    outside: int = 0
    filtered_out: int = 0
    undated: int = 0

    @property
    def all(self) -> int:
        """The sum of the parts."""
        return self.in_view + self.clustered + self.outside + self.filtered_out + self.undated

    def words(self) -> str:
        """The sum in words."""
        parts = (
            f"in view {self.in_view:,}",
            f"in clusters {self.clustered:,}",
            f"outside {self.outside:,}",
            f"filtered out {self.filtered_out:,}",
            f"undated {self.undated:,}",
        )
        return f"{' + '.join(parts)} = all {self.all:,}"


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 document", "2 documents"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


class StatusText(QWidget):
    """Sentences in one line, the weightiest first: what finds no room at the end is left out, never squeezed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "small")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._parts: tuple[str, ...] = ()

    def minimumSizeHint(self) -> QSize:
        """One line high."""
        return QSize(80, self.fontMetrics().height() + 4)

    sizeHint = minimumSizeHint

    def show_parts(self, parts: tuple[str, ...]) -> None:
        """Show these sentences, the empty ones left out."""
        self._parts = tuple(part for part in parts if part)
        self.setToolTip(_BETWEEN.join(self._parts))
        self.setAccessibleName(_BETWEEN.join(self._parts))
        self.update()

    @property
    def text(self) -> str:
        """All of it."""
        return _BETWEEN.join(self._parts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is room for."""
        metrics = self.fontMetrics()
        parts = list(self._parts)
        while len(parts) > 1 and metrics.horizontalAdvance(_BETWEEN.join(parts)) > self.width():
            parts.pop()
        words = metrics.elidedText(_BETWEEN.join(parts), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(QColor(self.palette().windowText().color()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)


class WorkDisplay(QWidget):
    """One job in the background: what it does, how far it is, and Cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(140)
        self.cancel = QPushButton("Cancel")
        self.cancel.setObjectName("cancel-work")
        set_role(self.cancel, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.title, self.bar, self.cancel):
            row.addWidget(widget)
        self.hide()

    def show_progress(self, title: str, share: float | None) -> None:
        """A title and a share from 0 to 1, or None where nobody can tell."""
        self.title.setText(title)
        self.bar.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.bar.setValue(round(share * 1000))
        self.show()


class StatusBar(QStatusBar):
    """Saved state, inventory, counts and hint at the left, work at the right; news take the hint's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(14, 0, 14, 0)
        self.text = StatusText(self)
        self.work = WorkDisplay(self)
        self.addWidget(self.text, 1)
        self.addPermanentWidget(self.work)
        self._saved = ""
        self._inventory = ""
        self._counts = ""
        self._note = ""
        self._note_ends = QTimer(self)
        self._note_ends.setSingleShot(True)
        self._note_ends.setInterval(NOTE_MS)
        self._note_ends.timeout.connect(lambda: self.show_note(""))

    def clear(self) -> None:
        """Nothing is open."""
        self._saved = self._inventory = self._counts = self._note = ""
        self._show()

    def show_saved(self, words: str) -> None:
        """Where the project is kept."""
        self._saved = words
        self._show()

    def show_inventory(self, documents: int, events: int, expressions: int) -> None:
        """How much there is."""
        self._inventory = ", ".join(
            (plural(documents, "document"), plural(events, "event"), plural(expressions, "date expression"))
        )
        self._show()

    def show_counts(self, tally: Tally | None) -> None:
        """Where the events are, or None where there is no timeline."""
        self._counts = "" if tally is None or not tally.all else tally.words()
        self._show()

    def show_note(self, sentence: str) -> None:
        """Something that was done, in the place of the hint for a while."""
        self._note = sentence
        if sentence:
            self._note_ends.start()
        self._show()

    def _show(self) -> None:
        hint = HINT if self._counts and not self._note else self._note
        parts = (self._saved, self._inventory, self._counts, hint)
        self.text.show_parts((self._saved, hint, self._inventory, self._counts) if self._note else parts)
