"""Sentences that serve the reader of a page or a paper and tell of nothing: when a museum is closed, when the next
report comes, who owns the pictures.

They hold dates like any other. The words are data (`[furniture]` in `resources/lexicon`). It must not know clauses.
"""

import re
from typing import Final

from dateline.events.lexicon import Lexicon
from dateline.events.tagging import Words

_LABEL_WORDS: Final = 4  # "Museum opening hours:"
_SERIAL_WORDS: Final = 4  # "The next situation report"
_IMPRINT_WORDS: Final = 4  # "This page was last" reviewed
_PICTURE_WORDS: Final = 3  # "A view of", "Aerial photograph"
_VERSION_WORDS: Final = 5  # "A version of this article"
_CORRECTED_WORDS: Final = 9
_TOLD_OR_TO_COME: Final = re.compile("[iWkdhFMK]")
_FINITE_VERB: Final = re.compile("[iWBdhkFMKsy]")
_TOLD_PAST: Final = re.compile("[iWdk]")
_PARTICIPLE: Final = re.compile("[pec]")
_HOURS: Final = re.compile(
    r"\d(?:[:.]\d\d ?(?:[ap]\.?m\.?)?| ?[ap]\.?m\.?| ?h) ?(?:-|–|—|to|until|till|and) ?\d{1,2}(?:[:.]\d\d)?"
    r"|\b\d{1,2} ?[-–] ?\d{1,2}(?= ?(?:[ap]\.?m|[,.;)]|$))",
    re.IGNORECASE,
)
_WEEKDAYS: Final = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.? ?(?:-|–|—|to|through|and|&) ?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)",
    re.IGNORECASE,
)
_ONLY_DATES: Final = re.compile(r"[^tPDC,.;:()#J\-]")
_FINITE_PAST: Final = re.compile("[iWkd]|(?<=[oAI])[pec]")
_ANY_FINITE: Final = re.compile("[iWkdFMKsyB]|(?<=[oAI])[pec]")
_PHONE: Final = re.compile(
    r"\+\d{1,3}[ (]\d[\d )-]{5,}|\(0\d{1,5}\) ?\d{3}|\b0\d{2,5} \d{3,}"
    r"|\b(?i:tel|phone|call|text|hotline|fax)\b\D{0,20}\d{3,}"
)
_FIGURES: Final = re.compile(r"\d[\d )-]{2}")  # every number to call holds such, most sentences do not
_RIGHTS: Final = re.compile(r"(?:©|\(c\)) ?(?:[\w.&'’-]+[ ,]+){0,6}(?:19|20)\d\d", re.IGNORECASE)


def is_furniture(words: Words, lexicon: Lexicon) -> bool:
    """Whether a sentence only serves the reader."""
    rules = (_tells_hours, _is_open, _offers, _announces_issue, _refers, _is_imprint, _is_picture, _corrects)
    return any(rule(words, lexicon) for rule in rules) or _claims_rights(words) or _gives_number(words)


def _tells_hours(words: Words, lexicon: Lexicon) -> bool:
    """ "Closed 25 December and 1 January", "Opening hours: ..."."""
    alone = lexicon.has("furniture.hours", words.lowers[0]) and _ONLY_DATES.search(words.tags, 1) is None
    colon = words.tags.find(":", 0, _LABEL_WORDS)
    labelled = colon > 0 and lexicon.has("furniture.opening", words.lowers[colon - 1])
    return (alone and "t" in words.tags) or labelled


def _is_open(words: Words, lexicon: Lexicon) -> bool:
    """ "The office is open Tuesday to Friday, 10 am to 5 pm", "closed on Mondays": told in the present or without a
    verb, with days of every week or hours from and to.
    """
    if not lexicon.has_any("furniture.opens", words.lowers) or _TOLD_OR_TO_COME.search(words.tags) is not None:
        return False
    if lexicon.has_any("furniture.weekly", words.lowers):
        return True
    text = words.text[words.starts[0] : words.ends[-1]]
    return _HOURS.search(text) is not None or _WEEKDAYS.search(text) is not None


