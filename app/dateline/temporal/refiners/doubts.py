"""False friends: words and numbers that look like times and are none here."""

from dataclasses import replace

from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Calendar, Length, ShortDecade, TimeOfDay
from dateline.temporal.refiners.context import before, behind
from dateline.temporal.refiners.trimming import ends_sentence
from dateline.temporal.tokens import Tokens

_MONEY = frozenset("$€£¥#%")
_OWNER_REACH = 2  # words: the owner, and "early" or "mid" between
_LONGEST_VERB = 3  # "was", "has" end like plurals
_DATE_OR_WEEKDAY = "[COMMA DOT]?THE?(?:DAYNUM|MONTH)|[DASH SLASH AND TO COMMA]WEEKDAY"
_WEEKDAY_JOINED = "WEEKDAY[DASH SLASH AND TO COMMA]"
_JOINED_MONTH = "[DASH SLASH]MONTH"  # "(May-August 1950)"
_MONTH_JOINED = "MONTH DOT?[DASH SLASH]"
_NUMBERED_PART = "[NUM YEAR DECIMAL TIMES]ARTICLE"  # "$80 a night"
_OF_ANOTHER_YEAR = "INSIDE THE? (?:[YEAR_WORD UNIT]? YEAR|LAST UNIT)"  # "2000 in 2011": a number, counted in that year
_MORE_YEARS = "[TO DASH AND OR] YEAR"
_OWN_YEARS = range(1900, 2100)
_LAST_PLAIN_YEAR = 2100  # later years need a word for dates before them


