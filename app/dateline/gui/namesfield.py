"""A field for names with commas between them, which completes the last one from those that are known.

It knows nothing of what the names name.
"""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class NamesField(QLineEdit):
    """The field; `known` are the names it completes."""

    def __init__(self, name: str, values: Iterable[str], known: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(", ".join(values), parent)
        self.setAccessibleName(name)
        self.setPlaceholderText("names, with commas between them")
        self.setCompleter(LastNameCompleter(sorted(set(known), key=str.casefold), self))

    def names(self) -> tuple[str, ...]:
        """What was typed, each name once."""
        return names_in(self.text())


class LastNameCompleter(QCompleter):
    """Completes the name after the last comma of a list of names."""

    def __init__(self, names: list[str], parent: QLineEdit) -> None:
        super().__init__(names, parent)
        self._field = parent
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """What is to be completed: the part after the last comma."""
        return [path.rpartition(",")[2].lstrip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole list with its last name completed."""
        before = self._field.text().rpartition(",")[0]
        name = super().pathFromIndex(index)
        return f"{before}, {name}" if before else name


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list with commas, each once.

    >>> names_in("EU, Japan,, EU")
    ('EU', 'Japan')
    """
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := part.strip())))
