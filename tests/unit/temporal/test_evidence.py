"""News or story, tense, and what does not move a story."""

import datetime

import pytest

from dateline import temporal
from dateline.temporal.expressions import Expression
from dateline.temporal.language import load_language
from dateline.temporal.meanings import Vague
from dateline.temporal.story import Tense
from dateline.temporal.tense import tense_at

TODAY = datetime.date(2014, 10, 30)
STORY = (
    "On 3 May 1410 the army left. On 14 May 1410 it camped. On 2 June 1410 it crossed the river. "
    "By July it had reached the town. "
)
NEWS = "Yesterday he spoke. On Tuesday he met them. Last week he left. On Monday he slept. He came in July. "


def value_of(words: str, text: str) -> str:
    return next(timex.value for timex in temporal.tag(text, TODAY, language="en") if timex.text == words)


def test_stories_count_from_themselves() -> None:
    assert value_of("July", STORY) == "1410-07"


def test_news_counts_from_the_document() -> None:
    assert value_of("July", NEWS) == "2014-07"


def test_one_document_can_hold_both() -> None:
    text = STORY * 8 + "Nothing else is known of all this. " * 40 + NEWS * 8
    july = [timex.value for timex in temporal.tag(text, TODAY, language="en") if timex.text == "July"]
    assert july == ["1410-07"] * 8 + ["2014-07"] * 8


def test_a_date_far_down_a_long_text_is_no_problem() -> None:
    text = "word " * 400_000 + "on 3 May 2010 and in June"
    assert [timex.value for timex in temporal.tag(text, TODAY, language="en")] == ["2010-05-03", "2010-06"]


def test_a_year_that_stands_out_does_not_move_the_story() -> None:
    aside = "A book of 12 April 2003 tells it. "
    assert value_of("August", STORY + aside + STORY.replace("July", "August")) == "1410-08"


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("He will come on X.", Tense.FUTURE),
        ("He came on X.", Tense.PAST),
        ("On X, he came.", Tense.TOLD),
        ("The vote is set to start on X.", Tense.FUTURE),
        ("They agreed to buy it in X.", Tense.OPEN),
        ("Nothing here on X.", Tense.OPEN),
    ],
)
def test_tense(text: str, tense: Tense) -> None:
    place = text.index("X")
    assert tense_at(Expression(place, place + 1, "", Vague("")), text, load_language("en")) is tense
