"""Scores of the tagger on the marked texts beside the checkout, and its speed.

    python tests/benchmarks/tagging.py                  the table of all sets
    python tests/benchmarks/tagging.py timebank -v      one set, with misses, spurious and wrong values
    python tests/benchmarks/tagging.py --write FOLDER   predictions as JSON lines, for other scoring programs

dateparser, Recognizers-Text (recognizers-text-date-time) and chrono (chrono-node, found by NODE_PATH) are compared
where they are installed; --compare names some of them, or none. The measure is TempEval-3's: relaxed match with equal
value. Their answers are written as TIMEX3 values where they have no such form: a moment as its day or its minute, a
range as the unit it fills.
"""

import argparse
import datetime
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
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


_NO_DAY: Final = datetime.date(2000, 1, 1)  # Recognizers-Text asks for a day even where a text has none
_TYPES: Final = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}


def recognizers_timexes(text: str, day: datetime.date | None) -> list[Record]:
    """What Recognizers-Text finds; of several readings the first, which looks back."""
    recognizers = importlib.import_module("recognizers_date_time")
    moment = datetime.datetime.combine(day or _NO_DAY, datetime.time())
    out: list[Record] = []
    for result in recognizers.recognize_datetime(text, recognizers.Culture.English, reference=moment):
        first: Record = next(iter((result.resolution or {}).get("values", ())), {})
        timex = str(first.get("timex", ""))
        value = timex if timex and not timex.startswith(("(", "XXXX-")) else _range_value(first)
        kind = _TYPES.get(str(first.get("type")), "DATE")
        out.append({"start": result.start, "end": result.end + 1, "type": kind, "value": value or timex})
    return out


def _range_value(values: Record) -> str:
    """A range by the year, month or week that it fills, else by its first day; a single day as it is."""
    start, end = str(values.get("start", "")), str(values.get("end", ""))
    if start.endswith("-01-01") and end.endswith("-01-01"):
        return start[:4]
    if start.endswith("-01") and end.endswith("-01"):
        return start[:7]
    return start or str(values.get("value", "")).replace(" ", "T")


_CHRONO: Final = """
const chrono = require("chrono-node");
const lines = require("fs").readFileSync(0, "utf8").split("\\n").filter(Boolean);
for (const line of lines) {
    const {text, day} = JSON.parse(line);
    const found = chrono.parse(text, day ? new Date(day + "T00:00:00") : undefined);
    console.log(JSON.stringify(found.map(result => {
        const start = result.start, certain = part => start.isCertain(part);
        const two = part => String(start.get(part)).padStart(2, "0");
        let value = String(start.get("year")).padStart(4, "0");
        if (certain("month") || certain("day") || certain("weekday") || certain("hour")) value += "-" + two("month");
        if (certain("day") || certain("weekday") || certain("hour")) value += "-" + two("day");
        if (certain("hour")) value += "T" + two("hour") + ":" + two("minute");
        const type = certain("hour") ? "TIME" : "DATE";
        return {start: result.index, end: result.index + result.text.length, type, value};
    })));
}
"""


def chrono_answers(texts: Sequence[str], days: Sequence[datetime.date | None]) -> list[list[Record]]:
    """What chrono finds, in one process for all texts; its places are in UTF-16 units."""
    asked = [
        json.dumps({"text": text, "day": None if day is None else day.isoformat()})
        for text, day in zip(texts, days, strict=True)
    ]
    done = subprocess.run(["node", "-e", _CHRONO], input="\n".join(asked), capture_output=True, text=True, check=True)
    answers: list[list[Record]] = [json.loads(line) for line in done.stdout.splitlines()]
    for text, found in zip(texts, answers, strict=True):
        units = text.encode("utf-16-le")
        for timex in found:
            for side in ("start", "end"):
                timex[side] = len(units[: 2 * timex[side]].decode("utf-16-le", errors="ignore"))
    return answers


TAGGERS: Final[dict[str, Callable[[str, datetime.date | None], list[Record]]]] = {
    "dateline": dateline_timexes,
    "dateparser": dateparser_timexes,
    "recognizers": recognizers_timexes,
}
MODULES: Final = {"dateparser": "dateparser", "recognizers": "recognizers_date_time"}


def installed(tagger: str) -> bool:
    """Whether a tagger can be compared here."""
    if tagger in MODULES:
        return importlib.util.find_spec(MODULES[tagger]) is not None
    node = shutil.which("node")
    if node is None:
        return False
    return subprocess.run([node, "-e", 'require("chrono-node")'], capture_output=True, check=False).returncode == 0


def predictions(name: str, tagger: str) -> dict[str, Record]:
    """What a tagger finds in each document."""
    read = list(documents(name))
    texts = [str(document["text"]) for document in read]
    days = [datetime.date.fromisoformat(document["dct"]) if document["dct"] else None for document in read]
    if tagger == "chrono":
        answers = chrono_answers(texts, days)
    else:
        answers = [TAGGERS[tagger](text, day) for text, day in zip(texts, days, strict=True)]
    return {
        document["doc"]: {"doc": document["doc"], "timexes": timexes}
        for document, timexes in zip(read, answers, strict=True)
    }


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


def _processor_seconds() -> float:
    """Of this process and those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def report(name: str, tagger: str, scoring: ModuleType, *, verbose: bool, folder: Path | None) -> None:
    """One row of the table; speed is that of the processor, so that other work on the machine does not show."""
    gold = {document["doc"]: document for document in documents(name)}
    begin = _processor_seconds()
    found = predictions(name, tagger)
    seconds = _processor_seconds() - begin
    kilobytes = sum(len(document["text"]) for document in gold.values()) / 1000
    overall, log = scoring.score(gold, found, verbose)
    dated, _ = scoring.score(scoring.dated(gold), scoring.dated(found), verbose)
    columns = (
        f"{name:20} {tagger:11}",
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
    parser.add_argument("--compare", nargs="*", default=["dateparser", "recognizers", "chrono"], metavar="TAGGER")
    options = parser.parse_args()
    temporal.tag("Warm up on 1 May 2014.", datetime.date(2014, 5, 1))
    scoring = scorer()
    for name in options.sets:
        report(name, "dateline", scoring, verbose=options.verbose, folder=options.write)
        for other in filter(installed, options.compare):
            report(name, other, scoring, verbose=False, folder=None)


if __name__ == "__main__":
    main()
