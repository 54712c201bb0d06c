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
from dateline.events.groups import Tense
from dateline.events.headlines import headline_verb, is_plural, present
from dateline.events.lexicon import Lexicon
from dateline.events.tagging import Words
from dateline.events.titlewords import PARTICLES, chunks, joined, kept_words, spaced, without_loose_end

LONGEST_TITLE: Final = 60
_LONGEST_AGENT: Final = 8  # words; a longer one stays behind its verb
_ENDS: Final = " ,;:-–—.\"'“”`*"
_LEADING: Final = frozenset("of by and or but that which who to as than also so then".split())
_HANGING: Final = frozenset(
    """a an the of in on at by for from with to into over under about against between among and or but nor who which
    that whose as than its his her their our my your is was were are be been has have had will would not also when
    where while after before since until during per via including such very more most some any here there""".split()
)
_HONORIFICS: Final = frozenset("mr mrs ms miss dr prof professor mr. mrs. ms. dr. prof.".split())
_FIRST_PERSONS: Final = frozenset("i we you my our your".split())
_REFLEXIVES: Final = frozenset({"himself", "herself", "itself", "themselves"})
_NO_AGENT: Final = frozenset("hand car train plane air sea bus mail post mistake accident default law then now".split())
_LINKING: Final = frozenset("of in on from for at with by to near".split())
_NOUN_PHRASE: Final = re.compile(r"D?[#Jp]*(?:[oAz.s]|(?<=[oA])#)+(?:C(?:D?[p#]*[oAz]+))?")
_NOUNS: Final = frozenset("oA")
_SAYING: Final = re.compile(r"[\w%]")
_LINKED: Final = re.compile(r" (?:of|in|on|from|for|at|with|to|near) ")
_OFFICE: Final = re.compile(
    r"(?:(?!(?:of|and|or|in|on|for|from|with|to|by|near|at) )\S+ )*?"
    r"(?:[a-z-]+(?:er|or|ist|man|woman|ant|ian|yst|ent|ary|ive)|President|Minister|Secretary|Director|Chancellor) "
    r"((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+)"
)
_PASSIVES: Final = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PARTICIPLE})
_INTENDED: Final = frozenset({Tense.PAST, Tense.PRESENT, Tense.PERFECT, Tense.PLUPERFECT})


@dataclass(frozen=True, slots=True)
class Naming:
    """How a title calls what its clause does not name.

    `subject`: the subject's name, or empty to leave it out. `pronouns`: words of the clause by their number, with who
    or what they stand for. `telegraphic`: the line leaves auxiliaries out, as a log does. `following`: a clause that
    goes on with the same subject and is no event of its own. `content`: the clause that says what was said.
    """

    subject: str = ""
    pronouns: Mapping[int, str] | None = None
    telegraphic: bool = False
    following: Clause | None = None
    content: Clause | None = None


def clause_title(words: Words, clause: Clause, naming: Naming, lexicon: Lexicon) -> str:
    """The title of a clause with a verb."""
    if clause.verb is None:
        return phrase_title(words, clause.first, clause.last)
    whole, rest = _statement(words, clause, naming, lexicon)
    title = _fitted(naming.subject if not rest.agent else rest.agent, whole, rest.parts)
    added = _content(words, title, naming) or _continuation(words, title, naming, lexicon)
    return shortened(title + added)


def phrase_title(words: Words, first: int, last: int) -> str:
    """The title of a noun phrase."""
    kept = without_loose_end(words, kept_words(words, first, last))
    return shortened(_fitted("", "", _texts(words, kept, {})))


def subject_title(words: Words, first: int, last: int) -> str:
    """How a subject is called in a title: without articles, without what stands between commas or in brackets."""
    kept, skipping = list[int](), False
    for at in kept_words(words, first, last, aside_ends=False):
        tag = words.tags[at]
        if tag == ",":
            skipping = not _goes_on(words.tags[at + 1 : last])
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
    title = joined(words, without_loose_end(words, kept))
    opens = kept[:1] == [0] and words.tags[0] not in "AD" and not words.word(0).isupper()
    return title[:1].lower() + title[1:] if opens else title  # a sentence's first letter is no name's


@dataclass(frozen=True, slots=True)
class _Rest:
    """What follows the verb in a title, in parts after each of which it may end; and the subject, if by ... was it."""

    parts: Sequence[str]
    agent: str = ""


