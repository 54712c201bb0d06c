"""How long the window takes to stand on the screen, against an empty PySide6 window, interleaved in one run.

    python tests/benchmarks/starting.py [--rounds 7]

Prints the median and the range of three times: an empty QMainWindow painted, Dateline's window painted (frame, panels
and canvas), and the bundled example's events painted after that. Dateline starts as `dateline FILE` does. The clock
starts before the process does and is read in paintEvent. Goals: at most 2.0 times the empty window, and the events at
most 400 ms later. Starts an Xvfb of its own where it finds one.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
class Centre(QWidget):
    def paintEvent(self, event):
        print("painted", time.monotonic(), time.process_time(), flush=True)
        application.quit()
application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(Centre())
window.resize(1600, 1000)
window.show()
application.exec()
"""

DATELINE = """
import gc, sys, time
from functools import partial
from pathlib import Path
gc.disable()
from dateline.cli.arguments import parse
from dateline.session import ahead
(path,) = parse(sys.argv[1:]).paths
reading = ahead.reader_of([path])
from dateline.gui.app import make_window, open_session
from PySide6.QtWidgets import QApplication
def tell(what):
    print(what, time.monotonic(), time.process_time(), flush=True)
application = QApplication(sys.argv[:1])
window = make_window(application, partial(open_session, reading))
window.centre.place.painted.connect(lambda: tell("painted"))
def events():
    tell("events")
    application.quit()
window.timeline_loaded.connect(lambda: window.canvas.filled.connect(events))
window.begin([path])
window.show()
application.exec()
"""


def measured(cache: Path, code: str, *arguments: str) -> dict[str, float]:
    """Run Python code in a new process; milliseconds from before its start to each name it prints, and under that name
    with "busy" those that the process itself has computed until then.

    `cache` holds the compiled modules, as an installed program has them beside it.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, DATELINE_DATA_DIR=folder, PYTHONPYCACHEPREFIX=str(cache))
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=180,
            check=True,
        )
    times: dict[str, float] = {}
    for line in done.stdout.splitlines():
        name, moment, busy = line.split()
        times.setdefault(name, (float(moment) - began) * 1000)
        times.setdefault(f"{name} busy", float(busy) * 1000)
    return times


@contextmanager
def screen() -> Iterator[None]:
    """An Xvfb of our own, so that no desktop disturbs; whatever screen there is where Xvfb is missing."""
    if shutil.which("Xvfb") is None:
        yield
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    os.environ["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def told(name: str, values: list[float]) -> str:
    """Median and range in words."""
    return f"{name:34s} {statistics.median(values):6.0f} ms   ({min(values):.0f} to {max(values):.0f})"


def main() -> int:
    """Measure and print; 0 where both goals are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    from dateline import assets  # noqa: PLC0415 - so that --help needs no installation

    example = str(assets.examples()[0])
    empty: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    with screen(), tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        measured(cache, DATELINE, example)  # compiles the modules, which happens once after an installation
        for _ in range(rounds):
            empty.append(measured(cache, EMPTY))
            ours.append(measured(cache, DATELINE, example))
    painted = [times["painted"] for times in ours]
    events = [times["events"] - times["painted"] for times in ours]
    ratio = statistics.median(painted) / statistics.median(times["painted"] for times in empty)
    print(told("empty PySide6 window painted", [times["painted"] for times in empty]))
    print(told("Dateline's window painted", painted))
    print(told("the example's events after that", events))
    print("of which computed in the window's own process, which other programs on the machine do not lengthen:")
    print(told("empty PySide6 window painted", [times["painted busy"] for times in empty]))
    print(told("Dateline's window painted", [times["painted busy"] for times in ours]))
    print(told("the example's events after that", [times["events busy"] - times["painted busy"] for times in ours]))
    print(f"ratio {ratio:.2f} (goal: at most 2.0)")
    return 0 if ratio <= 2.0 and statistics.median(events) <= 400 else 1


if __name__ == "__main__":
    sys.exit(main())
