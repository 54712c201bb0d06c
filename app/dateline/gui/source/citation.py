"""An excerpt as text to paste elsewhere: its exact words, and where they stand."""

from dateline.model.documents import SourceDocument
from dateline.model.wording import describe_interval


def citation(document: SourceDocument, start: int, end: int) -> str:
    """The words from one code point to another with title, author, publication date, address and place.

    What is not known of a document is left out, never made up.
    """
    quote = " ".join(document.text[start:end].split())
    published = document.published
    parts = [
        document.author,
        f"“{document.title or document.name}”",
        f"published {describe_interval(published.interval, published.precision)}" if published else "",
        document.address,
        f"characters {start}–{end}",
    ]
    return f"“{quote}”\n— " + ", ".join(part for part in parts if part)
