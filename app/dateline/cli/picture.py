"""The verb that needs a painter: `dateline export`. It draws off the screen, so it works without one.

It imports Qt; whoever needs no picture must not import it.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication

from dateline.analysis import merge_analyses
from dateline.cli.output import keep_documents
from dateline.cli.reading import Timelines
from dateline.errors import UnsupportedFormat, UserError
from dateline.export.exporters import exporter_for, left_out, write_image
from dateline.export.request import ImageRequest, What, preset
from dateline.model.documents import SourceDocument
from dateline.model.events import Event
from dateline.model.filters import EventFilter, facet_values
from dateline.model.shown import shown_events
from dateline.paint.theme import ThemeName
from dateline.store import SUFFIX
from dateline.store.project_file import ProjectFile

WRONG_USAGE: Final = 2
_NAMED_AT_MOST: Final = 12  # values that a line of an error can hold


def run_export(options: argparse.Namespace) -> int:
    """Write the picture of documents, or of a project."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # Qt asks for it when the application is made
    target = Path(options.output)
    try:
        exporter_for(target)  # a wrong suffix is told before anything is read
    except UnsupportedFormat as error:
        print(f"dateline export: {error}", file=sys.stderr)
        return WRONG_USAGE
    keep_documents(options.output, options.paths)
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
    passing = [event for event in events if options.filter.passes(event)]
    if not passing:
        raise _nothing_passes(events, options.filter)
    shown = [event for event in passing if event.on_timeline]
    written = write_image(target, shown, documents, request)
    del application
    print(f"{target}: {written.sentence}{left_out(len(passing) - len(shown))}", file=sys.stderr)
    return status


def _nothing_passes(events: Sequence[Event], event_filter: EventFilter) -> UserError:
    """What to tell where no event is left: the values there are, of the key that no event fits by itself."""
    if not events:
        return UserError("No event was found in what was read.", "There is nothing to draw.")
    for facet, choice in event_filter.choices:
        there = Counter(value for event in events for value in facet_values(event, facet) if value)
        if choice.only and not choice.only & there.keys():
            most = ", ".join(f"{value} ({count})" for value, count in there.most_common(_NAMED_AT_MOST))
            asked = " or ".join(f"“{value}”" for value in sorted(choice.only))
            return UserError(f"No event has the {facet.value} {asked}.", f"There are: {most or 'none'}.")
    return UserError(f"No event passes all of: {filter_words(event_filter)}.", "Ask for less at a time.")


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
    timelines = Timelines(options)
    whole = merge_analyses(list(timelines))
    return whole.events, whole.documents, timelines.status


def filter_words(event_filter: EventFilter) -> str:
    """What is let through, in words; empty where nothing was asked for."""
    parts = [
        f"{facet.value}: {' or '.join(sorted(choice.only))}"
        for facet, choice in event_filter.choices
        if choice.only is not None
    ]
    return "; ".join([*parts, f"with “{event_filter.words}”"] if event_filter.words else parts)
