"""Who says so: sentences of many kinds with the sources a reader finds in them, and what holds of every text.

Each text tells by the date of each event whose words it rests on; an event without any is the document's own.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dateline.analysis import analyse_text
from dateline.model.events import Event
from dateline.model.voices import voices

SPECS = sorted((Path(__file__).parents[2] / "specs" / "attribution").glob("*.json"))
LEAST_PRECISION = 0.95
LEAST_RECALL = 0.9
PUBLISHED = "2019-08-01"


def events_of(text: str, language: str = "en", published: str = PUBLISHED) -> tuple[Event, ...]:
    return analyse_text(text, published=published, language=language).events


def sources(text: str, language: str = "en") -> list[str]:
    """The sources of all events of a text, in their order."""
    return [voice.words for event in events_of(text, language) for voice in voices(event)]


def _told(text: Mapping[str, Any], language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for event in events_of(text["text"], language, text["published"]):
        if event.time is not None:
            found.setdefault(event.time.edtf, set()).update(voice.words for voice in voices(event))
    return found


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_sources_are_those_a_reader_finds(path: Path) -> None:
    spec = json.loads(path.read_text(encoding="utf-8"))
    right, found, wanted = 0, 0, 0
    for text in spec["texts"]:
        told = _told(text, spec["language"])
        for date, names in text["told"].items():
            have = told.get(date, set())
            right += len(have & set(names))
            found += len(have)
            wanted += len(names)
    assert right / found >= LEAST_PRECISION
    assert right / wanted >= LEAST_RECALL


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_sources_are_words_of_the_text(path: Path) -> None:
    spec = json.loads(path.read_text(encoding="utf-8"))
    for text in spec["texts"]:
        for event in events_of(text["text"], spec["language"], text["published"]):
            for excerpt in event.excerpts:
                assert all(source.span.of(text["text"]) == source.quote for source in excerpt.sources)


@pytest.mark.parametrize(
    "text",
    [
        "The hall was closed on 3 May 2019 according to plan.",
        "The hall was closed on 3 May 2019, reportedly due to debts.",
        "The council closed the hall on 3 May 2019, citing high costs.",
        "Nobody said that the hall was closed on 3 May 2019.",
        "The mayor denied that the hall was closed on 3 May 2019.",
        "After the hall was closed on 3 May 2019, the mayor said that she would resign.",
    ],
)
def test_what_names_no_source(text: str) -> None:
    assert sources(text) == []


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("The general is said to have fled the capital on 7 March 2015.", "General flees capital", "is said"),
        ("The letters were reported to have been burned on 9 May 1944.", "Letters burned", "were reported"),
        ("It is believed that the gang met in Antwerp on 11 May 2018.", "Gang meets in Antwerp", "is believed"),
    ],
)
def test_hearsay_tells_of_an_event_and_names_nobody(text: str, title: str, words: str) -> None:
    [event] = events_of(text)
    [voice] = voices(event)
    assert (event.title, voice.words, voice.named) == (title, words, False)


def test_a_frame_ends_at_a_semicolon() -> None:
    first, second = events_of("The clerk said that the hall burned on 3 May 2019; the roof was mended on 9 May 2019.")
    assert [voice.words for voice in voices(first)] == ["The clerk"]
    assert voices(second) == ()


def test_the_nearest_of_several_speakers_counts() -> None:
    text = "Lee said that police had said that the hall burned on 3 May 2019."
    assert sources(text) == ["police"]


def test_a_quotation_is_told_by_whoever_is_named_at_its_end() -> None:
    text = "“The hall burned on 2 April 2001. It was rebuilt in 2003,” Petra Novak told the newspaper."
    assert sources(text) == ["Petra Novak", "Petra Novak"]


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "“The hall burned on 2 April 2001,” Petra Novak said.\n\nThe hall was rebuilt on 3 May 2003."
    assert sources(text) == ["Petra Novak"]


def test_a_company_is_no_she() -> None:
    text = "The Baltic Line said the ferry sank on 3 May 2019. She said the crew was rescued on 4 May 2019."
    assert sources(text) == ["The Baltic Line", "She"]


def test_who_a_source_spoke_to_is_not_what_it_says() -> None:
    text = "According to an aide who met the mayor on 3 May 2019, the hall was sold on 9 May 2019."
    told = {event.time.edtf: voices(event) for event in events_of(text) if event.time}
    assert told["2019-05-03"] == ()
    assert [voice.words for voice in told["2019-05-09"]] == ["an aide"]


def test_a_pronoun_that_may_mean_several_stands_for_itself() -> None:
    first = "Mayor Ann Lee said the hall burned on 3 May 2019."
    text = f"{first} Vera Orpak sold the pier, which, she said, burned on 4 May 2019."
    assert sources(text) == ["Mayor Ann Lee", "she"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The study made by Ann Lee, who is ill, says the lake froze on 3 May 2019.", "The study made by Ann Lee"),
        ("Orpak Airlines, Mesa, Ariz., said the route was closed on 3 May 2019.", "Orpak Airlines"),
        ("The paper, quoting “secret reports,” said the pass was closed on 3 May 2019.", "The paper"),
        ("Two aides, an adviser and a clerk, left for Riga on 3 May 2019, the paper said.", "the paper"),
        ("So Ann Lee said the lake froze on 3 May 2019.", "Ann Lee"),
        ("The minister on Tuesday said the road had been closed on 3 May 2019.", "The minister"),
        ("The road was closed on 3 May 2019, according to a recent court filing.", "a recent court filing"),
        ("State police said they believe the barn burned on 3 May 2019.", "State police"),
        ("Town staff have since confirmed that the pump failed on 3 May 2019.", "Town staff"),
    ],
)
def test_a_source_is_named_in_full_and_no_further(text: str, wanted: str) -> None:
    assert sources(text) == [wanted]


def test_an_answer_is_told_by_who_gives_it() -> None:
    text = (
        "The port and the bay\n\nCoastline: When did it begin?\n\nNadia Ferhat: The port was founded on 3 May 1998.\n\n"
        "Coastline: And then?\n\nNadia Ferhat: The pier was closed on 9 June 2001.\n"
    )
    assert sources(text) == ["Nadia Ferhat", "Nadia Ferhat"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Das teilte die Polizei am 4. Mai 2019 mit.", []),
        ("Der Damm hätte am 4. Mai 2019 öffnen sollen.", []),
        ("Die Halle brannte am 3. Mai 2019 ab. Das teilte die Polizei mit.", ["die Polizei"]),
        ("Nach ersten Erkenntnissen brannte die Halle am 3. Mai 2019 ab.", ["ersten Erkenntnissen"]),
        ("Die Halle brannte am 3. Mai 2019 ab, hieß es aus dem Ministerium.", ["dem Ministerium"]),
        ("Angaben der Feuerwehr zufolge brannte die Halle am 3. Mai 2019 ab.", ["Angaben der Feuerwehr"]),
    ],
)
def test_german_sources(text: str, wanted: list[str]) -> None:
    assert sources(text, "de") == wanted
