"""Long documents in stretches: the parts make up the whole, and what was read in them lands at its own words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.anchors import describe
from dateline.model.dates import Certainty
from dateline.model.documents import Line, LineClass, Published, PublishedOrigin, SourceDocument, document_id, text_hash
from dateline.model.edtf import parse_edtf
from dateline.model.events import (
    Alternative,
    Attribution,
    Event,
    EventTime,
    Excerpt,
    Factuality,
    Fate,
    LedgerEntry,
    Step,
)
from dateline.model.group import Group
from dateline.model.spans import Span
from dateline.model.stretches import put_back, stretches
from dateline.model.timeline import Timeline
from dateline.model.timex import Reference, Timex3, TimexType


def document(text: str) -> SourceDocument:
    lines, start = [], 0
    for part in text.split("\n"):
        kind = LineClass.BODY if part.strip() else LineClass.BLANK
        lines.append(Line(start, start + len(part), kind))
        start += len(part) + 1
    sha256 = text_hash(text)
    published = Published(*parse_edtf("2014-10-30")[:2], PublishedOrigin.TEXT, Span(0, min(4, len(text))))
    return SourceDocument(document_id(sha256), "long.txt", text, sha256, tuple(lines), "en", published)


@given(st.text(alphabet="ab \n", min_size=4), st.integers(1, 20))
def test_parts_make_up_the_whole(text: str, characters: int) -> None:
    whole = document(text)
    parts = tuple(stretches(whole, characters))
    assert "\n".join(part.text for part in parts) == text
    assert len({part.id for part in parts}) == len(parts)
    for part in parts:
        assert [line.span.of(part.text) for line in part.lines] == part.text.split("\n")
        longest = max(len(line.span.of(part.text)) for line in part.lines)
        assert len(part.text) <= 2 * characters + longest + len(part.lines)


def test_a_part_ends_behind_an_empty_line() -> None:
    parts = stretches(document("one two three\n\nfour\n\nfive six\n\nseven"), 10)
    assert [part.text for part in parts] == ["one two three\n", "four\n\nfive six\n", "seven"]


def read(part: SourceDocument) -> Timeline:
    """A reading of a part that speaks of its first word in every way a reading can."""
    span = Span(0, part.text.index(" "))
    excerpt = Excerpt(part.id, describe(part.text, *span), span, (Attribution(span, span.of(part.text)),))
    interval, precision, _ = parse_edtf("1998")
    other = Alternative(interval, precision, excerpt)
    time = EventTime(interval, precision, Certainty.STATED, None, (other,))
    own_date = Step("published", "own date", part.id, None)
    steps = (Step("phrase", "said", part.id, span), own_date, Step("interval", "so"))
    event = Event(f"e{part.id}", "A", time, "other", Group.OTHER, Factuality.HAPPENED, (excerpt,), steps)
    entry = LedgerEntry(part.id, span, span.of(part.text), Fate.EVENT, (event.id,))
    reference = Reference("timex", interval, span)
    timex = Timex3(*span, span.of(part.text), TimexType.DATE, "1998", "year", reference=reference)
    counted = replace(timex, reference=Reference("published", interval, None))
    return Timeline((part,), (event,), (entry,), {part.id: (timex, counted)})


def test_what_was_read_lands_at_its_own_words() -> None:
    whole = document("alpha one two\n\nbravo one two\n\ncharlie one two")
    readings = [read(part) for part in stretches(whole, 10)]
    together = Timeline(
        tuple(reading.documents[0] for reading in readings),
        tuple(event for reading in readings for event in reading.events),
        tuple(entry for reading in readings for entry in reading.ledger),
        {key: value for reading in readings for key, value in reading.timexes.items()},
    )
    back = put_back(together, whole)
    words = ["alpha", "bravo", "charlie"]
    assert back.documents == (whole,)
    assert [event.excerpts[0].anchor.span.of(whole.text) for event in back.events] == words
    assert [event.excerpts[0].phrase.of(whole.text) for event in back.events if event.excerpts[0].phrase] == words
    assert [entry.span.of(whole.text) for entry in back.ledger] == words
    assert [timex.span.of(whole.text) for timex in back.timexes[whole.id]] == [word for word in words for _ in range(2)]
    for event, word in zip(back.events, words, strict=True):
        assert event.excerpts[0].document == whole.id
        assert [source.span.of(whole.text) for source in event.excerpts[0].sources] == [word]
        assert event.excerpts[0].anchor.prefix == whole.text[: event.excerpts[0].start][-32:]
        assert [step.span and step.span.of(whole.text) for step in event.why] == [word, "alph", None]
        assert event.time is not None
        assert [one.excerpt and one.excerpt.quote for one in event.time.alternatives] == [word]
    references = [timex.reference for timex in back.timexes[whole.id]]
    assert [one and one.span and one.span.of(whole.text) for one in references] == [
        part for word in words for part in (word, "alph")
    ]
