"""Dates for mentions that have none: the story's running date, a window set before, or "before the document's date".

Every inherited date is inferred and says so in its steps. It must not merge mentions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.events.groups import Tense
from dateline.events.mentions import Mention
from dateline.events.passages import Passage
from dateline.events.times import ending_at, event_time, inferred, is_datable
from dateline.events.why import future_step, inherited_step, published_step
from dateline.model.dates import DAY_SECONDS, Certainty, Interval, Precision, civil, instant
from dateline.model.documents import Published, SourceDocument
from dateline.model.events import EventTime, Factuality
from dateline.model.spans import Span
from dateline.model.timex import TimexType

_NEWS_DAYS: Final = 14  # a day this close before publication is what the report is about
_REACH: Final = {"day": 12, "month": 3, "year": 2}  # sentences over which a running date of that precision holds
_OWN_WEIGHT: Final = 0.7  # salience at which a clause beside a dated one is an event of its own
_PAST_DAYS: Final = 60  # a date this much older than the news is background: what follows it need not be of the day
_BACKGROUND_REACH: Final = 6  # sentences for which a story stays in the past it went back to
_PROPOSED: Final = frozenset({Factuality.POSSIBLE, Factuality.PLANNED})


@dataclass(frozen=True, slots=True)
class Running:
    """A date the story has reached: its time, where it stands, and the sentence and paragraph of it."""

    time: EventTime
    span: Span
    sentence: int
    paragraph: int


@dataclass(slots=True)
class Story:
    """The running dates while a document is read; it lives no longer than the reading."""

    main: Running | None = None
    last: Running | None = None
    window: Running | None = None

    def note(self, mention: Mention, published: Published | None) -> None:
        """A dated mention moves the story on."""
        time = mention.time
        if time is None or mention.phrase is None or not mention.is_real:
            return
        running = Running(time, mention.phrase, mention.place[0], mention.paragraph)
        if _is_window(time, published):
            self.window = running
            return
        if mention.background or _is_open(time.interval) or mention.turning is not None:
            return
        self.last = running
        if self.main is None and _is_news(time, published):
            self.main = running

    def _is_in_background(self, mention: Mention) -> bool:
        """Whether the story has gone back to older times and not yet returned."""
        main, last = self.main, self.last
        if (
            main is None
            or last is None
            or last.sentence <= main.sentence
            or mention.place[0] - last.sentence > _BACKGROUND_REACH
        ):
            return False
        end, start = last.time.interval.latest_end, main.time.interval.earliest_start
        return end is not None and start is not None and end < start - _PAST_DAYS * DAY_SECONDS

    def for_past(self, mention: Mention) -> Running | None:
        """The running date a simple past falls on."""
        sentence, last = mention.place[0], self.last
        if last is not None and last.paragraph == mention.paragraph and sentence - last.sentence <= _reach(last.time):
            return last
        if self.main is not None:
            return None if self._is_in_background(mention) else self.main
        if last is not None and last.time.precision.rank <= Precision.DAY.rank and sentence - last.sentence <= 6:
            return last
        return None


def _reach(time: EventTime) -> int:
    if time.precision.rank <= Precision.WEEK.rank:
        return _REACH["day"]
    return _REACH["month" if time.precision.rank <= Precision.QUARTER.rank else "year"]


def _is_open(interval: Interval) -> bool:
    return interval.earliest_start is None or interval.latest_end is None


def _is_window(time: EventTime, published: Published | None) -> bool:
    """Whether a time is a stretch of weeks to years up to the document's date ("in the past six months")."""
    length, end = time.interval.length_seconds, time.interval.latest_end
    if published is None or length is None or end is None or published.interval.latest_end is None:
        return False
    near = abs(end - published.interval.latest_end) <= 2 * DAY_SECONDS
    return near and length > 14 * DAY_SECONDS


def _is_news(time: EventTime, published: Published | None) -> bool:
    """Whether a time is a day shortly before publication."""
    start = time.interval.earliest_start
    if published is None or start is None or published.interval.latest_end is None:
        return False
    age = published.interval.latest_end - start
    return time.precision.rank <= Precision.DAY.rank and 0 <= age <= _NEWS_DAYS * DAY_SECONDS


