"""Titles in headline style: subject, verb in the present, object; without the date, the reporting frame and the
articles.

What says who did it stands first: "built by the guild" becomes "Guild builds". A title that is too long ends before
one of its last phrases. It must not know why an event has its date.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.events.clauses import Clause
from dateline.events.fitting import LINKED, LONGEST_TITLE, bare_name, fitted, shortened, shorter_subjects
from dateline.events.gaps import Gap, gap_of
from dateline.events.groups import Tense
from dateline.events.headlines import headline_verb, is_plural, present
from dateline.events.lexicon import Lexicon
from dateline.events.subjects import noun_before
from dateline.events.tagging import Words
from dateline.events.titlewords import PARTICLES, chunks, joined, kept_words, spaced, without_loose_end

_LONGEST_OBJECT: Final = 36  # characters of an object that a relative clause has before it
_LONGEST_AGENT: Final = 8  # words; a longer one stays behind its verb
_HONORIFICS: Final = frozenset("mr mrs ms miss dr prof professor mr. mrs. ms. dr. prof.".split())
_FIRST_PERSONS: Final = frozenset("i we you my our your".split())
_POINTING: Final = frozenset({"this", "that", "these", "those"})
_REFLEXIVES: Final = frozenset({"himself", "herself", "itself", "themselves"})
_NO_AGENT: Final = frozenset("hand car train plane air sea bus mail post mistake accident default law then now".split())
_NOUN_PHRASE: Final = re.compile(r"D?[#Jp]*(?:[oAz.s]|(?<=[oA])#)+(?:C(?:D?[p#]*[oAz]+))?")
_NOUNS: Final = frozenset("oA")
_ADJECTIVE: Final = re.compile(r"J*[op]o[^,]*$")
_LAST_OF_LIST: Final = re.compile(r"[^,RQSg]*C")
_LISTED: Final = re.compile(r"[oA#DzJ]+(?:,[oA#DzJ]+)*,?C")
_PASSIVES: Final = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PARTICIPLE})
_INTENDED: Final = frozenset({Tense.PAST, Tense.PRESENT, Tense.PERFECT, Tense.PLUPERFECT})


@dataclass(frozen=True, slots=True)
class Naming:
    """How a title calls what its clause does not name.

    `subject`: the subject's name, or empty to leave it out. `pronouns`: words of the clause by their number, with who
    or what they stand for. `telegraphic`: the line leaves auxiliaries out, as a log does. `following`: a clause that
    goes on with the same subject and is no event of its own. `content`: the clause that says what was said; with
    `frees_content` it may be the title alone, where there is no room for both.
    """

    subject: str = ""
    pronouns: Mapping[int, str] | None = None
    telegraphic: bool = False
    following: Clause | None = None
    content: Clause | None = None
    frees_content: bool = False


def clause_title(words: Words, clause: Clause, naming: Naming, lexicon: Lexicon) -> str:
    """The title of a clause with a verb."""
    if clause.verb is None:
        return phrase_title(words, clause.first, clause.last)
    whole, rest = _statement(words, clause, naming, lexicon)
    subject = rest.agent or naming.subject
    title = fitted(subject, whole, rest.parts)
    if naming.content is not None and naming.frees_content and title == " ".join((subject, whole)):
        telling = _telling(words, title, naming, (subject, whole, rest.parts))
        called = subject_title(words, *naming.content.subject) if naming.content.subject is not None else ""
        return shortened(telling) if telling else clause_title(words, naming.content, Naming(called), lexicon)
    telling = _telling(words, title, naming, (subject, whole, rest.parts))
    return shortened(telling or title + _continuation(words, title, naming, lexicon))


def phrase_title(words: Words, first: int, last: int, *, ahead: bool = False) -> str:
    """The title of a noun phrase. `ahead`: it is still to come; then of "expected a vaccine to start trials" who is to
    do it."""
    first += 1 if words.lowers[first] in _POINTING and last - first > 1 else 0
    planned = _planned(words, first) if ahead else None
    if planned is not None:
        subject, verb = planned
        parts = _texts(words, without_loose_end(words, kept_words(words, verb + 1, last)), {})
        return shortened(fitted(subject_title(words, *subject), f"to {words.word(verb)}", parts))
    kept = without_loose_end(words, kept_words(words, first, last))
    return shortened(fitted("", "", _texts(words, kept, {})))


def _planned(words: Words, noun: int) -> tuple[tuple[int, int], int] | None:
    """Who is to do something of which a noun is the object, and the verb: "expected a vaccine to start trials"."""
    verb = len(words.tags[:noun].rstrip("DJ#")) - 1
    if words.tags[max(0, verb - 1) : verb + 1] != "Tv":
        return None
    subject = noun_before(words, verb - 1)
    return (subject, verb) if subject is not None and subject[1] == verb - 1 else None


def subject_title(words: Words, first: int, last: int) -> str:
    """How a subject is called in a title: without articles, without what stands between commas or in brackets."""
    kept, skipping = list[int](), False
    for at in kept_words(words, first, last, aside_ends=False):
        tag = words.tags[at]
        if tag == "," and _parts_adjectives(words, at, last):
            kept.append(at)
            continue
        if tag == ",":
            skipping = not _goes_on(words.tags[at + 1 : last])
            kept.extend(() if skipping or words.tags[at + 1] == "C" else (at,))
            continue
        if (
            tag in "RQ-:;"
            or words.lowers[at] in {"including", "according", "whose"}
            or _is_reduced(words, at, kept, last)
        ):
            break
        if words.lowers[at] in _REFLEXIVES:
            continue
        if not skipping and not (words.lowers[at] in _HONORIFICS and words.tags[at + 1 : at + 2] == "A"):
            kept.append(at)
    title = joined(words, without_loose_end(words, kept)).strip(" ,")
    opens = kept[:1] == [0] and words.tags[0] not in "AD" and not words.word(0).isupper()
    return title[:1].lower() + title[1:] if opens else title  # a sentence's first letter is no name's


@dataclass(frozen=True, slots=True)
class _Rest:
    """What follows the verb in a title, in parts after each of which it may end; and the subject, if by ... was it."""

    parts: Sequence[str]
    agent: str = ""


def _parts_adjectives(words: Words, comma: int, last: int) -> bool:
    """Whether a comma stands between two adjectives: "the big, often wild slide"."""
    opens = comma >= 2 and words.tags[comma - 2] in "Dz" and words.tags[comma - 1] in "op"
    return opens and _ADJECTIVE.match(words.tags, comma + 1, last) is not None


def _goes_on(rest: str) -> bool:
    """Whether the words behind a comma in a subject belong to a list: "Peter, Paul and Mary"."""
    return _LAST_OF_LIST.match(rest) is not None or _LISTED.match(rest) is not None


def _is_reduced(words: Words, at: int, kept: Sequence[int], last: int) -> bool:
    """Whether a participle behind a noun only tells which one: "reports attributed to", "a bus carrying"."""
    if not kept or words.tags[at] not in "pneg" or words.tags[kept[-1]] not in "oAs" or at in words.nouns:
        return False
    dated = at + 1 == last and words.tags[last : last + 1] == "t"  # "an agreement made yesterday is"
    return dated or (at + 1 < last and words.tags[at + 1] in "PDTJt#")


def _statement(words: Words, clause: Clause, naming: Naming, lexicon: Lexicon) -> tuple[str, _Rest]:
    """The verb of a title, and what follows it."""
    verb = clause.verb
    assert verb is not None
    intended = _intended(words, clause, lexicon)
    if intended is not None:
        last = _verb_end(words, intended, clause.last)
        rest = without_loose_end(words, kept_words(words, last, clause.last), last - 1)
        head = f"{'not ' if verb.negated else ''}to {joined(words, range(intended, last))}"
        return head, _Rest(_texts(words, rest, naming.pronouns))
    agent = _agent(words, clause) if naming.subject and lexicon.language == "en" else None
    if agent is not None and verb.tense in _PASSIVES and not verb.negated:
        called = subject_title(words, *agent)
        rest = without_loose_end(words, kept_words(words, agent[1], clause.last))
        between = without_loose_end(words, kept_words(words, verb.last, agent[0] - 1))
        object_and_rest = [naming.subject, *_texts(words, between, None), *_texts(words, rest, naming.pronouns)]
        return present(verb.stem, plural=is_plural(called)), _Rest(object_and_rest, called)
    kept = without_loose_end(words, kept_words(words, verb.last, clause.last), verb.head)
    if not kept and lexicon.has("moving.verbs", verb.stem):
        kept = _new_date(words, verb.last, clause.last)
    gap = gap_of(words, clause, lexicon) if lexicon.language == "en" else None
    head = headline_verb(
        words, clause, naming.subject, lexicon, telegraphic=naming.telegraphic, has_object=gap is not None
    )
    return head, _Rest(_with_object(words, gap, _texts(words, kept, naming.pronouns)))


def _new_date(words: Words, first: int, last: int) -> list[int]:
    """The date to which something was moved, without which a title would be idle: "ban backdated to April"."""
    end = first + 1
    while end < last and words.tags[end] == "t":
        end += 1
    leads = words.lowers[first : first + 1] in (["to"], ["until"], ["till"])
    return list(range(first, end)) if leads and end > first + 1 else []


def _with_object(words: Words, gap: Gap | None, parts: Sequence[str]) -> Sequence[str]:
    """The parts behind a verb, with the object of a relative clause among them: "sign", "treaty", "in Riga"."""
    if gap is None:
        return parts
    called = " ".join(filter(None, (gap.preposition, subject_title(words, *gap.object))))
    if len(called) > _LONGEST_OBJECT:
        called = LINKED.split(called)[0]
    at = 1 if parts and parts[0] in PARTICLES else 0
    return [*parts[:at], called, *parts[at:]]


def _intended(words: Words, clause: Clause, lexicon: Lexicon) -> int | None:
    """The verb that only plans are made for: "intends to see", "is due to open"."""
    verb = clause.verb
    assert verb is not None
    plans = lexicon.has("projecting.planned", verb.stem) and verb.tense in _INTENDED
    plans = plans or (verb.stem == "go" and verb.tense is Tense.PROGRESSIVE)
    due = verb.copular and words.lowers[verb.last : verb.last + 1] == ["due"]
    to = verb.last + (1 if due else 0)
    if not (plans or due):
        return None
    return to + 1 if words.tags[to : to + 1] == "T" and to + 1 < clause.last else None


def _verb_end(words: Words, first: int, last: int) -> int:
    """The end of the verb that begins behind "to": "be held", "quickly open"."""
    at = first
    while at < last - 1 and words.tags[at] in "JEh":
        at += 1
    return at + 1


def _agent(words: Words, clause: Clause) -> tuple[int, int] | None:
    """The words behind "by" in a passive, where they name who did it."""
    verb = clause.verb
    assert verb is not None
    passive = verb.passive or (verb.tense is Tense.PARTICIPLE and words.tags[verb.head] != "g")
    by = next((at for at in range(verb.last, min(verb.last + 2, clause.last)) if words.lowers[at] == "by"), None)
    if not passive or by is None or (by > verb.last and words.tags[verb.last] != "J"):
        return None
    last = _noun_phrase_end(words, by + 1, clause.last)
    if last is None or last - by - 1 > _LONGEST_AGENT or words.lowers[by + 1] in _NO_AGENT:
        return None
    if last == by + 2 and words.tags[by + 1] == "o" and not is_plural(words.lowers[by + 1]):
        return None  # "by fire", "by writ": a means rather than somebody
    if last < clause.last and words.tags[last] not in 'P,t;.:C-J"(T':
        return None
    return by + 1, last


def _noun_phrase_end(words: Words, first: int, last: int) -> int | None:
    """The end of the noun phrase that opens a stretch, with "of" and "and" phrases in it; None where it is none."""
    match = _NOUN_PHRASE.match(words.tags, first, last)
    if match is None or _NOUNS.isdisjoint(match.group()):
        return None
    end = match.end()
    if end < last and words.lowers[end] == "of":
        return _noun_phrase_end(words, end + 1, last) or end
    return end


def _texts(words: Words, kept: Sequence[int], pronouns: Mapping[int, str] | None) -> list[str]:
    """The words in parts, pronouns replaced by what they stand for."""
    if not kept:
        return []
    found = list[str]()
    for chunk in chunks(words, kept):
        text = joined(words, chunk)
        for at in chunk:
            name = (pronouns or {}).get(at)
            if name:
                before, word, after = text.partition(words.word(at))
                text = before + (name if word else "") + after
        found.append(text)
    return [text for text in found if text]


def _telling(words: Words, title: str, naming: Naming, said: tuple[str, str, Sequence[str]]) -> str:
    """A title with what was said; for its sake who says it may be called more shortly, and to whom be left out."""
    subject, verb, parts = said
    known = list(shorter_subjects(subject)) if naming.content is not None else []
    shorter = [*dict.fromkeys(bare_name(called) for called in known), *known]
    for told in (title, *(" ".join(filter(None, (called, verb, *parts))) for called in shorter)):
        added = _content(words, spaced(told), naming)
        if added:
            return told + added
    return ""


def _content(words: Words, title: str, naming: Naming) -> str:
    """What was said, behind "tells reporters", if there is room for it up to its verb at least."""
    clause = naming.content
    if clause is None or clause.verb is None:
        return ""
    first = clause.first
    while first < clause.verb.first and words.tags[first] in "Q,":
        first += 1
    if words.lowers[first] in _FIRST_PERSONS:
        return ""  # in another's mouth "I" would mean whoever reads the title
    kept = without_loose_end(words, kept_words(words, first, clause.last))
    brief = [at for at in kept if words.tags[at] != "J" or not words.lowers[at].endswith("ly")]
    for told in (told for words_kept in (kept, brief) for told in _beginnings(words, words_kept)):
        added = f" {joined(words, told)}"
        if clause.verb.head in told and len(title) + len(added) <= LONGEST_TITLE:
            return added
    return ""


def _beginnings(words: Words, kept: Sequence[int]) -> Iterator[list[int]]:
    """The words of a statement, with fewer and fewer of its phrases."""
    parts = chunks(words, kept)
    for count in range(len(parts), 0, -1):
        yield [at for part in parts[:count] for at in part]


def _continuation(words: Words, title: str, naming: Naming, lexicon: Lexicon) -> str:
    """ " and kills half of its people": what the same subject did besides, if there is room for it."""
    clause = naming.following
    if clause is None or clause.verb is None or clause.verb.copular or not clause.verb.tense.is_finite:
        return ""
    if any(lexicon.has(name, clause.verb.stem) for name in ("reporting.verbs", "stative.verbs")):
        return ""
    head, rest = _statement(words, clause, Naming(naming.subject, naming.pronouns), lexicon)
    if rest.agent:
        return ""
    for count in range(len(rest.parts), (1 if rest.parts else 0) - 1, -1):
        added = " ".join((f" {clause.marker}", head, *rest.parts[:count]))
        if len(title) + len(added) <= LONGEST_TITLE:
            return added
    return ""