def drop_doubtful(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """The drafts without those that are no time after all."""
    return [draft for draft in drafts if not _is_doubtful(draft, tokens)]


def _is_doubtful(draft: Draft, tokens: Tokens) -> bool:
    if isinstance(draft.meaning, Calendar):
        if draft.meaning.is_year_alone:
            return _is_number(draft, tokens)
        if _is_name(draft, tokens):
            return True
        if _is_last_of(draft, tokens):
            return True
    return _is_score(draft, tokens) or _is_rate(draft, tokens) or _is_age(draft, tokens) or _is_counted(draft, tokens)


def _is_last_of(draft: Draft, tokens: Tokens) -> bool:
    """A season or a month by its place in something: "the last winter of the war"."""
    date = draft.meaning
    bare = isinstance(date, Calendar) and date in (Calendar(season=date.season), Calendar(month=date.month))
    return (
        bare
        and before(tokens, draft.first, "THE LAST") is not None
        and behind(tokens, draft.last, "OF THE") is not None
    )


def _is_rate(draft: Draft, tokens: Tokens) -> bool:
    """A part of the day by which something is counted or paid: "$80 a night"."""
    part = isinstance(draft.meaning, TimeOfDay) and draft.meaning == TimeOfDay(part=draft.meaning.part, any_day=True)
    return part and before(tokens, draft.first, _NUMBERED_PART) is not None


def _is_age(draft: Draft, tokens: Tokens) -> bool:
    """A decade that belongs to somebody: "a man in his 40s", "in her early thirties"."""
    if not isinstance(draft.meaning, ShortDecade):
        return False
    owners = tokens.items[max(0, draft.first - _OWNER_REACH) : draft.first]
    return any(tokens.language.listed("before_age", token.word) for token in owners)


def _is_name(draft: Draft, tokens: Tokens) -> bool:
    """A month, weekday or season that is a common word or a name, without a word before it that asks for a time."""
    if ends_sentence(draft, tokens):
        draft = replace(draft, last=draft.last - 1)
    language, last = tokens.language, tokens.items[draft.last - 1]
    first = tokens.items[draft.first]
    if draft.last - draft.first > 2 or (
        draft.last - draft.first == 2 and not (first.has(Kind.THE) or first.has(Kind.THAT))
    ):
        return False
    previous = _word_before(draft, tokens)
    if language.listed("before_name", tokens.items[draft.first - 1].word if draft.first else ""):
        return True
    if language.listed("verbs", last.word) and language.listed("before_verb", previous):
        return True
    if language.listed("given_names", last.word) and _starts_name(draft, tokens):
        return not language.listed("before_month", previous) and not tokens.items[draft.last - 2].has(Kind.THE)
    if not language.listed("doubtful", last.word):
        return False
    if last.has(Kind.SEASON):
        return not language.listed("before_season", previous) or _next_has(draft, tokens, Kind.OF)
    if last.has(Kind.WEEKDAY):
        if behind(tokens, draft.last, _DATE_OR_WEEKDAY) or before(tokens, draft.last - 1, _WEEKDAY_JOINED):
            return False
        return not language.listed("before_weekday", previous)
    return _is_no_month(draft, tokens, previous)


def _word_before(draft: Draft, tokens: Tokens) -> str:
    """The word before the name of a draft; before a hyphen too ("mid-May")."""
    index = draft.last - 2
    if index > 0 and index == draft.first - 1 and tokens.items[index].has(Kind.DASH):
        index -= 1
    return tokens.items[index].word if index >= 0 else ""


def _is_no_month(draft: Draft, tokens: Tokens, previous: str) -> bool:
    """Whether a word that may be a month is none: "the May elections" and "May-August" are of one."""
    if draft.last > 1 and tokens.items[draft.last - 2].has(Kind.THE) and tokens.items[draft.last - 1].has(Kind.MONTH):
        return not _next_has(draft, tokens, Kind.WORD) or _starts_name(draft, tokens)
    if behind(tokens, draft.last, _JOINED_MONTH) or before(tokens, draft.first, _MONTH_JOINED):
        return False
    return not tokens.language.listed("before_month", previous) or _starts_name(draft, tokens)


def _next_has(draft: Draft, tokens: Tokens, kind: Kind) -> bool:
    return draft.last < len(tokens.items) and tokens.items[draft.last].has(kind)


def _starts_name(draft: Draft, tokens: Tokens) -> bool:
    """Whether a word with a capital follows: "Jan Kavan", "March Hare"."""
    return _next_has(draft, tokens, Kind.WORD) and tokens.capital(draft.last)


def _is_number(draft: Draft, tokens: Tokens) -> bool:
    """A bare year that is an amount or a number of something: money, "1400 victims", "Resolution 1483"."""
    token, language = tokens.items[draft.last - 1], tokens.language
    if draft.rule == "years" and draft.first > 1 and not token.has(Kind.YEAR):
        return _is_number(replace(draft, first=draft.first - 2, last=draft.last - 2), tokens)  # "No. 1234-56"
    if draft.last - draft.first > 1 or not token.has(Kind.YEAR):
        return False
    text = tokens.text
    if _MONEY.intersection(
        text[max(0, token.start - 2) : token.start].strip() + text[token.end : token.end + 2].strip()
    ):
        return True
    back = 2 if draft.first > 1 and tokens.items[draft.first - 1].has(Kind.DOT) else 1
    previous = tokens.items[draft.first - back].word if draft.first >= back else ""
    if language.listed("numbered", previous) or _in_telephone_number(draft, tokens) or _in_identifier(draft, tokens):
        return True
    if language.listed("before_date", previous):
        return False
    if _before_plural(draft.last, tokens, nouns=not language.listed("before_year", previous)):
        return not _owns_plural(draft, tokens)
    if language.listed("before_year", previous):
        return False
    if behind(tokens, draft.last, _OF_ANOTHER_YEAR):
        return True
    if not previous.isalpha():
        return False
    value = token.payload[Kind.YEAR]
    return isinstance(value, int) and value > _LAST_PLAIN_YEAR


def _owns_plural(draft: Draft, tokens: Tokens) -> bool:
    """Whether a plural is rather of a year than counted by it: "its 1993 results", unlike "1500 boats", "1993 people";
    who counts so many things has seldom counted them to the last.
    """
    more = behind(tokens, draft.last, _MORE_YEARS)
    value = tokens.items[draft.last - 1].payload[Kind.YEAR]
    noun = tokens.items[draft.last if more is None else more.stop]
    people = tokens.language.listed("plural_endings", noun.word) or not noun.has(Kind.WORD)
    plain = isinstance(value, int) and value in _OWN_YEARS and value % 10 != 0
    return plain and not people and not tokens.language.capital_nouns


def _in_identifier(draft: Draft, tokens: Tokens) -> bool:
    """Whether capitals are joined to it: "OPS-2219", "V-1987", "HC/2021/0447"."""
    if draft.first < 2:
        return False
    name, sign, year = tokens.items[draft.first - 2 : draft.first + 1]
    joined = name.end == sign.start and sign.end == year.start and (sign.has(Kind.DASH) or sign.has(Kind.SLASH))
    word = tokens.text[name.start : name.end]
    return joined and word.isupper() and not name.has(Kind.FISCAL)


def _is_score(draft: Draft, tokens: Tokens) -> bool:
    """ "22:21 (14:13)" tells goals, not hours."""
    time = draft.meaning
    if not isinstance(time, TimeOfDay) or time.zone or time.day or draft.last - draft.first > 1:
        return False
    if not tokens.items[draft.first].has(Kind.CLOCK):
        return False
    inside = behind(tokens, draft.last, "CLOSE") and before(tokens, draft.first, "[CLOCK JUNK] OPEN")
    return inside is not None or behind(tokens, draft.last, "OPEN CLOCK CLOSE") is not None


def _in_telephone_number(draft: Draft, tokens: Tokens) -> bool:
    """Whether digits that are no year are joined to it: 555-1234."""
    if draft.first < 2:
        return False
    number, dash, year = tokens.items[draft.first - 2 : draft.first + 1]
    joined = number.end == dash.start and dash.end == year.start
    return joined and dash.has(Kind.DASH) and number.has(Kind.NUM) and not number.has(Kind.YEAR)


def _before_plural(index: int, tokens: Tokens, *, nouns: bool) -> bool:
    """Whether what follows is a plural, which the number counts; "1500 to 2000 members" are two numbers.

    `nouns` is whether any noun will do, in a language that writes them with capitals.
    """
    more = behind(tokens, index, _MORE_YEARS)
    index = index if more is None else more.stop
    if index >= len(tokens.items) or not tokens.items[index].has(Kind.WORD):
        return False
    if tokens.capital(index):
        return nouns and tokens.language.capital_nouns and not _is_shouted(index, tokens)
    word = tokens.items[index].word
    return len(word) > _LONGEST_VERB and any(
        word.endswith(ending) for ending in tokens.language.all_listed("plural_endings")
    )


def _is_shouted(index: int, tokens: Tokens) -> bool:
    """Whether a word behind a number, and the word before the number, are all capitals: any of them may be a verb."""
    around = (tokens.items[max(0, index - 2)], tokens.items[index])
    return all(tokens.text[item.start : item.end].isupper() for item in around)


def _is_counted(draft: Draft, tokens: Tokens) -> bool:
    """ "22nd session", "first day" are no dates; neither is a clock point or an ordinal that counts something else."""
    if isinstance(draft.meaning, Length | TimeOfDay):
        return False
    if isinstance(draft.meaning, Calendar) and tokens.items[draft.first].has(Kind.WEEKDAY):
        return before(tokens, draft.first, "[ORDINAL ORDINAL_MARK]") is not None  # "the third Friday of each month"
    if behind(tokens, draft.last, "NOT_UNIT") is None:
        return False
    return before(tokens, draft.last, "[ORDINAL ORDINAL_MARK]") is not None
