"""A document's title, author and web address, where its masthead shows them.

It reads lines that are classified already and decides nothing about dates.
"""

import re
from dataclasses import dataclass
from typing import Final

from dateline.ingest.bylines import FIELD, byline_label, is_name, is_role
from dateline.ingest.header_dates import read_dates
from dateline.ingest.labels import leading_group
from dateline.ingest.lexicon import bare, header_words, layout_words
from dateline.model.documents import Line, LineClass

_SENTENCE_CHARACTERS: Final = 40
_HEAD_LINES: Final = 80
_HEAD_CHARACTERS: Final = 500  # of running text: a teaser may stand above an address, an article may not
_FIELD: Final = re.compile(
    r"\s*(?:>\s?)*\**(?P<label>[^\W\d_][^\W\d_ /-]*(?:[ /-][^\W\d_]+){0,3})\**\s?:\**\s*(?P<value>.+)"
)
_ADDRESS: Final = re.compile(
    r"https?://[^\s<>\"')\]]+[^\s<>\"')\].,;:]|www\.[^\s<>\"')\]]+\.[^\s<>\"')\].,;:]+", re.IGNORECASE
)
_MARKUP: Final = re.compile(r"^[#=*_\s]+|[=*_\s]+$|\[(?:edit|Bearbeiten)[^\]]*\]")
_MOST_SITE_WORDS: Final = 4
_NAME_END: Final = re.compile(r"\s*(?:[|·•;(<\[–—]|\s-\s|\s(?:in|for|at|aus|für)\s|\s\d|, (?:last )?[a-zäöü]).*$")
_OFFICE_WORDS: Final = frozenset({"of", "for", "the", "für", "des"})  # "Ministry of Health" is no person
_AROUND_NAMES: Final = " ,;.|*_\t"
_MOST_DESK_WORDS: Final = 4  # "By our foreign staff", "Platform team"
_MAIL_ADDRESS: Final = re.compile(r"\s*[<\[(][^>\])]*@[^>\])]*[>\])]|\s*\[mailto:.*|\s*\S+@\S+")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a text says of itself; empty where it says nothing."""

    title: str = ""
    author: str = ""
    address: str = ""


def read_masthead(text: str, lines: tuple[Line, ...]) -> Masthead:
    """The title, the author and the address that a document's first lines show (the author also where its last lines
    do).
    """
    head = _head(text, lines)
    return Masthead(_title(head), _author(head), _address(head))


def _head(text: str, lines: tuple[Line, ...]) -> list[tuple[str, LineClass]]:
    """The first lines with their classes, until running text has gone on for a while."""
    head, running = [], 0
    for line in lines[:_HEAD_LINES]:
        head.append((text[line.start : line.end].strip(), line.kind))
        if line.kind in (LineClass.BODY, LineClass.QUESTION, LineClass.ANSWER, LineClass.LOG):
            running += line.end - line.start
        if running > _HEAD_CHARACTERS:
            break
    return head


def _title(head: list[tuple[str, LineClass]]) -> str:
    labelled = _field(head, header_words().title_labels, (LineClass.MAIL_HEADER, LineClass.BYLINE, LineClass.TITLE))
    if labelled:
        return _without_answers(labelled)
    titles = [_MARKUP.sub("", line) for line, kind in head if kind is LineClass.TITLE]
    return _without_site(" ".join(titles))


def _without_site(title: str) -> str:
    """A page's title without the site's name behind it: "Talks on the dam resume | Coastline Daily"."""
    words, bar, site = title.rpartition(" | ")
    is_site = 0 < len(site.split()) <= _MOST_SITE_WORDS and len(words.split()) > len(site.split())
    return words.strip() if bar and is_site else title


def _field(head: list[tuple[str, LineClass]], labels: frozenset[str], kinds: tuple[LineClass, ...]) -> str:
    """The value of the first field with one of some labels, in lines of some kinds."""
    for line, kind in head:
        if kind in kinds and (match := FIELD.match(line)) and match["label"].casefold() in labels:
            return match["value"].strip()
    return ""


def _without_answers(subject: str) -> str:
    """A mail's subject without the "Re:" and "Fwd:" before it."""
    label, colon, rest = subject.partition(":")
    if colon and label.strip().casefold() in header_words().title_answers and rest.strip():
        return _without_answers(rest.strip())
    return subject


