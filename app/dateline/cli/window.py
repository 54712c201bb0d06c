"""The door to the window, and the reader that begins before it."""

import argparse

from dateline.session import ahead


def run_window(options: argparse.Namespace) -> int:
    """Open the window with documents or a project."""
    paths = [path.absolute() for path in options.paths]
    reading = ahead.reader_of(paths)
    from dateline.gui.app import main  # noqa: PLC0415 - no other verb needs Qt, and the reader is to begin before it

    return main(paths, reading)


def run_ahead(options: argparse.Namespace) -> int:
    """Be the reader."""
    return ahead.serve(options.paths)
