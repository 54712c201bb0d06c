"""How fast texts are read and their lines classified, by form of text, and how soon a person can stop it.

    python tests/benchmarks/reading.py [--megabytes 50]

Writes texts of several forms to a temporary folder (prose with one paragraph a line, prose wrapped at 72 columns, a
server log, a table, an interview) and prints for each: megabytes a second of `read_file`, the longest silence between
two calls of the progress function, which bounds how long Cancel waits.
Goal: 20 MB/s of prose; no silence over half a second.
"""

import argparse
import tempfile
import textwrap
import time
from collections.abc import Iterator
from itertools import cycle, pairwise
from pathlib import Path

from dateline.ingest import read_file

SENTENCES = (
    "The commission met in the old customs house and heard eleven witnesses, most of them ferrymen.",
    "On 14 March 1987 the council voted to close the harbour, and two years later the last boat left.",
    "Nobody in the valley remembered a winter like it; the road was closed for nine weeks.",
    "“We had written letters for years,” she said, “until the mayor invited us in June 1991.”",
    "Prices rose by four percent, more than in any year since the reform, while wages stood still.",
)


def paragraphs() -> Iterator[str]:
    """Paragraphs of three to seven sentences, for ever."""
    sentences = cycle(SENTENCES)
    for length in cycle((5, 3, 7, 4, 6)):
        yield " ".join(next(sentences) for _ in range(length))


def prose() -> Iterator[str]:
    """One paragraph a line, blank lines between them."""
    for paragraph in paragraphs():
        yield paragraph + "\n\n"


def wrapped() -> Iterator[str]:
    """Lines of 72 columns."""
    for paragraph in paragraphs():
        yield textwrap.fill(paragraph, 72) + "\n\n"


def log() -> Iterator[str]:
    """Lines that begin with a time."""
    for number in cycle(range(3600)):
        minute, second = divmod(number, 60)
        yield f"2024-03-14 10:{minute:02d}:{second:02d} UTC gateway[{number}]: request took {number % 700} ms\n"


def table() -> Iterator[str]:
    """Lines of cells."""
    for number in cycle(range(5000)):
        yield f"{number}\tSouthern district\t{number % 97}\t{number % 13}\n"


def interview() -> Iterator[str]:
    """Short paragraphs that ask, longer ones that answer."""
    for paragraph in paragraphs():
        yield f"What did the council decide then?\n\n{paragraph}\n\n"


def measure(form: str, pieces: Iterator[str], size: int, folder: Path) -> str:
    """One line of the report."""
    path, written = folder / f"{form}.txt", 0
    with path.open("w", encoding="utf-8") as file:
        while written < size:
            written += file.write(next(pieces))
    calls = [time.perf_counter()]
    started = time.process_time()
    document = read_file(path, progress=lambda _: calls.append(time.perf_counter()))
    seconds = time.process_time() - started
    silence = max(later - earlier for earlier, later in pairwise(calls))
    speed = path.stat().st_size / 1e6 / seconds
    lines = len(document.lines)
    return f"{form:10} {speed:6.1f} MB/s of processor time, {lines:9,} lines, longest silence {silence:.2f} s"


def main() -> None:
    """Measure all forms."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=50)
    size = parser.parse_args().megabytes * 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        for make in (prose, wrapped, log, table, interview):
            print(measure(make.__name__, make(), size, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
