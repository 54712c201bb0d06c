"""What the program remembers between two runs beside the projects: theme, text size, docks, the last view of a project.

It must not know what is remembered; it only says where. With DATELINE_DATA_DIR set (tests, portable use) that is a
file in there, otherwise the platform's own place.
"""

import os
from pathlib import Path

from PySide6.QtCore import QSettings


def preferences() -> QSettings:
    """The store of preferences; short-lived objects of it all see the same values."""
    folder = os.environ.get("DATELINE_DATA_DIR")
    if folder:
        return QSettings(str(Path(folder) / "preferences.ini"), QSettings.Format.IniFormat)
    return QSettings("Dateline", "Dateline")
