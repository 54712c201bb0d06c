"""The dates of a text that may be its own. Each finder knows one way in which people write them, and carries how far
that is trusted.

None of them decides; that is done in `published`.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Final

from dateline.ingest.colophons import printed, revised, signed_off, slugs, stated, told_weekdays, years
from dateline.ingest.date_lines import PUNCTUATION, closes, is_place, other_words, rest_after, without_last_filler
from dateline.ingest.header import OWN_LINE_KINDS, Candidate, DatedLine, Header, Trust
from dateline.ingest.header_dates import HeaderDate, date_in_address, read_dates
from dateline.ingest.labels import OWN_LABELS, label_of, leading_group
from dateline.ingest.lexicon import header_words, layout_words
from dateline.ingest.yearless import complete_datelines
from dateline.model.documents import LineClass

_TRUST_OF_LABEL: Final = {
    "published": Trust.PUBLISHED,
    "issued": Trust.ISSUED,
    "dated": Trust.DATED,
    "produced": Trust.PRODUCED,
    "called": Trust.CALLED,
    "updated": Trust.UPDATED,
    "embargo": Trust.EMBARGO,
    "held": Trust.SET_OFF,
}
_NEVER: Final = frozenset(
    {LineClass.CAPTION, LineClass.CREDIT, LineClass.QUOTED_MAIL, LineClass.PULL_QUOTE, LineClass.MAIL_HEADER}
)
_LONGEST_LABEL_LINE: Final = 40
_FEW_WORDS: Final = 4
_FOR_WHOM: Final = re.compile(r",\s(?:for|für)\s")
_NUMBERED: Final = re.compile(r"\s*(?:\d{1,3}[.)]|\[\d+\]|\(\d+\))\s+\D")  # a note, a reference
_THIS: Final = re.compile(r"\b(?:this|the)\s+$", re.IGNORECASE)
_FEWEST_ENTRIES: Final = 3
_LOG_ENDS: Final = 50
_HEADINGS: Final = frozenset({LineClass.HEADING, LineClass.TITLE})
_ROWS_BELOW: Final = 4
# Four figures that may be a year are none: "1953  Company founded".
_CLOCK_FIRST: Final = re.compile(
    r"\s*(?:\d{1,3}[.)]?\s+)?\[?(?:(?:[01]?\d|2[0-4]):[0-5]\d|(?:0\d|1[0-4]|2[1-4])[0-5]\d)\b[\]:]?\s"
)


def labelled(header: Header) -> list[Candidate]:
    """Dates after a label: "Published", "Updated", "Date:", "Filed", "Dated this ..."."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for line in (*header.dated_head, *header.dated_tail):
        if line.kind in _NEVER or _NUMBERED.match(line.words) or _CLOCK_FIRST.match(line.words):
            continue
        for date in line.dates:
            before = without_last_filler(line.words[: date.start].rstrip()).strip(PUNCTUATION).casefold()
            beside = line.number > header.related or line.kind is LineClass.TABLE
            if beside and leading_group(line.words) is None:
                continue  # a link to another document, an entry of a register
            if line.number not in header.head and "(" in line.words[: date.start].rpartition(")")[2].lstrip()[1:]:
                continue  # "Admission 150 (as of 1.1.2010)" below a text, not "(Posted on 1 May 2010)"
            trust = _trust(header, label_of(line.words, date), date)
            # "Letter dated 7 April 2017 from the ..." goes on as no other label may
            if trust is not None and (_ends_statement(line.words, date) or line.kind is LineClass.TITLE):
                found[before].append(line.candidate(date, trust))
    # The posts of a thread have the same label all; it is as old as the first. Two may be two documents.
    return [one for same in found.values() for one in (same[:1] if len(same) >= _FEWEST_ENTRIES else same)]