def _author(head: list[tuple[str, LineClass]]) -> str:
    """Names of the first byline that has some; in a mail the sender's."""
    labelled = _field(head, header_words().author_labels, (LineClass.BYLINE, LineClass.MAIL_HEADER))
    if labelled:
        return _labelled_names(labelled)
    sender = _field(head, layout_words().mail_senders, (LineClass.MAIL_HEADER,))
    if sender:
        return _in_small_letters(_MAIL_ADDRESS.sub("", sender).strip(" \"'") or sender)
    paragraphs = 0
    for line, kind in head:
        if kind is LineClass.BYLINE and (author := _names_in_byline(line)):
            return author
        paragraphs += kind is LineClass.BODY and len(line) > _SENTENCE_CHARACTERS
        if paragraphs > 1:  # the first may be a teaser
            break
    return _labelled_byline(head)


def _labelled_byline(head: list[tuple[str, LineClass]]) -> str:
    """The names of a byline below running text, which only a label can tell from other names."""
    bylines = [line for line, kind in head if kind is LineClass.BYLINE and byline_label(line)]
    return next((author for line in bylines if (author := _names_in_byline(line))), "")


def _names_in_byline(line: str) -> str:
    """The names of a byline: behind its label, or before its date."""
    dates = read_dates(line, month_first=True)
    before = line[: dates[0].start] if dates else line
    label = byline_label(before)
    if label is not None:
        at = before.casefold().index(label) + len(label)
        return _labelled_names(before[at:].lstrip(" :*_\t"))
    before = before.partition(":")[2] if FIELD.match(before) else before
    if leading_group(before) is not None or not _OFFICE_WORDS.isdisjoint(before.split()):
        return ""
    return _leading_names(_NAME_END.sub("", before).strip(_AROUND_NAMES))


def _labelled_names(text: str) -> str:
    """The names at the beginning of what follows a byline's label, where a desk or a single name may stand too."""
    text = _NAME_END.sub("", text).strip(_AROUND_NAMES)
    dates = read_dates(text, month_first=True)
    text = text[: dates[0].start].strip(_AROUND_NAMES) if dates else text
    names = _leading_names(text)
    if names:
        return names
    first = text.partition(", ")[0]
    is_short = 0 < len(first.split()) <= _MOST_DESK_WORDS
    return _in_small_letters(first) if is_short and first[0].isupper() else ""


def _leading_names(text: str) -> str:
    """The names at the beginning of a list: what follows a name after a comma may be a place, an agency or a role."""
    if bare(text) in layout_words().kickers or bare(text) in header_words().labels:
        return ""
    names = []
    for part in text.split(", "):
        if not is_name(_in_small_letters(part)) or is_role(part):
            break
        names.append(_in_small_letters(part))
    return ", ".join(names)


def _in_small_letters(name: str) -> str:
    """ "JANE DOE" as "Jane Doe"; other names as they are."""
    if not name.isupper() or len(name.split()) < 2:
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)


def _address(head: list[tuple[str, LineClass]]) -> str:
    """The document's own address: a labelled one, or the first that fills a line of the masthead."""
    for line, kind in head:
        match = FIELD.match(line)
        if (
            match
            and match["label"].casefold() in header_words().address_labels
            and (found := _ADDRESS.search(match["value"]))
        ):
            return found[0]
        if kind is LineClass.NAVIGATION and (found := _ADDRESS.fullmatch(line.strip("<>()[] "))):
            return found[0]
    return ""
