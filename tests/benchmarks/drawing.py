"""How long a frame takes: build_scene and paint_scene into an image, from the whole span to a day, in milliseconds.

    python tests/benchmarks/drawing.py [EVENTS ...]

The figures are processor time of the calling thread, without a screen. Not a test: speed depends on the machine.
"""

import gc
import os
import statistics
import sys
import time
from collections.abc import Iterator

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from dateline.model.dates import DAY_SECONDS, instant
from dateline.paint.measure import FontMeasure
from dateline.paint.painting import paint_scene
from dateline.paint.theme import LIGHT
from dateline.scene.columns import EventColumns, Form
from dateline.scene.lanes import Lane, LaneAssignment, LaneBy
from dateline.scene.options import SceneOptions, Size
from dateline.scene.scale import TimeScale, View, fit_view
from dateline.scene.scene import build_scene

SIZE = Size(1600.0, 900.0)
YEARS = (1820, 2020)
FRAMES = 120


def made_columns(count: int) -> EventColumns:
    """Events of random days and lengths over 200 years, in eight lanes; a tenth are bars."""
    random = np.random.default_rng(7)
    first, last = instant(YEARS[0]), instant(YEARS[1])
    start = np.sort(random.integers(first // DAY_SECONDS, last // DAY_SECONDS, count)) * DAY_SECONDS
    bar = random.random(count) < 0.1
    length = np.where(bar, (10 ** random.uniform(0, 4, count)).astype(np.int64), 1) * DAY_SECONDS
    lane = random.integers(0, 8, count).astype(np.int32)
    lanes = tuple(Lane(str(n), f"Lane {n}", False, int((lane == n).sum())) for n in range(8))
    end = start + length
    return EventColumns(
        ids=tuple(map(str, range(count))),
        earliest_start=start,
        latest_start=start.copy(),
        earliest_end=end,
        latest_end=end.copy(),
        lane=lane,
        group=lane.astype(np.uint8),
        certainty=np.zeros(count, np.uint8),
        factuality=random.integers(0, 4, count).astype(np.uint8),
        review=np.zeros(count, np.uint8),
        form=np.where(bar, Form.BAR, Form.POINT).astype(np.uint8),
        salience=random.random(count).astype(np.float32),
        documents=np.ones(count, np.int32),
        lanes=LaneAssignment(LaneBy.GROUP, lanes, lane),
        labels=lambda index: (f"Something happened, number {index}", "some day"),
    )


def views() -> Iterator[View]:
    """From 200 years to a day, each frame a little closer to a point off the middle."""
    view = fit_view(instant(YEARS[0]), instant(YEARS[1]), SIZE.width_px)
    factor = (200 * 365.0) ** (1 / FRAMES)
    for _ in range(FRAMES):
        yield view
        view = TimeScale(view, (), SIZE.width_px).zoomed(factor, SIZE.width_px * 0.6)


def measured(columns: EventColumns, fonts: FontMeasure) -> tuple[list[float], list[float]]:
    """Milliseconds of building and of painting, for each frame."""
    image = QImage(int(SIZE.width_px), int(SIZE.height_px), QImage.Format.Format_ARGB32_Premultiplied)
    building, painting = [], []
    for view in views():
        begin = time.thread_time()
        scene = build_scene(columns, view, SIZE, fonts, SceneOptions())
        middle = time.thread_time()
        painter = QPainter(image)
        paint_scene(painter, scene, LIGHT, fonts)
        painter.end()
        building.append((middle - begin) * 1000)
        painting.append((time.thread_time() - middle) * 1000)
    return building, painting


def told(name: str, milliseconds: list[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(milliseconds)
    return f"{name} {statistics.median(ordered):5.1f} / {ordered[int(len(ordered) * 0.95)]:5.1f}"


def main() -> None:
    """Prints a line for each number of events; the first pass warms the caches of indexes, texts and glyphs."""
    application = QGuiApplication([])
    fonts = FontMeasure(application.font())
    for count in [int(argument) for argument in sys.argv[1:]] or [10_000, 1_000_000]:
        columns = made_columns(count)
        measured(columns, fonts)
        gc.collect()
        building, painting = measured(columns, fonts)
        frames = [one + other for one, other in zip(building, painting, strict=True)]
        print(
            f"{count:>9,} events, ms: {told('frame', frames)}   {told('scene', building)}   {told('paint', painting)}"
        )


if __name__ == "__main__":
    main()
