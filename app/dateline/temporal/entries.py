"""Entries of logs, diaries, chronicles and mail threads: each has a date of its own, from which its "yesterday" is
counted.

It must not resolve anything.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Calendar, Meaning, TimeOfDay

_LABEL_CHARACTERS: Final = 36
_REPLY_CHARACTERS: Final = 120
# A weekday of another language may stand behind it: "Verzonden: zaterdag 7 september".
_LABEL: Final = re.compile(
    r"\W*(?:date|sent|datum|gesendet|verzonden|envoyé|enviado|inviato|skickat|sendt)\s*:\W*(?:[^\W\d]{5,12}\.?,?\s+)?",
    re.IGNORECASE,
)
_OTHER_LABEL: Final = re.compile(
    r"(?<!date)(?<!sent)(?<!datum)(?<!gesendet)(?<!verzonden)(?<!envoyé)(?<!enviado)(?<!inviato)(?<!skickat)(?<!sendt)\s*:\W*",
    re.IGNORECASE,
)
_LINE_CHARACTERS: Final = 80
_MARKS: Final = " \t[(<>#*-–—•"
_QUOTING: Final = re.compile(r"[>\s]*(?:on|am)\s+", re.IGNORECASE)
_WROTE: Final = re.compile(r"[^\n]{0,80}\n?[^\n]{0,80}(?:wrote|writes|schrieb)[^\n]{0,20}:", re.IGNORECASE)


class _Form(Enum):
    """The form in which an entry tells its date, and how often it must occur to be taken for one."""

    HEADER = auto()  # "Date: Mon, 3 May 2010", "On 3 May 2010, Ann wrote:"
    STAMP = auto()  # "2010-05-03 14:30:01 started"
    HEADING = auto()  # a line that is nothing but a date


_LEAST: Final = {_Form.HEADER: 1, _Form.STAMP: 2, _Form.HEADING: 3}


def opens_entries(
    expressions: Sequence[Expression], text: str, headed: Sequence[bool], logged: Sequence[bool]
) -> list[bool]:
    """For each expression whether an entry begins with it. `headed` are those in the head of a mail, `logged` those in
    lines of a log.
    """
    forms = [_form(expression, text) for expression in expressions]
    enough = {form for form, least in _LEAST.items() if forms.count(form) >= least}
    found = []
    for index, (expression, form) in enumerate(zip(expressions, forms, strict=True)):
        opens = headed[index] and _dates_its_head(expression, text)
        opens = opens or (logged[index] and opens_line(expression, text))
        above_log = form is _Form.HEADING and True in logged[index + 1 : index + 2]
        found.append(form in enough or above_log or (opens and _tells_day(expression.meaning)))
    return found


def opens_line(expression: Expression, text: str) -> bool:
    """Whether nothing but brackets and bullets stands before an expression in its line."""
    return not _line_before(expression, text).strip(_MARKS)


def _dates_its_head(expression: Expression, text: str) -> bool:
    """Whether a date in the head of a mail is the mail's: none behind another label ("Subject:", "Expires:")."""
    return _OTHER_LABEL.search(_line_before(expression, text)) is None


def _line_before(expression: Expression, text: str) -> str:
    start = max(0, expression.start - _LINE_CHARACTERS)
    return text[text.rfind("\n", start, expression.start) + 1 or start : expression.start]


def _form(expression: Expression, text: str) -> _Form | None:
    if not _tells_day(expression.meaning):
        return None
    line = text.rfind("\n", max(0, expression.start - _LABEL_CHARACTERS), expression.start) + 1
    if line == 0 and expression.start > _LABEL_CHARACTERS:
        return None
    label = text[line : expression.start]
    behind = text[expression.end : expression.end + _REPLY_CHARACTERS]
    if _LABEL.fullmatch(label) or (_QUOTING.fullmatch(label) and _WROTE.match(behind)):
        return _Form.HEADER
    if label.strip(_MARKS):
        return None
    if isinstance(expression.meaning, TimeOfDay):
        return _Form.STAMP
    ends_line = not behind.split("\n", 1)[0].strip(" \t:.)]-–—*#")
    return _Form.HEADING if ends_line else None


def _tells_day(meaning: Meaning) -> bool:
    """Whether a day is told with its year."""
    if isinstance(meaning, TimeOfDay):
        return meaning.day is not None and _tells_day(meaning.day)
    return isinstance(meaning, Calendar) and meaning.year is not None and meaning.day is not None
