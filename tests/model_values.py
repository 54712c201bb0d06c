"""Hypothesis strategies for values of the model: any year, open bounds, any characters, any combination of fields."""

from hypothesis import strategies as st

from dateline.model.anchors import Anchor
from dateline.model.dates import Certainty, Extent, Interval, Precision
from dateline.model.documents import Line, LineClass, Published, PublishedOrigin, SourceDocument, document_id, text_hash
from dateline.model.events import (
    Alternative,
    Attribution,
    Event,
    EventOrigin,
    EventTime,
    Excerpt,
    Factuality,
    Fate,
    LedgerEntry,
    ReviewState,
    Step,
)
from dateline.model.filters import Choice, EventFilter, Facet
from dateline.model.group import Group
from dateline.model.project import Decision, Override
from dateline.model.spans import Span
from dateline.model.timex import Reference, Signal, Timex3, TimexType

# 280 billion years either way, which is nearly what an int64 of seconds holds.
SECONDS = st.integers(-(2**63) + 1, 2**63 - 1)
SMALL = st.integers(0, 10_000)
TEXTS = st.text(max_size=20)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
PRECISIONS = st.sampled_from(Precision)
CERTAINTIES = st.sampled_from(Certainty)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Ordered or open bounds, at least one of the outer ones known."""
    first, second, third, last = sorted(draw(st.lists(SECONDS, min_size=4, max_size=4, unique=True)))
    is_open = draw(st.sampled_from(["neither", "start", "end"]))
    inner = draw(st.booleans())
    return Interval(
        None if is_open == "start" else first,
        second if inner else None,
        third if inner else None,
        None if is_open == "end" else last,
        draw(st.sampled_from(Extent)),
    )


SPANS = st.builds(lambda start, length: Span(start, start + length), SMALL, st.integers(1, 200))
ANCHORS = st.builds(
    lambda start, quote, prefix, suffix: Anchor(start, start + len(quote), quote, prefix, suffix),
    SMALL,
    st.text(min_size=1, max_size=30),
    TEXTS,
    TEXTS,
)
ATTRIBUTIONS = st.builds(Attribution, SPANS, WORDS, st.booleans())
EXCERPTS = st.builds(
    Excerpt, WORDS, ANCHORS, st.none() | SPANS, st.lists(ATTRIBUTIONS, max_size=2).map(tuple)
)
STEPS = st.builds(Step, WORDS, TEXTS, st.none() | WORDS, st.none() | SPANS)
TIMES = st.builds(
    EventTime,
    intervals(),
    PRECISIONS,
    CERTAINTIES,
    st.none() | TEXTS,
    st.lists(st.builds(Alternative, intervals(), PRECISIONS, st.none() | EXCERPTS), max_size=2).map(tuple),
    st.booleans(),
)
NAMES = st.lists(TEXTS, max_size=2).map(tuple)
EXCERPT_LISTS = st.lists(EXCERPTS, max_size=2).map(tuple)
EVENTS = st.builds(
    Event,
    WORDS,
    TEXTS,
    st.none() | TIMES,
    TEXTS,
    st.sampled_from(Group),
    st.sampled_from(Factuality),
    EXCERPT_LISTS,
    st.lists(STEPS, max_size=2).map(tuple),
    NAMES,
    NAMES,
    st.floats(0, 1),
    st.sampled_from(ReviewState),
    NAMES,
    TEXTS,
    st.sampled_from(EventOrigin),
    st.frozensets(TEXTS, max_size=2),
)
OVERRIDES = st.builds(
    Override,
    EXCERPT_LISTS,
    st.none() | TEXTS,
    st.none() | TIMES,
    st.booleans(),
    st.none() | TEXTS,
    st.none() | st.sampled_from(Group),
    st.none() | st.sampled_from(Factuality),
    st.none() | NAMES,
    st.none() | NAMES,
    st.none() | NAMES,
    st.none() | TEXTS,
    st.none() | st.sampled_from(ReviewState),
    st.none() | WORDS,
    st.lists(st.tuples(WORDS, SMALL, SMALL), max_size=2).map(tuple),
)
TIMEXES = st.builds(
    Timex3,
    SMALL,
    SMALL,
    TEXTS,
    st.sampled_from(TimexType),
    TEXTS,
    WORDS,
    mod=st.none() | WORDS,
    signal=st.none() | st.sampled_from(Signal),
    interval=st.none() | intervals(),
    denoted=st.none() | intervals(),
    precision=st.none() | PRECISIONS,
    certainty=CERTAINTIES,
    reference=st.none() | st.builds(Reference, WORDS, intervals(), st.none() | SPANS),
    zone=st.none() | TEXTS,
    alternatives=st.lists(intervals(), max_size=2).map(tuple),
)
LEDGER_ENTRIES = st.builds(LedgerEntry, WORDS, SPANS, TEXTS, st.sampled_from(Fate), NAMES, TEXTS)
PUBLISHED = st.builds(Published, intervals(), PRECISIONS, st.sampled_from(PublishedOrigin), st.none() | SPANS)
CHOICES = st.builds(Choice, st.frozensets(TEXTS, max_size=2), st.none() | st.frozensets(TEXTS, max_size=2))
FILTERS = st.builds(
    EventFilter,
    st.lists(st.tuples(st.sampled_from(Facet), CHOICES), max_size=3).map(tuple),
    TEXTS,
    st.none() | SECONDS,
    st.none() | SECONDS,
    st.booleans(),
)
DECISIONS = st.builds(Decision, SMALL, TEXTS, NAMES, NAMES, st.booleans())


@st.composite
def documents(draw: st.DrawFn) -> SourceDocument:
    """A document whose lines are those of its text; the text may hold any code point, lone surrogates too."""
    text = draw(st.text(st.characters(), max_size=60).map(lambda text: text.replace("\r", "\n")))
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    ends = [start - 1 for start in starts[1:]] + [len(text)]
    kinds = draw(st.lists(st.sampled_from(LineClass), min_size=len(starts), max_size=len(starts)))
    digest = text_hash(text)
    return SourceDocument(
        document_id(digest),
        draw(TEXTS),
        text,
        digest,
        tuple(map(Line, starts, ends, kinds)),
        draw(st.none() | WORDS),
        draw(st.none() | PUBLISHED),
        draw(TEXTS),
        draw(TEXTS),
        draw(TEXTS),
        draw(st.none() | st.integers(-(10**6), 10**6)),
        draw(NAMES),
    )
