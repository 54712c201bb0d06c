"""What is painted for each part of a scene."""

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from dateline.model.group import Group
from dateline.paint.brush import mixed
from dateline.paint.measure import FontMeasure
from dateline.paint.painting import paint_scene
from dateline.paint.theme import DARK, LIGHT, PRINT, Theme
from dateline.scene.columns import EventColumns
from dateline.scene.drawn import Scene
from dateline.scene.fitting import fit_all
from dateline.scene.folds import find_folds
from dateline.scene.options import SceneOptions, Size
from dateline.scene.scene import build_scene
from scene_values import PUBLICATION, columns_of, crowd_of_days, story

SIZE = Size(940, 560)


@pytest.fixture
def fonts(qapp: QApplication) -> FontMeasure:
    font = QFont(qapp.font())
    font.setPixelSize(13)
    return FontMeasure(font)


def scene_of(columns: EventColumns, fonts: FontMeasure, selected: frozenset[str] = frozenset()) -> Scene:
    folds = find_folds(columns)
    options = SceneOptions(folds=folds, publications=(PUBLICATION,), selected=selected)
    return build_scene(columns, fit_all(columns, SIZE, fonts, options), SIZE, fonts, options)


def painted(scene: Scene, fonts: FontMeasure, theme: Theme = LIGHT, ratio: float = 1.0) -> QImage:
    width, height = round(SIZE.width_px * ratio), round(SIZE.height_px * ratio)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    painter.scale(ratio, ratio)
    paint_scene(painter, scene, theme, fonts)
    painter.end()
    return image


def near(one: QColor, other: str, most: int = 40) -> bool:
    wanted = QColor(other)
    apart = abs(one.red() - wanted.red()) + abs(one.green() - wanted.green()) + abs(one.blue() - wanted.blue())
    return apart <= most


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_points_have_the_colour_of_their_group(fonts: FontMeasure, theme: Theme, ratio: float) -> None:
    scene = scene_of(columns_of(story()), fonts)
    image = painted(scene, fonts, theme, ratio)

    for event_id, group in (("e1", Group.INSTITUTION), ("e5", Group.STATEMENT)):
        place = scene.marks.index.tolist().index(scene.columns.index_of[event_id])
        x, y = float(scene.marks.x[place]), float(scene.marks.y[place])
        assert near(image.pixelColor(int(x * ratio), int((y + 2) * ratio)), theme.group_color(group)), event_id


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_a_bar_is_full_where_it_is_certain_and_faint_where_it_begins(fonts: FontMeasure, ratio: float) -> None:
    scene = scene_of(columns_of(story()), fonts)
    image = painted(scene, fonts, LIGHT, ratio)
    place = scene.marks.index.tolist().index(scene.columns.index_of["e2"])
    stops, y = scene.marks.stops[place], int(scene.marks.y[place] * ratio)

    full = image.pixelColor(int((stops[1] + stops[2]) / 2 * ratio), y)
    faint = image.pixelColor(int((stops[0] + 8) * ratio), y)

    assert near(full, LIGHT.group_color(Group.DECISION))
    assert near(faint, LIGHT.canvas, 120)
    assert not near(full, LIGHT.canvas, 200)


def test_what_is_possible_is_hollow(fonts: FontMeasure) -> None:
    scene = scene_of(columns_of(story()), fonts)
    image = painted(scene, fonts)
    place = scene.marks.index.tolist().index(scene.columns.index_of["e7"])

    inside = image.pixelColor(int(scene.marks.left[place] + 12), int(scene.marks.y[place]))

    hollow = mixed(LIGHT.group_color(Group.MEETING), LIGHT.canvas, 0.16)
    assert near(inside, hollow, 30)


def test_a_selected_event_has_a_ring(fonts: FontMeasure) -> None:
    columns = columns_of(story())
    scene = scene_of(columns, fonts, frozenset({"e4"}))
    image = painted(scene, fonts)
    place = scene.marks.index.tolist().index(columns.index_of["e4"])
    x, y = float(scene.marks.x[place]), float(scene.marks.y[place])
    radius = scene.metrics.mark / 2 + 3.5

    ring = [image.pixelColor(int(x - radius), int(y)), image.pixelColor(int(x), int(y - radius))]

    assert any(near(colour, LIGHT.accent, 150) for colour in ring)


def test_the_ground_is_the_canvas_or_left_alone(fonts: FontMeasure) -> None:
    scene = scene_of(columns_of(story()), fonts)
    assert near(painted(scene, fonts).pixelColor(3, 300), LIGHT.canvas, 0)

    image = QImage(940, 560, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    paint_scene(painter, scene, LIGHT, fonts, background=False)
    painter.end()
    assert image.pixelColor(3, 300) == QColor("#ff00ff")


@pytest.mark.parametrize("count", [500, 2_500, 30_000])
def test_crowds_leave_their_traces(fonts: FontMeasure, count: int) -> None:
    columns = crowd_of_days(count)
    scene = scene_of(columns, fonts)
    image = painted(scene, fonts)

    for lane in scene.lanes:
        ink = LIGHT.groups[lane.lane]
        seen = any(
            near(image.pixelColor(x, y), mixed(ink, LIGHT.canvas, share), 60)
            for x in range(5, 935, 1)
            for y in range(int(lane.rows_top) + 2, int(min(lane.bottom, 540)), 5)
            for share in (1.0, 0.75, 0.16)
        )
        assert seen, lane.name


def test_measured_is_what_is_painted(fonts: FontMeasure) -> None:
    """The ink of every label lies in the rectangle that the scene gave it."""
    columns = columns_of(story())
    scene = scene_of(columns, fonts)
    with_labels = painted(scene, fonts)
    for label in scene.labels:
        box = [
            with_labels.pixelColor(x, y)
            for x in range(int(label.x), int(label.x + label.width))
            for y in range(int(label.y), int(label.y + label.height))
        ]
        assert any(near(colour, LIGHT.muted if label.muted else LIGHT.text, 120) for colour in box), label.title
