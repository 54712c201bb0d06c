"""Dates for mentions that have none: the story's running date, a window set before, or "before the document's date".

The rules are tried in one order; the first that gives a time wins. Every inherited date is inferred and says so in its
steps. It must not merge mentions.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from dateline.events.ages import Birth, at_age, births
from dateline.events.groups import Tense
from dateline.events.lengths import measured
from dateline.events.mentions import Mention
from dateline.events.passages import Passage
from dateline.events.story import Story, is_open, is_window
from dateline.events.times import counted_from, ending_at, event_time, inferred, is_bare_clock
from dateline.events.why import Ground, future_step, inherited_step, published_step
from dateline.model.dates import DAY_SECONDS, Certainty, Extent, Interval, Precision, civil, instant
from dateline.model.documents import LineClass, SourceDocument
from dateline.model.events import EventTime, Factuality
from dateline.model.spans import Span
from dateline.model.timex import Timex3, TimexType

_TOLD_SALIENCE: Final = 0.15  # what a date of its own adds, as in `finding`
_HEADED_SALIENCE: Final = 0.1  # a chronicle's entry tells little that is not worth telling
_STRAY_DAYS: Final = (
    2  # a clock time this far from the day the text speaks of was counted from elsewhere; 1 is a midnight
)
_PROPOSED: Final = frozenset({Factuality.POSSIBLE, Factuality.PLANNED})
_AHEAD: Final = frozenset({Tense.FUTURE, Tense.MODAL})
_ENTRIES: Final = frozenset({LineClass.LOG, LineClass.TABLE})
_COMPLETED: Final = frozenset({Tense.PAST, Tense.PARTICIPLE, Tense.PLUPERFECT, Tense.PERFECT})
_TOLD_UNDER: Final = _COMPLETED | {Tense.PRESENT}  # a chronicle tells in the present too
_LONGEST_TITLE: Final = 120  # characters of a line above the running text
_NEAR_CHARACTERS: Final = 3  # between a date and the clause that explains it
_WHEN: Final = frozenset({"when", "where", "als"})
_COUNTED: Final = {"after": -1, "before": 1}  # where the clause lies from what is told "a day after" it
_ONWARD: Final = {"after": 1, "before": -1}  # and what is told from what it counts from
_SINCE: Final = frozenset({"since", "seit", "seitdem"})


def inherit(document: SourceDocument, passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with a time each, where anything bounds it. Both sequences are in the order of the text."""
    reading = _Inheritance(
        document,
        passages,
        _dated_sentences(mentions),
        _counted_events(mentions),
        births(mentions),
        Story(document.published),
    )
    return [reading.dated(mention) for mention in mentions]


def _dated_sentences(mentions: Sequence[Mention]) -> Mapping[int, Mention]:
    """For each sentence its first mention with a closed date of its own."""
    found = dict[int, Mention]()
    for mention in mentions:
        if mention.time is not None and mention.is_real and not is_open(mention.time.interval):
            found.setdefault(mention.place[0], mention)
    return found


def _counted_events(mentions: Sequence[Mention]) -> Mapping[int, Mention]:
    """For each sentence the first mention behind "after" or "before" that has no date: one may be counted from it."""
    found = dict[int, Mention]()
    for mention in mentions:
        if mention.marker in _COUNTED and mention.time is None:
            found.setdefault(mention.place[0], mention)
    return found


