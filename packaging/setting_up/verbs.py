"""The two verbs of bootstrap.py: `run` and `test`. It knows the order of the steps and none of their details."""

import subprocess
import sys
from pathlib import Path

from setting_up import environment, libraries, screens, stops

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURE = "dateline-example.png"
USAGE = """\
python3 packaging/bootstrap.py run [PATH ...]        open the bundled example, or the documents, in the window
python3 packaging/bootstrap.py test [ARGUMENT ...]   run the tests; the arguments are pytest's

Each makes .venv first where it is missing, with everything that is needed in it."""


def first_example(python: Path) -> Path:
    """The bundled document that shows a newcomer what the program does; the program itself knows where it is."""
    asked = [str(python), "-c", "from dateline.assets import examples; print(examples()[0])"]
    return Path(subprocess.check_output(asked, text=True, encoding="utf-8").strip())


def started(*command: str, folder: Path | None = None) -> int:
    """Runs a program to its end, in the current folder or in another; interrupting it is its own affair."""
    try:
        return subprocess.call(command, cwd=folder)
    except KeyboardInterrupt:
        return 130


def show_without_a_screen(dateline: list[str], example: Path) -> int:
    """The example as a picture in the current folder, and its events on the terminal."""
    print(f"There is no screen here, so the example's timeline goes into {PICTURE} instead.", flush=True)
    written = started(*dateline, "export", str(example), "-o", PICTURE)
    listed = started(*dateline, "extract", str(example), "--format", "table")
    if written == 0:
        print(f"\nThe picture is {Path(PICTURE).resolve()}", flush=True)
    return written or listed


def run(arguments: list[str]) -> int:
    """Opens what is named, or the example, in the window; without a screen shows the example in other ways."""
    libraries.provide(for_tests=False)
    python = environment.prepare(ROOT)
    dateline = [str(python), "-m", "dateline"]
    if arguments:
        return started(*dateline, *arguments)
    example = first_example(python)
    if not screens.opens_windows(python):
        return show_without_a_screen(dateline, example)
    print(f"Opening {example.name}", flush=True)
    return started(*dateline, str(example))


def test(arguments: list[str]) -> int:
    """Runs the tests; they bring a screen of their own."""
    libraries.provide(for_tests=True)
    python = environment.prepare(ROOT)
    return started(str(python), "-m", "pytest", "-q", *arguments, folder=ROOT)


def main(arguments: list[str]) -> int:
    """Exit status: that of what was started, 1 where it could not be, 2 for wrong usage, 130 when interrupted."""
    verbs = {"run": run, "test": test}
    if arguments[:1] in (["-h"], ["--help"]):
        print(USAGE)
        return 0
    if not arguments or arguments[0] not in verbs:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        return verbs[arguments[0]](arguments[1:])
    except stops.Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; the same command goes on from here.", file=sys.stderr)
        return 130