def _ends_statement(words: str, date: HeaderDate) -> bool:
    """Whether nothing follows a date, or another label: "Publié le 08/01/2019 à 18h12, mis à jour à 19h40"; or, where
    the label begins the line, a few words: "Posted on 11 December 2016 by editors"; or, behind an update, a sentence.
    """
    after = rest_after(words, date)
    rest = after.strip(PUNCTUATION)
    if after[:2] == ". " and (label_of(words, date) == "updated" or leading_group(words) in OWN_LABELS):
        return True
    if closes(words, date) or leading_group(rest) is not None:
        return True
    if _FOR_WHOM.match(after) and leading_group(words) == "dated":
        return True  # "Drawn up by the Registrar, Valletta, 28 February 2013, for the use of the Court"
    is_short = len(rest.split()) <= _FEW_WORDS and not words.rstrip().endswith(".")
    return is_short and leading_group(words) is not None


def formulas(header: Header) -> list[Candidate]:
    """Dates of the formulas with which deeds and affidavits are made: "... this 3rd day of November, 2011."."""
    return [
        line.candidate(date, Trust.FORMULA)
        for line in (*header.dated_head, *header.dated_tail)
        if line.kind not in _NEVER
        for date in line.dates
        if _THIS.search(line.words, 0, date.start) and "day" in line.words[date.start : date.end].casefold()
    ]


def _trust(header: Header, label: str | None, date: HeaderDate) -> Trust | None:
    """How far the dates of a label are trusted.

    What a release under embargo calls "today" is the embargo's day, unless its dateline names another.
    """
    if label == "embargo" and header.says_today:
        opening = (known for known in datelines(header) if known.line <= header.first_running)
        others = [known for known in opening if known.date.day_number != date.day_number]
        return Trust.EMBARGO if others else Trust.EMBARGO_TODAY
    return _TRUST_OF_LABEL.get(label or "")


def labels_above(header: Header) -> list[Candidate]:
    """Dates on a line of their own below a line that is a label: "Published" and, below it, "3 March 2021"."""
    found = []
    for line in header.dated_head:
        label = _label_line_above(header, line.number)
        if label and len(line.dates) == 1 and not other_words(line.words, line.dates):
            trust = _trust(header, header_words().labels.get(label), line.dates[0])
            if trust is not None:
                found.append(line.candidate(line.dates[0], trust))
    return found


def _label_line_above(header: Header, number: int) -> str:
    """The words of the nearest line above that is not blank, in small letters, when it is short."""
    for above in range(number - 1, max(-1, number - 3), -1):
        words = header.words(above).strip(" \t:*_")
        if words:
            return words.casefold() if len(words) <= _LONGEST_LABEL_LINE else ""
    return ""


AFTER_DATELINE: Final = re.compile(
    r"""(?x) [\s,)]* (?: \d{1,2}[:.]\d\d\s*(?:uhr|[ap]m|gmt|utc)?[\s,)]* )?       # perhaps a time of day
        (?: \([^)]{2,40}\) | /[^/]{2,40}/ | \[[^\]]{2,40}\] )? \s*                # perhaps an agency
        (?: --+ | [–—―] | \s-\s | (?<=\))- | :\s | \s_\s | \.\s*[–—] | \.\s+(?=[A-ZÄÖÜ„“"'])
        | (?<=\))\s+(?=[A-ZÄÖÜ„“"']) )"""
)
"""What follows the date of a dateline: an agency and a dash, a colon, or a full stop before a sentence."""

_AGENCY: Final = re.compile(r"\([^)]{2,40}\)|/[^/]{2,40}/|\[[^\]]{2,40}\]")
_NOT_A_PLACE: Final = frozenset(
    [
        "on",
        "in",
        "by",
        "since",
        "until",
        "from",
        "after",
        "before",
        "between",
        "during",
        "as",
        "at",
        "for",
        "when",
        "while",
        "am",
        "im",
        "vom",
        "seit",
        "bis",
        "nach",
        "vor",
        "zum",
        "ab",
        "zwischen",
    ]
)


