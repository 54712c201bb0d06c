"""What is seen of the timeline: content, size, view, lane scroll, and the scene that follows from them, built when it
is asked for.

It must not know gestures, keys or how anything is painted.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QTimer

from dateline.gui.canvas.content import Arrangement, Content, silent_documents
from dateline.gui.canvas.viewport import Viewport
from dateline.model.dates import instant
from dateline.paint.measure import FontMeasure
from dateline.scene.fitting import fit_all
from dateline.scene.folds import Fold
from dateline.scene.hits import NO_HIT, Hit, HitKind
from dateline.scene.measure import TextStyle
from dateline.scene.options import SceneOptions, Size, fold_width_px
from dateline.scene.scale import TimeScale, View, fit_view
from dateline.scene.scene import Scene, build_scene
from dateline.session.changes import MANY_EVENTS, Changes
from dateline.session.slices import Slices, Steps

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas

_BESIDE_A_TEAR: Final = 20  # a twentieth of what was asked for
_WITHOUT_EVENTS: Final = (instant(2020), instant(2030))  # an empty timeline still has an axis
_FEW: Final = 20  # up to one changed event in so many is taken over by itself
_FIT_AFTER_MS: Final = (
    80  # after the last change of size: fitting tries several margins and would make dragging an edge lag
)


class Sight:
    """The state of one canvas."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas
        self.content = Content()
        self.arrangement = Arrangement()
        self.matches: frozenset[str] = frozenset()
        self.hovered: str | None = None
        self.scroll_px = 0.0
        self.fitted = True
        self._fitted_to: Size | None = None
        self._size = Size(float(canvas.width()), float(canvas.height()))
        self._scene: Scene | None = None
        self.measure = FontMeasure(canvas.font())
        self._slices = Slices(canvas)
        self._show_then: Callable[[], object] | None = None  # once the events of another project are there
        self._fit_soon = QTimer(canvas)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(_FIT_AFTER_MS)
        self._fit_soon.timeout.connect(self._fit_again)
        self.viewport = Viewport(View(0, 0.0, 1.0), self.scale_of, lambda: canvas.appearance.animations, canvas)

    @property
    def scale(self) -> TimeScale:
        """Seconds to pixels, as shown now."""
        return self.scale_of(self.viewport.view)

    def scale_of(self, view: View) -> TimeScale:
        """Seconds to pixels, in another view."""
        folds, width = self.content.folds, self._size.width_px
        return TimeScale(_anchored(view, folds), folds, width, fold_width_px(width))

    @property
    def scene(self) -> Scene:
        """What is drawn, built anew after something has changed."""
        if self._scene is None:
            self._scene = build_scene(
                self.content.columns,
                self.scale.view,
                self._size,
                self.measure,
                self._options(),
            )
        return self._scene

    def scene_is_stale(self) -> None:
        """Something that is drawn has changed."""
        self._scene = None

    # --- changes ---------------------------------------------------------------------------------------------------

    def take_changes(self, changes: Changes) -> None:
        """Take over what changed; everything, where that is no less work."""
        session, content = self._canvas.session, self.content
        same_documents = content.documents == tuple(session.project.document.values())
        few = len(changes.shown) * _FEW < len(content.events)
        if changes.everything or not same_documents or not few or session.filter.dim or self._slices.is_busy:
            self.take_content(sliced=changes.sweeping)
        elif changes.passing:
            self._take(content.after(session.passing, changes.passing, content.dimmed), bool(content.drawn))

    def take_content(self, _what: object = None, *, sliced: bool = False) -> None:
        """Read the session's events again. What was fitted is fitted again; otherwise the middle stays where it is.

        Very many are taken in slices, and what was there stays meanwhile.
        """
        session = self._canvas.session
        passing = session.passing
        dimmed: frozenset[str] = frozenset()
        events = passing
        if session.filter.dim:
            shown = {event.id for event in passing}
            events = session.events
            dimmed = frozenset(event.id for event in events if event.id not in shown)
        documents = tuple(session.project.document.values())
        silent = frozenset() if session.filter.dim else silent_documents(session.filter, documents)
        content = Content(events, documents, self.arrangement, self._canvas.appearance.year_style, dimmed, silent)
        content = self.content if content.is_like(self.content) else content
        self._slices.do(self._taking(content), sliced=sliced)

    def _taking(self, content: Content) -> Steps:
        yield from content.preparing()
        self._take(content, bool(self.content.drawn))
        show, self._show_then = self._show_then, None
        if show is not None:
            show()
            self.viewport.forget()

    def take_looks(self, _theme: object = None) -> None:
        """Another font, or another style of years."""
        self.measure = FontMeasure(self._canvas.font())
        self.take_content()

    def take_arrangement(self, arrangement: Arrangement) -> None:
        """Arrange the same events in another way."""
        self.arrangement = arrangement
        self.take_content()

    def take_size(self, width_px: int, height_px: int) -> None:
        """The canvas has another size now."""
        before, self._size = self._size, Size(float(width_px), float(height_px))
        self.scene_is_stale()
        if self.fitted:
            self.viewport.show(_stretched(self.viewport.target, before, self._size), smoothly=False)
            self._fit_soon.start()

    def start_anew(self, arrangement: Arrangement | None = None, show: Callable[[], object] = bool) -> None:
        """Another project was opened: see all of it, or what `show` shows once its events are there, with no way back
        to views of the last one.
        """
        self._show_then = show
        self.arrangement = arrangement or Arrangement(folding=self.arrangement.folding)
        self.scroll_px, self.fitted = 0.0, True
        self.content = Content()
        self.scene_is_stale()
        self.take_content(sliced=len(self._canvas.session.events) >= MANY_EVENTS)

    def fit_all(self) -> None:
        """Show everything."""
        self.fitted = True
        self.viewport.show(self._fit())

    def move_to(self, view: View, *, smoothly: bool = True) -> None:
        """Show a view that a person asked for."""
        self.fitted = False
        self.viewport.show(view, smoothly=smoothly)

    def scroll_to(self, scroll_px: float) -> bool:
        """Scroll the lanes, as far as there are lanes; whether that made a difference."""
        wanted = max(0.0, min(scroll_px, self.most_scroll_px))
        changed = abs(wanted - self.scroll_px) > 0.01
        self.scroll_px = wanted
        return changed

    # --- where things are ------------------------------------------------------------------------------------------

    @property
    def most_scroll_px(self) -> float:
        """How much of the lanes is out of sight when scrolled to one end; a fraction of a pixel is only rounding."""
        hidden = self.scene.content_height_px - self.scene.lanes_height_px
        return hidden if hidden >= 1.0 else 0.0

    def hit(self, at: QPointF) -> Hit:
        """What is under a point. Of a lane's header only the name counts: beside it one pans, as everywhere."""
        hit = self.scene.hit(at.x(), at.y())
        if hit.kind is HitKind.LANE and at.x() > self._name_end_px(hit.lane):
            return NO_HIT
        return hit

    def lane_at(self, at: QPointF) -> str | None:
        """The key of the lane whose name is under a point, or None."""
        return self.hit(at).lane

    def _name_end_px(self, key: str | None) -> float:
        name = next((band.name for band in self.scene.lanes if band.key == key), "")
        return self.measure.width(name, TextStyle.LANE) + 2 * self.scene.metrics.line

    def lane_slots(self) -> list[tuple[float, int]]:
        """Between which lanes a lane can be put: the height in pixels, and the place of the lane below it, top to
        bottom.
        """
        bands = self.scene.lanes
        below = [(bands[-1].bottom, bands[-1].lane + 1)] if bands else []
        return [(band.top, band.lane) for band in bands] + below

    def fit_of(self, start_seconds: int, end_seconds: int, margin_px: float) -> View:
        """The view that shows a range of time between two margins."""
        folds, width = self.content.folds, self._size.width_px
        start = next((fold.end for fold in folds if fold.start <= start_seconds < fold.end), start_seconds)
        end = next((fold.start for fold in folds if fold.start < end_seconds <= fold.end), end_seconds)
        if start >= end:  # all of it is folded away: show the tear and a little beside it
            end = start + max(1, (end_seconds - start_seconds) // _BESIDE_A_TEAR)
        return fit_view(start, end, width, folds, (margin_px, margin_px), fold_width_px(width))

    def span_view(self, middle_seconds: int, span_seconds: int) -> View:
        """The view with so much time across the window, around an instant."""
        view = View(middle_seconds, self._size.width_px / 2, max(span_seconds / max(self._size.width_px, 1.0), 0.01))
        return self.scale_of(view).panned(0.0)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _take(self, content: Content, had_events: bool) -> None:
        middle = self.scale.to_seconds(self._size.width_px / 2)
        # Accepting an event, or other lanes, must not make the view jump.
        stays = self.fitted and self._fitted_to == self._size and content.lies_as(self.content)
        self.content = content
        self.scene_is_stale()
        if stays:
            self._canvas.refresh()
        elif self.fitted or not had_events:
            self.fitted = True
            self.viewport.show(self._fit(), smoothly=had_events and bool(content.drawn))
        else:
            view = View(middle, self._size.width_px / 2, self.viewport.view.seconds_per_px)
            self.viewport.show(view, smoothly=False)
        self._canvas.update()

    def _fit_again(self) -> None:
        """The window has its new size: find the margins that give the labels most room."""
        if self.fitted and self._fitted_to != self._size:
            self.viewport.show(self._fit(), smoothly=False)

    def _fit(self) -> View:
        self._fitted_to = self._size
        if not self.content.drawn:
            return fit_view(*_WITHOUT_EVENTS, self._size.width_px)
        options = replace(self._options(), selected=frozenset(), focus=None, hover=None)
        return fit_all(self.content.columns, self._size, self.measure, options)

    def _options(self) -> SceneOptions:
        columns, selection = self.content.columns, self._canvas.session.selection
        return SceneOptions(
            selected=frozenset(selection.ids),
            focus=selection.ids[-1] if selection.ids else None,
            hover=self.hovered,
            dimmed=columns.mask(self.content.dimmed) if self.content.dimmed else None,
            matches=columns.mask(self.matches) if self.matches else None,
            folds=self.content.folds,
            publications=self.content.publications,
            scroll_px=self.scroll_px,
            year_style=self.content.year_style,
        )


def _stretched(view: View, before: Size, now: Size) -> View:
    """A view that showed everything in one size, about the same in another."""
    ratio = now.width_px / max(before.width_px, 1.0)
    return View(view.anchor_seconds, view.anchor_px * ratio, view.seconds_per_px / max(ratio, 1e-3))


def _anchored(view: View, folds: Sequence[Fold]) -> View:
    """The view with its anchor outside all folds, as a scale wants it; folds come and go, and views are kept."""
    fold = next((fold for fold in folds if fold.start < view.anchor_seconds < fold.end), None)
    return view if fold is None else view._replace(anchor_seconds=fold.start)
