"""Labels of dates: "Published", "Updated:", "Filed", "Embargoed until", "Date of birth", and where they stand.

It looks at one line at a time. Which label makes a date the document's own is decided elsewhere.
"""

import re
from functools import cache
from typing import Final

from dateline.ingest.date_lines import PUNCTUATION, is_place, other_words, without_last_filler
from dateline.ingest.header_dates import HeaderDate
from dateline.ingest.lexicon import alternatives, header_words

OWN_LABELS: Final = frozenset({"published", "issued", "dated", "updated"})
"""Groups of labels whose dates are a document's own."""

_LONGEST: Final = 60
_SEPARATORS: Final = "|·•–—-,;:.()[]/*>\t"
_LEADING: Final = "*#_ \t•–—-"


def label_of(line: str, date: HeaderDate) -> str | None:
    """The group of a date's label ("published", "updated", "other" ...), or None where it has none.

    The label stands before the date, with nothing between them but small words or a time of day; or it begins the line
    that the date ends; or it follows the date, as in "November 2022 edition".
    """
    rest = line[max(0, date.start - _LONGEST) : date.start].rstrip(PUNCTUATION)
    cut = date.start > _LONGEST
    while rest:
        match = _at_end().search(rest)
        if match is not None and _begins(rest, match.start(), cut):
            return header_words().labels[" ".join(match[0].casefold().split())]
        shorter = without_last_filler(rest).rstrip(PUNCTUATION)
        if shorter == rest:
            break
        rest = shorter
    return _leading_label(line, date) or _label_behind(line, date)


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?i:{alternatives(header_words().labels)})$|{_glued()}$")


def _glued() -> str:
    """Labels that begin with a capital, which may be glued to the word before: "Jane DoePublished"."""
    single = [label for label in header_words().labels if " " not in label and len(label) > 4]
    capitalised = {label[0].upper() + label[1:] for label in single}
    return rf"(?<=[^\W\d_])(?:{alternatives(capitalised)})"


def _begins(rest: str, start: int, cut: bool) -> bool:
    """A label begins a line, or follows a separator or a number, or is glued to a name."""
    before = rest[:start]
    if not before.strip():
        return not cut
    stripped = before.rstrip()
    if stripped[-1] in _SEPARATORS:
        return True
    return rest[start].isupper() and (stripped[-1].isdigit() or before[-1].islower())


def _leading_label(line: str, date: HeaderDate) -> str | None:
    """The group of the label at the beginning of a line that the date ends.

    Between them stand a number and small words ("Press release no. 23/2021 of ..."), or a place ("Published in the
    Courier on ..."). The beginning of a sentence has other words there.
    """
    if date.start > _LONGEST or line[date.end :].strip(PUNCTUATION):
        return None
    match = _at_start().match(line.lstrip(_LEADING).casefold())
    if match is None:
        return None
    at = len(line) - len(line.lstrip(_LEADING)) + match.end()
    between = other_words(line[at : date.start], [])
    known = header_words()
    is_numbered = all(word.rstrip(".").casefold() in known.words_between or word[0].isdigit() for word in between)
    is_divided = line[at : date.start].lstrip()[:1] in "–—-:|·," and is_place(between)  # "Media release – Zurich, ..."
    is_placed = is_divided or (bool(between) and between[0] in known.places_between)
    return known.labels[" ".join(match[0].split())] if is_numbered or is_placed else None


@cache
def _at_start() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(header_words().labels)})(?!\w)")


def leading_group(text: str) -> str | None:
    """The group of the label with which a text begins, or None."""
    match = _at_start().match(text.lstrip(_LEADING).casefold())
    return header_words().labels[" ".join(match[0].split())] if match else None


def _label_behind(line: str, date: HeaderDate) -> str | None:
    """The group of a word like "edition" that follows a date and ends its statement."""
    word, _, rest = line[date.end :].strip(" ").partition(" ")
    group = header_words().labels_after.get(word.strip(PUNCTUATION).casefold())
    return group if not rest.strip(PUNCTUATION) else None
