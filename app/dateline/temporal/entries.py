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

_LABEL_CHARACTERS: Final = 24
_REPLY_CHARACTERS: Final = 120
_LABEL: Final = re.compile(r"\W*(?:date|sent|datum|gesendet)\s*:\W*", re.IGNORECASE)
_QUOTING: Final = re.compile(r"[>\s]*(?:on|am)\s+", re.IGNORECASE)
_WROTE: Final = re.compile(r"[^\n]{0,80}\n?[^\n]{0,80}(?:wrote|writes|schrieb)[^\n]{0,20}:", re.IGNORECASE)


class _Form(Enum):
    """The form in which an entry tells its date, and how often it must occur to be taken for one."""

    HEADER = auto()  # "Date: Mon, 3 May 2010", "On 3 May 2010, Ann wrote:"
    STAMP = auto()  # "2010-05-03 14:30:01 started"
    HEADING = auto()  # a line that is nothing but a date


_LEAST: Final = {_Form.HEADER: 1, _Form.STAMP: 2, _Form.HEADING: 3}


def opens_entries(expressions: Sequence[Expression], text: str, known: Sequence[bool]) -> list[bool]:
    """For each expression whether an entry begins with it; `known` are those in lines that are known to begin one."""
    forms = [_form(expression, text) for expression in expressions]
    enough = {form for form, least in _LEAST.items() if forms.count(form) >= least}
    return [
        form in enough or (sure and _tells_day(expression.meaning))
        for expression, form, sure in zip(expressions, forms, known, strict=True)
    ]


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
    if label.strip(" \t[(<>#*-"):
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
