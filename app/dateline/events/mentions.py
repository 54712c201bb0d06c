"""What a mention is: one place in a text that tells of an event, before mentions are dated, merged and made events.

Values only; nothing here decides anything.
"""

from typing import NamedTuple

from dateline.events.clauses import Clause
from dateline.events.company import NOTHING_NAMED, Company
from dateline.events.groups import Tense
from dateline.events.kinds import Weight
from dateline.events.lengths import Length
from dateline.events.why import Reason
from dateline.model.dates import Interval
from dateline.model.documents import LineClass
from dateline.model.events import EventTime, Factuality
from dateline.model.spans import Span
from dateline.model.timex import Timex3


class Mention(NamedTuple):
    """One mention of an event. A named tuple, because one is made anew for all that is learnt of it, and a frozen
    dataclass of so many fields takes five times as long.

    `place` orders mentions: number of the sentence, then the word. `span` is the excerpt, `phrase` the date expression
    in it. `company` is what the clause names. The title is made from `clause` (with `subject` as the subject's name
    and `pronouns` as words that stand for a name) or, where a noun tells of the event, from the words `named`.
    `marker` joins the clause to the sentence ("since"). `inherited`: its time came from elsewhere; `beside` is the
    place of a dated clause in the same sentence it belongs to. `anaphoric`: it only points back ("the meeting"), and
    `refers` is the stem of the noun that does. `introduces`: its subject is somebody or something not spoken of
    before ("a hospital"). `alone`: it may become an event without another mention. `background`:
    it does not move the story on. `turning`: a day at which the text says that something changed ("until Tuesday it
    had been refused"). `length`: how long it lasted, or within what time it came, where nothing else dates it.
    """

    place: tuple[int, int]
    paragraph: int
    line_class: LineClass
    span: Span
    kind: str
    stem: str
    weight: Weight
    factuality: Factuality
    tense: Tense
    phrase: Span | None = None
    time: EventTime | None = None
    why: tuple[Reason, ...] = ()
    timexes: tuple[Timex3, ...] = ()
    company: Company = NOTHING_NAMED
    clause: Clause | None = None
    named: tuple[int, int] | None = None
    subject: str = ""
    pronouns: tuple[tuple[int, str], ...] = ()
    marker: str = ""
    inherited: bool = False
    beside: tuple[int, int] | None = None
    anaphoric: bool = False
    introduces: bool = False
    refers: str = ""
    refers_kind: str = ""
    alone: bool = True
    background: bool = False
    turning: Interval | None = None
    length: Length | None = None
    salience: float = 0.5

    @property
    def is_real(self) -> bool:
        """Whether it tells of something that happened or is happening."""
        return self.factuality in {Factuality.HAPPENED, Factuality.ONGOING}