def inherit(document: SourceDocument, passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with a time each, where anything bounds it."""
    story, found = Story(), list[Mention]()
    by_sentence = {passage.sentence.index: passage for passage in passages}
    dated = _dated_sentences(mentions)
    for mention in mentions:
        if mention.time is None:
            mention = _dated(document, by_sentence, mention, story, dated)
        else:
            story.note(mention, document.published)
        found.append(mention)
    return found


def _dated_sentences(mentions: Sequence[Mention]) -> Mapping[int, Mention]:
    """For each sentence its first mention with a closed date of its own."""
    found = dict[int, Mention]()
    for mention in mentions:
        if mention.time is not None and mention.is_real and not _is_open(mention.time.interval):
            found.setdefault(mention.place[0], mention)
    return found


def _dated(
    document: SourceDocument,
    passages: Mapping[int, Passage],
    mention: Mention,
    story: Story,
    dated: Mapping[int, Mention],
) -> Mention:
    """One mention with the time it inherits."""
    published = document.published
    if mention.factuality in _PROPOSED:
        return _after_published(document, mention)
    since = _since_start(document, passages[mention.place[0]], mention)
    if since is not None:
        return since
    window = story.window
    if mention.tense is Tense.PERFECT and window is not None and window.paragraph == mention.paragraph:
        return _with(document, mention, inferred(window.time), window.span, "The window of time set before holds on:")
    if mention.tense in {Tense.PAST, Tense.PARTICIPLE, Tense.PLUPERFECT}:
        same = dated.get(mention.place[0])
        if same is not None and same.time is not None and same.phrase is not None:
            if mention.subject == same.subject or mention.salience < _OWN_WEIGHT or mention.background:
                mention = replace(mention, alone=False)
            return _with(document, mention, inferred(same.time), same.phrase, "The same sentence gives one:")
    if mention.tense is Tense.PAST:
        running = story.for_past(mention)
        if running is not None:
            return _with(document, mention, inferred(running.time), running.span, "The story stands at this date:")
    if mention.tense is Tense.PLUPERFECT:
        running = story.for_past(mention)
        if running is not None and running.time.interval.latest_end is not None:
            before = EventTime(
                Interval.within(None, running.time.interval.latest_end), running.time.precision, Certainty.INFERRED
            )
            return _with(
                document, mention, before, running.span, "It had happened before the date the story stands at:"
            )
    return _before_published(mention, published, document)


def _with(document: SourceDocument, mention: Mention, time: EventTime, span: Span, reason: str) -> Mention:
    time = replace(time, alternatives=())
    step = inherited_step(document.id, time, span, reason)
    return replace(mention, time=time, inherited=True, why=(*mention.why, step))


def _before_published(mention: Mention, published: Published | None, document: SourceDocument) -> Mention:
    if published is None or published.interval.latest_end is None:
        return replace(mention, inherited=True)
    time = EventTime(
        Interval.within(None, published.interval.latest_end),
        published.precision,
        Certainty.INFERRED,
        only_published=True,
    )
    return replace(mention, time=time, inherited=True, why=(*mention.why, published_step(document.id, published)))


def _after_published(document: SourceDocument, mention: Mention) -> Mention:
    published = document.published
    if published is None or published.interval.earliest_start is None:
        return replace(mention, inherited=True)
    interval = Interval.within(published.interval.earliest_start, None)
    time = EventTime(interval, published.precision, Certainty.INFERRED)
    step = future_step(document.id, interval, published.span)
    return replace(mention, time=time, inherited=True, why=(*mention.why, step))


def _since_start(document: SourceDocument, passage: Passage, mention: Mention) -> Mention | None:
    """ "In the past ten years, since the office was founded": the founding lies at the window's start."""
    if mention.marker not in {"since", "seit", "seitdem"}:
        return None
    published = document.published
    for timex in reversed(passage.timexes):
        if timex.end > mention.span.start:
            continue
        time = event_time(timex) if is_datable(timex) or timex.interval is not None else None
        if (
            time is None
            and timex.type is TimexType.DURATION
            and published is not None
            and published.interval.latest_end
        ):
            time = ending_at(published.interval.latest_end, timex.value)
        if time is None or not _is_window(time, published) or time.interval.earliest_start is None:
            continue
        start = _around(time.interval.earliest_start, time.precision)
        return _with(document, mention, start, timex.span, "It stands at the beginning of the time just named:")
    return None


def _around(start: int, precision: Precision) -> EventTime:
    """The year or day around the beginning of a window."""
    year = civil(start // DAY_SECONDS)[0]
    if precision.rank >= Precision.YEAR.rank:
        return EventTime(Interval.within(instant(year), instant(year + 1)), Precision.YEAR, Certainty.APPROXIMATE)
    return EventTime(Interval.within(start, start + DAY_SECONDS), Precision.DAY, Certainty.APPROXIMATE)
