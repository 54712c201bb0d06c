"""The verbs that print text: text, tag, extract. What cannot be read is named on standard error; the rest is done."""

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dateline.analysis import as_published, merge_analyses
from dateline.cli.output import folder_target, keep_documents, write_to
from dateline.cli.reading import Documents, Timelines, name_error, name_language
from dateline.errors import UnreadableDocument, UnwritableFile
from dateline.formats import DataFormat, data_format, timex_object
from dateline.ingest import read_file
from dateline.temporal import detect_language, tag


def run_text(options: argparse.Namespace) -> int:
    """Print the canonical text of a document, byte for byte."""
    write_to(None, [read_file(options.paths[0]).text])
    return 0


def run_tag(options: argparse.Namespace) -> int:
    """Print the time expressions of documents, or of the lines of a file."""
    if options.jsonl is not None:
        return _tag_lines(options.jsonl)
    documents = Documents(options)
    for document in documents:
        name_language(document)
        timexes = tag(document.text, document.published, language=document.language, lines=document.lines)
        published = document.published.edtf if document.published else None
        found = [timex_object(timex) for timex in timexes]
        _print_line({"doc": document.name, "published": published, "language": document.language, "timexes": found})
    return documents.status


def run_extract(options: argparse.Namespace) -> int:
    """Print or write the events of documents: of each into a folder, or of all as one timeline."""
    keep_documents(options.output, options.paths)
    timelines, wanted = Timelines(options), data_format(options.format)
    if options.output is not None and (options.output.endswith("/") or Path(options.output).is_dir()):
        return _write_each(timelines, Path(options.output), wanted)
    analyses = list(timelines)
    if analyses or not timelines.status:
        whole = merge_analyses(analyses, merge=not options.no_merge)
        write_to(options.output, wanted.write(whole))
    return timelines.status


def _write_each(timelines: Timelines, folder: Path, wanted: DataFormat) -> int:
    """One file a document; 1 where one could not be read or written. Those are named, the rest is done."""
    taken = {path.resolve() for path in timelines.paths}
    status = 0
    for timeline in timelines:
        target = folder_target(folder, timeline.documents[0].name, wanted.suffix, taken)
        try:
            write_to(str(target), wanted.write(timeline))
        except UnwritableFile as error:
            status = 1
            name_error(error)
    return max(status, timelines.status)


def _tag_lines(name: str) -> int:
    """Tag the texts of a file of JSON lines; 1 where a line was none. Those are named, the rest is done.

    Raises UnreadableDocument where the file cannot be read.
    """
    status = 0
    with ExitStack() as stack:
        try:
            lines = sys.stdin.buffer if name == "-" else stack.enter_context(Path(name).open("rb"))
            for number, line in enumerate(lines, 1):
                try:
                    _print_line(_tagged_line(name, number, line))
                except UnreadableDocument as error:
                    status = 1
                    name_error(error)
        except OSError as error:
            message = f"“{name}” cannot be read: {error.strerror or error}."
            raise UnreadableDocument(Path(name), message, "Check its name and its folder.") from error
    return status


def _tagged_line(name: str, number: int, line: bytes) -> dict[str, Any]:
    try:
        given = json.loads(line)
        text, published = given["text"], as_published(given.get("dct") or None)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"Line {number} of “{name}” is no object with doc, text and dct."
        raise UnreadableDocument(Path(name), message) from error
    language = detect_language(text)
    return {
        "doc": given.get("doc"),
        "published": published.edtf if published else None,
        "language": language,
        "timexes": [timex_object(timex) for timex in tag(text, published, language=language)],
    }


def _print_line(value: dict[str, Any]) -> None:
    write_to(None, [json.dumps(value, ensure_ascii=False) + "\n"])
