"""What `dateline --version` prints: the program's, Python's and Qt's versions, without loading Qt."""

import platform
from importlib.metadata import PackageNotFoundError, version

from dateline.version import __version__


def version_text() -> str:
    """One line."""
    try:
        qt = version("PySide6-Essentials")
    except PackageNotFoundError:
        qt = "not installed"
    return f"dateline {__version__} (Python {platform.python_version()}, Qt {qt})"
