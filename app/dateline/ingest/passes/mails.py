"""Mail headers, memoranda's and cables' headers, and what they quote or forward.

The text below the first header is the document's own; below every further one, or below "On ... wrote:", it is quoted
mail.
"""

import re
from typing import Final

from dateline.ingest.lexicon import bare, layout_words
from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_FIELD: Final = re.compile(r"\s*(?:>\s?)*\**(?P<label>[^\W\d_][\w/ -]{0,18}?)\**\s*:\**(?:\s|$)")
_CABLE_FIELD: Final = re.compile(r"(?P<label>FM|TO|INFO|REF|TAGS|SUBJ|SUBJECT|E\.O\.(?=\s)|[A-Z] \d{6}Z(?=\s))(?!\w)")
_RULE: Final = re.compile(r"\s*(?:>\s?)*[-_=*]{3,}")
_MARKS: Final = re.compile(r"^\s*(?:>\s?)+")
_SENDER_AND_DATE: Final = re.compile(r"[^<>]{0,60}<[^<>\s]+@[^<>\s]+>[\s,]+.{0,30}\b(?:19|20)\d\d\b.{0,20}")
_MAY_BE_HEADER: Final = (None, LineClass.QUOTED_MAIL, LineClass.NAVIGATION)
_TOP_ROWS: Final = 14  # a classification, an archive's fields and routing lines may stand above a cable's header
_LONG_ATTRIBUTION: Final = 250


def decide_mails(page: Page) -> None:
    """Find headers and attributions, then what lies below them."""
    groups = _header_groups(page)
    for group in groups:
        page.decide(group, LineClass.MAIL_HEADER)
    boundaries = [row for row in _candidates(page) if _is_boundary(page, row)]
    page.decide(boundaries, LineClass.MAIL_HEADER)
    for attribution in _attributions(page):
        page.decide(attribution, LineClass.MAIL_HEADER)
        below = page.next_row(attribution[-1])
        if below is not None and page.kinds[below] is None:
            boundaries.append(attribution[-1])
    starts = sorted({*boundaries, *(group[-1] for group in groups if not _is_own(page, group, groups[0]))})
    if starts:
        _quote_below(page, starts[0])


def _is_own(page: Page, group: list[int], first: list[int]) -> bool:
    """Whether a header is the document's own: it stands at the top, or goes on from there without another sender."""
    if not _is_at_top(page, first[0]):
        return False
    return group is first or not any(_label(page.rows[row]) in layout_words().mail_senders for row in group)


def _header_groups(page: Page) -> list[list[int]]:
    """Runs of header fields among which one names a sender and another something else that only mails and memoranda
    have.
    """
    groups: list[list[int]] = []
    run: list[int] = []
    labels: set[str] = set()
    for row in _candidates(page):
        label = _label(page.rows[row])
        if run and row - run[-1] > 2:  # one blank line may stand between the fields of a memorandum
            groups += [run] if _is_header(labels) else []
            run, labels = [], set()
        if label is not None:
            run.append(row)
            labels.add(label)
        elif run and row == run[-1] + 1 and page.rows[row][:1] in " \t":  # a folded field goes on
            run.append(row)
    return groups + ([run] if _is_header(labels) else [])


def _candidates(page: Page) -> list[int]:
    """Rows that may be a header: undecided ones, and those marked as quoted."""
    return list(page.rows_of(*_MAY_BE_HEADER))


def _label(row: str) -> str | None:
    """The name of a header field, in small letters, or None."""
    if ":" in row[:28] and (match := _FIELD.match(row)) and match["label"].casefold() in layout_words().mail_headers:
        return match["label"].casefold()
    match = _CABLE_FIELD.match(row) if row[:1].isupper() else None
    return match["label"].casefold() if match else None


def _is_header(labels: set[str]) -> bool:
    senders = labels & layout_words().mail_senders
    return (bool(senders) or "e.o." in labels) and len(labels) >= 2


def _is_boundary(page: Page, row: int) -> bool:
    """ "-----Original Message-----" and its kin."""
    line = page.rows[row]
    if line.rstrip()[-1] not in ":-_=*":
        return False
    low = bare(_MARKS.sub("", line))
    if not low.startswith(layout_words().mail_boundaries):
        return False
    return len(low) < 80 and (_RULE.match(line) is not None or line.rstrip().endswith((":", "-")))


def _attributions(page: Page) -> list[list[int]]:
    """ "On 3 March 2020 at 10:11, Jane Doe wrote:", on one line or on two; or a sender with an address and a date."""
    found = []
    for row in _candidates(page):
        if len(page.rows[row]) > _LONG_ATTRIBUTION:
            continue
        if "@" in page.rows[row] and _SENDER_AND_DATE.fullmatch(page.rows[row]):
            found.append([row, *_fields_below(page, row)])
        if not page.rows[row].rstrip().endswith(":"):
            continue
        line = _MARKS.sub("", page.rows[row]).strip()
        low = line.casefold()
        if not any(re.search(rf"\b{word}\b", low) for word in layout_words().mail_attributions):
            continue
        if any(map(str.isdigit, line)):
            found.append([row])
        elif row and any(map(str.isdigit, page.rows[row - 1])) and len(line.split()) <= 8:
            found.append([row - 1, row])
    return found


def _fields_below(page: Page, row: int) -> list[int]:
    """The rows directly below that are fields of a header: "To: ..."."""
    below = row + 1
    while below < len(page.rows) and page.is_open(below) and _label(page.rows[below]) is not None:
        below += 1
    return list(range(row + 1, below))


def _is_at_top(page: Page, row: int) -> bool:
    above = [
        each for each in range(row) if page.kinds[each] not in (LineClass.BLANK, LineClass.NAVIGATION, LineClass.LEGAL)
    ]
    return len(above) < _TOP_ROWS and all(len(page.rows[each]) < 100 for each in above)


def _quote_below(page: Page, start: int) -> None:
    for row in page.watched(range(start + 1, len(page.rows))):
        if page.is_text(row):
            page.kinds[row] = LineClass.QUOTED_MAIL
