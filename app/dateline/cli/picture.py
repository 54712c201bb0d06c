"""The verb that needs a painter: `dateline export`. It draws off the screen, so it works without one."""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from dateline.analysis import analyse_document, merge_analyses
from dateline.cli.reading import Documents
from dateline.errors import UserError
from dateline.model.documents import SourceDocument
from dateline.model.events import Event
from dateline.model.filters import WITHOUT_REJECTED, Choice, EventFilter, Facet
from dateline.model.shown import shown_events
from dateline.store import SUFFIX
from dateline.store.project_file import ProjectFile
from dateline.temporal import read_date

WORDS = "words"


def run_export(options: argparse.Namespace) -> int:
    """Write the picture of documents, or of a project."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - Qt must not be loaded before its platform is chosen

    from dateline.export.exporters import exporter_for, write_image  # noqa: PLC0415 - imports Qt
    from dateline.export.request import ImageRequest, What, preset  # noqa: PLC0415 - as above
    from dateline.paint.theme import ThemeName  # noqa: PLC0415 - as above

    target = Path(options.output)
    exporter_for(target)  # a wrong suffix is told before anything is read
    events, documents, status = _read(options)
    if not documents and status:
        return status
    request = ImageRequest(
        theme=ThemeName(options.theme),
        transparent=options.transparent,
        fold=not options.no_fold,
        notes=options.notes,
        title=options.title or "",
        filter_words=filter_words(options.filter),
    )
    if options.range is not None:
        request = replace(request, what=What.RANGE, range_seconds=options.range)
    if options.paper:
        request = request.of_preset(preset(options.paper, options.landscape))
    else:
        request = request.of_pixels(options.width, options.height, options.scale)
    application = QGuiApplication.instance() or QGuiApplication(["dateline"])
    shown = [event for event in events if options.filter.passes(event)]
    written = write_image(target, shown, documents, request)
    del application
    print(f"{target}: {written.sentence}", file=sys.stderr)
    return status


def _read(options: argparse.Namespace) -> tuple[tuple[Event, ...], tuple[SourceDocument, ...], int]:
    """Events and documents of a project, or of the documents that are named; 1 where some could not be read."""
    projects = [path for path in options.paths if path.suffix == SUFFIX]
    if projects:
        if len(options.paths) > 1:
            raise UserError("A picture is of one project, or of documents.", "Name one project by itself.")
        file = ProjectFile.open(projects[0])
        try:
            project = file.load()
            return shown_events(project), tuple(project.document.values()), 0
        finally:
            file.close()
    documents = Documents(options)
    timeline = merge_analyses([analyse_document(document) for document in documents])
    return timeline.events, timeline.documents, documents.status


def filter_argument(words: str) -> tuple[Facet | None, str]:
    """KEY=VALUE of --filter; the key None stands for words to be found."""
    key, separator, value = words.partition("=")
    if separator and key == WORDS:
        return None, value
    if not separator or key not in {facet.value for facet in Facet}:
        keys = ", ".join((*(facet.value for facet in Facet), WORDS))
        raise argparse.ArgumentTypeError(f"“{words}” is no KEY=VALUE; the keys are {keys}")
    return Facet(key), value


class FilterAction(argparse.Action):
    """Gathers --filter into one EventFilter: values of one key add up, keys narrow each other."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Take one more KEY=VALUE."""
        assert isinstance(values, tuple)
        facet, value = values
        before: EventFilter = getattr(namespace, self.dest)
        if facet is None:
            after = replace(before, words=f"{before.words} {value}".strip())
        else:
            only = before.choice(facet).only or frozenset()
            after = before.with_choice(facet, Choice(only=only | {value}))
        setattr(namespace, self.dest, after)


NO_FILTER = WITHOUT_REJECTED


def filter_words(event_filter: EventFilter) -> str:
    """What is let through, in words; empty where nothing was asked for."""
    parts = [
        f"{facet.value}: {' or '.join(sorted(choice.only))}"
        for facet, choice in event_filter.choices
        if choice.only is not None
    ]
    return "; ".join([*parts, f"with “{event_filter.words}”"] if event_filter.words else parts)


def range_argument(words: str) -> tuple[int, int]:
    """A/B in any form the program can read, as seconds, end exclusive."""
    first, _, last = words.partition("/")
    found = [read_date(part) for part in (first, last or first)]
    intervals = [timex.denoted for timex in found if timex is not None and timex.denoted is not None]
    if len(intervals) == 2:
        start, end = intervals[0].earliest_start, intervals[1].latest_end
        if start is not None and end is not None and start < end:
            return start, end
    raise argparse.ArgumentTypeError(f"“{words}” is no range; write for instance 2014-05/2014-10")


def paper_argument(name: str) -> str:
    """The name of a paper."""
    if name.casefold() not in PAPERS:
        raise argparse.ArgumentTypeError(f"“{name}” is no paper known here; choose one of {', '.join(PAPERS)}")
    return name


PAPERS = ("a4", "a3", "letter")
