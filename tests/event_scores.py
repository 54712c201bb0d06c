"""How well predicted events agree with a reader's: time and excerpt must both agree, one to one.

The rules are those of the comparison the project is measured by: the Jaccard index of the days is at least a half (or
both ends lie
within a tolerance), and some excerpt overlaps half of the shorter one. Optional events count neither as missed nor as
wrong.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model.dates import DAY_SECONDS, day_number
from dateline.model.events import Event

OPEN_DAYS = 365
LEAST_OVERLAP = 0.5
LONGEST_EXCERPT = 600


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts of one text or of many."""

    found: int
    required: int
    wrong: int
    duplicates: int = 0

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            self.found + other.found,
            self.required + other.required,
            self.wrong + other.wrong,
            self.duplicates + other.duplicates,
        )

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.required)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def read_gold(path: Path) -> tuple[str, Mapping[str, Any]]:
    """The text and what a reader found in it."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    return (path.parent / gold["text_file"]).read_bytes().decode("utf-8"), gold


def score(events: Sequence[Event], gold: Mapping[str, Any]) -> Scores:
    """Compare the events of one text with the reader's."""
    wanted = gold["events"]
    agree = {
        (place, index)
        for index, event in enumerate(events)
        for place, known in enumerate(wanted)
        if _texts_agree(event, known) and _times_agree(event, known)
    }
    matched = _match(len(events), wanted, agree)
    used = set(matched.values())
    unused = [index for index in range(len(events)) if index not in used]
    return Scores(
        found=sum(not wanted[place].get("optional") for place in matched),
        required=sum(not known.get("optional") for known in wanted),
        wrong=len(unused),
        duplicates=sum(any((place, index) in agree for place in matched) for index in unused),
    )


def _match(count: int, wanted: Sequence[Mapping[str, Any]], agree: set[tuple[int, int]]) -> dict[int, int]:
    """A maximum matching by augmenting paths; required events are placed first."""
    taken: dict[int, int] = {}

    def place_event(place: int, seen: set[int]) -> bool:
        for index in range(count):
            if (place, index) not in agree or index in seen:
                continue
            seen.add(index)
            if index not in taken or place_event(taken[index], seen):
                taken[index] = place
                return True
        return False

    for place in sorted(range(len(wanted)), key=lambda known: bool(wanted[known].get("optional"))):
        place_event(place, set())
    return {place: index for index, place in taken.items()}


def _texts_agree(event: Event, known: Mapping[str, Any]) -> bool:
    for excerpt in event.excerpts:
        for other in known["excerpts"]:
            shorter = min(excerpt.end - excerpt.start, other["end"] - other["start"])
            shared = min(excerpt.end, other["end"]) - max(excerpt.start, other["start"])
            if excerpt.end - excerpt.start <= LONGEST_EXCERPT and shared >= LEAST_OVERLAP * shorter > 0:
                return True
    return False


def _times_agree(event: Event, known: Mapping[str, Any]) -> bool:
    if known.get("any_time"):
        return True
    if event.time is None:
        return False
    interval = event.time.interval
    start = None if interval.earliest_start is None else interval.earliest_start // DAY_SECONDS
    end = None if interval.latest_end is None else (interval.latest_end - 1) // DAY_SECONDS
    spans = [(known["start"], known["end"]), *map(tuple, known.get("alt", []))]
    predicted = _closed(start, end)
    if max(_jaccard(predicted, _closed(*map(_day, span))) for span in spans) >= LEAST_OVERLAP:
        return True
    first, last = _closed(_day(known["start"]), _day(known["end"]))
    near = max(abs(predicted[0] - first), abs(predicted[1] - last)) <= known.get("tol_days", 0)
    return near and (predicted[1] - predicted[0] + 1) * 4 >= last - first + 1


def _day(iso: str | None) -> int | None:
    if iso is None:
        return None
    year, month, day = iso.rsplit("-", 2)
    return day_number(int(year), int(month), int(day))


def _closed(start: int | None, end: int | None) -> tuple[int, int]:
    assert start is not None or end is not None
    if start is None:
        assert end is not None
        return end - OPEN_DAYS, end
    return start, start + OPEN_DAYS if end is None else end


def _jaccard(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]) + 1)
