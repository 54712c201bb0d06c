"""What happened at last: "she did not go home until October 1979", "it was not until 1963 that the hall opened".

The words deny it up to a date and so tell that it happened then. It must not know what happened.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.events.clauses import Clause
from dateline.events.groups import Tense
from dateline.events.tagging import Words
from dateline.model.timex import Signal, Timex3


def at_last(words: Words, clause: Clause, timexes: Sequence[Timex3]) -> tuple[Clause, Sequence[Timex3]]:
    """A clause that denies something until a date as one that tells it of that date; any other as it is."""
    verb = clause.verb
    until = [timex for timex in timexes if timex.signal is Signal.UNTIL and timex.denoted is not None]
    if verb is None or verb.tense is not Tense.PAST or len(until) != 1 or len(timexes) != 1:
        return clause, timexes
    denied = verb.negated or words.tags[verb.first - 1 : verb.first] == "X"
    if not denied or until[0].start < words.starts[verb.head]:
        return clause, timexes
    return replace(clause, verb=verb._replace(negated=False)), (_then(until[0]),)


def _then(timex: Timex3) -> Timex3:
    """An expression as the date itself, without the word that makes it a border."""
    return replace(timex, interval=timex.denoted, signal=None)


def cleft_dates(words: Words, clause: Clause, timexes: Sequence[Timex3]) -> tuple[Timex3, ...]:
    """The date of a clause that only says "it was not until 1963": that of what the next clause tells."""
    verb = clause.verb
    if verb is None or not verb.copular or clause.subject is None or words.lowers[clause.subject[0]] != "it":
        return ()
    if not verb.negated or words.tags[clause.last : clause.last + 1] != "Q":
        return ()
    until = "until" in words.lowers[verb.last : clause.last]
    return tuple(_then(timex) for timex in timexes if timex.denoted is not None) if until else ()
