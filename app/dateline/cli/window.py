"""The door to the window."""

import argparse


def run_window(options: argparse.Namespace) -> int:
    """Open the window with documents or a project."""
    from dateline.gui.app import main  # noqa: PLC0415 - no other verb needs Qt, and loading it takes longer than most

    return main([str(path) for path in options.paths])
