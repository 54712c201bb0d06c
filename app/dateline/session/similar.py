"""What is offered after one correction: the other places of a project that may be wrong in the same way.

Pure values and functions. How expressions are compared is the reader's affair; it must not know widgets.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dateline.model.corrections import Correction
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.project import Project
from dateline.model.spans import Span
from dateline.model.timex import Timex3

_OFFERED: Final = 200  # more than one reads through

Corrected = Sequence[tuple[str, Span, Correction | None]]
"""Words that were read in another way: document, span, and how."""

Alike = Callable[[Timex3, Correction, Sequence[Timex3], bool], Sequence[tuple[Timex3, Correction]]]
"""Finds the like of a corrected expression among others; the flag tells whether they stand in the same text."""


class SimilarCase(NamedTuple):
    """One place: the words at `span` of a document, read as `before` now; or, without them, the document's own date.

    `proposed` is what it would be.
    """

    document: str
    proposed: Correction | Published
    span: Span | None = None
    before: Timex3 | None = None


def similar_cases(
    before: Project, after: Project, published: Mapping[str, Published | None], corrected: Corrected, alike: Alike
) -> tuple[SimilarCase, ...]:
    """What one correction is likely to be true of as well; nothing where several things were corrected at once."""
    if len(corrected) == 1 and not published:
        ((document, span, correction),) = corrected
        known = next((timex for timex in before.timexes.get(document, ()) if timex.span == span), None)
        if known is None or correction is None:
            return ()
        found = _expressions(after, document, known, correction, alike)
        return tuple(case for case, _ in zip(found, range(_OFFERED), strict=False))
    if len(published) == 1 and not corrected:
        ((document, date),) = published.items()
        return tuple(_documents(before, document, date)) if date is not None else ()
    return ()


def _expressions(
    project: Project, document: str, known: Timex3, correction: Correction, alike: Alike
) -> Iterator[SimilarCase]:
    """In the document itself, then in the others."""
    for id_ in (document, *(other for other in project.document if other != document)):
        for timex, proposed in alike(known, correction, project.timexes.get(id_, ()), id_ == document):
            yield SimilarCase(id_, proposed, timex.span, timex)


def _documents(before: Project, document: str, date: Published) -> Iterator[SimilarCase]:
    """The documents that had the same wrong date, from the same kind of place."""
    wrong = before.document[document].published
    if wrong is None or wrong.origin is PublishedOrigin.PERSON:
        return
    for other in before.document.values():
        same = other.published is not None and (other.published.interval, other.published.origin) == (
            wrong.interval,
            wrong.origin,
        )
        if other.id != document and same:
            yield SimilarCase(other.id, replace(date, span=None))
