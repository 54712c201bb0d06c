"""Labels of dates: "Published", "Updated:", "Filed", "Embargoed until", "Date of birth", and where they stand.

It looks at one line at a time. Which label makes a date the document's own is decided elsewhere.
"""

import re
from functools import lru_cache
from typing import Final

from dateline.ingest.date_lines import PUNCTUATION, is_place, other_words, rest_after, without_last_filler
from dateline.ingest.header_dates import HeaderDate
from dateline.ingest.lexicon import header_words

OWN_LABELS: Final = frozenset({"published", "issued", "produced", "dated", "called", "updated"})
"""Groups of labels whose dates are a document's own."""

_LONGEST: Final = 90
_SEPARATORS: Final = "|·•–—-,;:.()[]/*>\t"
_INITIALS: Final = 3
_MOST_TOLD: Final = 2  # "Published in the print edition of ..."; a sentence has more words in small letters
_ASIDE: Final = re.compile(r"\([^()]*\)")  # "00:01 BST (23:01 GMT on Wednesday), Thursday 9 May"
_CLAUSE_ENDS: Final = ",;."
_LEADING: Final = "*#_ \t•–—-"


@lru_cache(maxsize=256)  # several rules ask about one line
def label_of(line: str, date: HeaderDate) -> str | None:
    """The group of a date's label ("published", "updated", "other" ...), or None where it has none.

    The label stands before the date, with nothing between them but small words or a time of day; or it begins the line
    that the date ends; or it follows the date, as in "November 2022 edition".
    """
    rest = _ASIDE.sub(" ", line[max(0, date.start - _LONGEST) : date.start]).rstrip(PUNCTUATION)
    cut = date.start > _LONGEST
    while rest:
        found = _label_at_end(rest)
        if found is not None and _begins(rest, found[1], cut):
            return found[0]
        shorter = without_last_filler(rest).rstrip(PUNCTUATION)
        if shorter == rest:
            break
        rest = shorter
    return _leading_label(line, date) or _label_behind(line, date)


def _label_at_end(text: str) -> tuple[str, int] | None:
    """The group of the longest label with which a text ends, and where it starts; or None."""
    for start, character in enumerate(text):
        is_glued = start > 0 and text[start - 1].isalpha()
        if character.isupper() or (character.isalnum() and not is_glued):
            group = _group_of(text[start:], is_glued=is_glued)
            if group is not None:
                return group, start
    return None


def _group_of(words: str, *, is_glued: bool) -> str | None:
    """The group of some words that are a label; glued to the word before ("Jane DoePublished") it is one word that
    begins with a capital.
    """
    label = " ".join(words.casefold().split())
    if is_glued and not (words[0].isupper() and words[1:] == label[1:] and len(label) > 4 and " " not in label):
        return None
    return header_words().labels.get(label)


def _begins(rest: str, start: int, cut: bool) -> bool:
    """A label begins a line, or follows a separator or a number, or is glued to a name."""
    before = rest[:start]
    if not before.strip():
        return not cut
    stripped = before.rstrip()
    if stripped[-1] in _SEPARATORS or _names_the_document(before, cut):
        return True
    return rest[start].isupper() and (stripped[-1].isdigit() or before[-1].islower())


def _names_the_document(before: str, cut: bool) -> bool:
    """Whether all words from the last separator on only say what has the label: "This page was last", "Article".

    "The report was published on 3 March" tells of another one.
    """
    start = max(map(before.rfind, _SEPARATORS)) + 1
    words = before[start:].casefold().split()
    known = header_words()
    is_other = words[:1] == ["the"] and not known.linking.isdisjoint(words) and not known.others.isdisjoint(words)
    return (start > 0 or not cut) and known.documents.issuperset(words) and not is_other


def _leading_label(line: str, date: HeaderDate) -> str | None:
    """The group of the label at the beginning of a line that the date ends.

    Between them stand a number and small words ("Press release no. 23/2021 of ..."), or a place ("Published in the
    Courier on ..."). The beginning of a sentence has other words there.
    """
    after = rest_after(line, date)
    if date.start > _LONGEST or (after.strip(PUNCTUATION) and after[:1] not in _CLAUSE_ENDS):
        return None
    found = _label_at_start(line.lstrip(_LEADING))
    if found is None:
        return None
    at = len(line) - len(line.lstrip(_LEADING)) + found[1]
    between = other_words(line[at : date.start], [])
    known = header_words()
    is_numbered = all(word.rstrip(".").casefold() in known.words_between or word[0].isdigit() for word in between)
    is_divided = line[at : date.start].lstrip()[:1] in "–—-:|·," and is_place(between)  # "Media release – Zurich, ..."
    lead = line[at : date.start].split(maxsplit=1)[:1]
    told = [word for word in between if word.islower() and word not in known.places_between]
    is_placed = is_divided or (bool(between) and between[0] in known.places_between and len(told) <= _MOST_TOLD)
    is_placed = is_placed or (bool(lead) and lead[0].casefold() in known.places_between and is_place(between))
    is_signed = len(between) == 1 and between[0].isupper() and len(between[0]) <= _INITIALS  # "Typed DR, 3 May 2010"
    return found[0] if is_numbered or is_placed or is_signed else None


def leading_group(text: str) -> str | None:
    """The group of the label with which a text begins, or None."""
    found = _label_at_start(text.lstrip(_LEADING))
    return found[0] if found else None


def _label_at_start(text: str) -> tuple[str, int] | None:
    """The group of the longest label with which a text begins, and where it ends; or None."""
    for end in range(min(len(text), _LONGEST), 0, -1):
        if end == len(text) or not (text[end].isalnum() or text[end] == "_"):
            group = header_words().labels.get(" ".join(text[:end].casefold().split()))
            if group is not None and not text[end - 1].isspace():
                return group, end
    return None


def _label_behind(line: str, date: HeaderDate) -> str | None:
    """The group of a word like "edition" that follows a date, perhaps with its time of day, and ends its statement."""
    word, _, rest = rest_after(line, date).partition(" ")
    group = header_words().labels_after.get(word.strip(PUNCTUATION).casefold())
    return group if not rest.strip(PUNCTUATION) else None
