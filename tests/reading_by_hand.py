"""Documents and time expressions made by hand, for tests of the reading that must not rest on the tagger."""

from dataclasses import replace

from dateline.model.dates import Certainty, Interval, Precision, instant
from dateline.model.documents import Line, LineClass, Published, PublishedOrigin, SourceDocument, document_id, text_hash
from dateline.model.edtf import parse_edtf
from dateline.model.timex import Reference, Signal, Timex3, TimexType

PUBLISHED = "2014-10-30"


def document(text: str, *, published: str | None = PUBLISHED, line_class: LineClass = LineClass.BODY) -> SourceDocument:
    """A document whose lines with text are all of one class."""
    lines, start = [], 0
    for part in text.split("\n"):
        lines.append(Line(start, start + len(part), line_class if part.strip() else LineClass.BLANK))
        start += len(part) + 1
    sha256 = text_hash(text)
    own = None
    if published is not None:
        interval, precision, _ = parse_edtf(published)
        own = Published(interval, precision, PublishedOrigin.OPTION)
    return SourceDocument(document_id(sha256), "text", text, sha256, tuple(lines), "en", own)


def timex(
    text: str,
    words: str,
    edtf: str,
    *,
    kind: TimexType = TimexType.DATE,
    signal: Signal | None = None,
    value: str | None = None,
) -> Timex3:
    """The expression that stands at the first place of `words`, meaning what the EDTF says."""
    start = text.index(words)
    interval, precision, certainty = parse_edtf(edtf)
    end = start + len(words)
    made = Timex3(start, end, words, kind, value or edtf, "of the test", None, signal, interval, interval)
    return replace(made, precision=precision, certainty=certainty)


def until(text: str, words: str, edtf: str) -> Timex3:
    """The expression after "until"."""
    made = timex(text, words, edtf, signal=Signal.UNTIL)
    assert made.denoted is not None
    return replace(made, interval=Interval.throughout(None, made.denoted.latest_end))


def duration(text: str, words: str, value: str) -> Timex3:
    """A length of time that stands for no time of the calendar."""
    start = text.index(words)
    return Timex3(start, start + len(words), words, TimexType.DURATION, value, "of the test")


def clock(text: str, words: str, hour: int, minute: int = 0) -> Timex3:
    """A clock time that was counted from the document's date."""
    start = text.index(words)
    begin = instant(2014, 10, 30, hour, minute)
    interval = Interval.within(begin, begin + 60)
    published = Interval.within(instant(2014, 10, 30), instant(2014, 10, 31))
    return Timex3(
        start,
        start + len(words),
        words,
        TimexType.TIME,
        f"2014-10-30T{hour:02d}:{minute:02d}",
        "of the test",
        interval=interval,
        denoted=interval,
        precision=Precision.MINUTE,
        certainty=Certainty.STATED,
        reference=Reference("published", published),
    )
