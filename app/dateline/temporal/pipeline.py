"""The configuration of the tagger: every parser and refiner in order, each with the reason for its place.

Among parsers the longest match wins; the order decides between matches of one length. Refiners run one after the other.
"""

from collections.abc import Callable
from typing import Final

from dateline.temporal.drafts import Draft, Parser, run_parser
from dateline.temporal.parsers import clock, dates, durations, parts, periods, relative, sets, vague, years
from dateline.temporal.parsers.holiday import AROUND_HOLIDAY, BESIDE_HOLIDAY, HOLIDAY
from dateline.temporal.refiners.accounts import mark_accounts
from dateline.temporal.refiners.doubts import drop_doubtful
from dateline.temporal.refiners.merging import merge_neighbours
from dateline.temporal.refiners.modifiers import attach_modifiers
from dateline.temporal.refiners.sharing import continue_days, share_year_behind_bracket, share_years
from dateline.temporal.refiners.signals import attach_signals, count_from_dates, pair_ranges, settle_origins
from dateline.temporal.refiners.trimming import trim_full_stops
from dateline.temporal.selection import select
from dateline.temporal.tokens import Tokens

Refiner = Callable[[list[Draft], Tokens], list[Draft]]

PARSERS: Final[tuple[Parser, ...]] = (
    dates.STAMP,  # the most explicit forms come first
    dates.NUMERIC,
    dates.SPACED,
    dates.DAY_MONTH_NUMBERS,
    dates.DAYS_MONTH,  # ranges before single dates, which are parts of them
    dates.MONTH_DAYS,
    dates.MONTH_DAY,
    dates.DAY_MONTH,
    dates.MONTH_YEAR,
    years.SHORT_PART,  # before the month or the season alone
    dates.DAY_NAME_YEAR,
    clock.PART_NAMED,  # "am Morgen" before "morgen", which is tomorrow
    relative.DEICTIC,
    relative.DEICTIC_ADJECTIVE,
    relative.TONIGHT,
    relative.OVERNIGHT,
    clock.CLOCK,
    clock.HOUR,
    clock.MILITARY,
    clock.HOUR_AND_MINUTES,
    clock.FOUR_DIGITS,  # after those that a word follows
    clock.HOURS,
    clock.OCLOCK,
    clock.HOUR_NAMED,
    clock.AT_HOUR,
    clock.HOUR_IN_PART,
    clock.HOUR_BEFORE_PART,
    clock.HALF_TO,
    clock.QUARTER_HOUR,
    clock.DAY_AND_PART,
    clock.PAST_HOUR,
    clock.POINT,
    clock.DAYLIGHT,
    clock.THIS_PART,
    clock.PART_HOURS,
    relative.NAMED_DATE,  # "last May" before "May"
    dates.NTH_WEEKDAY,  # before the month in it
    parts.PIECE,  # "the last week of August" before "last week"
    parts.NTH_DAY,
    relative.NAMED_UNIT,  # "last week" before bare units
    relative.AGO,  # amounts with a direction before plain lengths
    relative.EARLIER,
    relative.LATER,
    relative.HENCE,
    relative.SOME_ON,
    relative.FROM_NOW,  # before the length in it
    relative.AHEAD,
    relative.UNIT_LATER,
    relative.UNIT_BESIDE,
    relative.WAY_BEHIND,
    relative.LENGTH_INSIDE,
    relative.BEFORE_LAST,
    relative.FROM_THAT,
    relative.PART_LATER,
    relative.THIS_YEAR,
    relative.STORY_DAY,
    relative.STORY_UNIT,
    relative.ANCHORED_LENGTH,
    periods.PERIOD_OF_YEAR,  # "the 1988 quarter" before a year and a length
    periods.YEAR_AGO,
    periods.COMPARED,
    periods.OWNED_QUARTER,
    periods.THE_PERIOD,
    periods.THE_UNIT,
    periods.FULL_UNIT,
    periods.WHOLE,
    periods.SOONER,
    periods.UNIT_END,
    periods.UNIT_START,
    periods.WEEKEND,
    sets.EVERY_UNIT,  # "every day" before "day"
    sets.EVERY_NAME,
    sets.PER_UNIT,
    sets.RATE,
    sets.ADVERB,
    sets.WEEKDAYS,
    sets.WEEKDAY_PARTS,
    sets.TWO_WEEKDAYS_PARTS,
    years.YEAR_RANGE,
    years.WINTER_YEAR,
    years.YEARS_ERA,
    years.QUOTED,
    parts.CENTURY,
    parts.CENTURY_BEHIND,
    parts.QUARTER,
    parts.HALF_ALONE,
    parts.MONTHS_PART,  # before the months in it
    parts.HALF,
    parts.SHORT_QUARTER,
    parts.WEEK,
    parts.SEASON,
    parts.DECADE_BEHIND,
    parts.DECADE,
    parts.NAMED_DECADE,
    HOLIDAY,
    BESIDE_HOLIDAY,  # longer than either
    AROUND_HOLIDAY,
    dates.MONTH,
    dates.WEEKDAY,
    dates.DAY,
    clock.PART,
    years.YEAR,
    years.FISCAL_YEAR,
    years.YEAR_IN_WORDS_AND_FIGURES,
    years.SHORT_ABOUT,
    years.SHORT,  # behind all that numbers may be part of
    durations.LENGTH_RANGE,
    durations.AGE,
    durations.LENGTH_BESIDE,  # before the length alone, whose words it has
    durations.LENGTH,
    durations.CLOCKED,  # longer than the time of day in it
    durations.QUARTER_OF,
    durations.ADJECTIVE,
    durations.BARE,
    durations.BARE_UNIT,
    vague.FORMER,
    vague.STORY_TIME,
    vague.REFERENCE,  # words that are most often something else
    vague.NOUN,
    vague.SOME_LENGTH,
    vague.WEATHER_SEASON,
    vague.FUTURE_NAME,
)

REFINERS: Final[tuple[Refiner, ...]] = (
    drop_doubtful,  # first (and left out for the trusting), so that a false friend drags nothing along
    merge_neighbours,  # before modifiers, which stand before the whole
    continue_days,  # after merging, so that the month is known
    share_years,
    share_year_behind_bracket,
    trim_full_stops,  # after merging, which reads across the stops of abbreviations
    attach_modifiers,  # before signals, which stand before the modifiers
    attach_signals,
    count_from_dates,  # needs the signals, and takes those of their dates
    pair_ranges,  # needs the signals
    settle_origins,  # needs to know what is a range
    mark_accounts,  # needs the years shared
)


def find_drafts(tokens: Tokens, *, trusting: bool = False) -> list[Draft]:
    """The time expressions among tokens, disjoint and in order, not yet resolved.

    `trusting` is for words that are known to be about time: nothing is doubted.
    """
    found = [draft for parser in PARSERS for draft in run_parser(parser, tokens)]
    drafts = select(found, len(tokens.items))
    for refine in REFINERS[trusting:]:
        drafts = refine(drafts, tokens)
    return drafts
