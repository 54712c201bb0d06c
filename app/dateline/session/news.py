"""What is to be said when a reading has ended, in sentences for the status bar and for one dialog. Pure functions."""

from collections.abc import Iterator
from typing import Final

from dateline.errors import UserError
from dateline.model.project import Project
from dateline.session.reading import Reading, lost_decisions
from dateline.session.wording import several

_NAMED_AT_MOST: Final = 12  # what a dialog shows without scrolling


def sentences(before: Project, after: Project, reading: Reading) -> Iterator[str]:
    """For the status bar, the most important one last, where it stays."""
    if reading.added:
        events = len(after.reading) - len(before.reading)
        found = f" with {several(events, 'new event')}" if events > 0 else ""
        yield f"{several(len(reading.added), 'document')} added{found}."
    for name, known in reading.twins:
        yield (
            f"{name} has the same text as {known}: it is one document with two names."
            if name != known
            else (f"{name} is in the project already.")
        )
    if lost := lost_decisions(before, after):
        yield f"{several(len(lost), 'decided event')} cannot be found in the new reading; what was decided is kept."


def unread_language(after: Project, reading: Reading) -> UserError | None:
    """One sentence for the documents that were added in a language that nobody here can read."""
    unknown = [after.document[id_].name for id_ in reading.added if after.document[id_].language_is_unknown]
    if not unknown:
        return None
    which = f"“{unknown[0]}” seems" if len(unknown) == 1 else f"{several(len(unknown), 'document')} seem"
    return UserError(
        f"{which} to be in a language that Dateline does not read.",
        "Dates in figures are found all the same; the others, and what happened, you can add by selecting words.",
    )


def failures(reading: Reading) -> UserError | None:
    """One error for all that could not be read."""
    errors = reading.failures
    if len(errors) < 2:
        return errors[0] if errors else None
    told = [f"• {error}" for error in errors[:_NAMED_AT_MOST]]
    if len(errors) > _NAMED_AT_MOST:
        told.append(f"• and {len(errors) - _NAMED_AT_MOST:,} more")
    return UserError(f"{several(len(errors), 'document')} could not be read; the others were.", "\n".join(told))
