"""The sentences of a derivation: each says one step a person can follow, and where in the text it rests.

It must not decide anything; it only tells what other modules decided.
"""

from collections.abc import Callable, Iterable

from dateline.model.corrections import BY_HAND
from dateline.model.dates import Certainty, Interval, Precision
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.events import EventTime, Step
from dateline.model.rulewords import rule_words
from dateline.model.spans import Span
from dateline.model.timex import Signal, Timex3
from dateline.model.wording import describe_interval, describe_time

Reason = Callable[[], Step | tuple[Step, ...]]
"""A step that is put into words only when an event is made of it: most mentions make none."""

_ORIGINS = {
    PublishedOrigin.TEXT: "as it says itself",
    PublishedOrigin.METADATA: "as the file says",
    PublishedOrigin.OPTION: "as it was given",
    PublishedOrigin.PERSON: "as you set it",
}
_SIGNALS = {
    Signal.BEFORE: "so it was before that",
    Signal.AFTER: "so it was after that",
    Signal.SINCE: "so it began then and goes on",
    Signal.UNTIL: "so it went on until then",
    Signal.BY: "so it was then at the latest",
    Signal.FROM: "so it began then",
    Signal.BETWEEN: "so it lies between",
}


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
                    f"“{timex.signal.value}” stands before it, {_SIGNALS[timex.signal]}: {whole}.",
                    document,
                    timex.span,
                )
            )
    return tuple(steps)


def _rule_step(document: str, timex: Timex3, means: str) -> Step:
    if timex.rule == BY_HAND:
        return Step("person", f"You read it as {means}.", document, timex.span)
    return Step("rule", f"It {rule_words(timex.rule)}: {means}.", document, timex.span)


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


def inherited_step(document: str, time: EventTime, span: Span, reason: str) -> Step:
    """A clause without a date takes one from elsewhere in the text."""
    return Step("inherited", f"No date stands here. {reason} {_start(describe_time(time))}.", document, span)


def published_step(document: str, published: Published) -> Step:
    """A clause of which only the document's date is known to follow."""
    words = describe_interval(published.interval, published.precision)
    text = f"No date stands here. The document tells of it, so it lies before the document's own date, {words}."
    return Step("published", text, document, published.span)


def future_step(document: str, interval: Interval, span: Span | None) -> Step:
    """What is possible or planned lies after the time from which it is spoken of."""
    words = describe_interval(interval, Precision.DAY)
    return Step("inferred", f"It had not happened when it was spoken of: {words}.", document, span)


def merged_step(document: str, span: Span, time: EventTime | None) -> Step:
    """Another mention tells of the same event."""
    when = f" ({describe_time(time)})" if time is not None else ""
    return Step("merged", f"This passage tells of the same event{when}.", document, span)


def narrowed_step(document: str, span: Span, time: EventTime) -> Step:
    """A day at which something changed narrows a wider interval."""
    when = describe_time(time)
    text = f"Until then it had not been so; the day lies within the wider time, so the event is put there: {when}."
    return Step("inferred", text, document, span)


def interval_step(time: EventTime) -> Step:
    """The result."""
    sure = {
        Certainty.STATED: "stated in the text",
        Certainty.APPROXIMATE: "approximate",
        Certainty.INFERRED: "inferred",
    }[time.certainty]
    return Step("interval", f"The event's time: {describe_time(time)} ({sure}).")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _start(words: str) -> str:
    return words


def told(reasons: Iterable[Reason]) -> tuple[Step, ...]:
    """The steps in words."""
    steps = list[Step]()
    for reason in reasons:
        step = reason()
        steps.extend(step if isinstance(step, tuple) else (step,))
    return tuple(steps)
