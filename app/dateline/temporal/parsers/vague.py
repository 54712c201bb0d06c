"""Words that point to the present, the past or the future without a place on the calendar. They are never drawn."""

from dateline.temporal.drafts import Match, Parser, Setting
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Vague
from dateline.temporal.value import PRESENT, SOME_TIME, SOME_YEAR

REFERENCE = Parser("vague time", "word:REFERENCE", lambda match: Vague(match.name("word", Kind.REFERENCE)), "recently")


def _noun(match: Match) -> Vague:
    group = "word" if "word" in match else "near"
    kind = Kind.PAST_NOUN if match.all(group)[0].has(Kind.PAST_NOUN) else Kind.FUTURE_NOUN
    return Vague(match.name(group, kind))


NOUN = Parser(
    "the past",
    "(?:THE word:[PAST_NOUN FUTURE_NOUN](?![UNIT UNITS NUM MONTH WEEKDAY SEASON])"
    "|(?<=[INSIDE POSSESSIVE])near:FUTURE_NOUN(?![WORD UNIT UNITS NUM MONTH WEEKDAY SEASON]))",
    _noun,
    "the future",
)
# "Future earnings" of a report are those to come; a story's future is a time it looks ahead to.
FUTURE_NAME = Parser(
    "future",
    "word:FUTURE_NOUN(?![UNIT UNITS NUM MONTH WEEKDAY SEASON])",
    lambda match: Vague(match.name("word", Kind.FUTURE_NOUN)),
    "future",
    only=Setting.BESIDE_NEWS,
)
# In a story the former king reigned before; in news a former minister is a title.
FORMER = Parser(
    "former", "word:FORMER", lambda match: Vague(match.name("word", Kind.FORMER)), "former", only=Setting.STORY
)
STORY_TIME = Parser(
    "time of the story",
    "when:(?:(?<=[AT INSIDE SIGNAL APPROXIMATE])[THIS THAT] TIME_NOUN|(?<=[AT SIGNAL])THE TIME_NOUN|THIS PERIOD)",
    lambda _: (("when", Vague(PRESENT)),),
    "at this time",
    only=Setting.STORY,
)
# In news such lengths are a manner of speaking.
SOME_LENGTH = Parser(
    "some time",
    "length:SOME_TIME(?![AGO LATER EARLIER INSIDE AT])",
    lambda _: Vague(SOME_TIME),
    "for a short time",
    only=Setting.STORY,
)
WEATHER_SEASON = Parser(
    "season of a climate",
    "THE? season:WEATHER_SEASON",
    lambda _: Vague(SOME_YEAR),
    "the dry season",
    only=Setting.STORY,
)
