"""Dated clauses with a verb bracket that tell of no event: who told the sentence before, what is clear, what might have
been, whom the police look for; and years that belong to the name of a law.

It must not know kinds of events or titles.
"""

from collections.abc import Sequence

from dateline.events.brackets import Form
from dateline.events.fields import Field, Part, Token
from dateline.events.lexicon import Lexicon
from dateline.model.dates import Precision
from dateline.model.timex import Timex3


def tells_nothing(clause: Field, lexicon: Lexicon) -> bool:
    """Whether a clause only says who told something, how things stand, or what did not come about."""
    return _only_attributes(clause, lexicon) or _is_predicate(clause, lexicon) or _is_unreal(clause, lexicon)


def _only_attributes(clause: Field, lexicon: Lexicon) -> bool:
    """ "Das teilte die Polizei am Montag mit": only says who told the sentence before."""
    reports = clause.verb is not None and lexicon.has("reporting.verbs", clause.verb)
    return reports and clause.finite == 1 and lexicon.has("pronouns.pointing", clause.words[0].lower)


def _is_predicate(clause: Field, lexicon: Lexicon) -> bool:
    """ "Seit gestern ist klar": a copula in the present and a word that says what is known."""
    copular = clause.verb is None and not clause.past and lexicon.has("auxiliaries.be", clause.auxiliary)
    return copular and any(lexicon.has("stative.predicates", word.lower) for word in clause.words)


def _is_unreal(clause: Field, lexicon: Lexicon) -> bool:
    """ "Wir hätten bis Mai durchgehalten": what would have been; but a plan in "hätte im Mai beginnen sollen"."""
    planned = any(lexicon.has("modals.finite", word.lower) for word in clause.words)
    return lexicon.has("auxiliaries.unreal", clause.auxiliary) and clause.form is Form.PARTICIPLE and not planned


def is_appeal(clause: Field, clauses: Sequence[Field], lexicon: Lexicon) -> bool:
    """Whether a relative clause says who is asked for: "Zeugen, die etwas gesehen haben, sollen sich melden"."""
    if clause.part is not Part.RELATIVE:
        return False
    mains = (other for other in clauses if other.part is Part.MAIN and not other.past)
    return any(other.verb is not None and lexicon.has("appeals.verbs", other.verb) for other in mains)


def without_laws(words: Sequence[Token], timexes: Sequence[Timex3], lexicon: Lexicon) -> tuple[Timex3, ...]:
    """The expressions without the years of laws: "das Waldgesetz von 1991"."""
    return tuple(timex for timex in timexes if not _is_of_law(words, timex, lexicon))


def _is_of_law(words: Sequence[Token], timex: Timex3, lexicon: Lexicon) -> bool:
    at = next((at for at, word in enumerate(words) if word.start <= timex.start < word.end), 0)
    if timex.precision is not Precision.YEAR or not timex.text.isdigit() or at < 2:
        return False
    law = words[at - 2].lower.removesuffix("s").removesuffix("e")
    statutes = lexicon.lists.get("things.statutes", frozenset())
    return lexicon.has("things.linking", words[at - 1].lower) and law.endswith(tuple(statutes))
