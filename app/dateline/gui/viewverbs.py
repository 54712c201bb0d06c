"""What the View menu does: it joins the timeline with toolbar, overview and search, and the choices of looks."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from dateline.gui.actions import Actions
from dateline.gui.appearance import Appearance, ThemeChoice
from dateline.gui.canvas.canvas import TimelineCanvas
from dateline.gui.gotodate import GoToDate
from dateline.gui.overview import Overview
from dateline.gui.search import Search
from dateline.gui.toolbar import PRESETS, Toolbar
from dateline.model.dates import DAY_SECONDS, Interval
from dateline.model.yearstyle import YearStyle
from dateline.scene.lanes import LaneBy
from dateline.session.session import Session

_Value = TypeVar("_Value")

_LANE_WORDS: Final = {
    LaneBy.NONE: "Nothing",
    LaneBy.GROUP: "Group of kinds",
    LaneBy.KIND: "Kind",
    LaneBy.DOCUMENT: "Document",
    LaneBy.ACTOR: "Person or body",
    LaneBy.PLACE: "Place",
    LaneBy.TAG: "Tag",
}


class ViewVerbs(QObject):
    """Joins one canvas with what is around it."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        actions: Actions,
        canvas: TimelineCanvas,
        toolbar: Toolbar,
        overview: Overview,
        search: Search,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._appearance = appearance
        self._actions = actions
        self._canvas = canvas
        self._toolbar = toolbar
        self._overview = overview
        self._window = window
        self._connect_actions()
        toolbar.preset_chosen.connect(self._show_preset)
        search.changed.connect(canvas.show_matches)
        search.changed.connect(overview.show_matches)
        overview.span_chosen.connect(lambda span: canvas.verbs.follow_range(*span))
        overview.span_dragged.connect(lambda begun: canvas.sight.viewport.remember() if begun else None)
        canvas.view_changed.connect(self._follow_view)
        canvas.arranged.connect(self._show_arrangement)
        self._mark_lanes = choices(actions.submenus["lanes"], _LANE_WORDS, self._choose_lanes)
        self._show_arrangement()
        self._follow_view()

    def go_to_date(self) -> None:
        """Ask for a date and go there."""
        documents = list(self._session.project.document.values())
        published = documents[0].published if len(documents) == 1 else None
        dialog = GoToDate(self._appearance, published, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.show_interval(dialog.interval))
        dialog.open()

    def show_interval(self, interval: Interval | None) -> None:
        """Show a time with some time around it."""
        if interval is None:
            return
        first, last = interval.sort_key
        length = max(last - first, DAY_SECONDS)
        self._canvas.verbs.show_range(first - length, last + length, margin_px=0.0)

    def _connect_actions(self) -> None:
        verbs = self._canvas.verbs
        self._actions.connect(
            {
                "zoom_in": verbs.zoom_in,
                "zoom_out": verbs.zoom_out,
                "fit": verbs.fit_all,
                "fit_selection": verbs.fit_selection,
                "back": verbs.back,
                "forward": verbs.forward,
                "select_all": verbs.select_in_view,
                "go_to_date": self.go_to_date,
            }
        )
        self._actions.connect_switches(
            {"fold_gaps": self._fold, "show_open": self._show_open, "edit_dates": self._canvas.edit_dates}
        )
        menu = self._actions.submenus["presets"]
        for text, seconds, tip in PRESETS:
            action = menu.addAction(text)
            action.setToolTip(tip)
            action.triggered.connect(lambda _checked=False, seconds=seconds: self._show_preset(seconds))

    def _show_preset(self, span_seconds: int | None) -> None:
        if span_seconds is None:
            self._canvas.verbs.fit_all()
        else:
            self._canvas.verbs.show_span(span_seconds)

    def _fold(self, folding: bool) -> None:
        self._canvas.rearrange(self._canvas.sight.arrangement._replace(folding=folding, unfolded=()))

    def _show_open(self, shown: bool) -> None:
        self._canvas.rearrange(self._canvas.sight.arrangement._replace(show_open=shown))

    def _choose_lanes(self, lane_by: LaneBy) -> None:
        arrangement = self._canvas.sight.arrangement
        self._canvas.rearrange(arrangement._replace(lane_by=lane_by, lane_order=(), collapsed=frozenset()))

    def _follow_view(self) -> None:
        sight = self._canvas.sight
        self._overview.show_span(*sight.scale.range_seconds)
        seconds = round(sight.viewport.view.seconds_per_px * max(1, self._canvas.width()))
        self._toolbar.show_preset(seconds, fitted=sight.fitted)

    def _show_arrangement(self, _arrangement: object = None) -> None:
        arrangement = self._canvas.sight.arrangement
        self._actions["fold_gaps"].setChecked(arrangement.folding and not arrangement.unfolded)
        self._actions["show_open"].setChecked(arrangement.show_open)
        self._mark_lanes(arrangement.lane_by)


def choices(menu: QMenu, words: dict[_Value, str], choose: Callable[[_Value], None]) -> Callable[[_Value], None]:
    """Fill a menu with values of which one is chosen; the callable that is returned marks one."""
    group = QActionGroup(menu)
    actions = {}
    for value, text in words.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)
        actions[value] = action
    return lambda value: actions[value].setChecked(True)


def join_looks(actions: Actions, appearance: Appearance) -> None:
    """Let the menus of theme, text size, years and animation work."""
    mark_theme = choices(
        actions.submenus["theme"],
        {ThemeChoice.SYSTEM: "As the system", ThemeChoice.LIGHT: "Light", ThemeChoice.DARK: "Dark"},
        appearance.choose_theme,
    )
    mark_years = choices(
        actions.submenus["years"],
        {YearStyle.ERA: "44 BC", YearStyle.ASTRONOMICAL: "-0043"},
        appearance.choose_year_style,
    )
    actions.connect(
        {
            "text_larger": lambda: appearance.step_text_scale(1),
            "text_smaller": lambda: appearance.step_text_scale(-1),
            "text_normal": lambda: appearance.choose_text_scale(1.0),
        }
    )
    actions.connect_switches({"animations": appearance.choose_animations})

    def show(_theme: object = None) -> None:
        mark_theme(appearance.choice)
        mark_years(appearance.year_style)
        actions["animations"].setChecked(appearance.wants_animations)

    appearance.changed.connect(show)
    show()
