"""A whole scene: its laws, its crowds, its labels."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.events import Event
from dateline.scene.drawn import Scene
from dateline.scene.fitting import fit_all
from dateline.scene.folds import find_folds
from dateline.scene.hits import HitKind
from dateline.scene.lanes import LaneBy
from dateline.scene.measure import TextStyle
from dateline.scene.options import SceneOptions, Size
from dateline.scene.parts import Side
from dateline.scene.scale import TimeScale, View
from dateline.scene.scene import build_scene
from scene_values import MEASURE, PUBLICATION, columns_of, crowd_of_days, events, news, story

SIZES = st.sampled_from([Size(940, 560), Size(400, 300), Size(1600, 900), Size(800, 180)])
Box = tuple[float, float, float, float]


def label_boxes(scene: Scene) -> list[Box]:
    return [(one.x, one.y, one.x + one.width, one.y + one.height) for one in scene.labels]


def mark_boxes(scene: Scene) -> list[tuple[int, Box]]:
    marks, half = scene.marks, scene.metrics.mark / 2
    return [
        (int(index), (left, y - half, right, y + half))
        for index, left, right, y in zip(marks.index, marks.left, marks.right, marks.y, strict=True)
    ]


def badge_boxes(scene: Scene) -> list[Box]:
    clusters, half = scene.clusters, scene.metrics.line / 2
    return [
        (x - width / 2, y - half, x + width / 2, y + half)
        for x, y, width in zip(clusters.x, clusters.y, clusters.width, strict=True)
    ]


def touch(one: Box, other: Box) -> bool:
    slack = 0.01
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def shown(
    found: tuple[Event, ...], size: Size, by: LaneBy = LaneBy.GROUP, zoom: float = 1.0, at: float = 0.5
) -> Scene:
    columns = columns_of(found, by)
    options = SceneOptions(folds=find_folds(columns), selected=frozenset(columns.ids[:1]))
    view = fit_all(columns, size, MEASURE, options)
    view = TimeScale(view, options.folds, size.width_px).zoomed(zoom, size.width_px * at)
    return build_scene(columns, view, size, MEASURE, options)


ZOOMS = st.sampled_from([0.3, 1.0, 1.0, 3.0, 40.0, 1000.0])


@settings(max_examples=60)
@given(found=events(), size=SIZES, by=st.sampled_from([LaneBy.NONE, LaneBy.GROUP]), zoom=ZOOMS, at=st.floats(0, 1))
def test_the_laws_of_every_scene(found: tuple[Event, ...], size: Size, by: LaneBy, zoom: float, at: float) -> None:
    scene = shown(found, size, by, zoom, at)

    nothing_touches(scene)
    labels_have_their_room(scene)
    counts_add_up(scene, len(found))
    lengths_are_plain_numbers(scene)


def lengths_are_plain_numbers(scene: Scene) -> None:
    """A length from numpy compares to what is no bool to Qt."""
    lengths = [length for band in scene.lanes for length in (band.top, band.rows_top, band.bottom)]
    lengths += [length for label in scene.labels for length in (label.x, label.y, label.width, label.height)]
    assert {type(length) for length in lengths} <= {float}
    assert type(scene.content_height_px) in {float, int}


def name_boxes(scene: Scene) -> list[Box]:
    """The names of lanes, which share a row with marks where there is little height."""
    return [
        (0.0, band.top, 10.0 + MEASURE.width(band.name, TextStyle.LANE), band.rows_top)
        for band in scene.lanes
        if band.name
    ]


def nothing_touches(scene: Scene) -> None:
    """Labels, points, bars, badges and the names of lanes lie side by side."""
    things = [box for _, box in mark_boxes(scene)] + badge_boxes(scene) + label_boxes(scene) + name_boxes(scene)
    for place, box in enumerate(things):
        assert not any(touch(box, other) for other in things[:place])


def labels_have_their_room(scene: Scene) -> None:
    """Labels lie in the picture and in no tear."""
    for label in scene.labels:
        assert label.x >= 0
        assert label.x + label.width <= scene.size.width_px
        for band in scene.folds:
            assert label.x + label.width <= band.left + 0.01 or label.x >= band.right - 0.01


def counts_add_up(scene: Scene, events_given: int) -> None:
    """What is drawn singly, gathered and outside is everything, each event once."""
    assert sum(scene.counts) == len(scene.columns) == events_given
    assert scene.counts.single == len(scene.marks) == len(set(scene.marks.index.tolist()))
    assert scene.counts.clustered == len(scene.clusters.members)
    assert scene.counts.outside >= 0
    assert len(scene.visible_ids()) == scene.counts.single + scene.counts.clustered


@settings(max_examples=40)
@given(found=events(), size=SIZES)
def test_everything_is_in_the_picture_that_shows_everything(found: tuple[Event, ...], size: Size) -> None:
    scene = shown(found, size)

    if scene.content_height_px <= scene.lanes_height_px + 1:
        assert scene.counts.outside == 0


@pytest.mark.parametrize("count", [400, 2_000, 5_000, 60_000])
def test_crowds_add_up_and_keep_labels_apart(count: int) -> None:
    columns = crowd_of_days(count)
    size = Size(1200, 700)
    view = fit_all(columns, size, MEASURE, SceneOptions())

    for zoom in (1.0, 5.0, 60.0):
        near = TimeScale(view, (), size.width_px).zoomed(zoom, 700)
        scene = build_scene(columns, near, size, MEASURE, SceneOptions())
        clustered = len(scene.clusters.members) + sum(strip.events for strip in scene.strips)
        assert sum(scene.counts) == count
        assert scene.counts.clustered == clustered
        nothing_touches(scene)


def test_a_strip_counts_what_goes_on_in_each_column() -> None:
    columns = crowd_of_days(50_000)
    scene = build_scene(columns, fit_all(columns, Size(600, 500), MEASURE, SceneOptions()), Size(600, 500), MEASURE)

    strip = scene.strips[0]
    left = scene.scale.to_seconds(300)
    right = scene.scale.to_seconds(301)
    lane = columns.by_lane[strip.lane]
    going_on = (columns.earliest_start[lane] < right) & (columns.latest_end[lane] > left)
    assert strip.counts[300] == pytest.approx(int(going_on.sum()), abs=2)
    assert strip.counts.sum() > 0


def test_panning_by_some_pixels_regroups_nothing() -> None:
    columns = crowd_of_days(2_000)
    size = Size(1200, 400)
    view = fit_all(columns, size, MEASURE, SceneOptions())
    groups = []
    for shift in (0.0, 7.0, 19.0):
        moved = View(view.anchor_seconds, view.anchor_px + shift, view.seconds_per_px / 3)
        scene = build_scene(columns, moved, size, MEASURE)
        groups.append({tuple(scene.clusters.of(place).tolist()) for place in range(len(scene.clusters))})

    assert len(groups[0]) > 20
    for other in groups[1:]:
        assert len(groups[0] & other) >= 0.9 * len(groups[0])


def test_the_story_is_read_at_once() -> None:
    columns = columns_of(story())
    options = SceneOptions(
        folds=find_folds(columns, [(PUBLICATION.start, PUBLICATION.end)]), publications=(PUBLICATION,)
    )
    size = Size(940, 560)
    scene = build_scene(columns, fit_all(columns, size, MEASURE, options), size, MEASURE, options)

    titles = {label.title for label in scene.labels}
    assert scene.counts.single == 9
    assert len(scene.labels) == 9
    assert not any(title.endswith("…") for title in titles)
    assert len(scene.folds) == 1
    assert scene.folds[0].text.endswith("folded")
    assert [line.name for line in scene.publications] == ["Interview of October"]


def test_lines_of_many_documents_do_not_hatch_the_picture() -> None:
    columns = columns_of(story())
    size = Size(940, 560)

    def with_lines(count: int) -> Scene:
        day = PUBLICATION.end - PUBLICATION.start
        back = [number * 40 * day for number in range(count)]
        moved = [(PUBLICATION.start - seconds, PUBLICATION.end - seconds) for seconds in back]
        lines = tuple(PUBLICATION._replace(document=f"d{at}", start=a, end=b) for at, (a, b) in enumerate(moved))
        options = SceneOptions(publications=lines)
        return build_scene(columns, fit_all(columns, size, MEASURE, options), size, MEASURE, options)

    few, many = with_lines(5), with_lines(200)
    middle = size.height_px / 2
    assert few.lines_top_px == few.metrics.axis
    assert many.lines_top_px > size.height_px * 0.8
    line = next(line for line in many.publications if many.hit(line.x, size.height_px - 2).kind is HitKind.PUBLICATION)
    assert many.hit(line.x, middle).kind is not HitKind.PUBLICATION


def test_a_long_bar_keeps_its_label_in_the_visible_part() -> None:
    columns = columns_of(story()[1:2])
    size = Size(900, 300)
    near = TimeScale(fit_all(columns, size, MEASURE, SceneOptions()), (), size.width_px).zoomed(30, 500)

    scene = build_scene(columns, near, size, MEASURE)

    (label,) = scene.labels
    assert label.side is Side.BELOW
    assert 0 <= label.x <= size.width_px - label.width


def test_hits_find_what_is_drawn() -> None:
    columns = columns_of(story())
    options = SceneOptions(folds=find_folds(columns), publications=(PUBLICATION,))
    size = Size(940, 560)
    scene = build_scene(columns, fit_all(columns, size, MEASURE, options), size, MEASURE, options)

    for label in scene.labels:
        assert scene.hit(label.x + 3, label.y + 3).ids == (columns.ids[label.index],)
    for event_id in columns.ids:
        rect = scene.mark_rect(event_id)
        assert rect is not None
        found = scene.hit(rect[0] + min(rect[2] / 2, 40), rect[1] + rect[3] / 2)
        assert found.kind is HitKind.EVENT
    band, lane = scene.folds[0], scene.lanes[0]
    assert scene.hit((band.left + band.right) / 2, 10).fold == band.fold
    assert scene.hit(300, lane.top + 5).lane == lane.key
    line = scene.publications[0]
    assert scene.hit(line.text_px + 4, size.height_px - 5).ids == ("d0",)
    assert scene.hit(300, 30).kind is HitKind.NOTHING


def test_a_click_on_a_badge_or_a_strip_gives_its_events() -> None:
    columns = crowd_of_days(3_000, days=3_000)
    size = Size(900, 300)
    scene = build_scene(columns, fit_all(columns, size, MEASURE, SceneOptions()), size, MEASURE)
    clusters = scene.clusters
    place = int(np.argmax((clusters.x > 100) & (clusters.y < 290)))

    found = scene.hit(float(clusters.x[place]), float(clusters.y[place]))

    assert found.kind is HitKind.CLUSTER
    assert set(found.ids) == {columns.ids[index] for index in clusters.of(place).tolist()}
    full = crowd_of_days(20_000)
    strips = build_scene(full, fit_all(full, size, MEASURE, SceneOptions()), size, MEASURE).strips
    crowded = build_scene(full, fit_all(full, size, MEASURE, SceneOptions()), size, MEASURE)
    assert strips
    strip = crowded.strips[0]
    hit = crowded.hit(450, strip.top + strip.height - 1)
    assert hit.kind is HitKind.CLUSTER
    assert 0 < len(hit.ids) < 200


def test_a_collapsed_lane_is_one_thin_strip() -> None:
    columns = columns_of(story(), collapsed=("meeting",))
    size = Size(940, 560)
    scene = build_scene(columns, fit_all(columns, size, MEASURE, SceneOptions()), size, MEASURE)

    assert [strip.events for strip in scene.strips] == [3]
    assert scene.counts.clustered == 3
    assert scene.lanes[0].bottom - scene.lanes[0].top < 60


def test_nothing_to_show_is_a_picture_too() -> None:
    columns = columns_of(())
    scene = build_scene(columns, fit_all(columns, Size(500, 300), MEASURE, SceneOptions()), Size(500, 300), MEASURE)

    assert tuple(scene.counts) == (0, 0, 0)
    assert scene.minor
    assert scene.hit(50, 200).kind is HitKind.NOTHING
    assert scene.mark_rect("e1") is None


def test_lanes_that_do_not_fit_are_scrolled() -> None:
    found = story()
    columns = columns_of(found)
    size = Size(700, 150)
    view = fit_all(columns, size, MEASURE, SceneOptions())

    first = build_scene(columns, view, size, MEASURE)
    last = build_scene(columns, view, size, MEASURE, SceneOptions(scroll_px=10_000))

    assert first.content_height_px > first.lanes_height_px
    assert first.lanes[0].lane == 0
    assert last.lanes[-1].bottom == pytest.approx(size.height_px)


@settings(max_examples=80)
@given(found=events(), size=SIZES, by=st.sampled_from([LaneBy.NONE, LaneBy.GROUP]), zoom=ZOOMS, at=st.floats(0, 1))
def test_no_cluster_has_fewer_than_two_members(
    found: tuple[Event, ...], size: Size, by: LaneBy, zoom: float, at: float
) -> None:
    scene = shown(found, size, by, zoom, at)

    assert (scene.clusters.count >= 2).all()


@settings(max_examples=40)
@given(found=events(most=6), size=SIZES)
def test_few_events_are_never_gathered(found: tuple[Event, ...], size: Size) -> None:
    scene = shown(found, size, LaneBy.NONE)

    assert len(scene.clusters) == 0
    assert scene.counts.clustered == 0


def test_in_a_low_window_marks_stand_beside_the_names_of_lanes() -> None:
    low, high = (shown(story(), Size(940, height)) for height in (260, 560))

    assert not [band for band in high.lanes for y in high.marks.y.tolist() if band.top < y < band.rows_top]
    assert [band for band in low.lanes for y in low.marks.y.tolist() if band.top < y < band.rows_top]
    assert {label.index for label in low.labels} == set(range(len(story())))


def test_a_low_window_shows_every_mark_of_a_news_story_and_names_what_matters() -> None:
    found = news()
    columns = columns_of(found)
    options = SceneOptions(
        folds=find_folds(columns, [(PUBLICATION.start, PUBLICATION.end)]), publications=(PUBLICATION,)
    )
    size = Size(740, 370)

    scene = build_scene(columns, fit_all(columns, size, MEASURE, options), size, MEASURE, options)

    assert tuple(scene.counts) == (len(found), 0, 0)
    assert len(scene.clusters) == 0
    nothing_touches(scene)
    labelled = {columns.ids[label.index] for label in scene.labels if label.y + label.height <= size.height_px}
    assert {"e1", "e4"} <= labelled
