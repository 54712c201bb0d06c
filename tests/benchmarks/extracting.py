"""How fast texts become events, layer by layer, and how the time grows with the number of documents.

    python tests/benchmarks/extracting.py                          characters a second of each layer
    python tests/benchmarks/extracting.py --documents 1000 2000    seconds to read and merge so many articles of 5 KB
    python tests/benchmarks/extracting.py --processes 2 --documents 10000

The articles are made from the specifications' texts, with other names and years, so that no two are the same.
"""

import argparse
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from dateline.analysis import analyse_document, merge_analyses
from dateline.analysis import analyse_documents as analyse_all
from dateline.events import read_events
from dateline.ingest import read_text
from dateline.model.documents import SourceDocument
from dateline.temporal import detect_language, read_times

SPECS: Final = Path(__file__).resolve().parents[1] / "specs" / "events"
ARTICLE_CHARACTERS: Final = 5_000
_YEAR: Final = re.compile(r"\b(1[89]\d\d|20[012]\d)\b")
_NAME: Final = re.compile(r"\b[A-Z][a-z]{4,}\b")
_T = TypeVar("_T")


def texts() -> list[str]:
    """The specifications' texts in English."""
    return [path.read_text(encoding="utf-8") for path in sorted(SPECS.glob("*.txt")) if "german" not in path.name]


def articles(count: int) -> Iterator[SourceDocument]:
    """Articles of about 5 KB, each with names and years of its own."""
    sources, chance = texts(), random.Random(20141030)
    for number in range(count):
        parts: list[str] = []
        while sum(map(len, parts)) < ARTICLE_CHARACTERS:
            parts.append(chance.choice(sources))
        text = _varied("\n\n".join(parts)[:ARTICLE_CHARACTERS], number)
        yield read_text(text, f"article {number}", published=None)


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


def growth(counts: Sequence[int], processes: int) -> None:
    """Seconds to read and to merge so many articles."""
    print(f"{'documents':>10} {'read s':>8} {'merge s':>8} {'KB/s':>7} {'events':>8} {'merged':>8}")
    for count in counts:
        documents = list(articles(count))
        size = sum(len(document.text) for document in documents)
        read_seconds, whole = timed(lambda: analyse_all(documents, merge=False, processes=processes), time.perf_counter)  # noqa: B023
        merge_seconds, merged = timed(lambda: merge_analyses([whole]))  # noqa: B023
        speed = size / 1000 / (read_seconds + merge_seconds)
        columns = f"{count:10} {read_seconds:8.1f} {merge_seconds:8.1f} {speed:7.0f}"
        print(columns, f"{len(whole.events):8} {len(merged.events):8}")


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
