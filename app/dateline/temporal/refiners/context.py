"""Looking at the tokens just before and just behind a draft, by patterns of kinds."""

import re
from functools import cache

from dateline.temporal.drafts import MACROS
from dateline.temporal.language import load_language
from dateline.temporal.tokens import Tokens

_REACH = 6  # tokens: the longest pattern of context; it keeps every look constant in time


@cache
def _ending(pattern: str, language: str) -> re.Pattern[str]:
    return re.compile(load_language(language).alphabet.compile(f"(?:{pattern})", MACROS).pattern + r"\Z")


@cache
def _whole(pattern: str, language: str) -> re.Pattern[str]:
    return load_language(language).alphabet.compile(f"(?:{pattern})", MACROS)


def before(tokens: Tokens, index: int, pattern: str, floor: int = 0) -> range | None:
    """The tokens that match a pattern and end just before an index, not reaching below `floor`;
    None where there are none.
    """
    start = max(floor, index - _REACH)
    found = _ending(pattern, tokens.language.code).search(tokens.tags[start:index])
    if found is None or found.start() == found.end():
        return None
    return range(start + found.start(), index)


def behind(tokens: Tokens, index: int, pattern: str) -> range | None:
    """The tokens that match a pattern and begin at an index."""
    found = _whole(pattern, tokens.language.code).match(tokens.tags, index, index + _REACH + 1)
    return None if found is None or not found.group() else range(index, found.end())


def between(tokens: Tokens, start: int, end: int, pattern: str) -> bool:
    """Whether the tokens from start to end match a pattern as a whole; far apart is no match."""
    if end - start > _REACH:
        return False
    return _whole(pattern, tokens.language.code).fullmatch(tokens.tags, start, end) is not None
