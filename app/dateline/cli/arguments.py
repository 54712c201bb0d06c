"""What may be written on the command line: no verb opens the window, four verbs do without one.

Only what the window needs is imported here; the verbs' own options, which need dates and formats, are in `options`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from dateline.cli.window import run_ahead, run_window
from dateline.session import ahead

_ABOUT: Final = "Turn documents into a timeline on which every mark leads to the exact words it rests on."

VERBS: Final = {
    "text": (
        "print a document's canonical text, to which all offsets refer",
        "dateline text article.txt > canonical.txt",
    ),
    "tag": (
        "print time expressions (TIMEX3), one JSON object a document and line",
        "dateline tag article.txt --published 2014-10-30",
    ),
    "extract": (
        "print events with their dates and excerpts",
        "dateline extract a.txt b.txt --format csv -o events.csv",
    ),
    "export": (
        "write the timeline as a picture",
        "dateline export article.txt -o timeline.svg --paper A4 --landscape --notes",
    ),
}
"""What each verb does, and an example of it."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options; ends the process with status 2 where they are wrong, with 0 after --help and --version.

    What does not begin with a verb is for the window: `dateline article.txt`. `options.run` is the function to call.
    """
    if argv and argv[0] in VERBS:
        from dateline.cli.options import add_options  # noqa: PLC0415 - all that reads documents; the window has to wait

        about, example = VERBS[argv[0]]
        parser = _parser(f"dateline {argv[0]}", about, example)
        add_options(argv[0], parser)
        return parser.parse_args(argv[1:])
    if argv and argv[0] == ahead.VERB:
        return argparse.Namespace(run=run_ahead, paths=[Path(path) for path in argv[1:]])
    parser = _parser("dateline", _ABOUT, "dateline article.txt", _verbs_help())
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="documents, or a project file")
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    parser.set_defaults(run=run_window)
    return parser.parse_args(argv)


class _Version(argparse.Action):
    """Prints the versions, which are looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from dateline.cli.version import version_text  # noqa: PLC0415 - reads the installed packages' metadata

        print(version_text())
        parser.exit()


def _parser(name: str, about: str, example: str, more: str = "") -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=name,
        description=about,
        epilog=f"example:\n  {example}\n{more}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _verbs_help() -> str:
    lines = (f"  dateline {name:8} {about}" for name, (about, _) in VERBS.items())
    return "\nwithout a window:\n" + "\n".join(lines)
