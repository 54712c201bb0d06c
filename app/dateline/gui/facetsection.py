"""One facet in the filters panel: its title, a row for each value, and for long lists a way to see and to search all.

It turns ticks into a `Choice` and tells it; it must not know the session.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, overload

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dateline.gui.facetrow import GUTTER_PX, FacetRow
from dateline.gui.style import set_role
from dateline.model.filters import Choice, Facet

_SHORT: Final = 5  # values of a long list that are shown before all are asked for
_LONG: Final = 7  # a list up to here is shown at once: "Show all 6" would save one line
_AT_ONCE: Final = 200  # rows that are made at most; the field above them finds the others


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet as it is to be shown; `facet` may be finer than that of its section, then it stands
    indented.
    """

    facet: Facet
    value: str
    name: str
    count: int
    total: int
    depth: int = 0
    has_more: bool = False


class ManyValues(Sequence[Value]):
    """The values of a facet that may have tens of thousands, the most frequent first, each made when it is looked
    at.
    """

    def __init__(self, names: Sequence[str], make: Callable[[str], Value]) -> None:
        self._names, self._make = names, make

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> list[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | list[Value]:
        names = self._names[at]
        return self._make(names) if isinstance(names, str) else list(map(self._make, names))

    def among(self, values: Collection[str]) -> list[Value]:
        """Those of some values that are here, in their order."""
        return [self._make(name) for name in self._names if name in values] if values else []


class FacetSection(QWidget):
    """`chosen` carries a Facet and the Choice it is to have; `opened` a value whose finer values are to be shown."""

    chosen = Signal(object, object)
    opened = Signal(str, bool)

    def __init__(
        self, facet: Facet, title: str, icon_of: Callable[[str], QIcon] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.facet = facet
        self._icon_of = icon_of
        self._values: Sequence[Value] = ()
        self._choices: dict[Facet, Choice] = {}
        self._shows_all = False
        self._is_open: frozenset[str] = frozenset()
        self.rows: dict[tuple[Facet, str], FacetRow] = {}
        self.title = QLabel(title.upper(), self)
        set_role(self.title, "heading")
        self.words = QLineEdit(self, placeholderText=f"Find in {title.lower()}", clearButtonEnabled=True)
        self.words.textChanged.connect(self._rebuild)
        self.more = QPushButton(self)
        set_role(self.more, "link")
        self.more.clicked.connect(self._toggle_all)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        head, foot = QVBoxLayout(), QVBoxLayout()
        for layout, widgets in ((head, (self.title, self.words)), (foot, (self.more,))):
            layout.setContentsMargins(GUTTER_PX, 0, 0, 0)
            for widget in widgets:
                layout.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._list)
        column.addLayout(foot)

    def show_values(
        self, values: Sequence[Value], choices: dict[Facet, Choice], is_open: frozenset[str] = frozenset()
    ) -> None:
        """Take over values, counts and what the filter lets through; rows that stay keep the focus."""
        self._values, self._choices, self._is_open = values, choices, is_open
        self._rebuild()

    def _shown(self) -> tuple[Value, ...]:
        """The values for which there are rows: the most frequent, or those found, and always what is not let
        through.
        """
        if self._count <= _LONG:
            return tuple(self._values)
        words = self.words.text().casefold().split()
        if self._shows_all:
            found = (v for v in self._values if all(word in v.name.casefold() for word in words))
            return tuple(islice(found, _AT_ONCE))
        if isinstance(self._values, ManyValues):
            first = self._values[:_SHORT]
            hidden = self._values.among(self._choices.get(self.facet, Choice()).hidden)
            return (*first, *(value for value in hidden[:_AT_ONCE] if value not in first))
        top = [value for value in self._values if value.depth == 0][:_SHORT]
        return tuple(v for v in self._values if v in top or v.depth or not self._lets_through(v))[:_AT_ONCE]

    @property
    def _count(self) -> int:
        """How many values there are, the finer ones not counted."""
        is_long = isinstance(self._values, ManyValues)
        return len(self._values) if is_long else sum(value.depth == 0 for value in self._values)

    def _lets_through(self, value: Value) -> bool:
        choice = self._choices.get(value.facet, Choice())
        return choice.only is not None or choice.shows(value.value)

    def _rebuild(self, _words: str = "") -> None:
        shown = self._shown()
        keys = [(value.facet, value.value) for value in shown]
        if keys != list(self.rows):
            self._replace_rows(shown)
        for value in shown:
            choice = self._choices.get(value.facet, Choice())
            row = self.rows[value.facet, value.value]
            is_only = choice.only == frozenset({value.value})
            row.show_state(value.name, choice.shows(value.value), value.count, value.total, is_only)
            if value.has_more:
                row.offer_more(value.value in self._is_open)
        count = self._count
        self.words.setVisible(self._shows_all and count > _LONG)
        self.more.setVisible(count > _LONG)
        self.more.setText("Show fewer" if self._shows_all else f"Show all {count:,}")

    def _replace_rows(self, shown: Sequence[Value]) -> None:
        """Rows that stay are moved, not made anew, so that the focus and the pointer keep theirs."""
        before, self.rows = self.rows, {}
        for place, value in enumerate(shown):
            key = value.facet, value.value
            row = before.pop(key, None) or self._make_row(value)
            self.rows[key] = row
            self._list.insertWidget(place, row)
        for row in before.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _make_row(self, value: Value) -> FacetRow:
        icon = self._icon_of(value.value) if self._icon_of and value.depth == 0 else None
        row = FacetRow(value.value, icon, value.depth, self)
        row.ticked.connect(lambda shown, v=value: self._tick(v.facet, v.value, shown))
        row.only.connect(lambda v=value: self._take_only(v.facet, v.value))
        row.opened.connect(lambda is_open, v=value: self.opened.emit(v.value, is_open))
        return row

    def forget_icons(self) -> None:
        """Make all rows anew: the colours of the theme have changed."""
        self._replace_rows(())
        self._rebuild()

    def _tick(self, facet: Facet, value: str, shown: bool) -> None:
        self.chosen.emit(facet, ticked(self._choices.get(facet, Choice()), value, shown))

    def _take_only(self, facet: Facet, value: str) -> None:
        choice = self._choices.get(facet, Choice())
        self.chosen.emit(facet, Choice() if choice.only == frozenset({value}) else Choice(only=frozenset({value})))

    def _toggle_all(self) -> None:
        self._shows_all = not self._shows_all
        self._rebuild()
        if self._shows_all:
            self.words.setFocus()
        else:
            self.words.clear()


def ticked(choice: Choice, value: str, shown: bool) -> Choice:
    """The choice after a value was ticked or unticked. Where only some were shown, the last one that goes brings all
    back.

    >>> ticked(Choice(), "a", False)
    Choice(hidden=frozenset({'a'}), only=None)
    >>> ticked(Choice(only=frozenset({"a"})), "a", False)
    Choice(hidden=frozenset(), only=None)
    """
    if choice.only is not None:
        only = choice.only | {value} if shown else choice.only - {value}
        return Choice(only=only) if only else Choice()
    return Choice(hidden=choice.hidden - {value} if shown else choice.hidden | {value})
