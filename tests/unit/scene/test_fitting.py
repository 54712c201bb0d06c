"""What the view that shows everything lets one read."""

from dataclasses import replace

import pytest

from dateline.model.events import Event
from dateline.scene.drawn import Scene
from dateline.scene.fitting import fit_all
from dateline.scene.folds import find_folds
from dateline.scene.options import SceneOptions, Size
from dateline.scene.scene import build_scene
from scene_values import MEASURE, at, columns_of, event, story


def fitted(found: tuple[Event, ...], size: Size) -> Scene:
    columns = columns_of(found)
    options = SceneOptions(folds=find_folds(columns))
    return build_scene(columns, fit_all(columns, size, MEASURE, options), size, MEASURE, options)


@pytest.mark.parametrize("size", [Size(742, 390), Size(930, 510), Size(1700, 900)])
def test_every_title_of_a_small_story_can_be_read(size: Size) -> None:
    scene = fitted(story(), size)

    assert {label.index for label in scene.labels} == set(range(len(story())))
    assert all(label.title for label in scene.labels)
    if size.width_px > 742:
        assert all(label.whole for label in scene.labels)


def test_a_long_title_in_a_narrow_place_is_broken_not_cut() -> None:
    title = "The council sets up a commission to look into it"
    scene = fitted((event(1, title, at("2014-03-01")), event(2, "Later", at("2014-09-01"))), Size(330, 400))

    label = next(label for label in scene.labels if scene.columns.label(label.index)[0] == title)

    assert label.rest
    assert f"{label.title} {label.rest}" == title


def test_of_two_titles_with_room_for_one_the_salient_one_is_read() -> None:
    crowd = [event(number, f"A day of some importance {number}", at("2014-10-28")) for number in range(14)]
    crowd[9] = replace(crowd[9], salience=1.0)
    others = [replace(one, salience=0.1) for one in crowd[:9] + crowd[10:]]

    scene = fitted((crowd[9], *others), Size(700, 230))

    labelled = {scene.columns.ids[label.index] for label in scene.labels if label.y + label.height <= 230}
    assert crowd[9].id in labelled
    assert len(labelled) < len(crowd)


def test_no_events_have_a_view_too() -> None:
    assert fitted((), Size(900, 500)).counts.single == 0
