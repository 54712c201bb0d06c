"""The kinds of token that patterns speak of: kinds of words (one table each in a language file) and shapes of
numbers.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple


class Kind(StrEnum):
    """What a token can be. The first group is filled by language files,
    the second by the shapes of numbers and signs.
    """

    ARTICLE = "article"
    THE = "the"
    POSSESSIVE = "possessive"
    MONTH = "month"
    WEEKDAY = "weekday"
    WEEKDAYS = "weekdays"
    SEASON = "season"
    AUSTRAL = "austral"
    UNIT = "unit"
    UNITS = "units"
    FORTNIGHT = "fortnight"
    NUMBER = "number"
    SCALE = "scale"
    DOZEN = "dozen"
    HALF = "half"
    ORDINAL = "ordinal"
    ORDINAL_MARK = "ordinal_mark"
    FINAL = "final"
    VAGUE = "vague"
    MORE = "more"
    DEICTIC_DAY = "deictic_day"
    TONIGHT = "tonight"
    OVERNIGHT = "overnight"
    LAST = "last"
    PREVIOUS = "previous"
    NEXT = "next"
    FOLLOWING = "following"
    THIS = "this"
    THAT = "that"
    LATEST = "latest"
    AGO = "ago"
    AGO_BEFORE = "ago_before"
    EARLIER = "earlier"
    LATER = "later"
    HENCE = "hence"
    IN_FUTURE = "in_future"
    SOONER = "sooner"
    DAY_AND_PART = "day_and_part"
    THIS_YEAR = "this_year"
    STORY_DAY = "story_day"
    STORY_UNIT = "story_unit"
    NOW_UNIT = "now_unit"
    HALF_TO = "half_to"
    QUARTER_HOUR = "quarter_hour"
    UNIT_START = "unit_start"
    DECADE_MARK = "decade_mark"
    PAST_ONLY = "past_only"
    MIXED = "mixed"
    DAYPART = "daypart"
    DAYPARTS = "dayparts"
    PART_HOURS = "part_hours"
    CLOCK_POINT = "clock_point"
    MERIDIEM = "meridiem"
    OCLOCK = "oclock"
    HOURS_MARK = "hours_mark"
    RATE = "rate"
    CLOCK_PAST = "clock_past"
    ZONE = "zone"
    EARLY = "early"
    EDGE = "edge"
    APPROXIMATE = "approximate"
    OR_SO = "or_so"
    SIGNAL = "signal"
    TO = "to"
    AND = "and"
    OR = "or"
    OF = "of"
    INSIDE = "inside"
    AT = "at"
    EVERY = "every"
    PER = "per"
    TIMES = "times"
    ADVERB_SET = "adverb_set"
    REFERENCE = "reference"
    FORMER = "former"
    TIME_NOUN = "time_noun"
    SOME_TIME = "some_time"
    WEATHER_SEASON = "weather_season"
    ONWARD = "onward"
    ENDED = "ended"
    DAYLIGHT = "daylight"
    RECENT = "recent"
    ERA = "era"
    DECADE_NAME = "decade_name"
    FISCAL = "fiscal"
    QUARTER_NAME = "quarter_name"
    YEAR_AGO = "year_ago"
    COMPARED = "compared"
    PERIOD = "period"
    YEAR_WORD = "year_word"
    OLD = "old"
    LONG = "long"
    UNIT_END = "unit_end"
    PAST_NOUN = "past_noun"
    FUTURE_NOUN = "future_noun"
    HOLIDAY = "holiday"
    NOT_UNIT = "not_unit"
    AROUND = "around"
    AT_HOUR = "at_hour"
    CONTRACTED = "contracted"
    DECADE_LEAD = "decade_lead"
    DEICTIC_ADJECTIVE = "deictic_adjective"
    EVE_OF = "eve_of"
    GREETING = "greeting"
    HALF_YEAR = "half_year"
    HOUR_NOUN = "hour_noun"
    LENGTH_ADJECTIVE = "length_adjective"
    ROMAN = "roman"
    THAN = "than"
    UNIT_ADJECTIVE = "unit_adjective"
    WAY_BEHIND = "way_behind"
    WEEK_NUMBER = "week_number"

    WORD = "#word"
    NUM = "#number"
    DECIMAL = "#decimal"
    FRACTION = "#fraction"
    DAYNUM = "#day"
    MONTHNUM = "#month"
    HOURNUM = "#hour"
    YEAR = "#year"
    YEAR2 = "#two digits"
    HHMM = "#hours and minutes"
    CLOCK = "#clock"
    DOTTED = "#dotted"
    DATE = "#date"
    STAMP = "#stamp"
    DAY_MONTH = "#day and month"
    QUARTER = "#quarter"
    HALFYEAR = "#half year"
    FISCAL_YEAR = "#fiscal year"
    JUNK = "#junk"
    COMMA = ","
    DASH = "-"
    SLASH = "/"
    DOT = "."
    COLON = ":"
    OPEN = "("
    CLOSE = ")"
    QUOTE = "'"
    MINUS = "~"
    SIGN = "#sign"
    BREAK = "#break"


Payload = Mapping[Kind, object]
SIGNS: Final[Mapping[str, Kind]] = {
    ",": Kind.COMMA,
    "-": Kind.DASH,
    "–": Kind.DASH,
    "—": Kind.DASH,
    "‐": Kind.DASH,
    "‑": Kind.DASH,
    "−": Kind.DASH,
    "/": Kind.SLASH,
    ".": Kind.DOT,
    ":": Kind.COLON,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
    "'": Kind.QUOTE,
    "’": Kind.QUOTE,
    "‘": Kind.QUOTE,
    "`": Kind.QUOTE,
    "~": Kind.MINUS,
}
EMPTY: Final[Payload] = {Kind.WORD: None}


class Token(NamedTuple):
    """A word, number or sign of a text: its place in code points, the word in lower case, and what it can be.

    A named tuple, because a text of a megabyte has 200,000 of them and frozen dataclasses are three times as slow to
    make.
    """

    start: int
    end: int
    word: str
    payload: Payload

    def has(self, kind: Kind) -> bool:
        """Whether it can be of a kind."""
        return kind in self.payload
