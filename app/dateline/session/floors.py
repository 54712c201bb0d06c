"""The doors of the floors below through which documents are read, in one place.

Importing this module loads all that reads: modules, patterns, language data. It takes longer than the whole frame of
the window, so it is imported with the first document that the reader ahead has not read.
"""

from dateline.analysis import analyse_document, analyse_in_stretches, merge_analyses
from dateline.events.identity import reconcile
from dateline.events.lexicon import lexicon_for
from dateline.ingest import read_file, read_text
from dateline.temporal import read_date, similar, similarly_counted


class Floors:
    """Only a name for these functions, so that they keep their types behind one late import."""

    analyse_document = staticmethod(analyse_document)
    analyse_in_stretches = staticmethod(analyse_in_stretches)
    merge_analyses = staticmethod(merge_analyses)
    lexicon_for = staticmethod(lexicon_for)
    read_date = staticmethod(read_date)
    read_file = staticmethod(read_file)
    read_text = staticmethod(read_text)
    reconcile = staticmethod(reconcile)
    similar = staticmethod(similar)
    similarly_counted = staticmethod(similarly_counted)
