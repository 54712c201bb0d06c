"""Pictures are painted with or without a running application."""

import subprocess
import sys

from PySide6.QtWidgets import QApplication

from dateline.export.application import painter_application

CODE = """
from dateline.export.application import painter_application
first = painter_application()
assert painter_application() is first
print(first.platformName())
"""


def test_the_running_application_serves(qapp: QApplication) -> None:
    assert painter_application() is qapp


def test_without_a_screen_there_is_one_all_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.strip() == "offscreen"