def datelines(header: Header) -> list[Candidate]:
    """Dates between a place and the beginning of running text: "GENEVA, 3 March 2021 (Reuters) –"."""
    found = []
    for line in header.dated_head:
        date = line.dates[0]
        if line.kind in _NEVER or line.kind is LineClass.LOG or leading_group(line.words) == "other":
            continue  # "Born Riga, 3 May 1931. ..."
        if begins_with_place(line.words[: date.start]) and _text_follows(line.words, date.end):
            found.append(line.candidate(date, Trust.DATELINE))
    return found or complete_datelines(header, begins_with_place, _text_follows)


def begins_with_place(before: str) -> bool:
    """Whether what stands before a date is a place, perhaps with an agency and a weekday."""
    words = other_words(_AGENCY.sub(" ", before), [])
    if len(before) > 100 or not is_place(words) or words[0].casefold() in _NOT_A_PLACE:
        return False
    # "THE COUNCIL MET ON 3 MAY": in capitals any sentence looks like a place. "Bern, am 3. Mai" has its comma.
    *earlier, last = before.split()
    return last.casefold() not in _NOT_A_PLACE or "".join(earlier).endswith(",")


def _text_follows(words: str, end: int) -> bool:
    match = AFTER_DATELINE.match(words, end)
    return match is not None and bool(words[match.end() :].strip())


def own_lines(header: Header) -> list[Candidate]:
    """Dates that fill a line of the head or the tail, alone or with a place; and dates in a byline.

    The date above the first entry of a chronology is not the document's: there more such lines follow, and none is
    earlier.
    """
    found = []
    for line in header.dated_head:
        date = _only_date(line)
        if date is None or line.number > header.related or _is_number(line, date):
            continue
        words = other_words(line.words, line.dates)
        if line.kind is LineClass.BYLINE and not _heads_an_entry(header, line, date):
            found.append(line.candidate(date, Trust.BYLINE))
        elif (not words or (is_place(words) and _is_closing(line))) and not _heads_an_entry(header, line, date):
            found.append(line.candidate(date, Trust.LETTERHEAD if words else Trust.OWN_LINE))
    return found


def closings(header: Header) -> list[Candidate]:
    """Dates with which a letter, a statement or an order ends: "Geneva, 30 October 2014"."""
    found = []
    for line in header.dated_tail:
        date = _only_date(line)
        if date is not None and _is_closing(line) and not _heads_an_entry(header, line, date):
            found.append(line.candidate(date, Trust.CLOSING))
    sources = [line for line in (*header.dated_head, *header.dated_tail) if line.kind is LineClass.CREDIT]
    found += [line.candidate(line.dates[0], Trust.CLOSING) for line in sources if _is_source_line(line)]
    return found


def _is_number(line: DatedLine, date: HeaderDate) -> bool:
    """Whether what looks like a month is the number of a record in its year: "CALLOUT 03/2003"."""
    before = line.words[: date.start].rstrip()
    return date.day is None and line.words[date.start].isdigit() and before[-1:].isalnum()


def _is_source_line(line: DatedLine) -> bool:
    """ "Source: AFP, 4 March 2019" below a text: an agency and the day of its report."""
    label, colon, rest = line.words.partition(":")
    names = other_words(rest, read_dates(rest, month_first=True))
    is_agency = bool(names) and all(name.casefold() in layout_words().agencies for name in names)
    return bool(colon) and label.strip().casefold() in header_words().address_labels and is_agency


def _only_date(line: DatedLine) -> HeaderDate | None:
    """The date of a line that has one, without a label."""
    if len(line.dates) != 1 or line.kind not in OWN_LINE_KINDS or label_of(line.words, line.dates[0]) is not None:
        return None
    return line.dates[0]


def _is_closing(line: DatedLine) -> bool:
    """Whether a line is a place and a date, and no more than that."""
    words = other_words(line.words, line.dates)
    before = line.words[: line.dates[0].start].rstrip()
    if words and (not is_place(words) or before[-1:] in "–—-:|("):
        return False
    return not line.words[line.dates[0].end :].strip(" .,)\t") or not words