def _goes_on(rest: str) -> bool:
    """Whether the words behind a comma in a subject belong to a list: "Peter, Paul and Mary"."""
    return rest.startswith("C") or ("," not in rest and "C" in rest)


def _is_reduced(words: Words, at: int, kept: Sequence[int], last: int) -> bool:
    """Whether a participle behind a noun only tells which one: "reports attributed to", "a bus carrying"."""
    if not kept or words.tags[at] not in "pneg" or words.tags[kept[-1]] not in "oAs" or at in words.nouns:
        return False
    return at + 1 < last and words.tags[at + 1] in "PDTJt#"


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
    head = headline_verb(words, clause, naming.subject, lexicon, telegraphic=naming.telegraphic)
    return head, _Rest(_texts(words, kept, naming.pronouns))


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


def _fitted(subject: str, verb: str, parts: Sequence[str]) -> str:
    """The longest beginning of a statement that is short enough, with a shorter subject if the object needs it."""
    best = ""
    bare = _bare_name(subject)
    if bare != subject and len(" ".join((subject, verb, *parts))) > LONGEST_TITLE:
        subject = bare
    for called in _shorter_subjects(subject):
        needed = 1 if parts else 0
        for count in range(len(parts), needed - 1, -1):
            title = " ".join(filter(None, (called, verb, *parts[:count])))
            if len(spaced(title).strip(_ENDS)) <= LONGEST_TITLE:
                return title
        best = best or title
    first = parts[0] if parts else ""
    for called in reversed(list(_shorter_subjects(subject))):
        for narrowed in _narrowed(first):
            title = " ".join(filter(None, (called, verb, narrowed)))
            if len(title) <= LONGEST_TITLE:
                return title
    return best


def _bare_name(subject: str) -> str:
    """A person's name without the office before it: "former prime minister Ada Lovell"."""
    match = _OFFICE.fullmatch(subject)
    return match[1] if match is not None else subject


def _shorter_subjects(subject: str) -> Iterator[str]:
    """A subject, then without its later phrases."""
    yield subject
    parts = subject.split(" ")
    cut = [at for at, word in enumerate(parts) if at and word in _LINKING and not _is_of_a_name(parts, at)]
    if cut and "and" in parts[cut[0] :]:
        yield " and ".join(_LINKED.split(one)[0] for one in subject.split(" and "))
    for at in reversed(cut):
        yield " ".join(parts[:at])


def _is_of_a_name(parts: Sequence[str], at: int) -> bool:
    """Whether "of" stands within a name: "Ministry of Health"."""
    capital = at > 1 or parts[0][:1].isupper()
    return parts[at] == "of" and capital and parts[at - 1][:1].isupper() and at + 1 < len(parts)


def _narrowed(text: str) -> Iterator[str]:
    """A noun phrase with fewer and fewer of the words before its noun."""
    parts = text.split(" ")
    if parts[0].endswith("ing"):
        return
    lead = parts[:1] if parts[0] in _LINKING or parts[0] in PARTICLES else []
    linked = next((at for at in range(len(lead) + 1, len(parts)) if parts[at] in _LINKING), len(parts))
    for at in range(len(lead) + 1, min(linked - 1, 6) + 1):
        if parts[0] != "to" and at < len(parts):
            yield " ".join((*lead, *parts[at:]))


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
    parts = chunks(words, kept)
    for count in range(len(parts), 0, -1):
        told = [at for part in parts[:count] for at in part]
        added = f" {joined(words, told)}"
        if clause.verb.head in told and len(title) + len(added) <= LONGEST_TITLE:
            return added
    return ""


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


def shortened(title: str) -> str:
    """A title of at most 60 characters, ending at a word, with a capital first letter."""
    title = spaced(title).strip(_ENDS)
    cut = len(title) > LONGEST_TITLE
    if cut:
        title = title[: LONGEST_TITLE + 1]
        title = title[: title.rfind(" ")] if " " in title[20:] else title[:LONGEST_TITLE]
    parts, hanging = title.split(" "), _HANGING if cut else _HANGING - PARTICLES
    while len(parts) > 2 and parts[0].lower() in _LEADING:
        parts.pop(0)
    while len(parts) > 2 and (parts[-1].lower().strip(",") in hanging or not _SAYING.search(parts[-1])):
        parts.pop()
    title = " ".join(parts).strip(_ENDS)
    return title[:1].upper() + title[1:]
