"""The ways out that need no painter: JSON, JSON lines, CSV, and a table for the terminal.

Each takes a `Timeline` and gives text. It must not know where the text goes, nor how a timeline is read or drawn.
"""

from dateline.formats.data_format import DataFormat
from dateline.formats.data_formats import DATA_FORMATS, data_format
from dateline.formats.objects import document_object, event_object, ledger_object, timex_object

__all__ = [
    "DATA_FORMATS",
    "DataFormat",
    "data_format",
    "document_object",
    "event_object",
    "ledger_object",
    "timex_object",
]
