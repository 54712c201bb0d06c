"""Time expressions: text and the document's own date in, `Timex3` values out. It must not know files,
events or windows.
"""

from dateline.temporal.detection import detect_language
from dateline.temporal.lookalikes import Lookalike, lookalikes
from dateline.temporal.reading import read_date
from dateline.temporal.tagging import tag

__all__ = ["Lookalike", "detect_language", "lookalikes", "read_date", "tag"]
