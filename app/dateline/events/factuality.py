"""How real what a clause tells is: happened, ongoing, planned, possible, negated. By verb form, adverbs and the verbs
above it.

It must not know dates except whether a time lies before or after the document's own.
"""

from dateline.events.clauses import Clause, Role
from dateline.events.groups import Tense
from dateline.events.kinds import is_called_off
from dateline.events.lexicon import Lexicon
from dateline.events.tagging import Words
from dateline.model.dates import Interval
from dateline.model.documents import Published
from dateline.model.events import Factuality

_POSSIBLE_MODALS = frozenset({"may", "might", "could", "would", "can", "ca", "cannot"})
_ABOVE = 3  # words between a verb and the clause it opens: "denied, he said, that"
_CONDITIONALS = frozenset({"if", "unless", "whether", "wenn", "falls", "ob"})


def is_advice(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause says what ought to be done."""
    return (
        clause.verb is not None
        and clause.verb.tense is Tense.MODAL
        and lexicon.has("generic.advice", clause.verb.modal)
    )


def factuality(words: Words, clause: Clause, lexicon: Lexicon, after_published: bool) -> Factuality:
    """The factuality of a clause. `after_published`: its time lies after the document's own date."""
    verb = clause.verb
    if verb is None:
        return Factuality.PLANNED if after_published else Factuality.HAPPENED
    if verb.negated or is_called_off(words, clause) or _is_denied(words, clause, lexicon):
        return Factuality.NEGATED
    if clause.role is Role.SUBORDINATE and clause.marker in _CONDITIONALS:
        return Factuality.POSSIBLE
    if _is_contested(words, clause, lexicon):
        return Factuality.POSSIBLE
    if verb.tense is Tense.MODAL:
        return Factuality.POSSIBLE if verb.modal in _POSSIBLE_MODALS else Factuality.PLANNED
    if verb.tense is Tense.FUTURE:
        return Factuality.PLANNED
    if _is_projected(words, clause, lexicon, after_published):
        return Factuality.PLANNED
    if verb.tense is Tense.PROGRESSIVE:
        return Factuality.PLANNED if after_published else Factuality.ONGOING
    if after_published and verb.tense in {Tense.PRESENT, Tense.PARTICIPLE}:
        return Factuality.PLANNED
    return Factuality.HAPPENED


def _is_denied(words: Words, clause: Clause, lexicon: Lexicon) -> bool:
    """ "No decision was made", "failed to open": a clause that denies without a "not"."""
    verb = clause.verb
    assert verb is not None
    failed = lexicon.has("projecting.failed", verb.stem) and "to" in words.lowers[verb.last : verb.last + 1]
    nobody = clause.subject is not None and lexicon.has("projecting.nobody", words.lowers[clause.subject[0]])
    return failed or nobody


def _is_contested(words: Words, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause is only alleged, or is what somebody denies: "allegedly took", "denied that she met"."""
    within, above = words.lowers[clause.first : clause.last], words.lowers[max(0, clause.first - _ABOVE) : clause.first]
    return lexicon.has_any("projecting.alleged", within) or lexicon.has_any("projecting.contested", above)


def _is_projected(words: Words, clause: Clause, lexicon: Lexicon, after_published: bool) -> bool:
    """Whether the verb only plans ("is due to open", "is scheduled for", "plans to close"), and nothing says it is
    past."""
    verb = clause.verb
    assert verb is not None
    following = words.tags[verb.last : verb.last + 3]
    plans = lexicon.has("projecting.planned", verb.stem) or lexicon.has("projecting.hoped", verb.stem)
    if verb.tense is Tense.PRESENT and "T" in following and (plans or "due" in words.lowers[verb.last : verb.last + 2]):
        return True
    return after_published and (plans or "due" in words.lowers[verb.last : verb.last + 2])


def runs_ahead(interval: Interval | None, published: Published | None) -> bool:
    """Whether a time reaches beyond the document's own date: "by the end of next year"."""
    if interval is None or published is None or interval.latest_end is None:
        return lies_after(interval, published)
    end = published.interval.latest_end
    return end is not None and interval.latest_end > end


def lies_after(interval: Interval | None, published: Published | None) -> bool:
    """Whether a time lies wholly after the document's own date."""
    if interval is None or published is None or interval.earliest_start is None:
        return False
    end = published.interval.latest_end
    return end is not None and interval.earliest_start >= end
