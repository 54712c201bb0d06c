"""What the event card says, as rich text: the chain of reasons with links into the text, excerpts, rival dates.

Links are short words ("step:2", "excerpt:0", "voice:1", "rival:1", "use:1") that the card understands. It knows the
model and no widget.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import count, groupby
from typing import Final, NamedTuple

from dateline.model.documents import SourceDocument
from dateline.model.events import Alternative, Event, EventOrigin, EventTime
from dateline.model.names import FACTUALITY_NAMES, GROUP_NAMES
from dateline.model.spans import Span
from dateline.model.voices import Voice, unattributed_documents, voices
from dateline.model.wording import describe_interval, describe_time
from dateline.model.yearstyle import YearStyle

_QUOTED: Final = re.compile(r"“[^”]+”")
_RESTS_ON_WORDS: Final = frozenset({"phrase", "inherited"})
_QUOTE_CHARACTERS: Final = 130  # an excerpt in the card is a reminder; the text beside it has the rest


class Row(NamedTuple):
    """One line of the card: its key, its value as rich text, whether a person has set it."""

    key: str
    value: str
    is_own: bool = False


class CardText:
    """The lines for one event, in one style of years and with the colours of a theme."""

    def __init__(
        self,
        event: Event,
        documents: Mapping[str, SourceDocument],
        tokens: Mapping[str, str],
        year_style: YearStyle,
        read: EventTime | None = None,
    ) -> None:
        """`read` is the time that was read, where a person has set another."""
        self._event, self._documents, self._read = event, documents, read
        self._tokens, self._year_style = tokens, year_style

    def rows(self) -> Iterator[Row]:
        """The lines that have something to say, in the order in which one reads them."""
        event = self._event
        edited = event.edited
        yield Row("Date", self._date(), bool({"time", "undated"} & edited))
        if self._read is not None and {"time", "undated"} & edited:
            yield Row("Read", escape(describe_time(self._read, self._year_style)))
        if event.time is not None and event.time.alternatives:
            yield Row("Or", self._rivals(event.time.alternatives))
        if event.why:
            yield Row("Why", self._why())
        yield Row("Kind", self._kind(), bool({"kind", "group", "factuality"} & edited))
        if told := voices(event):
            yield Row("Said by", self._voices(told))
        for key, name in (("Where", "places"), ("Who", "actors"), ("Tags", "tags")):
            if values := getattr(event, name):
                yield Row(key, escape(", ".join(values)), name in edited)
        if event.notes:
            yield Row("Notes", escape(event.notes).replace("\n", "<br>"), "notes" in edited)

    def excerpt(self, index: int) -> str:
        """An excerpt as a link, its date phrase in bold, with its document where the project has several."""
        event = self._event
        excerpt = event.excerpts[index]
        words = _shortened(excerpt.quote)
        if excerpt.phrase is not None:
            start, end = (offset - excerpt.start for offset in excerpt.phrase)
            words = with_bold(excerpt.quote, start, end)
        document = self._documents.get(excerpt.document)
        name = ""
        if document is not None and len(self._documents) > 1:
            name = f' {self._muted(f"— {escape(document.title or document.name)}")}'
        return f'{self._link(f"excerpt:{index}", f"“{words}”", "text")}{name}'

    def _date(self) -> str:
        time = self._event.time
        if time is None:
            return "no date yet"
        edtf = f'<span style="font-family:monospace; color:{self._tokens["muted"]}">{escape(time.edtf)}</span>'
        sure = self._muted(f"· {time.certainty.value}")
        shown = replace(time, alternatives=())  # the others have a line of their own, with a way to take them
        return f"{escape(describe_time(shown, self._year_style))}&nbsp; {edtf} {sure}"

    def _why(self) -> str:
        """The steps in their order; what several passages say alike is said once, with a link to each."""
        groups = groupby(range(len(self._event.why)), key=lambda index: self._event.why[index].text)
        told = " ".join(self._steps(list(indexes)) for _, indexes in groups)
        if phrase_place(self._event) is None:
            return told
        return f'{told} {self._link("correct:0", "Read it differently…", "accent_text")}'

    def _steps(self, indexes: list[int]) -> str:
        if len(indexes) == 1:
            return self._step(indexes[0])
        numbers = (self._link(f"step:{index}", str(number), "accent_text") for number, index in enumerate(indexes, 1))
        return f"{escape(self._event.why[indexes[0]].text)} ({', '.join(numbers)})"

    def _step(self, index: int) -> str:
        """A step's sentence; the words of the text it quotes lead to their place, or all of it where it quotes none."""
        step = self._event.why[index]
        document = self._documents.get(step.document) if step.document else None
        if document is None or step.span is None:
            return escape(step.text)
        match = None if step.name == "rule" else _QUOTED.search(step.text)  # a rule's name is no quotation
        if match is None or match[0][1:-1] not in step.span.of(document.text):
            arrow = self._link(f"step:{index}", "&nbsp;›", "accent_text")
            return self._link(f"step:{index}", escape(step.text), "text") + arrow
        link = self._link(f"step:{index}", escape(match[0]), "accent_text")
        return escape(step.text[: match.start()]) + link + escape(step.text[match.end() :])

    def _rivals(self, alternatives: tuple[Alternative, ...]) -> str:
        return "<br>".join(self._rival(index, rival) for index, rival in enumerate(alternatives))

    def _rival(self, index: int, rival: Alternative) -> str:
        words = escape(describe_interval(rival.interval, rival.precision, year_style=self._year_style))
        if rival.excerpt is None:
            source = self._muted("another reading of the same words")
        else:
            document = self._documents.get(rival.excerpt.document)
            name = escape((document.title or document.name) if document else "")
            quote = self._link(f"rival:{index}", f"“{_shortened(rival.excerpt.quote)}”", "accent_text")
            source = f'{quote} {self._muted(f"— {name}")}'
        return f'{words} {self._link(f"use:{index}", "use this", "accent_text")}<br>{source}'

    def _voices(self, told: Sequence[Voice]) -> str:
        """Who says so, each with links to the words that name them; and which documents say it of themselves."""
        numbers = count()
        lines = [self._voice(voice, [next(numbers) for _ in voice.places]) for voice in told]
        itself = [self._documents[id_] for id_ in unattributed_documents(self._event) if id_ in self._documents]
        if itself and len(self._documents) > 1:
            names = escape(", ".join(document.title or document.name for document in itself))
            lines.append(self._muted(f"{names}: in {'their' if len(itself) > 1 else 'its'} own words"))
        return "<br>".join(lines)

    def _voice(self, voice: Voice, places: Sequence[int]) -> str:
        words = escape(voice.words) if voice.named else f"nobody named: “{escape(voice.words)}”"
        first = self._link(f"voice:{places[0]}", words, "accent_text")
        others = ", ".join(
            self._link(f"voice:{place}", str(number), "accent_text") for number, place in enumerate(places[1:], 2)
        )
        documents = len(voice.documents)
        counted = f" {self._muted(f'· {documents} documents')}" if documents > 1 else ""
        return f"{first}{f' ({others})' if others else ''}{counted}"

    def _kind(self) -> str:
        event = self._event
        kind = event.kind or event.group.value
        fine = "" if kind == event.group.value else f"{escape(kind[:1].upper() + kind[1:].replace('_', ' '))} "
        group = escape(GROUP_NAMES[event.group])
        named = f"{fine}{self._muted(f'· {group}')}" if fine else group
        note = self._muted("· a note of yours") if not event.excerpts else self._muted("· made by you")
        own = f" {note}" if event.origin is EventOrigin.PERSON else ""
        return f"{named} {self._muted('·')} {escape(FACTUALITY_NAMES[event.factuality])}{own}"

    def _muted(self, words: str) -> str:
        return f'<span style="color:{self._tokens["muted"]}">{words}</span>'

    def _link(self, target: str, words: str, token: str) -> str:
        return f'<a href="{target}" style="color:{self._tokens[token]}; text-decoration:none">{words}</a>'