@dataclass(slots=True)
class _Inheritance:
    """One pass over the mentions of a document."""

    document: SourceDocument
    passages: Sequence[Passage]
    same_sentence: Mapping[int, Mention]
    counted_events: Mapping[int, Mention]
    births: Sequence[Birth]
    story: Story
    seen: int = 0
    current: Passage | None = None
    told: dict[str, Mention] = field(default_factory=dict)
    last_told: Mention | None = None

    def dated(self, mention: Mention) -> Mention:
        """The mention with a time of its own or an inherited one."""
        while self.seen < len(self.passages) and self.passages[self.seen].sentence.index <= mention.place[0]:
            self.current = self.passages[self.seen]
            self.story.see(self.current)
            self.seen += 1
        if mention.time is not None:
            mention = self._still_to_come(self._on_its_day(mention))
            self.story.note(mention)
            self._remember(mention)
            return mention
        found = (rule(mention) for rule in self._rules())
        return next((dated for dated in found if dated is not None), None) or self._before_published(mention)

    def _remember(self, mention: Mention) -> None:
        """Keep a dated event by its stem, and the last by its kind: others may be counted from it."""
        if mention.time is None or not mention.is_real or is_open(mention.time.interval):
            return
        self.told[mention.stem] = self.last_told = mention

    def _rules(self) -> tuple[Callable[[Mention], Mention | None], ...]:
        return (
            self._from_event,
            self._measured,
            self._at_age,
            self._proposed,
            self._since_start,
            self._when,
            self._counted,
            self._only_counted_from,
            self._beside_a_date,
            self._under_heading,
            self._in_window,
            self._at_running_date,
            self._before_running_date,
        )

    def _on_its_day(self, mention: Mention) -> Mention:
        """A bare clock time that was counted from the document's date belongs to the day the text speaks of."""
        day, time = self.story.day_of(mention.paragraph), mention.time
        if day is None or time is None or not all(map(is_bare_clock, mention.timexes)) or not mention.timexes:
            return mention
        if mention.line_class is LineClass.LOG:
            return mention  # a log's own day holds, whatever its entries speak of
        start, known = time.interval.earliest_start, day.time.interval.earliest_start
        begun = self._text_begins()
        counted = all(_counts_from_afar(timex, self.document.text, begun) for timex in mention.timexes)
        if not counted:
            return mention  # a date near by has told its day
        near = day.paragraph == mention.paragraph or day is self.story.main
        least_days = 1 if near else _STRAY_DAYS
        if start is None or known is None or abs(start // DAY_SECONDS - known // DAY_SECONDS) < least_days:
            return mention
        moved = replace(time, interval=time.interval.moved((known // DAY_SECONDS - start // DAY_SECONDS) * DAY_SECONDS))
        self.story.day = replace(day, paragraph=mention.paragraph)  # and so do those told next
        step = partial(inherited_step, self.document.id, moved, day.span, Ground.DAY)
        return mention._replace(time=moved, why=(*mention.why, step))

    def _text_begins(self) -> int:
        """Where the running text begins: a day named above it is that of the whole report."""
        running = (known.sentence for known in self.passages if known.sentence.line_class is LineClass.BODY)
        long = (known.start for known in running if known.end - known.start > _LONGEST_TITLE)
        return next(long, 0)

    def _still_to_come(self, mention: Mention) -> Mention:
        """ "Will appeal by Friday": what is announced and has an end alone begins with the day of writing at the
        earliest.
        """
        published, time = self.document.published, mention.time
        is_planned = mention.factuality is Factuality.PLANNED
        is_possible = mention.factuality is Factuality.POSSIBLE and mention.tense in _AHEAD  # not what is alleged
        if published is None or time is None or not (is_planned or is_possible):
            return mention
        known, end = published.interval.earliest_start, time.interval.latest_end
        if time.interval.earliest_start is not None or known is None or end is None or end <= known:
            return mention
        once = time.interval.extent is Extent.WITHIN
        interval = Interval.within(known, end) if once else replace(time.interval, earliest_start=known)
        ahead = replace(time, interval=interval)
        step = partial(future_step, self.document.id, ahead.interval, published.span)
        return mention._replace(time=ahead, why=(*mention.why, step))

    def _measured(self, mention: Mention) -> Mention | None:
        """ "Stayed for fourteen months", "will report within ninety days": counted from the date reached, or from the
        day of writing where it is still to come.
        """
        length = mention.length
        if length is None:
            return None
        published = self.document.published
        if mention.tense in _AHEAD:
            start = None if published is None else EventTime(published.interval, published.precision, Certainty.STATED)
            span = None if published is None else published.span
        else:
            same = self.same_sentence.get(mention.place[0])
            before = same is not None and same.place < mention.place
            running = self.story.for_length(mention)
            start = same.time if same is not None and before else running.time if running is not None else None
            span = same.phrase if same is not None and before else running.span if running is not None else None
        time = measured(start, length) if start is not None else None
        if time is None:
            return None
        dated = self._told_at(mention, time, length.timex.span, span or length.timex.span, Ground.LENGTH)
        return dated._replace(timexes=(length.timex,), alone=not mention.anaphoric or mention.clause is not None)

    def _proposed(self, mention: Mention) -> Mention | None:
        """What is possible or planned lies after the document's date."""
        published = self.document.published
        if mention.factuality not in _PROPOSED:
            return None
        if published is None or published.interval.earliest_start is None:
            return mention._replace(inherited=True)
        interval = Interval.within(published.interval.earliest_start, None)
        time = EventTime(interval, published.precision, Certainty.INFERRED)
        step = partial(future_step, self.document.id, interval, published.span)
        return mention._replace(time=time, inherited=True, why=(*mention.why, step))

    def _since_start(self, mention: Mention) -> Mention | None:
        """ "In the past ten years, since the office was founded": the founding lies at the window's start."""
        if mention.marker not in _SINCE or self.current is None:
            return None
        for timex in reversed(self.current.timexes):
            time = self._window_of(timex) if timex.end <= mention.span.start else None
            if time is not None and time.interval.earliest_start is not None:
                start = _around(time.interval.earliest_start, time.precision)
                return self._with(mention, start, timex.span, Ground.BEGINNING)
        return None

    def _when(self, mention: Mention) -> Mention | None:
        """ "On New Year's Day 1980, when sixty people were killed": the clause explains the date before it."""
        if mention.marker not in _WHEN or self.current is None:
            return None
        for timex in self.current.timexes:
            time = event_time(timex) if 0 <= mention.span.start - timex.end <= _NEAR_CHARACTERS else None
            if time is not None and timex.denoted is not None:
                dated = inferred(replace(time, interval=timex.denoted))
                same = self.same_sentence.get(mention.place[0])
                if same is not None and same.subject and same.subject == mention.subject:
                    mention = mention._replace(alone=False, beside=same.place)
                return self._told_by(mention, dated, timex, timex.span, Ground.EXPLAINED_DATE)
        return None

    def _counted(self, mention: Mention) -> Mention | None:
        """ "Closed on 3 May, two days after a pump had failed": the failure lies so long before the date beside it."""
        same = self.same_sentence.get(mention.place[0])
        if mention.marker not in _COUNTED or self.current is None:
            return None
        if mention.named is not None and (mention.refers or mention.stem) in self.told:
            return None  # "and again a week before expiry", which the text has told
        if same is None or same.time is None or same.phrase is None:
            return None
        for timex in self.current.timexes:
            if timex.type is TimexType.DURATION and 0 <= mention.span.start - timex.end <= _NEAR_CHARACTERS:
                time = counted_from(same.time, timex.value, _COUNTED[mention.marker])
                return None if time is None else self._told_by(mention, time, timex, same.phrase, Ground.COUNTED)
        return None

    def _from_event(self, mention: Mention) -> Mention | None:
        """ "Two days after the ceasefire four drivers were shot": so long after an event that the text has dated."""
        event = self.counted_events.get(mention.place[0])
        if event is None or self.current is None or mention.background:
            return None
        timex = next((timex for timex in self.current.timexes if _counts_to(timex, event, self.current)), None)
        anchor = self.told.get(event.refers or event.stem, self.last_told)
        if timex is None or anchor is None or anchor.time is None or event.place == mention.place:
            return None
        kinds = {anchor.kind, event.refers_kind or event.kind}
        if anchor is self.last_told and len(kinds) > 1:
            return None  # "the collapse" may be what burst just before, "the vote" is not what was signed
        time = counted_from(anchor.time, timex.value, _ONWARD[event.marker])
        if time is None:
            return None
        return self._told_by(mention, time, timex, anchor.phrase or anchor.span, Ground.COUNTED_FROM_EVENT)

    def _only_counted_from(self, mention: Mention) -> Mention | None:
        """The event in "two days after the ceasefire" says when something else was: alone it is none."""
        event = self.counted_events.get(mention.place[0])
        return self._before_published(mention)._replace(alone=False) if event is mention and event.named else None

    def _at_age(self, mention: Mention) -> Mention | None:
        """ "At 14 he left school": counted from the date of birth that the text tells."""
        found = at_age(self.current, mention, self.births) if self.current is not None else None
        if found is None:
            return None
        time, age, birth = found
        return self._told_at(mention, time, age.span, birth.span, Ground.AGE)

    def _told_by(self, mention: Mention, time: EventTime, timex: Timex3, span: Span, ground: Ground) -> Mention:
        """The mention with a time that its own sentence tells by an expression beside the clause."""
        return self._told_at(mention, time, timex.span, span, ground)._replace(timexes=(timex,))

    def _told_at(self, mention: Mention, time: EventTime, phrase: Span, span: Span, ground: Ground) -> Mention:
        """The mention with a time that the words `phrase` of its own sentence tell, by what stands at `span`."""
        words = phrase.of(self.document.text)
        step = partial(inherited_step, self.document.id, time, span, ground, words)
        salience = min(1.0, mention.salience + _TOLD_SALIENCE)
        alone = mention.alone or mention.anaphoric  # what only points back may stand by itself where a time is told
        return mention._replace(time=time, phrase=phrase, salience=salience, why=(*mention.why, step), alone=alone)

    def _window_of(self, timex: Timex3) -> EventTime | None:
        published = self.document.published
        time = event_time(timex)
        if (
            time is None
            and timex.type is TimexType.DURATION
            and published is not None
            and published.interval.latest_end
        ):
            time = ending_at(published.interval.latest_end, timex.value)
        return time if time is not None and is_window(time, published) else None

    def _beside_a_date(self, mention: Mention) -> Mention | None:
        """Another clause of the sentence has a date: this one tells more of the same event."""
        same = self.same_sentence.get(mention.place[0])
        recorded = mention.line_class in _ENTRIES and mention.tense is Tense.PRESENT
        if not recorded and mention.tense not in _COMPLETED:
            return None
        if same is None or same.time is None or same.phrase is None:
            return None
        mention = mention._replace(alone=False, beside=same.place)
        return self._with(mention, inferred(same.time), same.phrase, Ground.SAME_SENTENCE)

    def _under_heading(self, mention: Mention) -> Mention | None:
        """What stands under "1953" happened then, where the entry has not told another date yet."""
        heading, last = self.story.heading, self.story.last
        if mention.line_class is LineClass.TABLE and last is not None and last.paragraph == mention.paragraph:
            heading = last  # the row of a chronology, which its date heads
        if heading is None or mention.tense not in _TOLD_UNDER:
            return None
        if last is not None and last.sentence > heading.sentence and last.paragraph == mention.paragraph:
            return None
        mention = mention._replace(salience=min(1.0, mention.salience + _HEADED_SALIENCE))
        return self._with(mention, inferred(heading.time), heading.span, Ground.HEADING)

    def _in_window(self, mention: Mention) -> Mention | None:
        running = self.story.for_perfect(mention) if mention.tense is Tense.PERFECT else None
        if running is None:
            return None
        return self._with(mention, inferred(running.time), running.span, Ground.WINDOW)

    def _at_running_date(self, mention: Mention) -> Mention | None:
        running = self.story.for_past(mention) if mention.tense is Tense.PAST else None
        if mention.line_class in _ENTRIES and mention.tense is Tense.PRESENT:
            running = self.story.for_length(mention)  # what an entry goes on to tell is of its date
        if running is None:
            return None
        return self._with(mention, inferred(running.time), running.span, Ground.STORY)

    def _before_running_date(self, mention: Mention) -> Mention | None:
        running = self.story.for_past(mention) if mention.tense is Tense.PLUPERFECT else None
        if running is None or running.time.interval.latest_end is None:
            return None
        before = Interval.within(None, running.time.interval.latest_end)
        time = EventTime(before, running.time.precision, Certainty.INFERRED)
        return self._with(mention, time, running.span, Ground.BEFORE_STORY)

    def _with(self, mention: Mention, time: EventTime, span: Span, ground: Ground) -> Mention:
        time = replace(time, alternatives=())
        step = partial(inherited_step, self.document.id, time, span, ground)
        return mention._replace(time=time, inherited=True, why=(*mention.why, step))

    def _before_published(self, mention: Mention) -> Mention:
        published = self.document.published
        if published is None or published.interval.latest_end is None:
            return mention._replace(inherited=True)
        before = Interval.within(None, published.interval.latest_end)
        time = EventTime(before, published.precision, Certainty.INFERRED, only_published=True)
        step = partial(published_step, self.document.id, published)
        return mention._replace(time=time, inherited=True, why=(*mention.why, step))


def _counts_from_afar(timex: Timex3, text: str, begun: int) -> bool:
    """Whether a time of day was counted from the document's day, or from one some paragraphs before; not from one above
    the running text, which begins at a place.
    """
    reference = timex.reference
    if reference is None or reference.span is None:
        return reference is not None and reference.name == "published"
    if reference.name != "published" and reference.span.end <= begun:
        return False
    return reference.name == "published" or text.count("\n\n", reference.span.end, timex.start) > 1


def _counts_to(timex: Timex3, event: Mention, passage: Passage) -> bool:
    """Whether a length of time stands before the "after" of an event, in its clause or just before it."""
    words = passage.words
    at = words.index_at(timex.end - 1) + 1
    follows = words.lowers[at : at + 1] == [event.marker] and at - event.place[1] <= _NEAR_CHARACTERS
    return timex.type is TimexType.DURATION and follows and words.starts[at] <= event.span.end


def _around(start: int, precision: Precision) -> EventTime:
    """The year or day around the beginning of a window."""
    year = civil(start // DAY_SECONDS)[0]
    if precision.rank >= Precision.YEAR.rank:
        return EventTime(Interval.within(instant(year), instant(year + 1)), Precision.YEAR, Certainty.APPROXIMATE)
    return EventTime(Interval.within(start, start + DAY_SECONDS), Precision.DAY, Certainty.APPROXIMATE)
