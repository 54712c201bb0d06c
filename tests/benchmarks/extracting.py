"""How fast texts become events, layer by layer, and how the time grows with the number of documents.

    python tests/benchmarks/extracting.py                          characters a second of each layer
    python tests/benchmarks/extracting.py --documents 1000 2000    seconds to read and merge so many articles of 5 KB
    python tests/benchmarks/extracting.py --processes 2 --documents 10000

The articles are made from the specifications' texts, with other names and years, so that no two are the same.
"""

import argparse
import random
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from dateline.analysis import Analysis, analyse_document, merge_analyses
from dateline.batch import analyse_files
from dateline.events import read_events
from dateline.formats import data_format
from dateline.ingest import read_text
from dateline.temporal import detect_language, read_times

SPECS: Final = Path(__file__).resolve().parents[1] / "specs" / "events"
ARTICLE_CHARACTERS: Final = 5_000
_YEAR: Final = re.compile(r"\b(1[89]\d\d|20[012]\d)\b")
_NAME: Final = re.compile(r"\b[A-Z][a-z]{4,}\b")
_T = TypeVar("_T")


def texts() -> list[str]:
    """The specifications' texts in English."""
    return [path.read_text(encoding="utf-8") for path in sorted(SPECS.glob("*.txt")) if "german" not in path.name]


def articles(count: int) -> Iterator[str]:
    """Articles of about 5 KB, each with names and years of its own."""
    sources, chance = texts(), random.Random(20141030)
    for number in range(count):
        parts: list[str] = []
        while sum(map(len, parts)) < ARTICLE_CHARACTERS:
            parts.append(chance.choice(sources))
        yield _varied("\n\n".join(parts)[:ARTICLE_CHARACTERS], number)


def _varied(text: str, number: int) -> str:
    shifted = _YEAR.sub(lambda match: str(int(match[1]) - number % 40), text)
    ending = "aeiou"[number % 5] + "bdgklmnprst"[number // 5 % 11]
    return _NAME.sub(lambda match: match[0] + ending if len(match[0]) % 3 == number % 3 else match[0], shifted)


def timed(work: Callable[[], _T], clock: Callable[[], float] = time.process_time) -> tuple[float, _T]:
    """Seconds of a clock (by default those this process worked, whatever else runs), and what came of it."""
    began = clock()
    result = work()
    return clock() - began, result


def layers() -> None:
    """Characters a second of every layer and of the whole, on the articles as they are."""
    sources = texts()
    size = sum(map(len, sources))
    for text in sources:
        analyse_document(read_text(text, "warm"))
    read_seconds, documents = timed(lambda: [read_text(text, "article") for text in sources])
    language_seconds, _ = timed(lambda: [detect_language(document.text) for document in documents])
    time_seconds, times = timed(lambda: [read_times(d.text, d.published, lines=d.lines) for d in documents])
    pairs = list(zip(documents, times, strict=True))
    event_seconds, _ = timed(lambda: [read_events(document, timexes) for document, (timexes, _) in pairs])
    named = (
        ("ingest", read_seconds),
        ("language", language_seconds),
        ("time expressions", time_seconds),
        ("events", event_seconds),
        ("all", read_seconds + language_seconds + time_seconds + event_seconds),
    )
    for name, seconds in named:
        print(f"{name:18} {size / 1000 / seconds:8.0f} KB/s")


def worked() -> float:
    """Seconds that this process and the children that have ended worked, whatever else runs."""
    who = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in who)


def growth(counts: Sequence[int], processes: int) -> None:
    """Seconds of work to read, to merge and to write so many articles, as `dateline extract` does it; those of the
    clock; and the memory of this process."""
    print("documents  read s merge s write s clock s   KB/s   events   merged     MB")
    for count in counts:
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / f"{number:05}.txt" for number in range(count)]
            for path, text in zip(paths, articles(count), strict=True):
                path.write_text(text, encoding="utf-8")
            size = sum(path.stat().st_size for path in paths)
            read_seconds, found = timed(lambda: list(analyse_files(paths, processes=processes)), worked)  # noqa: B023
        analyses = [each for each in found if isinstance(each, Analysis)]
        merge_seconds, merged = timed(lambda: merge_analyses(analyses))  # noqa: B023
        write_seconds, _ = timed(lambda: sum(map(len, data_format("jsonl").write(merged))))  # noqa: B023
        speed = size / 1000 / (read_seconds + merge_seconds + write_seconds)
        seconds = (read_seconds, merge_seconds, write_seconds, time.perf_counter() - began)
        columns = (sum(len(each.events) for each in analyses), len(merged.events))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        told = " ".join(f"{each:7.1f}" for each in seconds)
        print(f"{count:9} {told} {speed:6.0f} {columns[0]:8} {columns[1]:8} {peak:6.0f}", flush=True)


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[])
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    if options.documents:
        growth(options.documents, options.processes)
    else:
        layers()


if __name__ == "__main__":
    main()
