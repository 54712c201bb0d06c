"""`python -m dateline`: the same as the command `dateline`."""

import sys

from dateline.cli import main

if __name__ == "__main__":
    sys.exit(main())
