"""Where a name begins and ends, and what its neighbours say of it: a title or a verb of saying before or behind it
makes an actor, "in" or "near" a place.

It looks at one sentence only; `names` adds up what a whole document says. It must not know events.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.events.lexicon import Lexicon
from dateline.events.tagging import Words

_NAME: Final = re.compile(r"A(?:A|#(?=A))*(?:P(?:D)?A+(?!A))*")
_JOINING: Final = frozenset({"of", "de", "von", "van", "della", "du", "la", "bin", "al", "zu", "di", "del"})
_NO_NAMES: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec interview image photo copyright english i ok mr mrs ms dr am pm bc ad bce ce
    utc gmt bst cet cest eet eest msk est edt cst cdt mst mdt pst pdt ist jst hkt sgt aest aedt
    fyi asap nb ps re fw fwd cc bcc attn tbc tbd tba eta faq usd eur gbp chf jpy iso vat""".split()
)
_CODE: Final = re.compile(r"(?!G\d+$)\S*\d")  # "SEV3", "V-1987" name a thing or a grade; "G20" is a body
_KEPT_TITLES: Final = frozenset("king queen prince princess pope emperor empress saint st lord lady sultan".split())
_NO_NAMES_ALONE: Final = frozenset(
    """co corp inc ltd llc plc gmbh north south east west northeast northwest southeast southwest eastern western
    northern southern central first second third new old early late great series part act article section chapter
    figure table""".split()
)
_ADJECTIVE: Final = re.compile(r"\w-[a-zà-ÿ]+$")
_SIDE: Final = re.compile(
    r"^(?:(?:north|south|east|west|central)(?:ern)?|northeast(?:ern)?|northwest(?:ern)?) (?=\w{4})"
)
_HELD: Final = frozenset("shares share stake stakes stock interest confidence trust faith".split())  # "shares in Acme"
_STRONG_PLACE: Final = frozenset("in near into across outside throughout within inside".split())
_ACTING: Final = frozenset("by with against between".split())
_AGE: Final = re.compile(r",#[,.]|,#o?,")
_NUMERALS: Final = frozenset({"i", "ii", "iii", "iv", "v"})
_GREETINGS: Final = frozenset("the hi hello dear thanks hey".split())
_LIFE: Final = frozenset({"born", "die", "marry"})
_ROLE: Final = re.compile(r"\w+(?:ist|man|woman|ian)$")


class Cues(NamedTuple):
    """How much speaks for an actor and how much for a place. `acts`: it does something or something is done with it;
    `lives`: how often it bears a title, has an age, is born or dies; `articles`: how often it stands behind "the".

    A named tuple, because every name of a text has one and frozen dataclasses are three times as slow to make.
    """

    actor: int = 0
    place: int = 0
    acts: int = 0
    lives: int = 0
    articles: int = 0

    def plus(self, other: "Cues") -> "Cues":
        """Both together."""
        return Cues(
            self.actor + other.actor,
            self.place + other.place,
            self.acts + other.acts,
            self.lives + other.lives,
            self.articles + other.articles,
        )


NO_CUES: Final = Cues()


def is_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a name has a word of organisations: "council", "police"."""
    return lexicon.has_any("people.bodies", text.lower().split())


def is_listed(text: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of a state, a region or a large city."""
    lower = text.lower()
    key = _SIDE.sub("", lower).replace(" ", "_") if " " in lower else lower
    return lexicon.has("world.named", key)


