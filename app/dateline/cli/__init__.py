"""The command line: the verbs that need no window, and the door to the window.

Exit status: 0 done; 1 something could not be read or written (each named on standard error, the rest is done);
2 wrong usage; 130 interrupted. What can be imported late is: `dateline --version` must not wait for Qt.
"""

import sys
from collections.abc import Sequence

from dateline.cli.arguments import parse
from dateline.cli.output import close_output, printing
from dateline.errors import UserError

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    if getattr(sys, "frozen", False):  # in a bundle, a child that is to read a long text is this very program
        from multiprocessing import freeze_support  # noqa: PLC0415 - nobody else waits for it

        freeze_support()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # line ends and encoding are ours, on every system
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    try:
        options = parse(sys.argv[1:] if argv is None else argv)
        status = int(options.run(options))
        with printing():
            sys.stdout.flush()
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read has seen enough, as with `| head`
        close_output()
        return 0
    except UserError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 1
    return status
