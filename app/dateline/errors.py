"""The errors that Dateline raises on purpose; any other exception is a bug.

    DatelineError                       everything below
    ├── UserError                       a person can mend it: what happened, and what to do
    │   ├── UnreadableDate              words typed as a date that mean none
    │   └── FileError                   about one file
    │       ├── UnreadableDocument      missing, a folder, forbidden or damaged
    │       │   ├── UnsupportedFormat   a kind of file for which there is no reader
    │       │   └── EmptyDocument       a file in which there is no text
    │       ├── UnwritableFile          a place where the result cannot be written
    │       └── ProjectError            a project file that cannot be used
    │           ├── ProjectTooNew       ... because a later Dateline wrote it
    │           └── ProjectDamaged      ... because it is none, or is broken
    └── Cancelled                       a person stopped the work; nobody needs to be told

It must not know any other part of the program: errors carry words, paths and numbers, never objects of the model.
"""

from pathlib import Path


class DatelineError(Exception):
    """The root of all that Dateline raises on purpose."""


class Cancelled(DatelineError):
    """A person stopped the work. It ends quietly: what was asked for is not there, and nothing else has changed."""


class UserError(DatelineError):
    """Something that a person can mend.

    `message` is one sentence that says what happened; `remedy` is one sentence that says what to do, or empty where
    the first one says it all. Both end with a full stop and can be shown as they are.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["UserError"], tuple[object, ...]]:
        """As pickle asks for it: an error may come from another process."""
        return type(self), (self.message, self.remedy)

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class UnreadableDate(UserError):
    """What was typed as a date cannot be read as one; `typed` is what was typed."""

    def __init__(self, typed: str, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.typed = typed

    def __reduce__(self) -> tuple[type[UserError], tuple[object, ...]]:
        """As pickle asks for it."""
        return type(self), (self.typed, self.message, self.remedy)


class FileError(UserError):
    """Something is wrong with one file; `path` is the file."""

    def __init__(self, path: Path, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.path = path

    def __reduce__(self) -> tuple[type[UserError], tuple[object, ...]]:
        """As pickle asks for it."""
        return type(self), (self.path, self.message, self.remedy)


class UnreadableDocument(FileError):
    """A document cannot be read."""


class UnsupportedFormat(UnreadableDocument):
    """There is no reader for this kind of file."""


class EmptyDocument(UnreadableDocument):
    """The file holds no text."""


class UnwritableFile(FileError):
    """The result cannot be written there."""


class ProjectError(FileError):
    """A project file cannot be used."""


class ProjectTooNew(ProjectError):
    """A later version of Dateline wrote the project file."""


class ProjectDamaged(ProjectError):
    """The file is no project file, or is broken."""