def _heads_an_entry(header: Header, line: DatedLine, date: HeaderDate) -> bool:
    below = (other.kind for other in header.lines[line.number + 1 : line.number + 3])
    if next((kind for kind in below if kind is not LineClass.BLANK), None) is LineClass.LOG:
        return True
    days = [day for number, day in header.entry_days if number != line.number]
    return len(days) + 1 >= _FEWEST_ENTRIES and date.day_number <= min(days)


_GROUP: Final = re.compile(r"\d{6}[A-Z]?\s", re.IGNORECASE)


def mail_dates(header: Header) -> list[Candidate]:
    """The newest date of the mails in a text (a thread is as old as its last mail), or a cable's date-time group.

    A mail that is quoted in the middle of a text dates nothing but itself.
    """
    groups = [
        line.candidate(date, Trust.MAIL)
        for line in (*header.dated_head, *header.dated_tail)
        for date in line.dates
        if _GROUP.match(line.words, date.start) and (line.number in header.head or not other_words(line.words, [date]))
    ]
    rows = [number for number, line in enumerate(header.lines) if line.kind is LineClass.MAIL_HEADER]
    if groups or not rows or header.text_stands_above(rows[0]):
        return groups[:1]
    lines = [line for line in header.dated(rows) if not line.words.lstrip().startswith(">")]
    sent = [line for line in lines if label_of(line.words, line.dates[0]) == "dated" or _heads_mail(header, line)]
    told = [line for line in lines if line.words.rstrip().endswith(":") or "@" in line.words]  # "On 3 June X wrote:"
    stamps = [line for line in lines if ":" not in line.words and not other_words(line.words, line.dates)]
    mails = sent or stamps or (told if len(told) > 1 else [])
    found = [line.candidate(line.dates[0], Trust.MAIL) for line in mails]
    return sorted(found, key=lambda candidate: candidate.date.day_number)[-1:]


_ADDRESSED: Final = re.compile(r"[^<>:]*<[^<>\s]+@[^<>\s]+>\s+")


def _heads_mail(header: Header, line: DatedLine) -> bool:
    """Whether a line is a sender's name and address and, behind them, the day: "Ann <a@b.org>  Wed, Jun 8, 2022"."""
    row = header.lines[line.number]
    address = _ADDRESSED.match(header.text, row.start, row.end)
    first = line.dates[0]
    before = header.text[address.end() : line.start + first.start] if address is not None else "-"
    return address is not None and not other_words(before, []) and not header.words(line.number).rstrip().endswith(":")


_LINK: Final = re.compile(
    r"(?:(?P<label>[^\W\d_][\w -]{1,20}):\s*)?[<(\[]?(?P<address>https?://\S+|www\.\S+)\s*", re.IGNORECASE
)


def addresses(header: Header) -> list[Candidate]:
    """The date in the document's own web address, when a line of the head is that address or labels it so."""
    last = header.head[-1] if header.head else -1
    found = []
    for number in range(last + 1):
        match = _LINK.fullmatch(header.words(number).strip())
        if match is None or (match["label"] and match["label"].casefold() not in header_words().address_labels):
            continue
        date = date_in_address(match["address"])
        if date is not None:
            start = header.lines[number].start + header.words(number).index(match["address"])
            line = DatedLine(number, start, header.lines[number].kind, "", (date,))
            found.append(line.candidate(date, Trust.ADDRESS))
    return found


_TITLE_ROWS: Final = 4
_LATER_SEARCH_LINES: Final = 2000
_BEFORE_EVENT: Final = frozenset(
    [
        "on",
        "of",
        "in",
        "from",
        "since",
        "until",
        "to",
        "by",
        "at",
        "the",
        "vom",
        "am",
        "im",
        "seit",
        "bis",
        "des",
        "der",
        "zum",
    ]
)


