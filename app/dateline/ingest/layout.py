"""Classifies every line of a text: what is running text, and what is navigation, byline, caption, mail header, log,
table and so on.

Boilerplate is never cut out of the text; its lines are named. The work is linear in the length of the text, and most
lines of a long text are decided at first sight. It does not know which dates a line holds, but in the masthead.
"""

from collections.abc import Callable
from typing import Final

from dateline.ingest.forms import kind_by_form
from dateline.ingest.page import ROWS_PER_LOOK, WRAP_WIDTHS, Page
from dateline.ingest.passes.headings import decide_headings
from dateline.ingest.passes.interviews import decide_interview
from dateline.ingest.passes.mails import decide_mails
from dateline.ingest.passes.mastheads import decide_closing, decide_masthead
from dateline.ingest.passes.menus import decide_menus, decide_related
from dateline.ingest.passes.notes import decide_notes
from dateline.ingest.passes.pictures import decide_captions
from dateline.ingest.passes.quotations import decide_pull_quotes
from dateline.ingest.passes.records import decide_chronologies, decide_logs, decide_tables
from dateline.ingest.passes.titles import decide_title
from dateline.ingest.reader import UNWATCHED, Watch
from dateline.model.documents import Line, LineClass

PASSES: Final[tuple[Callable[[Page], None], ...]] = (
    decide_mails,  # a header's fields look like a table and like a masthead
    decide_logs,  # a log's rows look like a table
    decide_chronologies,  # a row with a date in a column reads like a heading
    decide_menus,  # a menu's first name would be the title
    decide_tables,  # a table's head looks like a heading
    decide_masthead,  # a byline above the title would be the title
    decide_title,
    decide_closing,  # before headings: a date alone is one where text follows
    decide_related,  # before headings and notes: a list of links may have a date in every line
    decide_notes,  # before interviews: a source's title may ask
    decide_captions,  # before interviews and headings: a caption is short and may lack a full stop
    decide_pull_quotes,  # after captions: some are captions that repeat the text
    decide_interview,
    decide_headings,
)

_LONG: Final = 100
_CONTINUED: Final = 30
_LINKS: Final = ("http", "www.")
_GOES_ON: Final = (None, LineClass.BODY)  # a line that is still open and is followed in small letters is prose as well
_CLUES: Final = (
    "hoto",
    "mage",
    "icture",
    "Foto",
    "Bild",
    "©",
    "REUTERS",
    "AFP",
    "Getty",
    "wrote:",
    "\t",
    "ights reserved",
    "orbehalten",
)
_SENTENCE_ENDS: Final = frozenset('.!”"’»…,;-–—')


def classify(text: str, watch: Watch = UNWATCHED) -> tuple[Line, ...]:
    """The lines of a text, each with its class; the end of a line is its LF, which belongs to no line. Raises
    Cancelled.
    """
    page = Page(text.split("\n"), watch=watch)
    if not page.rows[-1]:  # a text's last LF ends its last line and begins none
        page.rows.pop()
    _first_look(page, watch.part(0.0, 0.7))
    for number, decide in enumerate(PASSES):
        page.watch = watch.part(0.7 + 0.2 * number / len(PASSES), 0.9)
        decide(page)
    return _lines(page, watch.part(0.9, 1.0))


def _first_look(page: Page, watch: Watch) -> None:
    """Decide what needs no neighbour: blank rows, long rows of prose, and what a row's own form tells."""
    kinds, is_wrapped, above = page.kinds, page.is_wrapped, ""
    previous: LineClass | None = LineClass.BLANK
    for number, row in enumerate(page.rows):
        if number % ROWS_PER_LOOK == 0:
            watch.reached(number / len(page.rows))
        if not row or row.isspace():
            previous = LineClass.BLANK
        elif _is_plain_prose(row, previous) or (
            is_wrapped and previous is LineClass.BODY and _goes_on_from(above, row)
        ):
            previous = LineClass.BODY
        else:
            page.examined.append(number)
            previous = kind_by_form(row)
        kinds.append(previous)
        above = row


def _goes_on_from(above: str, row: str) -> bool:
    """Whether a line of a wrapped text goes on from a full line of the same paragraph."""
    return len(above) in WRAP_WIDTHS and row[0].isalpha() and len(row) > _CONTINUED and ":" not in row


def _is_plain_prose(row: str, previous: LineClass | None) -> bool:
    """Whether a row is body text beyond doubt: a long one that begins and ends like a sentence, or one that goes on
    from such.
    """
    if previous in _GOES_ON and len(row) > _CONTINUED and row[0].islower() and not row.startswith(_LINKS):
        return True
    if len(row) < _LONG or not row[0].isalpha() or row[-1] not in _SENTENCE_ENDS:
        return False
    return not any(clue in row for clue in _CLUES)


def _lines(page: Page, watch: Watch) -> tuple[Line, ...]:
    """What is still open is body text."""
    lines, start = [], 0
    for number, (row, kind) in enumerate(zip(page.rows, page.kinds, strict=True)):
        if number % ROWS_PER_LOOK == 0:
            watch.reached(number / len(page.rows))
        end = start + len(row)
        lines.append(Line(start, end, kind or LineClass.BODY))
        start = end + 1
    return tuple(lines)
