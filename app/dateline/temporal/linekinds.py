"""What the classes of lines, where they are known, tell the tagger. Without them it works by the text alone."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from dateline.model.documents import Line, LineClass
from dateline.temporal.expressions import Expression

# A date in these lines is not what the text goes on from: the day of a photo, of a print, of another article.
_BESIDE_THE_TEXT: Final = frozenset(
    {
        LineClass.NAVIGATION,
        LineClass.CAPTION,
        LineClass.CREDIT,
        LineClass.LEGAL,
        LineClass.FOOTNOTE,
        LineClass.CITATION,
        LineClass.BYLINE,
    }
)

_RUNNING: Final = frozenset({LineClass.BODY, LineClass.ANSWER, LineClass.QUESTION})
_LONGEST_TITLE: Final = 120  # characters; a longer line is running text
_TITLES: Final = frozenset({LineClass.TITLE, LineClass.HEADING})


def beside_the_text(expressions: Sequence[Expression], lines: Sequence[Line] | None) -> list[bool]:
    """For each expression whether it stands in a line that is no part of the running text."""
    return _in_kinds(expressions, lines, _BESIDE_THE_TEXT)


def in_mail_heads(expressions: Sequence[Expression], lines: Sequence[Line] | None) -> list[bool]:
    """For each expression whether it stands in the head of a mail."""
    return _in_kinds(expressions, lines, frozenset({LineClass.MAIL_HEADER}))


def in_log_lines(expressions: Sequence[Expression], lines: Sequence[Line] | None) -> list[bool]:
    """For each expression whether it stands in a line of a log."""
    return _in_kinds(expressions, lines, frozenset({LineClass.LOG}))


def in_questions(expressions: Sequence[Expression], lines: Sequence[Line] | None) -> list[bool]:
    """For each expression whether it stands in a question of an interview."""
    return _in_kinds(expressions, lines, frozenset({LineClass.QUESTION}))


def above_text(expressions: Sequence[Expression], lines: Sequence[Line] | None) -> list[bool]:
    """For each expression whether it stands in a title, a heading or another short line above the running text; in a
    text of short lines only titles and headings are known to be above it.
    """
    running = (line.start for line in lines or () if line.kind in _RUNNING and line.end - line.start > _LONGEST_TITLE)
    begun = next(running, None)
    if begun is None:
        return _in_kinds(expressions, lines, _TITLES)
    titled = _in_kinds(expressions, lines, _TITLES | _RUNNING)
    return [expression.start < begun and known for expression, known in zip(expressions, titled, strict=True)]


def headings_before(expressions: Sequence[Expression], lines: Sequence[Line] | None) -> list[int]:
    """For each expression how many titles and headings begin before it."""
    starts = [line.start for line in lines or () if line.kind in _TITLES]
    return [bisect_right(starts, expression.start) for expression in expressions]


def questions_before(expressions: Sequence[Expression], lines: Sequence[Line] | None) -> list[int]:
    """For each expression how many questions of an interview begin before it."""
    starts = [line.start for line in lines or () if line.kind is LineClass.QUESTION]
    return [bisect_right(starts, expression.start) for expression in expressions]


def _in_kinds(
    expressions: Sequence[Expression], lines: Sequence[Line] | None, kinds: frozenset[LineClass]
) -> list[bool]:
    if not lines:
        return [False] * len(expressions)
    starts = [line.start for line in lines]
    return [lines[max(0, bisect_right(starts, expression.start) - 1)].kind in kinds for expression in expressions]
