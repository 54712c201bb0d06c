"""The door to the window, and the reader that begins before it."""

import argparse
import gc

from dateline.session import ahead


def run_window(options: argparse.Namespace) -> int:
    """Open the window with documents or a project."""
    # What is made on the way to the first picture stays, and looking through it again and again for what could go takes
    # a tenth of the time (measured). The window has it done again once it is complete.
    gc.disable()
    paths = [path.absolute() for path in options.paths]
    reading = ahead.reader_of(paths)
    from dateline.gui.app import main  # noqa: PLC0415 - no other verb needs Qt, and the reader is to begin before it

    return main(paths, reading)


def run_ahead(options: argparse.Namespace) -> int:
    """Be the reader."""
    return ahead.serve(options.paths)
