"""Standard input as a document: where a path is "-", what comes in is kept as a file for as long as a verb runs.

So it is read as every other file is, also by other processes. It does not know what a verb does.
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

NAME: Final = "standard input"
_MARK: Final = Path("-")


def with_standard_input(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """A verb that takes "-" among its paths for standard input."""

    def run_it(options: argparse.Namespace) -> int:
        if _MARK not in options.paths:
            return run(options)
        with TemporaryDirectory(prefix="dateline-") as folder:
            path = Path(folder, NAME)
            with path.open("wb") as file:
                shutil.copyfileobj(sys.stdin.buffer, file)
            options.paths = [path if given == _MARK else given for given in options.paths]
            return run(options)

    return run_it