def proper_names(words: Words, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Names proper: runs of capitalised words without the titles and peoples before them."""
    for first, last in _spans(words):
        if last - first > 1:
            first = _behind_compound(words, first, last)
        start = _behind_titles(words, _behind_opening(words, first, last, lexicon), last, lexicon)
        if start < last and _is_name(words, start, last, lexicon):
            yield start, last


def _behind_compound(words: Words, first: int, last: int) -> int:
    """The first word of a name behind an adjective: "Paris-based Acme" is Acme."""
    compound = next((at for at in range(last - 2, first - 1, -1) if _ADJECTIVE.search(words.word(at))), first - 1)
    return compound + 1


def _is_name(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether capitals name a person, a body or a place: no adjective, no event ("Battle of Cannae"), no single word
    that is a name only with others."""
    if _ADJECTIVE.search(words.word(last - 1)) or _is_people_only(words, first, last, lexicon):
        return False
    if last - first == 1 and _CODE.match(words.word(first)):
        return False
    if last - first == 1:
        return words.lowers[first] not in _NO_NAMES_ALONE and words.ends[first] - words.starts[first] > 1
    of = words.tags.find("P", first, last)
    end = of if of > first else last
    end -= words.lowers[end - 1] in _NUMERALS and end - first > 1  # "World War II"
    head = words.lowers[end - 1]
    return head not in lexicon.noun_kinds and head != "operation" and words.lowers[first] != "operation"


def _spans(words: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, joined by "of" and the like."""
    for match in _NAME.finditer(words.tags):
        first, last = match.span()
        for at in range(first, last):
            if words.tags[at] == "P" and words.lowers[at] not in _JOINING:
                if at > first:
                    yield first, at
                first = at + 1
                while first < last and words.tags[first] == "D":
                    first += 1
        if last > first and not (last - first == 1 and words.lowers[first] in _NO_NAMES):
            yield first, last


def _behind_opening(words: Words, first: int, last: int, lexicon: Lexicon) -> int:
    """The first word of a name behind "The", a greeting, or a trade that opens the sentence: "Biologist Ann Lee"."""
    lower = words.lowers[first]
    if lower in _GREETINGS:
        return first + 1
    trade = lexicon.has("people.roles", lower) or _ROLE.match(lower) is not None
    return first + 1 if first == 0 and trade and last - first > 2 else first


def _behind_titles(words: Words, first: int, last: int, lexicon: Lexicon) -> int:
    """The first word of the name itself: "Foreign Minister Ann Lee" is Ann Lee, "Prime Minister" nobody."""
    if is_body(" ".join(words.lowers[first:last]), lexicon):
        return first
    titles = [at for at in range(first, last) if _is_title(words.lowers[at], lexicon)]
    if not titles or "P" in words.tags[first : titles[-1]]:
        return _behind_people(words, first, last, lexicon)
    behind = titles[-1] + 1
    title = words.lowers[titles[-1]]
    kept = title in _KEPT_TITLES or (title == "general" and words.lowers[last - 1].endswith(("s", "electric")))
    if last - behind == 1 and kept:
        return titles[-1]
    if behind < last and words.tags[behind] == "P":
        return first  # "King of Spain", "Secretary of State"
    return behind


def _is_title(lower: str, lexicon: Lexicon) -> bool:
    """Whether a word is a title, of one or of several: "Generals Lund and Berg"."""
    return lexicon.has("people.titles", lower) or (lower.endswith("s") and lexicon.has("people.titles", lower[:-1]))


def _behind_people(words: Words, first: int, last: int, lexicon: Lexicon) -> int:
    """ "Belgian Ann Lee" is Ann Lee; "British Steel" keeps its people."""
    known = last - first > 2 and lexicon.has("world.peoples", words.lowers[first])
    return first + 1 if known else first


def _is_people_only(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a name is no more than an adjective: "Belgian officials"; but "the British attacked"."""
    key = "_".join(words.lowers[first:last])
    if not lexicon.has("world.peoples", key):
        return False
    after = words.tags[last] if last < len(words.tags) else ""
    return not (first and words.lowers[first - 1] == "the" and after not in ("o", "A", "g", "#", ","))


def cues(words: Words, first: int, last: int, lexicon: Lexicon) -> Cues:
    """What stands around a name says of it."""
    before = first - 1
    while before >= 0 and words.tags[before] in "DJ":
        before -= 1
    lower = words.lowers[before] if before >= 0 else ""
    after = words.tags[last] if last < len(words.tags) else ""
    place = _place_before(lower, lexicon) + 3 * lexicon.has("places.heads", words.lowers[last - 1])
    place += 2 * _is_followed_by_listed(words, last, lexicon)
    titled = _is_title(lower, lexicon) or lexicon.has("people.roles", lower)
    titled = titled or (before >= 0 and words.tags[before] in "oA" and _ROLE.match(lower) is not None)
    is_the = last - first > 1 and first > 0 and words.lowers[first - 1] == "the"
    if is_the and not _is_placed(words, first, last, lexicon):
        place = 0  # "in the Universal Periodic Review", "to the Journal of Botany"
    held = lower == "in" and before > 0 and words.lowers[before - 1] in _HELD
    place = 0 if held else place
    subject = bool(after) and after in "pisehdWBFM" and not _place_before(lower, lexicon)
    says = subject and lexicon.has("reporting.verbs", words.bases[last])
    acting = lower in _ACTING or held
    aged = _AGE.match(words.tags, last) is not None
    told = words.bases[last : last + (8 if after == "," else 3)]
    lives = titled or aged or not _LIFE.isdisjoint(told)
    actor = 3 * lives + 3 * says + subject + acting
    actor += 3 * (last - first > 1 and words.lowers[first] in _KEPT_TITLES)
    actor += 3 * (lexicon.has("world.peoples", words.lowers[last - 1].removesuffix("s")) and last - first == 1)
    article = first > 0 and words.lowers[first - 1] in {"the", "a", "an"}
    return Cues(actor, place, int(subject or acting), int(lives), int(article))


def _is_placed(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a name says itself that it is a place's: "Isle of Lund", "Lund Valley"; states and cities are listed."""
    heads = {words.lowers[last - 1], *(words.lowers[at - 1] for at in range(first + 1, last) if words.tags[at] == "P")}
    named = any(lexicon.has("places.heads", head) for head in heads)
    return named or is_listed(" ".join(words.lowers[first:last]), lexicon)


def _place_before(preposition: str, lexicon: Lexicon) -> int:
    if preposition in _STRONG_PLACE:
        return 3
    return 1 if lexicon.has("places.prepositions", preposition) else 0


def _is_followed_by_listed(words: Words, last: int, lexicon: Lexicon) -> bool:
    """ "Florence, Italy": what stands before a comma and a state is a place."""
    if words.tags[last : last + 2] != ",A":
        return False
    end = last + 2
    while end < len(words.tags) and words.tags[end] == "A" and end < last + 4:
        end += 1
    return any(is_listed(" ".join(words.lowers[last + 1 : at]), lexicon) for at in range(last + 2, end + 1))
