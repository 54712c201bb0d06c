"""The last view and arrangement of a project, remembered beside it: looking is no change of the project.

What is remembered is read with care: a preference file can be old, or edited by hand.
"""

import hashlib
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from dateline.gui.canvas.content import Arrangement
from dateline.gui.preferences import preferences
from dateline.scene.folds import Fold
from dateline.scene.lanes import LaneBy
from dateline.scene.scale import View

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas
    from dateline.gui.canvas.sight import Sight

KEPT_AFTER_MS: Final = 400


class ViewMemory(QObject):
    """Keeps the view a moment after it was last moved, so that nothing needs to be done when a project is left."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEPT_AFTER_MS)
        self._soon.timeout.connect(lambda: remember_view(canvas))
        canvas.view_changed.connect(self._soon.start)
        canvas.arranged.connect(self._soon.start)

    def recall(self) -> "Remembered | None":
        """How the open project was looked at last; what was being looked at is not worth keeping any more."""
        self._soon.stop()
        path = self._canvas.session.path
        return None if path is None else remembered(path)


class Remembered(NamedTuple):
    """How a project was looked at; no view means all of it."""

    arrangement: Arrangement
    view: View | None
    scroll_px: float

    def show(self, canvas: "TimelineCanvas") -> None:
        """Look at its events, which are there, as they were looked at."""
        canvas.scroll_lanes_to(self.scroll_px)
        if self.view is not None:
            canvas.sight.move_to(self.view, smoothly=False)


def remember_view(canvas: "TimelineCanvas") -> None:
    """Keep the view of the open project, if it has a file and something to see."""
    if canvas.session.path is not None and canvas.sight.content.events:
        preferences().setValue(project_key(canvas.session.path), json.dumps(_stored(canvas.sight)))


def remembered(path: Path) -> Remembered | None:
    """How the project in a file was looked at last; None where nothing is remembered that can be read."""
    stored = preferences().value(project_key(path))
    if not stored:
        return None
    try:
        record = json.loads(str(stored))
        return Remembered(_arrangement(record), _view(record), float(record["scroll_px"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def project_key(path: Path) -> str:
    """The group of preferences that belongs to one project file."""
    return "view/" + hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _stored(sight: "Sight") -> dict[str, Any]:
    how, view = sight.arrangement, sight.viewport.target
    return {
        "lane_by": how.lane_by.value,
        "lane_order": list(how.lane_order),
        "collapsed": sorted(how.collapsed),
        "folding": how.folding,
        "unfolded": [list(fold) for fold in how.unfolded],
        "show_open": how.show_open,
        "scroll_px": sight.scroll_px,
        "view": None if sight.fitted else [view.anchor_seconds, view.anchor_px, view.seconds_per_px],
    }


def _arrangement(record: dict[str, Any]) -> Arrangement:
    return Arrangement(
        LaneBy(record.get("lane_by", LaneBy.GROUP)),
        tuple(map(str, record.get("lane_order", ()))),
        frozenset(map(str, record.get("collapsed", ()))),
        bool(record.get("folding", True)),
        tuple(Fold(int(start), int(end)) for start, end in record.get("unfolded", ())),
        bool(record.get("show_open", False)),
    )


def _view(record: dict[str, Any]) -> View | None:
    stored = record.get("view")
    if stored is None:
        return None
    seconds, px, scale = int(stored[0]), float(stored[1]), float(stored[2])
    if not (math.isfinite(px) and math.isfinite(scale) and scale > 0):
        raise ValueError(f"no view: {stored}")
    return View(seconds, px, scale)
