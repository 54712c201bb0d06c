"""Whether a clause tells of an event at all: not what always is, ought to be, is asked, or only frames what somebody
says.

It must not know which events are worth showing; that is `selection`.
"""

from typing import Final

from dateline.events.clauses import Clause, Role
from dateline.events.factuality import is_advice
from dateline.events.groups import Tense
from dateline.events.kinds import Happening, Weight
from dateline.events.lexicon import OTHER_KIND, Lexicon
from dateline.events.passages import Passage
from dateline.events.timeless import is_timeless
from dateline.model.documents import LineClass
from dateline.model.timex import Signal

_ENTRIES: Final = frozenset({LineClass.LOG, LineClass.TABLE})
_LONGEST_SOURCE: Final = 10  # words between "according to" and "who"
_LONG_SECONDS: Final = 2 * 365 * 86_400  # a stretch of this length before a colon heads a chapter
_NEVER_EVENTS: Final = frozenset({"can", "ca", "cannot", "was", "were"})  # "can do", "was to do" may never have been
_BORDERS: Final = frozenset({Signal.FROM, Signal.UNTIL})


def tells(
    passage: Passage, clause: Clause, event: Happening, dated: bool, lexicon: Lexicon, *, ahead: bool = False
) -> bool:
    """Whether a clause may tell of an event. `dated`: it has a date of its own; `ahead`: that is still to come."""
    verb = clause.verb
    carries = verb is not None and (
        verb.tense.is_finite or clause.role is Role.PARTICIPLE or verb.tense is Tense.PARTICIPLE
    )
    if verb is None or not carries:
        return dated and _tells_without_verb(passage, event, lexicon)
    if (is_advice(clause, lexicon) and not ahead) or (_is_question(passage) and event.noun is None):
        return False
    if _is_open(passage, clause, lexicon) and not ahead:
        return False
    if _is_cleft(passage, clause) or _tells_of_source(passage, clause, lexicon):
        return False
    if is_timeless(passage, clause, lexicon, dated=dated, ahead=ahead):
        return False
    if event.projected:
        return True
    if verb.modal in _NEVER_EVENTS or _is_mail_head(passage) or _has_no_subject_to_tell_of(passage, clause):
        return False
    told = dated and (event.kind != OTHER_KIND or verb.passive)  # "first mentioned in 1365"
    if event.reporting and not told:
        return False
    if not _weighs(passage, clause, event, dated):
        return False
    is_plan = ahead and event.weight > Weight.DURATIVE  # "we glaze on Wednesday"
    return is_plan or _tells_in_its_tense(passage, clause, event, dated, lexicon)


def _is_cleft(passage: Passage, clause: Clause) -> bool:
    """ "It was not until 2003 that the archive opened": only the second clause tells something."""
    words, verb = passage.words, clause.verb
    if verb is None or not verb.copular or clause.subject is None or words.lowers[clause.subject[0]] != "it":
        return False
    follows = words.tags[clause.last : clause.last + 1] == "Q"
    return follows and set(words.tags[verb.last : clause.last]) <= set("PDJXt")


