"""Articles of many genres, each with the events a careful reader finds in it, and how much of that the program must
find.
"""

from pathlib import Path

import pytest

from dateline.analysis import analyse_text
from dateline.model.timeline import Timeline
from event_scores import Scores, read_gold, score

SPECS = sorted((Path(__file__).parents[2] / "specs" / "events").glob("*.gold.json"))
LEAST_F1 = 0.6  # of each article
LEAST_F1_TOGETHER = 0.8
MOST_DUPLICATES_IN = 4  # articles, one duplicate: three in a set of twelve


def _read(path: Path) -> tuple[Timeline, Scores]:
    text, gold = read_gold(path)
    timeline = analyse_text(text, name=path.stem)
    return timeline, score(timeline.events, gold)


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[Timeline, Scores]]:
    return {path.name.removesuffix(".gold.json"): _read(path) for path in SPECS}


@pytest.mark.parametrize("name", [path.name.removesuffix(".gold.json") for path in SPECS])
def test_article_is_read_as_by_a_reader(name: str, readings: dict[str, tuple[Timeline, Scores]]) -> None:
    _, scores = readings[name]
    assert scores.f1 >= LEAST_F1, f"precision {scores.precision:.2f}, recall {scores.recall:.2f}"


def test_articles_together(readings: dict[str, tuple[Timeline, Scores]]) -> None:
    total = sum((scores for _, scores in readings.values()), Scores(0, 0, 0))
    assert total.f1 >= LEAST_F1_TOGETHER, f"precision {total.precision:.2f}, recall {total.recall:.2f}"
    assert total.duplicates <= len(SPECS) / MOST_DUPLICATES_IN


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_gold_quotes_stand_in_their_texts(path: Path) -> None:
    text, gold = read_gold(path)
    for known in [*gold["events"], *gold["non_events"]]:
        for excerpt in known.get("excerpts", [known]):
            assert text[excerpt["start"] : excerpt["end"]] == excerpt["quote"]


def test_every_event_is_grounded_and_every_expression_is_accounted_for(
    readings: dict[str, tuple[Timeline, Scores]],
) -> None:
    for timeline, _ in readings.values():
        document = timeline.documents[0]
        for event in timeline.events:
            assert 0 < len(event.title) <= 60
            assert event.excerpts
            assert event.why or event.time is None
            for excerpt in event.excerpts:
                assert document.text[excerpt.start : excerpt.end] == excerpt.quote
                assert excerpt.phrase is None or excerpt.anchor.span.contains(excerpt.phrase)
        told = {(entry.span.start, entry.span.end) for entry in timeline.ledger}
        assert told >= {(timex.start, timex.end) for timex in timeline.timexes[document.id]}
        known = {event.id for event in timeline.events}
        assert all(set(entry.events) <= known for entry in timeline.ledger)
