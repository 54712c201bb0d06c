"""What a time expression says before it is known what it is counted from: the results of parsers.

Values only; `resolution` turns them into places on the calendar. It must not know words or documents.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from dateline.model.dates import Certainty, Interval, Precision
from dateline.temporal.cells import Cell, Unit


class Base(StrEnum):
    """What a relative expression is counted from: the document's own date, or the time that the text speaks of."""

    DOCUMENT = "document"
    STORY = "story"
    RUNNING = "running"  # whichever of the two the stretch of text counts from


class Way(StrEnum):
    """A word of direction beside a name of the calendar: "last May", "this Friday", "next summer", "that June"."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    THAT = "that"
    PREVIOUS = "previous"
    FOLLOWING = "following"

    @property
    def base(self) -> Base:
        """What it counts from."""
        return Base.DOCUMENT if self in (Way.LAST, Way.THIS, Way.NEXT) else Base.STORY

    @property
    def step(self) -> int:
        """How many units away: -1, 0 or 1."""
        return {Way.LAST: -1, Way.PREVIOUS: -1, Way.NEXT: 1, Way.FOLLOWING: 1}.get(self, 0)


class Accounts(StrEnum):
    """Whether a period of accounts is told as over ("the year ended March 31") or not ("ending")."""

    OVER = "over"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its names; what is not written is None. Years are astronomical, `weekday` 0 is Monday.

    `year_from` is an expression that gives the year ("June last year", "the summer of that year"), or the week of a
    weekday ("Tuesday of last week"); `swapped`
    holds month and day of the second reading of a numeric date, `day_first` the order of one that has only one reading.
    `closes_accounts` is told where a period of accounts ends with it ("the year to March 31"), which is a report's own;
    `austral` is a season of the southern half of the earth.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str | None = None
    way: Way | None = None
    year_from: "Meaning | None" = None
    swapped: "tuple[int, int] | None" = None
    day_first: bool | None = None
    closes_accounts: "Accounts | None" = None
    austral: bool = False

    @property
    def finest(self) -> Unit | None:
        """The unit it is known to, or None for nothing but a year from elsewhere."""
        if self.day is not None or self.weekday is not None or self.holiday is not None:
            return Unit.DAY
        if self.month is not None:
            return Unit.MONTH
        names = ((self.week, Unit.WEEK), (self.season, Unit.SEASON), (self.quarter, Unit.QUARTER))
        found = next((unit for name, unit in (*names, (self.half, Unit.HALF)) if name is not None), None)
        return found or (Unit.YEAR if self.year is not None or self.year_from is not None else None)

    @property
    def is_year_alone(self) -> bool:
        """Whether it tells at most a year."""
        return self.month is None and self.weekday is None and self == Calendar(year=self.year)


@dataclass(frozen=True, slots=True)
class Block:
    """A cell that is fully told by its words: a decade, a century, a millennium."""

    cell: Cell


@dataclass(frozen=True, slots=True)
class ShortDecade:
    """A decade without its century: "the nineties"; `year` is 0 to 90."""

    year: int


@dataclass(frozen=True, slots=True)
class ShortYear:
    """A year that is told by its last digits ("'99"), or one of three digits in a story of antiquity ("in 490")."""

    digits: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Something that happened, by its `name`, before or after which a time lies: "two days after the ceasefire"."""

    name: str
    ahead: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """Some units away from something: "three days ago", "last year", "the same month"; a count of None is vague.

    `exact` is whether the count was of named units ("last week") rather than of lengths ("a week ago"). `edge` is
    EARLIER or LATER in "earlier this week". `planned` is whether it is a length wherever its sentence does not look
    ahead ("in two weeks"), `same_day` whether the day of the year stays ("fifty years ago today"). `ahead` is the
    direction of a vague count ("some years later"). `beside` is what happened then, in "the day after the vote".
    """

    unit: Unit
    count: float | None
    base: Base
    exact: bool = True
    edge: str | None = None
    tensed: bool = False
    planned: bool = False
    same_day: bool = False
    ahead: bool = False
    beside: "Beside | None" = None


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a company's accounts, which the text named before: "the quarter", "the year-earlier period".

    `years` is how far from that period, `year` the year where it is written, `until` the day that it ended with.
    """

    years: int = 0
    year: int | None = None
    until: "Calendar | None" = None


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time or a part of the day (TIMEX3 code), of some day; `any_day` where it may be a habit ("they marched
    at night"), `eve` where it lies before the midnight with which that day begins ("in der Nacht zum Sonntag"),
    `morrow` where behind the one with which it ends ("Friday, 10 p.m. to 2 a.m."), `habit` where it is of no day
    ("every Friday at 9 p.m.").
    """

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    zone: str | None = None
    day: "Meaning | None" = None
    any_day: bool = False
    eve: bool = False
    morrow: bool = False
    habit: bool = False

    def in_part(self, part: str) -> "TimeOfDay":
        """The clock time in a part of the day: five in the afternoon is 17:00, two at night 2:00."""
        hour = self.hour or 0
        late = part in ("AF", "EV", "NI") and 1 <= hour < 12 and not (part == "NI" and hour < 5)
        return replace(self, hour=hour + 12 * late)


Amount = tuple[float | None, Unit]


@dataclass(frozen=True, slots=True)
class Length:
    """A duration. `way` says where it lies ("the past six months"),
    `least` is the smaller of two ("three to six months"). `ahead` is whether FOLLOWING can as well be NEXT ("the next
    three years"). `until` is the day or month that it ended with ("the three months to June"), `beside` what happened
    before or after it. `counted_from` is the date that it is a `step` of 1 behind or of -1 before ("three days before
    Sunday").
    """

    amounts: tuple[Amount, ...]
    way: Way | None = None
    least: Amount | None = None
    ahead: bool = False
    until: "Calendar | None" = None
    beside: "Beside | None" = None
    counted_from: "Meaning | None" = None
    step: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Some units at a place within a larger one: "the first two months of 2021", "the last week of August".

    `nth` counts from 1, from the end where negative; a `count` of None is vague; `of` None is something that happened
    ("the second day of the trial").
    """

    nth: int
    count: int | None
    unit: Unit
    of: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times by its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Given:
    """A time that a person named in the place of what the words say."""

    interval: Interval
    precision: Precision
    certainty: Certainty


Meaning = (
    Calendar | Block | ShortDecade | ShortYear | Shift | Period | TimeOfDay | Length | Piece | Vague | Recurring | Given
)