def _offers(words: Words, lexicon: Lexicon) -> bool:
    """ "Guided tours Tuesday to Friday at 10.00", "Box office open 12 to 18": what is on offer, told without a verb."""
    if "t" not in words.tags or not lexicon.has_any("furniture.offers", words.lowers):
        return False
    finite = (words.lowers[match.start()] for match in _ANY_FINITE.finditer(words.tags))
    return all(lexicon.has("furniture.offers", lower) for lower in finite)


def _is_imprint(words: Words, lexicon: Lexicon) -> bool:
    """ "Printed 2018", "First published in Oslo in 2014 by ...", "Page last reviewed 3 May 2024": the first verb is a
    participle of what is done to a paper, with nobody before it who did anything.
    """
    if "t" not in words.tags:
        return False
    at = 0
    while at < min(_IMPRINT_WORDS, len(words.lowers)) and lexicon.has("furniture.imprinted", words.lowers[at]):
        at += 1
    if at >= len(words.lowers) or not lexicon.has("furniture.imprint", words.lowers[at]):
        return False
    return _ANY_FINITE.search(words.tags, at + 1) is None


def _is_picture(words: Words, lexicon: Lexicon) -> bool:
    """ "Aerial photograph (back cover): June 2015", "The mill pictured in 2023": what a picture shows."""
    if "t" not in words.tags:
        return False
    at = next((at for at, lower in enumerate(words.lowers) if lexicon.has("furniture.pictured", lower)), 0)
    if at and words.tags[at - 1] in "oA),":  # "the mill pictured in", not "was pictured in", "pictured the mill"
        beside = words.tags[:at] + words.tags[at + 1 :]
        return words.tags[at + 1 : at + 2] in "Pt,:" and _FINITE_VERB.search(beside) is None
    if not lexicon.has_any("furniture.pictures", words.lowers[:_PICTURE_WORDS]):
        return False
    done = [words.lowers[match.start()] for match in _PARTICIPLE.finditer(words.tags)]
    if _TOLD_PAST.search(words.tags) is None and lexicon.has_any("furniture.to_have", words.lowers):
        return True  # "Photographs (taken 3 May) can be downloaded"
    return _FINITE_VERB.search(words.tags) is None and all(lexicon.has("furniture.supplied", lower) for lower in done)


def _corrects(words: Words, lexicon: Lexicon) -> bool:
    """ "This article was amended on 6 February 2024", "A version of this article appeared in print on ..."."""
    at = next((at for at, lower in enumerate(words.lowers[:_VERSION_WORDS]) if lower == "this"), None)
    opens = at is not None and (at == 0 or words.lowers[at - 1] == "of")
    opens = opens and at is not None and lexicon.has_any("furniture.papers", words.lowers[at + 1 : at + 3])
    return opens and lexicon.has_any("furniture.corrected", words.lowers[2:_CORRECTED_WORDS])


def _announces_issue(words: Words, lexicon: Lexicon) -> bool:
    """ "Next report: Wednesday, 18.00", "The next update will be issued on 3 May"."""
    lowers = words.lowers[:_SERIAL_WORDS]
    at = next((at for at, lower in enumerate(lowers[:2]) if lexicon.has("furniture.next", lower)), None)
    if at is None or (at == 1 and words.tags[0] != "D"):
        return False
    return lexicon.has_any("furniture.serials", words.lowers[at + 1 : at + _SERIAL_WORDS])


def _refers(words: Words, lexicon: Lexicon) -> bool:
    """ "See also our letter of 3 May", "For news call 2910"."""
    opens = lexicon.has("furniture.references", words.lowers[0]) and words.tags[1:2] in ("J", "I", "D", "A", "o", "P")
    return opens and not _FINITE_PAST.search(words.tags)


def _gives_number(words: Words) -> bool:
    """A number to call, with nothing that happened beside it."""
    start, end = words.starts[0], words.ends[-1]
    if _FIGURES.search(words.text, start, end) is None or _FINITE_PAST.search(words.tags) is not None:
        return False
    return _PHONE.search(words.text, start, end) is not None


def _claims_rights(words: Words) -> bool:
    """ "Images © 2009 Harbour Museum", anywhere in a sentence."""
    if "©" not in words.lowers and "c" not in words.lowers:
        return False
    return _RIGHTS.search(words.text, words.starts[0], words.ends[-1]) is not None