def set_off(header: Header) -> list[Candidate]:
    """A date at the end of the title, as records have it: "Incident log – 14 March 2024"; or in brackets before it.

    A title may name the day of what the text is about instead; then the text goes on to later days, and there is no
    candidate.
    """
    for line in header.dated_head:
        if line.number not in header.head[:_TITLE_ROWS] or line.kind in _NEVER:
            continue
        date = line.dates[-1]
        if not header_words().records.isdisjoint(word.strip(":").casefold() for word in line.words.split()[:2]):
            return [line.candidate(line.dates[0], Trust.SET_OFF)]
        if line.kind not in (LineClass.TITLE, LineClass.HEADING):
            continue
        if line.words[: date.start] in ("[", "(") and line.words[date.end : date.end + 1] in ("]", ")"):
            return [line.candidate(date, Trust.SET_OFF)]
        before = line.words[: date.start].rstrip()
        last_word = before.rsplit(maxsplit=1)[-1].casefold() if before else "on"
        at_end = not line.words[date.end :].strip(" .)]")
        if (
            len(line.dates) == 1
            and not _is_number(line, date)
            and at_end
            and last_word not in _BEFORE_EVENT
            and not _goes_on_later(header, line, date)
        ):
            return [line.candidate(date, Trust.SET_OFF)]
    return []


def _goes_on_later(header: Header, line: DatedLine, date: HeaderDate) -> bool:
    rows = range(line.number + 1, min(len(header.lines), _LATER_SEARCH_LINES))
    return any(other.day_number > date.day_number for row in header.dated(rows) for other in row.dates)


def entries(header: Header) -> list[Candidate]:
    """The last day of a log: nothing in the text is younger. Days that an entry speaks of are not its own."""
    rows = [number for number, line in enumerate(header.lines) if line.kind is LineClass.LOG]
    ends = list(dict.fromkeys((*rows[:_LOG_ENDS], *rows[-_LOG_ENDS:])))
    lines = header.dated((*ends, *_days_of_clocks(header)))
    dated = [line for line in lines if not other_words(line.words[: line.dates[0].start], [])]
    found = [line.candidate(line.dates[0], Trust.ENTRY) for line in dated]
    return sorted(found, key=lambda candidate: candidate.date.day_number)[-1:]


def headed_logs(header: Header) -> list[Candidate]:
    """The day that stands above a log's first entry, of two the last: "Night of 30 September to 1 October 2012"."""
    rows = [number for number, line in enumerate(header.lines[:_LATER_SEARCH_LINES]) if _is_entry(header, number)]
    if len(rows) < _FEWEST_ENTRIES:
        return []
    for line in header.dated_head:
        date = line.dates[-1]
        is_told = line.kind not in _NEVER and not _is_number(line, date) and label_of(line.words, date) is None
        if line.number < rows[0] and is_told:
            return [line.candidate(date, Trust.SET_OFF)]
    return []


def _is_entry(header: Header, number: int) -> bool:
    line = header.lines[number]
    return line.kind is LineClass.LOG or _CLOCK_FIRST.match(header.text, line.start, line.end) is not None


def _days_of_clocks(header: Header) -> list[int]:
    """The headings that name a day, where lines that begin with a time of day stand below them."""
    days = [number for number, _ in header.entry_days if header.lines[number].kind in _HEADINGS]
    last = len(header.lines)
    for place, number in enumerate(days):
        following = range(number + 1, days[place + 1] if place + 1 < len(days) else last)
        if not any(_CLOCK_FIRST.match(header.words(row)) for row in following[:_ROWS_BELOW]):
            return []
    return days


FINDERS: Final[tuple[Callable[[Header], list[Candidate]], ...]] = (
    labelled,
    formulas,
    labels_above,
    mail_dates,
    datelines,
    own_lines,
    closings,
    addresses,
    set_off,
    headed_logs,
    entries,
    printed,
    signed_off,
    slugs,
    stated,
    revised,
    told_weekdays,
    years,
)
