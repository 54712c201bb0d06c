"""How the program looks at the moment: theme, text size, the style of years, animation. Every view is handed the one
object.

It holds the choices, remembers them and tells of changes; it must not know any view. The colours themselves are
`paint.theme`'s.
"""

from enum import StrEnum
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from dateline.gui.preferences import preferences
from dateline.model.yearstyle import YearStyle
from dateline.paint.theme import Theme, theme_for

_Choice = TypeVar("_Choice", bound=StrEnum)

TEXT_SCALES: Final = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class ThemeChoice(StrEnum):
    """Which theme a person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """The theme in force and the other choices of looks; `changed` carries the theme after any of them changed."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        stored = preferences()
        self._choice = _member(ThemeChoice, stored.value("theme"), ThemeChoice.SYSTEM)
        self._year_style = _member(YearStyle, stored.value("year_style"), next(iter(YearStyle)))
        self._text_scale = _scale(stored.value("text_scale"))
        self._animations = _flag(stored.value("animations"), True)
        self._theme = theme_for(self._theme_name())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """What was asked for: a theme, or that of the system."""
        return self._choice

    @property
    def year_style(self) -> YearStyle:
        """How years before year 1 are written."""
        return self._year_style

    @property
    def text_scale(self) -> float:
        """Size of all text against the system's font."""
        return self._text_scale

    @property
    def wants_animations(self) -> bool:
        """What was asked for, whatever the system wishes."""
        return self._animations

    @property
    def animations(self) -> bool:
        """Whether views may move smoothly: wanted, and not against the system's wish."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return False
        duration = application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return self._animations and duration > 0

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Use a theme from now on, or follow the system."""
        self._choice = choice
        self._remember("theme", choice.value)

    def choose_year_style(self, style: YearStyle) -> None:
        """Write years before year 1 in that way."""
        self._year_style = style
        self._remember("year_style", style.value)

    def choose_animations(self, wanted: bool) -> None:
        """Move views smoothly, or at once."""
        self._animations = wanted
        self._remember("animations", wanted)

    def choose_text_scale(self, scale: float) -> None:
        """Size all text by a factor; the nearest of TEXT_SCALES is taken."""
        self._text_scale = _scale(scale)
        self._remember("text_scale", self._text_scale)

    def step_text_scale(self, steps: int) -> None:
        """One or more sizes larger or smaller."""
        at = TEXT_SCALES.index(self._text_scale) + steps
        self.choose_text_scale(TEXT_SCALES[max(0, min(len(TEXT_SCALES) - 1, at))])

    def _remember(self, key: str, value: object) -> None:
        preferences().setValue(key, value)
        self._theme = theme_for(self._theme_name())
        self.changed.emit(self._theme)

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._theme = theme_for(self._theme_name())
            self.changed.emit(self._theme)

    def _theme_name(self) -> str:
        if self._choice is not ThemeChoice.SYSTEM:
            return self._choice.value
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return ThemeChoice.DARK.value if dark else ThemeChoice.LIGHT.value


def _member(choices: type[_Choice], value: object, default: _Choice) -> _Choice:
    return next((choice for choice in choices if choice.value == value), default)


def _scale(value: object) -> float:
    """The allowed text size nearest to a remembered value."""
    try:
        wanted = float(str(value)) if value is not None else 1.0
    except ValueError:
        wanted = 1.0
    return min(TEXT_SCALES, key=lambda scale: abs(scale - wanted))


def _flag(value: object, default: bool) -> bool:
    return default if value is None else str(value).casefold() in {"true", "1"}
