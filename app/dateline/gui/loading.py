"""What the window gets after its first paint: the timeline, what stands beside it, and the counts in the status bar.

Importing this module imports numpy, the scene and the painter, which takes as long as the whole frame.
"""

from PySide6.QtCore import QObject, QTimer

from dateline.gui.appearance import Appearance
from dateline.gui.canvas.canvas import TimelineCanvas
from dateline.gui.canvas.zoombuttons import ZoomButtons
from dateline.gui.centre import Centre
from dateline.gui.chips import ChipsBar
from dateline.gui.statusbar import StatusBar
from dateline.gui.statusfeed import StatusFeed
from dateline.session.session import Session


def put_timeline(
    session: Session, appearance: Appearance, centre: Centre, status: StatusBar, parent: QObject
) -> TimelineCanvas:
    """Put a timeline into its place, and let the status bar tell of it; the timeline."""
    canvas = TimelineCanvas(session, appearance, centre)
    centre.put(canvas, ChipsBar(session, centre), ZoomButtons(canvas, centre))
    feed = StatusFeed(session, status, parent)
    counting = QTimer(parent, singleShot=True, interval=0)  # once for all that changes at a time
    counting.timeout.connect(lambda: feed.show_drawn(*canvas.scene.counts))
    canvas.view_changed.connect(counting.start)
    return canvas
