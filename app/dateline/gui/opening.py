"""Which of some paths is a project to open, and which are documents to read. No dialog is asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.session.session import Session

PROJECT_SUFFIX: Final = ".dateline"


def open_paths(session: "Session", paths: Sequence[Path]) -> None:
    """Open the project among the paths, or begin a new one with the documents."""
    project = next((path for path in paths if is_project(path)), None)
    if project is not None:
        session.open(project)
    elif paths:
        session.open_documents(paths)


def add_paths(session: "Session", paths: Sequence[Path]) -> None:
    """Add documents to what is open; a project among them is opened instead."""
    if any(is_project(path) for path in paths):
        open_paths(session, paths)
    elif paths:
        session.add_documents(paths)


def is_project(path: Path) -> bool:
    """Whether a path is named like a project file."""
    return path.suffix.casefold() == PROJECT_SUFFIX
