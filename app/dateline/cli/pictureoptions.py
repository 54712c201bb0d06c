"""What may be written after `dateline export`, as values: filters, ranges, papers. No Qt: help comes at once."""

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from dateline.events.lexicon import lexicon_for
from dateline.model.dates import Certainty
from dateline.model.events import Factuality, ReviewState
from dateline.model.filters import WITHOUT_REJECTED, Choice, EventFilter, Facet
from dateline.model.group import Group
from dateline.temporal import read_date

WORDS = "words"


def filter_argument(words: str) -> tuple[Facet | None, str]:
    """KEY=VALUE of --filter; the key None stands for words to be found."""
    key, separator, value = words.partition("=")
    if separator and key == WORDS:
        return None, value
    if not separator or key not in {facet.value for facet in Facet}:
        keys = ", ".join((*(facet.value for facet in Facet), WORDS))
        raise argparse.ArgumentTypeError(f"“{words}” is no KEY=VALUE; the keys are {keys}")
    return Facet(key), _known(Facet(key), value)


def _known(facet: Facet, value: str) -> str:
    """The value as events have it; the facets whose values are the same everywhere take no others."""
    values = _values(facet)
    if values and value.casefold() not in values:
        raise argparse.ArgumentTypeError(f"“{value}” is no {facet.value}; choose one of {', '.join(values)}")
    return value.casefold() if values else value


def _values(facet: Facet) -> tuple[str, ...]:
    """All values that a facet can have; none where the documents decide that."""
    if facet is Facet.KIND:
        return tuple(lexicon_for(None).kinds)
    return tuple(member.value for member in _MEMBERS.get(facet, ()))


_MEMBERS: Final[Mapping[Facet, Iterable[StrEnum]]] = {
    Facet.GROUP: Group,
    Facet.CERTAINTY: Certainty,
    Facet.FACTUALITY: Factuality,
    Facet.REVIEW: ReviewState,
}


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
