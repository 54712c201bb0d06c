"""What stands around the lanes: the documents' lines and the tears of folds."""

import itertools

from dateline.model.dates import instant
from dateline.scene.folds import Fold
from dateline.scene.frame import fold_bands, publication_lines
from dateline.scene.measure import TextStyle
from dateline.scene.options import Publication
from dateline.scene.scale import TimeScale, fit_view
from scene_values import MEASURE


def day(name: str, month: int, number: int) -> Publication:
    start = instant(2014, month, number)
    return Publication(name.lower(), name, start, start + 86_400)


def test_names_of_documents_never_reach_each_other() -> None:
    scale = TimeScale(fit_view(instant(2014), instant(2015), 600), (), 600)
    found = [
        day("Interview", 3, 1),
        day("Report", 3, 20),
        day("Letter", 3, 22),
        day("Reply", 11, 30),
        day("Second", 11, 30),
    ]

    lines = publication_lines(found, scale, MEASURE)

    told = [(line.text_px, line.text_px + line.text_width_px) for line in lines if line.name]
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(told))
    assert [len(line.documents) for line in lines] == [1, 1, 1, 2]
    assert lines[-1].name == "2 documents"
    assert lines[-1].text_px < lines[-1].x
    assert lines[0].text_px > 0


def test_a_tear_tells_what_it_hides() -> None:
    fold = Fold(instant(2005), instant(2014, 4))
    scale = TimeScale(fit_view(instant(2004), instant(2015), 800, (fold,)), (fold,), 800)

    told = [fold_bands(scale, 40, 40 + height, (), MEASURE)[0].text for height in (500, 140, 80, 30)]
    assert told == ["9 years 2 months folded", "9 years 2 months", "9 years", ""]


def test_the_words_of_a_tear_keep_clear_of_the_lanes_names() -> None:
    fold = Fold(instant(2005), instant(2014, 4))
    scale = TimeScale(fit_view(instant(2004), instant(2015), 800, (fold,)), (fold,), 800)
    left, _right = scale.fold_bands[0]
    headers = [(0.0, 100.0, left + 5, 120.0), (0.0, 240.0, left + 5, 260.0), (0.0, 400.0, left - 5, 420.0)]

    (band,) = fold_bands(scale, 40, 500, headers, MEASURE)

    assert band.text == "9 years 2 months folded"
    reach = MEASURE.width(band.text, TextStyle.SUBTITLE) / 2
    assert band.text_y - reach > 260


def test_a_tear_out_of_sight_is_not_drawn() -> None:
    fold = Fold(instant(2005), instant(2014, 4))
    assert fold_bands(TimeScale(fit_view(instant(2020), instant(2021), 800), (fold,), 800), 40, 500, (), MEASURE) == ()
