"""The sentences of a derivation: each says one step a person can follow, and where in the text it rests.

It must not decide anything; it only tells what other modules decided.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum

from dateline.model.corrections import BY_HAND
from dateline.model.dates import Certainty, Interval, Precision
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.events import EventTime, Step
from dateline.model.rulewords import timex_words
from dateline.model.spans import Span
from dateline.model.timex import Signal, Timex3
from dateline.model.wording import describe_interval, describe_time

Reason = Callable[[], Step | tuple[Step, ...]]
"""A step that is put into words only when an event is made of it: most mentions make none."""

_ORIGINS = {
    PublishedOrigin.TEXT: "which it states itself",
    PublishedOrigin.METADATA: "which the file's properties state",
    PublishedOrigin.OPTION: "which was given with it",
    PublishedOrigin.PERSON: "which you set",
}
_SIGNALS = {
    Signal.BEFORE: "it was before that",
    Signal.AFTER: "it was after that",
    Signal.SINCE: "it began then and goes on",
    Signal.UNTIL: "it went on until then",
    Signal.BY: "it was then at the latest",
    Signal.FROM: "it began then",
    Signal.BETWEEN: "it lies between two dates",
}


class Ground(StrEnum):
    """Why a passage without a date of its own has one from elsewhere; {time} and {words} are filled in."""

    SAME_SENTENCE = "No date stands in these words. Another part of the sentence has one: {time}."
    STORY = "No date stands here. The story has reached this date, which is taken for it too: {time}."
    WINDOW = "No date stands here. The text speaks of this time, in which it is taken to lie: {time}."
    BEFORE_STORY = "No date stands here. The verb says that it had happened before the story's date: {time}."
    HEADING = "No date stands here. It is listed under this one: {time}."
    BEGINNING = "No date stands here. It marks the beginning of the time named just before: {time}."
    EXPLAINED_DATE = "No date stands here. It tells what happened on the date named just before: {time}."
    DAY = "Only a time of day stands here. The day is the one the text speaks of: {time}."
    COUNTED = "“{words}” is counted from this date of the same sentence: {time}."
    LENGTH = "“{words}” is counted from the date the text has reached: {time}."
    COUNTED_FROM_EVENT = "“{words}” is counted from an event that the text tells: {time}."
    AGE = "“{words}” is an age, counted from a date of birth that the text tells: {time}."
    DISCUSSED = "No date stands here. “{words}” was spoken of at an event with a date, so it is older: {time}."
    PART_OF_EVENT = "No date stands here. It is told as part of an event that has one: {time}."


def timex_steps(document: str, timex: Timex3, published: Published | None) -> tuple[Step, ...]:
    """From the words of an expression to its interval."""
    steps = [Step("phrase", f"The text says “{_flat(timex.text)}”.", document, timex.span)]
    reference = timex.reference
    if reference is not None:
        steps.append(_reference_step(document, reference.name, reference.interval, reference.span, published))
    if timex.interval is not None and timex.precision is not None:
        means = describe_interval(timex.denoted or timex.interval, timex.precision, timex.certainty)
        steps.append(_rule_step(document, timex, means))
        if timex.signal is not None:
            whole = describe_interval(timex.interval, timex.precision, timex.certainty)
            steps.append(
                Step(
                    "signal",
                    f"By the words around the date, {_SIGNALS[timex.signal]}: {whole}.",
                    document,
                    timex.span,
                )
            )
    return tuple(steps)


def _rule_step(document: str, timex: Timex3, means: str) -> Step:
    if timex.rule == BY_HAND:
        return Step("person", f"You read it as {means}.", document, timex.span)
    told = f"It {timex_words(timex)}: {means}."
    return Step("rule", f"{told}{_other_readings(timex)}", document, timex.span)


def _other_readings(timex: Timex3) -> str:
    """That the same words can be read in another way, which nothing in the text rules out."""
    if not timex.alternatives or timex.precision is None:
        return ""
    others = " or ".join(describe_interval(other, timex.precision) for other in timex.alternatives)
    return f" It may as well be {others}: nothing in the text says whether the day or the month comes first."


def _reference_step(
    document: str, name: str, interval: Interval, span: Span | None, published: Published | None
) -> Step:
    words = describe_interval(interval, _span_precision(interval))
    match name:
        case "published":
            origin = f", {_ORIGINS[published.origin]}" if published is not None else ""
            where = span or (published.span if published is not None else None)
            return Step("published", f"It is counted from the document's own date, {words}{origin}.", document, where)
        case "entry":
            return Step("reference", f"It is counted from the date of this entry, {words}.", document, span)
        case "narrative":
            return Step("reference", f"It is counted from the date the story has reached, {words}.", document, span)
        case _:
            return Step("reference", f"It is counted from another date in the text, {words}.", document, span)


def _span_precision(interval: Interval) -> Precision:
    """A precision under which an interval is told without more than it says."""
    length = interval.length_seconds
    if length is None or length <= 86_400 * 8:
        return Precision.DAY
    return Precision.MONTH if length < 86_400 * 300 else Precision.YEAR


def inherited_step(document: str, time: EventTime, span: Span, ground: Ground, words: str = "") -> Step:
    """A clause without a date takes one from elsewhere in the text, at `span`. `words` are quoted in the sentence."""
    return Step("inherited", ground.format(time=describe_time(time), words=_flat(words)), document, span)


def published_step(document: str, published: Published) -> Step:
    """A clause of which only the document's date is known to follow."""
    words = describe_interval(published.interval, published.precision)
    text = f"No date stands here. It is told as past, so it happened by the document's own date, {words}."
    return Step("published", text, document, published.span)


def future_step(document: str, interval: Interval, span: Span | None) -> Step:
    """What is possible or planned lies after the time from which it is spoken of."""
    words = describe_interval(interval, Precision.DAY)
    text = f"It is spoken of as planned or possible, so it could only happen after the document's own date: {words}."
    return Step("inferred", text, document, span)


def merged_step(document: str, span: Span, time: EventTime | None) -> Step:
    """Another mention tells of the same event."""
    when = f" ({describe_time(time)})" if time is not None else ""
    return Step("merged", f"This passage tells of the same event{when}.", document, span)


def rival_step(document: str, span: Span, time: EventTime) -> Step:
    """Another passage puts the same event at another time; both are shown."""
    text = f"This passage gives another date for it, {describe_time(time)}. Both are kept."
    return Step("merged", text, document, span)


def narrowed_step(document: str, span: Span, time: EventTime) -> Step:
    """A day at which something changed narrows a wider interval."""
    when = describe_time(time)
    text = f"Up to this day it had not been so; the day lies in the wider time told, so the event is put there: {when}."
    return Step("inferred", text, document, span)


def interval_step(document: str, time: EventTime, span: Span) -> Step:
    """The result; `span` is where the event is told."""
    sure = {
        Certainty.STATED: "stated in the text",
        Certainty.APPROXIMATE: "approximate",
        Certainty.INFERRED: "inferred",
    }[time.certainty]
    return Step("interval", f"The event's time: {describe_time(time)} ({sure}).", document, span)


def _flat(text: str) -> str:
    return " ".join(text.split())


def told(reasons: Iterable[Reason]) -> tuple[Step, ...]:
    """The steps in words."""
    steps = list[Step]()
    for reason in reasons:
        step = reason()
        steps.extend(step if isinstance(step, tuple) else (step,))
    return tuple(steps)
