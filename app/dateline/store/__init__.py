"""The project file: what a person decided and what the machine read, on disk the moment it is done."""

from typing import Final

SUFFIX: Final = ".dateline"
"""What the names of project files end with."""
