"""Words, verb groups and clauses of English sentences."""

from itertools import pairwise

import pytest

from dateline.events.clauses import Clause, Role, clauses
from dateline.events.groups import Tense
from dateline.events.lexicon import lexicon_for
from dateline.events.tagging import Words, tag_words
from dateline.model.spans import Span

LEXICON = lexicon_for("en")


def _clauses(text: str) -> tuple[Words, list[Clause]]:
    words = tag_words(text, Span(0, len(text)), (), LEXICON)
    return words, clauses(words, LEXICON.lists["reporting.verbs"])


def _verbs(text: str) -> list[tuple[str, Tense]]:
    _, found = _clauses(text)
    return [(clause.verb.stem, clause.verb.tense) for clause in found if clause.verb is not None]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("They met.", [("meet", Tense.PAST)]),
        ("The office was created.", [("create", Tense.PAST)]),
        ("It has also re-engaged with them.", [("re-engage", Tense.PERFECT)]),
        ("Requests had always been declined.", [("decline", Tense.PLUPERFECT)]),
        ("She will not visit Rome.", [("visit", Tense.FUTURE)]),
        ("The case might have forced them.", [("force", Tense.MODAL)]),
        ("Things have come to this.", [("come", Tense.PERFECT)]),
        ("He fell and broke his leg.", [("fall", Tense.PAST), ("break", Tense.PAST)]),
        ("He was arrested and released.", [("arrest", Tense.PAST), ("release", Tense.PAST)]),
        ("Records show that inspectors reported rust.", [("show", Tense.PRESENT), ("report", Tense.PAST)]),
        ("A man arrested in Rome was released.", [("release", Tense.PAST)]),
        ("The bridge, built in stone, collapsed.", [("build", Tense.PARTICIPLE), ("collapse", Tense.PAST)]),
        ("In a statement issued there, the mayor resigned.", [("resign", Tense.PAST)]),
        ("With the bridge closed, trade suffered.", [("suffer", Tense.PAST)]),
        ("Banks remained closed.", [("remain", Tense.PAST)]),
        ("The agent, Ann Lee, sent a letter.", [("send", Tense.PAST)]),
        ("The woman, who lived alone, died.", [("live", Tense.PAST), ("die", Tense.PAST)]),
    ],
)
def test_verbs(text: str, verbs: list[tuple[str, Tense]]) -> None:
    assert _verbs(text) == verbs


def test_passive_and_negation_are_known() -> None:
    _, (clause,) = _clauses("The berth was not closed.")
    assert clause.verb is not None
    assert clause.verb.passive
    assert clause.verb.negated


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In New York, the two envoys discussed it.", "the two envoys"),
        ("Earlier the mayor resigned.", "the mayor"),
        ("My talks with officials were frank.", "My talks with officials"),
    ],
)
def test_subject_stands_without_the_scene(text: str, subject: str) -> None:
    words, found = _clauses(text)
    assert found[0].subject is not None
    assert words.span(*found[0].subject).of(text) == subject


def test_roles() -> None:
    _, found = _clauses("He said that the talks failed because nobody came.")
    assert [clause.role for clause in found] == [Role.MAIN, Role.REPORTED, Role.SUBORDINATE]


def test_capitals_of_a_shouted_line_say_nothing() -> None:
    text = "THE BRIDGE COLLAPSED YESTERDAY EVENING"
    words = tag_words(text, Span(0, len(text)), (), LEXICON)
    assert "A" not in words.tags
    assert "p" in words.tags


def test_clauses_cover_the_sentence_in_order() -> None:
    words, found = _clauses("When he came, she left; the dog, which slept, stayed, and nobody knew why.")
    assert found[0].first == 0
    assert found[-1].last == len(words.tags)
    assert all(one.last == other.first for one, other in pairwise(found))
