"""The kind of event a verb tells, by its neighbours."""

import pytest

from dateline.events.clauses import clauses
from dateline.events.kinds import happening
from dateline.events.lexicon import lexicon_for
from dateline.events.tagging import tag_words
from dateline.model.group import Group
from dateline.model.spans import Span

LEXICON = lexicon_for("en")


def _group(text: str) -> Group:
    words = tag_words(text, Span(0, len(text)), (), LEXICON)
    clause = clauses(words, LEXICON.lists["reporting.verbs"])[0]
    return LEXICON.kind(happening(words, clause, LEXICON).kind).group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The shares closed at $12.", Group.OTHER),
        ("The owner closed the mill.", Group.INSTITUTION),
        ("Net income fell 22%.", Group.OTHER),
        ("A tree fell on the line.", Group.CONFLICT),
        ("Athens fell.", Group.CONFLICT),
        ("The judge found the firm liable.", Group.LAW),
        ("Divers found the body.", Group.CONFLICT),
        ("Miners found silver.", Group.OTHER),
        ("She became director.", Group.INSTITUTION),
        ("The song became popular.", Group.OTHER),
        ("The sniper fired twice.", Group.CONFLICT),
        ("The board fired him.", Group.INSTITUTION),
        ("The troops captured the fort.", Group.CONFLICT),
        ("Detectives captured the thief.", Group.LAW),
        ("They released the prisoners.", Group.LAW),
        ("They released the report.", Group.STATEMENT),
        ("The guard was released without charge.", Group.LAW),
        ("The firm went into administration.", Group.OTHER),
        ("She won the medal.", Group.LIFE),
        ("He won the election.", Group.DECISION),
        ("The yard won the contract.", Group.OTHER),
        ("Parliament passed the bill.", Group.LAW),
        ("The car passed the inspection.", Group.OTHER),
        ("Talks resumed.", Group.MEETING),
        ("They tried to arrest the thief.", Group.LAW),
        ("The army retreated.", Group.CONFLICT),
        ("The news came late.", Group.OTHER),
        ("The singer was found dead.", Group.LIFE),
        ("The university withdrew the degree.", Group.DECISION),
        ("The treaty entered into force.", Group.DECISION),
    ],
)
def test_group(text: str, group: Group) -> None:
    assert _group(text) is group