def phrase_place(event: Event, excerpt: int = 0) -> tuple[str, Span] | None:
    """The words that date an event: the phrase of one of its excerpts, or else those that its first step rests on."""
    if excerpt < len(event.excerpts) and (phrase := event.excerpts[excerpt].phrase) is not None:
        return event.excerpts[excerpt].document, phrase
    steps = (step for step in event.why if step.name in _RESTS_ON_WORDS)
    return next(((step.document, step.span) for step in steps if step.document and step.span), None)


def use_rival(time: EventTime, index: int) -> EventTime:
    """A rival date in the place of a time. It is decided then: what else was read stays in the reading."""
    rival = time.alternatives[index]
    return EventTime(rival.interval, rival.precision, time.certainty, time.zone)


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return escape(plain if len(plain) <= _QUOTE_CHARACTERS else plain[: _QUOTE_CHARACTERS - 1].rstrip() + "…")


def with_bold(quote: str, start: int, end: int) -> str:
    """The quote around its phrase, the phrase in bold; cut at both ends where it is long."""
    room = max(30, (_QUOTE_CHARACTERS - (end - start)) // 2)
    before = " ".join(("x" + quote[:start] + "x").split())[1:-1]
    after = " ".join(("x" + quote[end:] + "x").split())[1:-1]
    cut_before = before if len(before) <= room else "…" + before[-room:].lstrip()
    cut_after = after if len(after) <= room else after[:room].rstrip() + "…"
    return f"{escape(cut_before)}<b>{escape(quote[start:end])}</b>{escape(cut_after)}"
