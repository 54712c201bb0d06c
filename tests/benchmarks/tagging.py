"""Scores of the tagger on the marked texts beside the checkout, and its speed.

    python tests/benchmarks/tagging.py                  the table of all sets
    python tests/benchmarks/tagging.py timebank -v      one set, with misses, spurious and wrong values
    python tests/benchmarks/tagging.py --write FOLDER   predictions as JSON lines, for other scoring programs

dateparser is compared where it is installed (without arguments to --compare it is left out). The measure is
TempEval-3's: relaxed match with equal
value.
"""

import argparse
import datetime
import importlib
import importlib.util
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from dateline import temporal

DATA: Final = Path(os.environ.get("DATELINE_TEST_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
SETS: Final = ("timebank", "aquaint_dev", "wikiwars_dev", "krauts_dolomiten_42", "tweets_train")
Record = dict[str, Any]


def documents(name: str) -> Iterator[Record]:
    """The documents of a set."""
    with (DATA / "timex" / f"{name}.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def dateline_timexes(text: str, day: datetime.date | None) -> list[Record]:
    """What this project's tagger finds."""
    fields = ("start", "end", "type", "value", "rule")
    return [{field: str_or_int(getattr(timex, field)) for field in fields} for timex in temporal.tag(text, day)]


def dateparser_timexes(text: str, day: datetime.date | None) -> list[Record]:
    """What dateparser's search finds: words and a moment; the finest unit that its midnight leaves open is the day."""
    search = importlib.import_module("dateparser.search").search_dates
    settings = {} if day is None else {"RELATIVE_BASE": datetime.datetime.combine(day, datetime.time())}
    out: list[Record] = []
    place = 0
    for words, moment in search(text, languages=["en"], settings=settings) or []:
        start = text.find(words, place)
        if start < 0:
            continue
        place = start + len(words)
        clock = moment.strftime("T%H:%M") if (moment.hour or moment.minute) else ""
        kind = "TIME" if clock else "DATE"
        out.append({"start": start, "end": place, "type": kind, "value": f"{moment:%Y-%m-%d}{clock}"})
    return out


TAGGERS: Final[dict[str, Callable[[str, datetime.date | None], list[Record]]]] = {
    "dateline": dateline_timexes,
    "dateparser": dateparser_timexes,
}


def installed(tagger: str) -> bool:
    """Whether a tagger can be compared here."""
    return importlib.util.find_spec(tagger) is not None


def predictions(name: str, tagger: str) -> dict[str, Record]:
    """What a tagger finds in each document."""
    found = {}
    for document in documents(name):
        day = datetime.date.fromisoformat(document["dct"]) if document["dct"] else None
        found[document["doc"]] = {"doc": document["doc"], "timexes": TAGGERS[tagger](document["text"], day)}
    return found


def str_or_int(value: object) -> str | int:
    """For JSON."""
    return value if isinstance(value, int) else str(value)


def scorer() -> ModuleType:
    """The scoring program that travels with the data."""
    path = DATA.parent / "tools" / "score_timex.py"
    spec = importlib.util.spec_from_file_location("score_timex", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(name: str, tagger: str, scoring: ModuleType, *, verbose: bool, folder: Path | None) -> None:
    """One row of the table; speed is that of the processor, so that other work on the machine does not show."""
    gold = {document["doc"]: document for document in documents(name)}
    begin = time.process_time()
    found = predictions(name, tagger)
    seconds = time.process_time() - begin
    kilobytes = sum(len(document["text"]) for document in gold.values()) / 1000
    overall, log = scoring.score(gold, found, verbose)
    dated, _ = scoring.score(scoring.dated(gold), scoring.dated(found), verbose)
    columns = (
        f"{name:20} {tagger:10}",
        f"value {overall['value_f1']:5.1f} ({dated['value_f1']:5.1f})",
        f"relaxed {overall['relaxed'][2]:5.1f} ({dated['relaxed'][2]:5.1f})",
        f"P {overall['relaxed'][0]:5.1f} R {overall['relaxed'][1]:5.1f}",
        f"strict {overall['strict'][2]:5.1f}",
        f"accuracy {overall['value_accuracy']:5.1f}",
        f"{kilobytes / seconds:6.0f} KB/s",
    )
    print(*columns, sep="  ")
    if verbose:
        print(*log, sep="\n")
    if folder is not None:
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in found.values())
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--write", type=Path, metavar="FOLDER")
    parser.add_argument("--compare", nargs="*", default=["dateparser"], metavar="TAGGER")
    options = parser.parse_args()
    temporal.tag("Warm up on 1 May 2014.", datetime.date(2014, 5, 1))
    scoring = scorer()
    for name in options.sets:
        report(name, "dateline", scoring, verbose=options.verbose, folder=options.write)
        for other in filter(installed, options.compare):
            report(name, other, scoring, verbose=False, folder=None)


if __name__ == "__main__":
    main()
