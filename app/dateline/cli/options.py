"""The options of the verbs that need no window, and the function of each."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from dateline.cli.pictureoptions import (
    NO_FILTER,
    FilterAction,
    filter_argument,
    paper_argument,
    range_argument,
)
from dateline.cli.standardinput import with_standard_input
from dateline.cli.verbs import run_extract, run_tag, run_text
from dateline.formats import DATA_FORMATS
from dateline.model.documents import Published, PublishedOrigin
from dateline.temporal import read_date

_DOCUMENT: Final = "a document; - is standard input"


def add_options(verb: str, parser: argparse.ArgumentParser) -> None:
    """Add what may be written after a verb; `run` becomes the verb's function. KeyError for an unknown verb."""
    add, run = _OPTIONS[verb]
    add(parser)
    parser.set_defaults(run=with_standard_input(run))


def published_argument(words: str) -> Published:
    """A document's own date in any form the program can read."""
    found = read_date(words)
    if found is None or found.denoted is None or found.precision is None:
        raise argparse.ArgumentTypeError(f"“{words}” is no date; write for instance 2014-10-30 or “30 October 2014”")
    return Published(found.denoted, found.precision, PublishedOrigin.OPTION)


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_DOCUMENT)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--published", type=published_argument, metavar="DATE", help="the documents' own date, instead of the one found"
    )
    parser.add_argument("--language", metavar="xx", help="the documents' language, such as en or de")


def _add_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs=1, type=Path, metavar="PATH", help=_DOCUMENT)


def _add_tag(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("paths", nargs="*", type=Path, default=[], metavar="PATH", help=_DOCUMENT)
    what.add_argument("--jsonl", metavar="FILE", help='lines {"doc", "text", "dct"}; - is standard input')
    _add_reading(parser)


def _add_extract(parser: argparse.ArgumentParser) -> None:
    _add_paths(parser)
    _add_reading(parser)
    names = [known.name for known in DATA_FORMATS]
    about = "; ".join(f"{known.name}: {known.about}" for known in DATA_FORMATS)
    parser.add_argument("--format", choices=names, default="json", help=about)
    parser.add_argument("--no-merge", action="store_true", help="keep events of different documents apart")
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="a file, or a folder (ending in /) for one file a document, unmerged"
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="documents (- is standard input), or a project file"
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="OUT", help="the picture, ending in .png, .svg or .pdf"
    )
    _add_reading(parser)
    size = parser.add_argument_group("size")
    size.add_argument("--width", type=_positive, default=1280, metavar="N", help="in pixels of 1/96 inch (1280)")
    size.add_argument("--height", type=_positive, default=720, metavar="N", help="in pixels of 1/96 inch (720)")
    size.add_argument("--scale", type=_positive, default=1.0, metavar="X", help="device pixels for one of them (1)")
    size.add_argument("--paper", type=paper_argument, metavar="NAME", help="a4, a3 or letter, instead")
    size.add_argument("--landscape", action="store_true", help="the paper's long side across")
    what = parser.add_argument_group("what is in it")
    what.add_argument("--range", type=range_argument, metavar="A/B", help="from A to B, such as 2014-05/2014-10")
    what.add_argument(
        "--filter",
        action=FilterAction,
        type=filter_argument,
        default=NO_FILTER,
        metavar="KEY=VALUE",
        help="only events with that value, such as group=meeting or words=resolution; may be given again",
    )
    what.add_argument("--no-fold", action="store_true", help="do not fold long empty stretches")
    what.add_argument("--notes", action="store_true", help="number the events and print their sources")
    what.add_argument("--title", metavar="T", help="a title above the timeline")
    look = parser.add_argument_group("look")
    look.add_argument("--theme", choices=("light", "dark", "print"), default="light", help="print is for greys (light)")
    look.add_argument("--transparent", action="store_true", help="no background")


def _run_export(options: argparse.Namespace) -> int:
    from dateline.cli.picture import run_export  # noqa: PLC0415 - the other verbs, and help, do without Qt

    return run_export(options)


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number < 100_000:
        raise argparse.ArgumentTypeError(f"{text} is no size")
    return number


Add = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]

_OPTIONS: Final[dict[str, tuple[Add, Run]]] = {
    "text": (_add_text, run_text),
    "tag": (_add_tag, run_tag),
    "extract": (_add_extract, run_extract),
    "export": (_add_export, _run_export),
}
