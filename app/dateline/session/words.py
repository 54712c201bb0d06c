"""Finding events by words, quickly enough to follow the typing. It gives what `EventFilter.words` lets through."""

from collections.abc import Iterable

from dateline.model.events import Event
from dateline.model.shown import Difference

_BETWEEN = "\x1f"  # white space to Python, so that it is in no word that is looked for


class WordIndex:
    """The texts of events, letter case folded: of each its title and its excerpts in one string."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def update(self, difference: Difference) -> None:
        """Forget what is not so any more; what came is read when it is first looked through."""
        for event in difference.gone:
            self._texts.pop(event.id, None)

    def matching(self, events: Iterable[Event], words: str) -> tuple[str, ...]:
        """Ids of those events that have all the words in their title or in one of their excerpts; none for no
        words.
        """
        wanted = sorted(words.casefold().split(), key=len, reverse=True)
        if not wanted:
            return ()
        first, others = wanted[0], wanted[1:]
        found = ((event.id, text) for event in events if first in (text := self._text(event)))
        return tuple(id_ for id_, text in found if not others or _in_one_part(text, wanted))

    def _text(self, event: Event) -> str:
        text = self._texts.get(event.id)
        if text is None:
            parts = (event.title, *(excerpt.quote for excerpt in event.excerpts))
            text = self._texts[event.id] = _BETWEEN.join(part.casefold().replace(_BETWEEN, " ") for part in parts)
        return text


def _in_one_part(text: str, words: Iterable[str]) -> bool:
    wanted = tuple(words)
    return any(all(word in part for word in wanted) for part in text.split(_BETWEEN))
