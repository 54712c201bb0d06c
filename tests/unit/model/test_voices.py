"""The sources of an event, gathered from its excerpts."""

from dateline.model.anchors import Anchor
from dateline.model.events import Attribution, Event, Excerpt, Factuality
from dateline.model.group import Group
from dateline.model.spans import Span
from dateline.model.voices import HEARSAY, describe_voice, unattributed_documents, voice_names, voices


def excerpt(document: str, start: int, *sources: Attribution) -> Excerpt:
    return Excerpt(document, Anchor(start, start + 4, "word"), None, sources)


def source(quote: str, *, start: int = 0, named: bool = True) -> Attribution:
    return Attribution(Span(start, start + len(quote)), quote, named)


def event(*excerpts: Excerpt) -> Event:
    return Event("e", "Hall burns", None, "fire", Group.CONFLICT, Factuality.HAPPENED, excerpts)


def test_words_that_differ_by_an_article_are_one_source() -> None:
    told = event(excerpt("a", 9, source("The police")), excerpt("b", 9, source("police")), excerpt("b", 30))
    [voice] = voices(told)
    assert (voice.words, voice.documents) == ("The police", ("a", "b"))
    assert describe_voice(voice) == "The police (2 documents)"
    assert voice_names(told) == ("police", "")


def test_one_place_counts_once() -> None:
    [voice] = voices(event(excerpt("a", 9, source("Lee")), excerpt("a", 30, source("Lee"))))
    assert len(voice.places) == 1


def test_hearsay_is_one_name_in_a_list() -> None:
    told = event(excerpt("a", 9, source("reportedly", named=False)), excerpt("b", 9, source("is said", named=False)))
    assert voice_names(told) == (HEARSAY,)
    assert list(map(describe_voice, voices(told))) == ["“reportedly”", "“is said”"]


def test_documents_that_name_nobody() -> None:
    told = event(excerpt("a", 9, source("Lee")), excerpt("b", 9), excerpt("b", 30))
    assert unattributed_documents(told) == ("b",)


def test_line_breaks_in_a_name_are_spaces() -> None:
    [voice] = voices(event(excerpt("a", 9, source("the interior\nministry"))))
    assert voice.words == "the interior ministry"
