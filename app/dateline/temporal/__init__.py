"""Time expressions: text and the document's own date in, `Timex3` values out. It must not know files,
events or windows.
"""

from dateline.temporal.detection import detect_language
from dateline.temporal.language import language_codes
from dateline.temporal.lookalikes import Lookalike
from dateline.temporal.reading import read_date
from dateline.temporal.similar import similar, similarly_counted
from dateline.temporal.tagging import read_times, tag

__all__ = [
    "Lookalike",
    "detect_language",
    "language_codes",
    "read_date",
    "read_times",
    "similar",
    "similarly_counted",
    "tag",
]
