"""The story's scene in three sizes, against scenes that were looked at as pictures and then kept.

A change of the layout shows here as a difference in words and whole pixels. `python tests/unit/scene/test_story.py`
writes them anew; look at the difference, and at a picture of it, before keeping it.
"""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from dateline.scene.drawn import Scene
from dateline.scene.fitting import fit_all
from dateline.scene.folds import find_folds
from dateline.scene.options import SceneOptions, Size
from dateline.scene.scene import build_scene
from scene_values import MEASURE, PUBLICATION, columns_of, story

SPECS: Final = Path(__file__).parents[2] / "specs" / "scenes"
SIZES: Final = {"wide": Size(940, 560), "narrow": Size(480, 560), "low": Size(940, 260)}


def scene_of(size: Size) -> Scene:
    columns = columns_of(story())
    folds = find_folds(columns, [(PUBLICATION.start, PUBLICATION.end)])
    options = SceneOptions(folds=folds, publications=(PUBLICATION,), selected=frozenset({"e4"}))
    return build_scene(columns, fit_all(columns, size, MEASURE, options), size, MEASURE, options)


def told(scene: Scene) -> dict[str, Any]:
    """The scene in whole pixels and words, in reading order."""
    marks = {
        scene.columns.ids[index]: [round(left), round(right), round(y)]
        for index, left, right, y in zip(
            scene.marks.index.tolist(),
            scene.marks.left.tolist(),
            scene.marks.right.tolist(),
            scene.marks.y.tolist(),
            strict=True,
        )
    }
    labels = sorted(scene.labels, key=lambda label: (label.y, label.x))
    return {
        "counts": list(scene.counts),
        "lanes": [[lane.name, round(lane.top), round(lane.bottom)] for lane in scene.lanes],
        "marks from, to, at": dict(sorted(marks.items())),
        "clusters": [
            [round(x), round(y), count]
            for x, y, count in zip(
                scene.clusters.x.tolist(), scene.clusters.y.tolist(), scene.clusters.count.tolist(), strict=True
            )
        ],
        "labels": [
            [label.title, label.rest, label.subtitle, label.side.name, round(label.x), round(label.y)]
            for label in labels
        ],
        "folds": [[band.text, round(band.left), round(band.right)] for band in scene.folds],
        "publications": [[line.name, round(line.x), round(line.text_px)] for line in scene.publications],
        "upper axis": [[tick.text, round(tick.text_px)] for tick in scene.major if tick.text],
        "lower axis": [[tick.text, round(tick.text_px)] for tick in scene.minor if tick.text],
    }


def written(scene: Scene) -> str:
    """As JSON, one thing a line."""
    parts = []
    for key, value in told(scene).items():
        if isinstance(value, dict):
            lines = [f"    {json.dumps(name)}: {json.dumps(one)}" for name, one in value.items()]
            parts.append(f'  "{key}": {{\n' + ",\n".join(lines) + "\n  }")
        else:
            lines = [f"    {json.dumps(one, ensure_ascii=False)}" for one in value]
            parts.append(f'  "{key}": [\n' + ",\n".join(lines) + "\n  ]" if lines else f'  "{key}": []')
    return "{\n" + ",\n".join(parts) + "\n}\n"


@pytest.mark.parametrize("name", SIZES)
def test_the_scene_is_the_one_that_was_looked_at(name: str) -> None:
    kept = (SPECS / f"story-{name}.json").read_text(encoding="utf-8")

    assert written(scene_of(SIZES[name])) == kept


if __name__ == "__main__":
    for wanted, size in SIZES.items():
        (SPECS / f"story-{wanted}.json").write_text(written(scene_of(size)), encoding="utf-8")
