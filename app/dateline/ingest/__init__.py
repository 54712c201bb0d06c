"""Files and texts to documents: decoded once, every line classified, the document's own date found where people write
it.

It must not know what time expressions or events are; for the dates in mastheads it has a small reader of its own.
"""

from dateline.ingest.reader import Extracted, IsCancelled, Progress, Reader
from dateline.ingest.readers import READERS
from dateline.ingest.reading import read_file, read_text

__all__ = ["READERS", "Extracted", "IsCancelled", "Progress", "Reader", "read_file", "read_text"]
