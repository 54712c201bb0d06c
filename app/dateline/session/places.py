"""Where projects lie: the data folder, the file of a project that has no name yet, and the list of recent projects.

It knows files and folders, and nothing of what is in a project.
"""

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QStandardPaths

from dateline.session.changes import RecentProject
from dateline.store import SUFFIX
from dateline.writing import write_whole

_RECENT_AT_MOST: Final = 12  # what a start page shows without scrolling
_RECENT_FILE: Final = "recent.json"


def data_folder() -> Path:
    """The folder of the program's own files: DATELINE_DATA_DIR, else where the platform keeps such things."""
    chosen = os.environ.get("DATELINE_DATA_DIR")
    if chosen:
        return Path(chosen)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)) / "dateline"


class Places(NamedTuple):
    """The places below one data folder."""

    folder: Path

    def unnamed(self) -> Path:
        """A free path for a project without a name."""
        stem = time.strftime("%Y-%m-%d %H.%M")
        projects = self.folder / "projects"
        names = (f"{stem}{f' ({number})' if number else ''}{SUFFIX}" for number in range(10_000))
        return next(path for name in names if not (path := projects / name).exists())

    def is_unnamed(self, path: Path) -> bool:
        """Whether a project's file is one that was made because the project had no name."""
        return path.parent == self.folder / "projects"

    def recent(self) -> tuple[RecentProject, ...]:
        """Projects that were open, the last one first; those whose file is gone are left out."""
        found = (RecentProject(Path(path), name) for path, name in self._entries())
        return tuple(project for project in found if project.path.is_file())

    def remember(self, path: Path, name: str) -> None:
        """Put a project at the head of the recent ones. A folder that cannot be written to costs the list, nothing
        else.
        """
        others = [(known, title) for known, title in self._entries() if Path(known) != path]
        self._write([(str(path), name), *others][:_RECENT_AT_MOST])

    def forget(self, path: Path) -> None:
        """Take a project off the list."""
        self._write([(known, title) for known, title in self._entries() if Path(known) != path])

    def _entries(self) -> list[tuple[str, str]]:
        try:
            entries = json.loads((self.folder / _RECENT_FILE).read_text("utf-8"))
            return [(str(entry["path"]), str(entry["name"])) for entry in entries]
        except (OSError, ValueError, KeyError, TypeError):  # no list yet, or one that something else has written
            return []

    def _write(self, entries: Sequence[tuple[str, str]]) -> None:
        text = json.dumps([{"path": path, "name": name} for path, name in entries], indent=1)
        with suppress(OSError):
            write_whole(self.folder / _RECENT_FILE, (text.encode("ascii"),))  # a path need not be text in any encoding
