"""Which events of a crowd are told."""

import numpy as np

from dateline.scene.fitting import fit_all
from dateline.scene.options import SceneOptions, Size
from dateline.scene.scene import build_scene
from scene_values import MEASURE, crowd_of_days

SIZE = Size(1200, 900)


def test_the_most_salient_of_a_crowd_are_told() -> None:
    columns = crowd_of_days(2_000)
    scene = build_scene(columns, fit_all(columns, SIZE, MEASURE, SceneOptions()), SIZE, MEASURE)

    assert scene.counts.clustered > 1500
    for lane in scene.lanes:
        told = [label.index for label in scene.labels if columns.lane[label.index] == lane.lane]
        ranked = columns.by_lane[lane.lane][np.argsort(-columns.salience[columns.by_lane[lane.lane]])]
        assert told
        assert int(ranked[0]) in told


def test_what_is_left_alone_is_a_mark_again() -> None:
    columns = crowd_of_days(1_200)
    scene = build_scene(columns, fit_all(columns, SIZE, MEASURE, SceneOptions()), SIZE, MEASURE)

    assert len(scene.clusters) > 10
    assert scene.clusters.count.min() >= 2


def test_a_selected_event_is_lifted_first() -> None:
    columns = crowd_of_days(2_000)
    quiet = int(np.argsort(columns.salience)[500])
    plain = fit_all(columns, SIZE, MEASURE, SceneOptions())

    scene = build_scene(columns, plain, SIZE, MEASURE, SceneOptions(selected=frozenset({columns.ids[quiet]})))

    assert quiet in scene.marks.index
    assert quiet in {label.index for label in scene.labels}
