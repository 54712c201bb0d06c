"""The Qt application that fonts and painters need, for verbs that run without a window."""

import os
import sys

from PySide6.QtGui import QGuiApplication


def painter_application() -> QGuiApplication:
    """The running application, or a new one that needs no screen; keep it as long as anything is drawn."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(sys.argv[:1])
