"""Dates that say of a text where and when it was printed or sent: a colophon, an agency's number, a sentence about the
article; and the day that a report names in brackets behind its weekday.

It gathers candidates, as `candidates` does; which one is believed is decided in `published`.
"""

import re
from dataclasses import replace
from typing import Final

from dateline.ingest.date_lines import PUNCTUATION, is_filler, other_words, rest_after
from dateline.ingest.header import Candidate, DatedLine, Header, Trust
from dateline.ingest.header_dates import HeaderDate
from dateline.ingest.labels import OWN_LABELS, label_of
from dateline.ingest.lexicon import header_words
from dateline.model.dates import month_length
from dateline.model.documents import LineClass

_COLOPHON: Final = re.compile(
    r"[^\W\d_][\w .&\'’-]{2,60},?(?:\s(?:vom|of|dated|edition of|issue of|Ausgabe vom))?\s*", re.IGNORECASE
)
_PAGE: Final = re.compile(r"\s*[,;/|]?\s*(?:Seite|S\.|page|p\.|pp\.)\s?[A-Z]?\d{1,4}\W*$", re.IGNORECASE)
_INITIALS: Final = re.compile(r"\((?:[^\W\d_][\w/ ]{1,20},\s){1,2}$")
_YEAR_LAST: Final = re.compile(
    r"(?:\b(?:for [\w ]{2,20} )?(?:in|im)\s+)?(?:\b[^\W\d_]+\s+)?(?P<year>(?:1[5-9]|20)\d\d)\.?\s*$"
)
_SLUG: Final = re.compile(r"\bdpa:(\d\d)(\d\d)(\d\d)-\d+-\d+")
_LONGEST_SENTENCE: Final = 200
_RUNNING: Final = frozenset({LineClass.BODY, LineClass.ANSWER, LineClass.DATELINE})
_NOT_OWN: Final = frozenset({LineClass.CAPTION, LineClass.QUOTED_MAIL, LineClass.PULL_QUOTE, LineClass.MAIL_HEADER})


def printed(header: Header) -> list[Candidate]:
    """The paper and its page: "Rhein-Zeitung, Ausgabe vom 3. Mai 2019, Seite 12"; several such lines are a list of
    others."""
    lines = [line for line in (*header.dated_head, *header.dated_tail) if _names_page(line)]
    return [line.candidate(line.dates[0], Trust.CLOSING) for line in lines] if len(lines) == 1 else []


def _names_page(line: DatedLine) -> bool:
    date = line.dates[0]
    paper = _COLOPHON.fullmatch(line.words[: date.start].lstrip(" ([–—-©"))
    return len(line.dates) == 1 and paper is not None and _PAGE.match(line.words, date.end) is not None


def signed_off(header: Header) -> list[Candidate]:
    """The agency or the writer's initials and the day behind the last words: "... sagte er. (APA, 3.5.2019)"."""
    found = []
    for line in (*header.dated_head, *header.dated_tail):
        date = line.dates[-1]
        ends = line.words[date.end :].strip() in (")", ").")
        own = line.kind not in _NOT_OWN or (line.kind is LineClass.CAPTION and line.words.startswith("("))
        if own and ends and _INITIALS.search(line.words[: date.start]):
            found.append(line.candidate(date, Trust.CLOSING))
    return found[-1:]


def slugs(header: Header) -> list[Candidate]:
    """The day in an agency's number of its report: "dpa:190503-99-123456/2"."""
    for number in (*header.tail, *header.head):
        match = _SLUG.search(header.words(number))
        date = None if match is None else _day_of(match)
        if date is not None:
            row = header.lines[number]
            return [DatedLine(number, row.start, row.kind, "", (date,)).candidate(date, Trust.ENTRY)]
    return []


def _day_of(match: re.Match[str]) -> HeaderDate | None:
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12 or not 1 <= day <= month_length(2000 + year, month):
        return None
    return HeaderDate(match.start(1), match.end(3), 2000 + year, month, day)


def stated(header: Header) -> list[Candidate]:
    """A sentence about the text itself: "Dieser Artikel ist am 3. Mai 2019 in der Rhein-Zeitung erschienen."."""
    known = header_words()
    found = []
    for line in (*header.dated_head, *header.dated_tail):
        date = line.dates[0]
        before = [word.casefold() for word in re.findall(r"\w+", line.words[: date.start])]
        about = len(before) > 1 and all(word in known.documents or is_filler(word) for word in before)
        last = line.words.rstrip(" .)").rpartition(" ")[2].casefold()
        if about and known.labels_after.get(last) == "published" and len(line.words) <= _LONGEST_SENTENCE:
            found.append(line.candidate(date, Trust.PUBLISHED))
    return found[:1]


def revised(header: Header) -> list[Candidate]:
    """The first of two dates of which the second is a later change: "3. Mai 2019, 14:20 Uhr Aktualisiert am 4. Mai"."""
    found = []
    for line in header.dated_head:
        if len(line.dates) != 2 or line.kind in _NOT_OWN or other_words(line.words[: line.dates[0].start], []):
            continue
        first, second = line.dates
        between = rest_after(line.words[: second.start], first).strip(PUNCTUATION)
        if _says_updated(between):
            found.append(line.candidate(first, Trust.BYLINE))
    return found


def _says_updated(words: str) -> bool:
    return header_words().labels.get(words.casefold()) == "updated"


def told_weekdays(header: Header) -> list[Candidate]:
    """The day of a report that says it in brackets: "am Freitag (4. Dezember 2020)". Other days are told without their
    year; the first counts, of the paragraphs at the head."""
    for line in header.dated_head:
        if line.kind not in _RUNNING:
            continue
        for date in line.dates:
            before, after = line.words[: date.start], line.words[date.end :]
            weekday = before.removesuffix("(").rstrip().rpartition(" ")[2].casefold()
            if before.endswith("(") and after.startswith(")") and weekday in header_words().weekdays:
                return [line.candidate(date, Trust.TOLD)]
    return []


def years(header: Header) -> list[Candidate]:
    """A year behind a label where no day is told: "Last revised in spring 2011", "First published 1998"."""
    found = []
    for number in (*header.head, *header.tail):
        row, words = header.lines[number], header.words(number)
        if row.kind in _NOT_OWN or len(words) > _LONGEST_SENTENCE:
            continue
        begin = words.rstrip(" .").rfind(". ") + 1  # of the last statement
        match = _YEAR_LAST.search(words, begin)
        for start in (match.start("year"), match.start()) if match is not None else ():
            assert match is not None
            date = HeaderDate(match.start("year") - begin, match.end("year") - begin, int(match["year"]), None, None)
            if label_of(words[begin:], replace(date, start=start - begin)) in OWN_LABELS:
                found.append(DatedLine(number, row.start + begin, row.kind, "", (date,)).candidate(date, Trust.YEAR))
                break
    return found