def _is_open(passage: Passage, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the verb above leaves open if it happened: "it does not appear that", "to verify that"."""
    if clause.role is not Role.REPORTED and clause.marker != "that":
        return False
    words = passage.words
    above = next((other.verb for other in passage.clauses if other.last == clause.first), None)
    if (
        above is not None
        and above.negated
        and not above.copular
        and not words.tags[above.last : clause.first].strip("DoAItPJ")
    ):
        return True
    return clause.first > 0 and lexicon.has("projecting.verifying", words.bases[clause.first - 1])


def _tells_of_source(passage: Passage, clause: Clause, lexicon: Lexicon) -> bool:
    """ "According to an official who spoke on Monday": whom a source spoke to is no news of its own."""
    lowers, tags, verb = passage.words.lowers, passage.words.tags, clause.verb
    if verb is None or lowers[verb.first - 1 : verb.first] != ["who"]:
        return False
    if not lexicon.has("attribution.speaking", verb.stem):
        return False
    first = max(0, verb.first - _LONGEST_SOURCE)
    opens = next((at for at in range(first, verb.first - 1) if lowers[at : at + 2] == ["according", "to"]), None)
    return opens is not None and set(tags[opens + 2 : verb.first - 1]) <= set("DoAzpP#J")


def _weighs(passage: Passage, clause: Clause, event: Happening, dated: bool) -> bool:
    """Whether the verb says that something happened; a state needs a date, and "was" a border in time."""
    if event.noun is not None or event.weight > Weight.DURATIVE:
        return True
    verb = clause.verb
    border = verb is not None and verb.copular and _has_border(passage, clause)
    done = verb is not None and verb.passive and _names_agent(passage, clause)  # "was recognised by a surveyor"
    return dated and (event.weight is Weight.DURATIVE or border or done)


def _tells_in_its_tense(passage: Passage, clause: Clause, event: Happening, dated: bool, lexicon: Lexicon) -> bool:
    assert clause.verb is not None
    if clause.verb.tense is Tense.PRESENT:
        return _tells_in_present(passage, clause, event, dated, lexicon)
    if clause.verb.tense is Tense.PARTICIPLE and not dated:
        return clause.subject is not None and _names_agent(passage, clause)
    return True


def _has_no_subject_to_tell_of(passage: Passage, clause: Clause) -> bool:
    """ "What happened then" tells of nothing yet."""
    return clause.subject is not None and passage.words.lowers[clause.subject[0]] == "what"


def _is_mail_head(passage: Passage) -> bool:
    """ "On Monday Ann <ann@here> wrote:" """
    text, sentence = passage.words.text, passage.sentence
    return text[sentence.end - 1] == ":" and "@" in text[sentence.start : sentence.end]


def _is_question(passage: Passage) -> bool:
    return passage.words.text[passage.sentence.end - 1] == "?"


def _tells_without_verb(passage: Passage, event: Happening, lexicon: Lexicon) -> bool:
    """Lines of logs, tables, lists and chronicles; elsewhere a noun must name the event."""
    sentence, words = passage.sentence, passage.words
    if sentence.line_class in _ENTRIES or sentence.listed:
        return True
    opening = words.bases[0]
    if words.tags[0] != "A" and (lexicon.words.get(opening, ("", ""))[0] == "v" or opening == "please"):
        return False  # "Please send ..."
    if _opens_with_date(passage):
        return not _is_chapter(passage)
    return event.weight is Weight.FULL and sentence.line_class is not LineClass.CAPTION


def _opens_with_date(passage: Passage) -> bool:
    """Whether the sentence is a line of a chronicle: a date, then what happened."""
    return (
        passage.sentence.opens_line and bool(passage.timexes) and passage.timexes[0].start <= passage.sentence.start + 3
    )


def _is_chapter(passage: Passage) -> bool:
    """ "1945-1980: Growth": a long stretch and a few words are a heading."""
    interval = passage.timexes[0].interval
    length = interval.length_seconds if interval is not None else None
    return (length is None or length > _LONG_SECONDS) and len(passage.words.tags) < 14


def _tells_in_present(passage: Passage, clause: Clause, event: Happening, dated: bool, lexicon: Lexicon) -> bool:
    """The present tells of an event in a chronicle's line, of what is planned, and of what a report says."""
    if dated:
        return event.weight is Weight.FULL or _opens_with_date(passage) or passage.sentence.line_class in _ENTRIES
    if clause.subject is None or event.noun is not None:
        return False
    head = passage.words.lowers[clause.subject[1] - 1]
    return lexicon.noun_kinds.get(head) == "publication" and clause.verb is not None and not clause.verb.copular


def _names_agent(passage: Passage, clause: Clause) -> bool:
    """Whether a participle says by whom: ", prepared by the union,"; without that it only describes."""
    assert clause.verb is not None
    words, verb = passage.words, clause.verb
    at = verb.last
    while at < clause.last and (words.tags[at] == "t" or words.tags[at : at + 2] == "Pt"):
        at += 1  # "was recognised in 1842 by"
    return "by" in words.lowers[at : at + 2]


def _has_border(passage: Passage, clause: Clause) -> bool:
    """Whether "was" tells of an office or a stay with a beginning or an end: "was president from 1990 to 1995"."""
    timexes = passage.dating(clause)
    assert clause.verb is not None
    going_on = clause.verb.tense in {Tense.PERFECT, Tense.PRESENT}
    return any(timex.signal in _BORDERS or (going_on and timex.signal is Signal.SINCE) for timex in timexes)
