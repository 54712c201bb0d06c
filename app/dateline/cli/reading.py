"""The documents that a command line names, in their order: as they are, or read to timelines."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from dateline.analysis import Analysis
from dateline.batch import analyse_files
from dateline.cli.progress import with_progress
from dateline.errors import UserError
from dateline.ingest import read_file
from dateline.model.documents import SourceDocument
from dateline.temporal import detect_language, language_codes


class Documents:
    """The documents of the command line, read one by one; `status` is 1 once one could not be read."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self.status = 0

    def __iter__(self) -> Iterator[SourceDocument]:
        paths = self._options.paths
        for path in with_progress(paths, len(paths), "Reading"):
            try:
                yield self._read(path)
            except UserError as error:
                self.status = 1
                name_error(error)

    def _read(self, path: Path) -> SourceDocument:
        document = read_file(path, published=self._options.published, language=self._options.language)
        return document if document.language else replace(document, language=detect_language(document.text))


class Timelines:
    """The timelines of the command line's documents; `status` is 1 once one could not be read."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self.paths: tuple[Path, ...] = tuple(options.paths)
        self.status = 0

    def __iter__(self) -> Iterator[Analysis]:
        given = self._options
        files = analyse_files(self.paths, published=given.published, language=given.language)
        with closing(files):
            for found in with_progress(files, len(self.paths), "Reading"):
                if isinstance(found, UserError):
                    self.status = 1
                    name_error(found)
                else:
                    name_language(found.documents[0])
                    yield found


def name_language(document: SourceDocument) -> None:
    """Say on standard error where a document's language is not one of those that are read."""
    code = document.language
    if document.language_is_unknown or (code is not None and code not in language_codes()):
        language = f"a language ({code})" if code else "a language"
        said = f"“{document.name}” is in {language} that is not read here; only dates in figures are."
        print(f"dateline: {said}", file=sys.stderr)


def name_error(error: UserError) -> None:
    """Say on standard error what could not be done."""
    print(f"dateline: {error}", file=sys.stderr)
