"""What a mention is: one place in a text that tells of an event, before mentions are dated, merged and made events.

Values only; nothing here decides anything.
"""

from dataclasses import dataclass

from dateline.events.groups import Tense
from dateline.events.kinds import Weight
from dateline.model.dates import Interval
from dateline.model.documents import LineClass
from dateline.model.events import EventTime, Factuality, Step
from dateline.model.spans import Span
from dateline.model.timex import Timex3


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event.

    `place` orders mentions: number of the sentence, then the word. `span` is the excerpt, `phrase` the date expression
    in it.
    `nouns` are stems of the event nouns in the clause, `objects` are stems of the nouns and names of the clause, by
    which mentions are compared. `anaphoric`: the mention only points back ("the meeting"). `alone`: it may become an
    event without another mention. `marker` joins the clause to the sentence ("since"); `inherited`: its time came from
    elsewhere. `turning`: a day at which the text says that something changed ("until Tuesday it had been refused").
    `proposed`: an event noun under "possible", "planned".
    """

    place: tuple[int, int]
    paragraph: int
    line_class: LineClass
    span: Span
    title: str
    kind: str
    stem: str
    weight: Weight
    factuality: Factuality
    tense: Tense
    phrase: Span | None = None
    time: EventTime | None = None
    why: tuple[Step, ...] = ()
    timexes: tuple[Timex3, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    subject: str = ""
    marker: str = ""
    inherited: bool = False
    anaphoric: bool = False
    refers: str = ""
    alone: bool = True
    background: bool = False
    turning: Interval | None = None
    salience: float = 0.5

    @property
    def is_real(self) -> bool:
        """Whether it tells of something that happened or is happening."""
        return self.factuality in {Factuality.HAPPENED, Factuality.ONGOING}
