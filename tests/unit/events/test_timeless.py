"""What tells of nothing that took place (timetables, rules, definitions, orders, pictures, imprints), and what looks
like it and does."""

import pytest

from dateline.analysis import analyse_text

HEAD = "Council approves harbour wall\n\nBy Jane Orr\n12 March 2024\n\nThe council approved the new wall on Monday.\n\n"
TAIL = "\n\nThe mayor, Tom Reed, resigned in 2019.\n"
ALWAYS = (
    "The reading room is open Tuesday to Saturday, 10 am to 5 pm, and closed on public holidays.",
    "Office open Tues & Thurs 10-1.",
    "Open daily 09:00-19:00 (November to March 08:30-17:00), closed on Mondays.",
    "Aerial photograph (back cover): June 2015.",
    "The old mill pictured in August 2023.",
    "(Photograph taken in June 1987 by Harold Finch.)",
    "First published in Great Britain in 2014 by Finch Press.",
    "Printed in March 2020 on recycled paper.",
    "A version of this article appeared in print on 14 March 2024.",
    "A claim must be lodged within 28 days of the decision.",
    "In the three summer months she makes five return crossings a day, the first at 05:30.",
    "The night shift normally begins at 19:00.",
    "In winter the road is closed by snow for weeks.",
    "Buses leave the square at 08:00, 12:00 and 17:00.",
    "The Seleucid era begins in 312 BC (311 in Babylon).",
    "The novel is set in 1912.",
    "Come back in March and I'll cut you one.",
    "Remember that clocks go back on 27 October.",
    "Had the pumps failed on Tuesday, the cellar would have filled.",
)
TOLD = (
    "The museum closed on 3 May 2020 and reopened in July.",
    "The library will open on Saturday 16 March.",
    "The bridge was closed on Monday from 10:00 to 14:00.",
    "First published in 1987, the novel was translated into nine languages in 1990.",
    "Printed in secret in 1943, the paper was carried across the border by boatmen.",
    "Reed photographed the wreck in June 1987.",
    "The photograph was stolen on 5 June 1999.",
    "Pictures of the accident emerged on Sunday.",
    "This report was presented to parliament on 5 May 2019.",
    "He must leave the country within 14 days.",
    "An election must be held by January 2025.",
    "In winter 1962 the road was closed by snow for weeks.",
    "The vessel leaves Oban at 14:00 on Friday.",
    "The era of steam ended in 1968.",
    "The novel was written in 1912.",
    "Remember the flood of 1987, when the dam burst.",
    "Had a meeting with the mayor on Tuesday.",
)


def _told(sentence: str) -> list[str]:
    first, last = len(HEAD), len(HEAD) + len(sentence)
    events = analyse_text(HEAD + sentence + TAIL).events
    return [event.title for event in events if any(x.start < last and x.end > first for x in event.excerpts)]


@pytest.mark.parametrize("sentence", ALWAYS)
def test_what_always_is_tells_no_event(sentence: str) -> None:
    assert _told(sentence) == []


@pytest.mark.parametrize("sentence", TOLD)
def test_what_took_place_is_told(sentence: str) -> None:
    assert _told(sentence)
