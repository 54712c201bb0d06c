"""From a fresh checkout to the running program, or to its tests, in one command:

    python3 packaging/bootstrap.py run [PATH ...]
    python3 packaging/bootstrap.py test [pytest's arguments]

This file is read by whatever Python a machine has, even by Python 2: it only tells a Python that cannot serve from one
that can. The work itself is in setting_up/, imported below that check, since an older Python cannot even read it.
"""

import os
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 14)


def better_python():
    # type: () -> str | None
    """The name of a Python on the search path that serves and starts, newest first."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        name = "python3.%d" % minor
        with open(os.devnull, "w") as nowhere:
            try:
                if subprocess.call([name, "-c", "pass"], stdout=nowhere, stderr=nowhere) == 0:
                    return name
            except OSError:
                continue
    return None


def refusal():
    # type: () -> str
    """What to tell a person whose Python does not serve."""
    here = "Dateline needs Python %d.%d to %d.%d, and this is Python %d.%d" % (OLDEST + NEWEST + sys.version_info[:2])
    name = better_python()
    if name is None:
        return here + ": install one from your system's packages or from python.org, and run this command with it."
    return here + ": run  %s %s  instead, a Python that serves and is here too." % (name, " ".join(sys.argv))


if not OLDEST <= sys.version_info[:2] <= NEWEST:
    sys.exit(refusal())

from setting_up.verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
