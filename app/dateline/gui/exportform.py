"""The choices of an image: what, which format, how large, in which look, with what around it. It draws and writes
nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from dateline.export.exporters import EXPORTERS, Exporter
from dateline.export.request import LOGICAL_DPI, PRESETS, ImageRequest, What
from dateline.gui.appearance import Appearance
from dateline.gui.datefield import DateField
from dateline.gui.style import set_role
from dateline.paint.theme import ThemeName

_INDENT_PX: Final = 7
_WINDOW: Final = "window"
_PIXELS: Final = "pixels"
_MILLIMETRES: Final = "millimetres"
_WHAT_WORDS: Final = {
    What.VIEW: "What is in view",
    What.EVERYTHING: "Everything that passes the filters",
    What.SELECTION: "The selected events",
    What.RANGE: "A range of time",
}
_THEME_WORDS: Final = {ThemeName.LIGHT: "Light", ThemeName.DARK: "Dark", ThemeName.PRINT: "Print, in greys"}


@dataclass(frozen=True, slots=True)
class Offer:
    """What the window has to offer for a picture: its view and selection, its size, its filters in words, its lanes."""

    view_seconds: tuple[int, int]
    selected: frozenset[str]
    window: QSize
    filter_words: str
    base: ImageRequest
    title: str = ""
    undated: int = 0  # events that pass the filters and have no place in a picture


class SizeChoice(QWidget):
    """A preset, the window's size, or an own one in pixels or millimetres with a resolution."""

    changed = Signal()

    def __init__(self, window: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.kind = QComboBox()
        self.kind.setAccessibleName("Size")
        for preset in PRESETS:
            self.kind.addItem(preset.label, preset.name)
        self.kind.addItem(f"The window, {window.width()} × {window.height()}", _WINDOW)
        self.kind.addItem("Own size in pixels", _PIXELS)
        self.kind.addItem("Own size in millimetres", _MILLIMETRES)
        self.width_box = _number("Width", 40, 20_000, 1920, 0)
        self.height_box = _number("Height", 40, 20_000, 1080, 0)
        self.dpi_box = _number("Resolution in dots per inch", 36, 1200, 144, 0, " dpi")
        own = QHBoxLayout()
        own.setContentsMargins(0, 0, 0, 0)
        for widget in (self.width_box, QLabel("×"), self.height_box, self.dpi_box):
            own.addWidget(widget)
        self._own = QWidget()
        self._own.setLayout(own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.kind)
        column.addWidget(self._own)
        self.kind.currentIndexChanged.connect(self._choose)
        for box in (self.width_box, self.height_box, self.dpi_box):
            box.valueChanged.connect(self.changed)
        self._choose()

    def applied(self, request: ImageRequest) -> ImageRequest:
        """The request in this size. Pixels are those of the file: two logical pixels at 192 dpi, one at 96."""
        chosen = self.kind.currentData()
        width, height, dpi = self.width_box.value(), self.height_box.value(), self.dpi_box.value()
        if chosen == _WINDOW:
            return request.of_pixels(self._window.width(), self._window.height(), 2.0)
        if chosen == _MILLIMETRES:
            return request.of_millimetres(width, height, dpi)
        if chosen == _PIXELS:
            scale = dpi / LOGICAL_DPI
            return request.of_pixels(width / scale, height / scale, scale)
        return request.of_preset(next(preset for preset in PRESETS if preset.name == chosen))

    def _choose(self) -> None:
        chosen = self.kind.currentData()
        unit = " mm" if chosen == _MILLIMETRES else " px"
        self.width_box.setSuffix(unit)
        self.height_box.setSuffix(unit)
        self._own.setVisible(chosen in {_PIXELS, _MILLIMETRES})
        self.changed.emit()


class ExportForm(QWidget):
    """All choices in one column; `changed` comes with each of them."""

    changed = Signal()

    def __init__(self, offer: Offer, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self.what = _choice("What", _WHAT_WORDS)
        if not offer.selected:
            self.what.removeItem(self.what.findData(What.SELECTION))
        self.what.setCurrentIndex(self.what.findData(What.EVERYTHING))
        self.from_field = DateField(appearance, self)
        self.to_field = DateField(appearance, self)
        self.format = _choice("Format", {exporter.name: exporter.label for exporter in EXPORTERS if exporter.suffix})
        self.size_choice = SizeChoice(offer.window)
        self.theme = _choice("Look", _THEME_WORDS)
        self.theme.setCurrentIndex(self.theme.findData(offer.base.theme))
        self.points = _number("Size of the text", 5, 40, offer.base.font_points, 1, " pt")
        self.title_line = QLineEdit(offer.title)
        self.title_line.setAccessibleName("Title")
        self.title_line.setCursorPosition(0)
        self.subtitle_line = QLineEdit()
        self.subtitle_line.setAccessibleName("Subtitle")
        self.transparent = QCheckBox("Transparent background")
        self.legend = QCheckBox("Legend")
        self.filters = QCheckBox("Filters in words")
        self.notes = QCheckBox("Numbered source notes")
        self.fold = QCheckBox("Fold gaps")
        self.fold.setChecked(offer.base.fold)
        self.publications = QCheckBox("Dates of the documents")
        self.publications.setChecked(True)
        self._lay_out()
        self._connect()
        self._show_range()

    @property
    def exporter(self) -> Exporter:
        """The chosen format."""
        return next(exporter for exporter in EXPORTERS if exporter.name == self.format.currentData())

    @property
    def request(self) -> ImageRequest:
        """The picture that is asked for."""
        what = What(self.what.currentData())
        request = replace(
            self._offer.base,
            what=what,
            range_seconds=self._range() if what is What.RANGE else self._offer.view_seconds,
            selected=self._offer.selected,
            theme=ThemeName(self.theme.currentData()),
            transparent=self.transparent.isChecked(),
            title=self.title_line.text().strip(),
            subtitle=self.subtitle_line.text().strip(),
            legend=self.legend.isChecked(),
            filter_words=self._offer.filter_words if self.filters.isChecked() else "",
            notes=self.notes.isChecked(),
            fold=self.fold.isChecked(),
            publications=self.publications.isChecked(),
            font_points=self.points.value(),
        )
        return self.size_choice.applied(request)

    def _range(self) -> tuple[int, int]:
        """From the beginning of one date to the end of the other; what is not typed is as in the view."""
        first, last = self._offer.view_seconds
        start, end = self.from_field.time, self.to_field.time
        first = start.interval.sort_key[0] if start else first
        last = end.interval.sort_key[1] if end else last
        return (first, last) if first < last else (last, first + 1)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form = form
        for words, field in (
            ("What", self.what),
            ("From", self.from_field),
            ("To", self.to_field),
            ("Format", self.format),
            ("Size", self.size_choice),
            ("Look", self.theme),
            ("Text", self.points),
            ("Title", self.title_line),
            ("Subtitle", self.subtitle_line),
        ):
            form.addRow(_label(words), field)
        for box in (self.legend, self.filters, self.notes, self.publications, self.fold, self.transparent):
            form.addRow("", box)

    def _connect(self) -> None:
        for choice in (self.what, self.format, self.theme):
            choice.currentIndexChanged.connect(self.changed)
        for line in (self.title_line, self.subtitle_line):
            line.textChanged.connect(self.changed)
        for box in (self.legend, self.filters, self.notes, self.publications, self.fold, self.transparent):
            box.toggled.connect(self.changed)
        self.points.valueChanged.connect(self.changed)
        self.size_choice.changed.connect(self.changed)
        self.from_field.changed.connect(self.changed)
        self.to_field.changed.connect(self.changed)
        self.what.currentIndexChanged.connect(self._show_range)

    def _show_range(self) -> None:
        ranged = self.what.currentData() == What.RANGE
        for field in (self.from_field, self.to_field):
            self._form.setRowVisible(field, ranged)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    set_role(label, "muted")
    return label


def _choice(name: str, words: Mapping[What, str] | Mapping[ThemeName, str] | Mapping[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, text in words.items():
        box.addItem(text, value)
    return box


def _number(name: str, least: float, most: float, value: float, decimals: int, suffix: str = "") -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setAccessibleName(name)
    box.setRange(least, most)
    box.setDecimals(decimals)
    box.setValue(value)
    box.setSuffix(suffix)
    box.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)  # the stylesheet does not reach the text of a spin box
    return box
