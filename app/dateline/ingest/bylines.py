"""Lines of a masthead by their own words: bylines, datelines, names and fields.

It looks at one line at a time; which lines belong to a masthead is decided elsewhere.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.ingest.date_lines import closes, is_place, leads_line, other_words
from dateline.ingest.header_dates import HeaderDate, read_dates
from dateline.ingest.labels import OWN_LABELS, label_of
from dateline.ingest.lexicon import bare, header_words, layout_words

FIELD: Final = re.compile(r"\**(?P<label>[^\W\d_][^\W\d_./-]*(?:[ ./-][^\W\d_]+){0,3})\.?\**\s?:\**\s+(?P<value>\S.*)")
"""A field of a masthead: a label of up to four words, a colon and a value."""

_LONGEST_DATELINE: Final = 100
_LONGEST_BYLINE: Final = 160
_MOST_BYLINE_WORDS: Final = 14
_MOST_ROLE_WORDS: Final = 4
_MOST_NAME_WORDS: Final = 8
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_DECORATION: Final = "*_•–—- \t|"


def masthead_dates(line: str) -> Sequence[HeaderDate]:
    """The dates of a line, none where it is too long to stand in a masthead."""
    return read_dates(line, month_first=True) if len(line) <= _LONGEST_BYLINE else ()


def is_dateline(line: str, dates: Sequence[HeaderDate]) -> bool:
    """Whether a line holds one date and nothing else but a place, a weekday or a time of day."""
    if len(dates) != 1 or len(line) > _LONGEST_DATELINE:
        return False
    words = other_words(line, dates)
    if not words:
        return True
    # "Incident report – 3 March 2021" is a title that its date is set off from
    is_set_off = line[: dates[0].start].rstrip()[-1:] in "–—-:|("
    return dates[0].start > 0 and is_place(words) and line.rstrip()[-1] != ":" and not is_set_off


def is_byline(line: str, dates: Sequence[HeaderDate]) -> bool:
    """Whether a line names who wrote it, or tells the document's date after a label.

    Names stand after a label ("By", "Interview:"), or before the date, from which a stroke or nothing at all divides
    them.
    """
    if len(line) > _LONGEST_BYLINE:
        return False
    if any(label_of(line, date) in OWN_LABELS and closes(line, date) for date in dates):
        return True
    if _names_after_label(line):
        return True
    if len(dates) != 1:
        return False
    if leads_line(line, dates[0]):
        return True
    before = line[: dates[0].start]
    if before[-1:].islower() or before.rstrip()[-1:] in ("|", "·", "•"):  # glued to a name, or divided by a stroke
        return is_name(before.rpartition(":")[2].strip(_DECORATION))
    return False


def byline_label(line: str) -> str | None:
    """The label with which a byline begins, in small letters, or None."""
    return layout_words().byline_labels.begins(line.casefold().lstrip(_DECORATION))


def _names_after_label(line: str) -> bool:
    label = byline_label(line)
    if label is None:
        return False
    rest = line[line.casefold().index(label) + len(label) :]
    words = [word for word in other_words(rest, read_dates(rest, month_first=True)) if len(word) > 1]
    if not words or len(words) > _MOST_BYLINE_WORDS or rest[:1] not in " :\t":
        return False
    return _are_names(words) and not line.endswith(":") and not (line.endswith(".") and len(words) > 4)


def _are_names(words: list[str]) -> bool:
    """Whether most words begin with a capital and the others are particles or roles."""
    known = layout_words()
    odd = [word for word in words if not word[0].isupper() and word not in known.particles | known.roles]
    return words[0][0].isupper() and len(odd) <= len(words) // 5


def is_name(line: str) -> bool:
    """Whether a line is nothing but names of people: two to eight words with capitals, no digit, no sentence.

    >>> is_name("Joan van der Berg"), is_name("Talks end"), is_name("Dear Sir,")
    (True, False, False)
    """
    words = _WORD.findall(line)
    if not 2 <= len(words) <= _MOST_NAME_WORDS or any(map(str.isdigit, line)) or line[-1] in ".!?:;,":
        return False
    small = layout_words().particles
    is_capital = words[0][0].isupper() and all(word[0].isupper() or word in small for word in words)
    return is_capital and ":" not in line and not line.isupper()


def is_role(line: str) -> bool:
    """Whether a line is a role as it stands below a name: "Environment correspondent"."""
    words = bare(line).split()
    return 0 < len(words) <= _MOST_ROLE_WORDS and (
        words[-1] in layout_words().roles or bare(line) in layout_words().roles
    )


def is_label(line: str) -> bool:
    """Whether a line is a label of a document's date and nothing else: "Published", with the date on the next line."""
    return header_words().labels.get(bare(line)) in OWN_LABELS


def is_masthead_field(line: str) -> bool:
    """ "Author: ...", "URL: ..." and other fields that tell where a document comes from."""
    match = FIELD.match(line)
    if match is None or len(line) > _LONGEST_BYLINE:
        return False
    known, label = header_words(), match["label"].casefold()
    is_address = label in known.address_labels and ("://" in match["value"] or match["value"].startswith("www."))
    return label in known.author_labels or is_address or known.labels.get(label) in OWN_LABELS


def is_other_field(line: str) -> bool:
    """ "Original: English", "Status: resolved": a field that is neither a byline nor a title."""
    match = FIELD.match(line)
    return match is not None and match["label"].casefold().rstrip(".") in header_words().field_labels
