"""The documents that a command line names, read one after the other."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dateline.cli.progress import with_progress
from dateline.errors import UserError
from dateline.ingest import read_file
from dateline.model.documents import SourceDocument
from dateline.temporal import detect_language


class Documents:
    """The documents of the command line, read one by one; `status` is 1 once one could not be read."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self.status = 0

    def __iter__(self) -> Iterator[SourceDocument]:
        for path in with_progress(self._options.paths, "Reading"):
            try:
                yield self._read(path)
            except UserError as error:
                self.status = 1
                print(f"dateline: {error}", file=sys.stderr)

    def _read(self, path: Path) -> SourceDocument:
        document = read_file(path, published=self._options.published, language=self._options.language)
        return document if document.language else replace(document, language=detect_language(document.text))
