"""Which settled clusters are worth a place on the line: what a careful reader would put there.

Thresholds were chosen on the articles of tests/specs/events and on TimeSET; each says what it keeps out. It must not
change times.
"""

from typing import Final

from dateline.events.groups import Tense
from dateline.events.mentions import Mention
from dateline.events.settling import Settled
from dateline.model.documents import LineClass
from dateline.model.events import Factuality

_STATED: Final = 0.45  # keeps out dated states and sayings of no weight
_INHERITED: Final = 0.55  # keeps out weak verbs ("looked", "used") that share the story's date
_BEFORE_PUBLISHED: Final = 0.5
_TOLD_IN_PAST: Final = 0.8  # a simple past that no date holds is more often background than news
_UNBOUNDED: Final = 0.65  # without any bound only what weighs something is worth a place in the tray
_PROPOSED_SUPPORT: Final = 2  # mentions that a mere possibility needs


def is_event(item: Settled) -> bool:
    """Whether a cluster becomes an event."""
    if not any(mention.alone for mention in item.mentions):
        return False
    if all(mention.anaphoric and mention.inherited for mention in item.mentions):
        return False
    lead = item.lead
    if lead.factuality in {Factuality.POSSIBLE, Factuality.PLANNED}:
        return _is_proposal(item)
    stated = [mention for mention in item.mentions if not mention.inherited]
    if lead.factuality is Factuality.NEGATED and lead.tense is Tense.PERFECT:
        return False  # "have not received an answer to this day": nothing happened, and nothing was to happen on a day
    if stated:
        beside = [mention for mention in item.mentions if mention.beside is not None]
        return max(mention.salience for mention in (*stated, *beside)) >= _STATED
    if lead.factuality is Factuality.NEGATED or not lead.subject:
        return False
    if item.time is None:
        return _salience(item) >= _UNBOUNDED
    if item.time.interval.earliest_start is None:
        least = _TOLD_IN_PAST if lead.tense in {Tense.PAST, Tense.PLUPERFECT} else _BEFORE_PUBLISHED
        return _salience(item) >= least and lead.line_class is not LineClass.CAPTION
    return _salience(item) >= _INHERITED


def _is_proposal(item: Settled) -> bool:
    if any(not mention.inherited for mention in item.mentions):
        return item.lead.salience >= _STATED
    return len({mention.place[0] for mention in item.mentions}) >= _PROPOSED_SUPPORT


def _salience(item: Settled) -> float:
    """The best mention's salience, a little more for each that tells of it again."""
    return max(mention.salience for mention in item.mentions if mention.alone) + 0.05 * (len(item.mentions) - 1)


def salience(item: Settled) -> float:
    """The salience of an event, 0 to 1."""
    return round(min(1.0, _salience(item)), 3)


def first_mention(item: Settled) -> Mention:
    """The mention that stands first in the text."""
    return min(item.mentions, key=lambda mention: mention.place)
