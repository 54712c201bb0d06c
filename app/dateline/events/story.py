"""The running dates of a text: the day a report is about, the date the story has reached, the window of time last set.

It changes while a document is read, and lives no longer than the reading. It must not change mentions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.events.kinds import Weight
from dateline.events.mentions import Mention
from dateline.events.passages import Passage
from dateline.events.times import combined_time, event_time, is_bare_clock, is_clock_step
from dateline.model.dates import DAY_SECONDS, Interval, Precision
from dateline.model.documents import LineClass, Published
from dateline.model.events import EventTime
from dateline.model.spans import Span
from dateline.model.timex import Timex3

_NEWS_DAYS: Final = 14  # a day this close before publication is what the report is about
_PAST_DAYS: Final = 60  # a date this much older than the news is background: what follows it need not be of the day
_WINDOW_DAYS: Final = 14  # a shorter stretch up to the document's date is a date rather than a window
_BACKGROUND_REACH: Final = 6  # sentences for which a story stays in the past it went back to
_NEXT_PARAGRAPH_REACH: Final = 6  # sentences over which a day holds beyond its paragraph
_SCENE_WORDS: Final = frozenset({2, 3})  # where the date stands: "It was 28 December", "It was on 28 December that"
_DAY_REACH, _MONTH_REACH, _YEAR_REACH = 12, 3, 2  # sentences over which a date of that precision holds in its paragraph


@dataclass(frozen=True, slots=True)
class Running:
    """A date the story has reached: its time, where it stands, and the sentence and paragraph of it."""

    time: EventTime
    span: Span
    sentence: int
    paragraph: int


@dataclass(slots=True)
class Story:
    """The running dates while a document is read."""

    published: Published | None
    main: Running | None = None
    last: Running | None = None
    window: Running | None = None
    day: Running | None = None
    heading: Running | None = None

    def see(self, passage: Passage) -> None:
        """Take note of a sentence's windows of time and days, whether or not they date an event, and of a heading."""
        if passage.sentence.line_class is LineClass.HEADING:
            self.heading = self._headed(passage)
        for timex, running in self._plain(passage):
            if sets_scene(passage, timex) and not is_open(running.time.interval):
                self.last = running
            if is_window(running.time, self.published):
                self.window = running
            elif timex.precision is Precision.DAY and timex.signal is None and not is_clock_step(timex):
                self.day = running

    def _headed(self, passage: Passage) -> Running | None:
        """The time that a heading gives all that stands below it."""
        dated = combined_time(passage.datable) if heads_entries(passage) else None
        if dated is None:
            return None
        time, used = dated
        return Running(time, used[0].span, passage.sentence.index, passage.sentence.paragraph)

    def _plain(self, passage: Passage) -> Iterator[tuple[Timex3, Running]]:
        for timex in passage.datable:
            time = event_time(timex)
            if time is not None:
                yield timex, Running(time, timex.span, passage.sentence.index, passage.sentence.paragraph)

    def note(self, mention: Mention) -> None:
        """A dated mention moves the story on."""
        time = mention.time
        if time is None or mention.phrase is None or not mention.is_real or is_window(time, self.published):
            return
        if mention.background or is_open(time.interval) or mention.turning is not None:
            return
        self.last = Running(time, mention.phrase, mention.place[0], mention.paragraph)
        tells = mention.weight is not Weight.NONE and not all(map(is_bare_clock, mention.timexes))
        if self.main is None and tells and self._is_news(time):
            self.main = self.last

    def for_past(self, mention: Mention) -> Running | None:
        """The running date a simple past falls on."""
        sentence, last = mention.place[0], self.last
        if last is not None and last.paragraph == mention.paragraph and sentence - last.sentence <= _reach(last.time):
            return last
        if self.main is not None and not self._is_in_background(sentence):
            return self.main
        near = last is not None and sentence - last.sentence <= _NEXT_PARAGRAPH_REACH
        return last if near and last is not None and last.time.precision.rank <= Precision.DAY.rank else None

    def for_length(self, mention: Mention) -> Running | None:
        """The date that a length told in the same paragraph is counted from."""
        last = self.last
        return last if last is not None and last.paragraph == mention.paragraph else None

    def for_perfect(self, mention: Mention) -> Running | None:
        """The running date a perfect falls on: a window set in the paragraph, or the very day of the report."""
        if self.window is not None and self.window.paragraph == mention.paragraph:
            return self.window
        main, published = self.main, self.published
        if main is None or published is None or self._is_in_background(mention.place[0]):
            return None
        return main if main.time.interval.overlaps(published.interval) else None

    def day_of(self, paragraph: int) -> Running | None:
        """The day on which a bare time of day lies: the one its paragraph has named, else the one the report is about,
        else the one the story has reached, else the last that was named."""
        if self.day is not None and self.day.paragraph == paragraph:
            return self.day
        reached = self.last if self.last is not None and self.last.time.precision.rank <= Precision.DAY.rank else None
        return self.main or reached or self.day

    def _is_in_background(self, sentence: int) -> bool:
        """Whether the story has gone back to older times and not yet returned."""
        main, last = self.main, self.last
        if main is None or last is None or last.sentence <= main.sentence:
            return False
        end, start = last.time.interval.latest_end, main.time.interval.earliest_start
        near = sentence - last.sentence <= _BACKGROUND_REACH
        return near and end is not None and start is not None and end < start - _PAST_DAYS * DAY_SECONDS

    def _is_news(self, time: EventTime) -> bool:
        """Whether a time is a day shortly before publication."""
        start, published = time.interval.earliest_start, self.published
        if published is None or start is None or published.interval.latest_end is None:
            return False
        age_seconds = published.interval.latest_end - start
        return time.precision.rank <= Precision.DAY.rank and 0 <= age_seconds <= _NEWS_DAYS * DAY_SECONDS


def heads_entries(passage: Passage) -> bool:
    """Whether a line is a heading that begins with a date: that of the entries below it."""
    headed = passage.sentence.line_class is LineClass.HEADING and bool(passage.datable)
    return headed and passage.words.index_at(passage.datable[0].start) == 0


def sets_scene(passage: Passage, timex: Timex3) -> bool:
    """ "It was 28 December, a Saturday": a clause that only tells the date at which the story stands."""
    words = passage.words
    first = words.index_at(timex.start)
    return first in _SCENE_WORDS and words.lowers[:1][0] in {"it", "this", "that"} and words.tags[1] == "W"


def _reach(time: EventTime) -> int:
    if time.precision.rank <= Precision.WEEK.rank:
        return _DAY_REACH
    return _MONTH_REACH if time.precision.rank <= Precision.QUARTER.rank else _YEAR_REACH


def is_open(interval: Interval) -> bool:
    """Whether a side of an interval is open."""
    return interval.earliest_start is None or interval.latest_end is None


def is_window(time: EventTime, published: Published | None) -> bool:
    """Whether a time is a stretch of weeks to years up to the document's date ("in the past six months")."""
    length, end = time.interval.length_seconds, time.interval.latest_end
    if published is None or length is None or end is None or published.interval.latest_end is None:
        return False
    near = abs(end - published.interval.latest_end) <= 2 * DAY_SECONDS
    return near and length > _WINDOW_DAYS * DAY_SECONDS
