"""How the tagger's time grows with odd texts of a megabyte: the ratio of whole to quarter is four where it is linear.

python tests/benchmarks/tagging_speed.py [NAME ...]
"""

import datetime
import sys
import time
from typing import Final

from dateline import temporal

MEGABYTE: Final = 1_000_000
DAY: Final = datetime.date(2014, 5, 1)
UNITS: Final = {
    "ones": "1 ",
    "digits": "1",
    "day before": "the day before ",
    "one line": "word ",
    "letters": "a",
    "full stops": "a.",
    "dashes": "1-",
    "slashes": "1/1/",
    "line feeds": "\n ",
    "months": "May ",
    "edges": "of the end of the ",
    "quotes": "'",
    "scales": "hundred ",
    "hyphens": "twenty-",
    "years": "1999 ",
    "dates": "3 May 2010 and ",
    "yesterdays": "yesterday ",
    "ranges": "1999 to ",
    "earlier": "a year earlier ",
}


def seconds(text: str) -> float:
    """Processor time of one reading."""
    begin = time.process_time()
    temporal.tag(text, DAY, language="en")
    return time.process_time() - begin


def main() -> None:
    """Print one line for each text."""
    seconds("Warm up on 1 May 2014.")
    for name in sys.argv[1:] or UNITS:
        text = UNITS[name] * (MEGABYTE // len(UNITS[name]))
        quarter, whole = seconds(text[: len(text) // 4]), seconds(text)
        print(f"{name:12} quarter {quarter:6.2f} s  whole {whole:6.2f} s  ratio {whole / max(quarter, 1e-3):4.1f}")


if __name__ == "__main__":
    main()
