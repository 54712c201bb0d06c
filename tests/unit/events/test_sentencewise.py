"""German clauses with a date as events, and sentences with a date in languages without a lexicon."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.events import Reading, read_events
from dateline.events.fields import fields, tokens
from dateline.events.lexicon import is_known, lexicon_for
from dateline.model.dates import Certainty
from dateline.model.documents import LineClass
from dateline.model.events import Event, Factuality, Fate
from dateline.model.spans import Span
from dateline.model.timex import Signal, Timex3, TimexType
from reading_by_hand import document, timex


def _read(
    text: str, *timexes: Timex3, language: str = "de", line_class: LineClass = LineClass.BODY
) -> Reading:
    made = document(text, published="2016-09-08", line_class=line_class)
    return read_events(replace(made, language=language), timexes)


def _event(text: str, words: str, edtf: str, signal: Signal | None = None) -> Event:
    (event,) = _read(text, timex(text, words, edtf, signal=signal)).events
    return event


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("Der Rat hat den Umbau der Halle am 7. Mai gestoppt.", "Rat stoppt den Umbau der Halle", "decision"),
        ("Die Halle wurde am 7. Mai nach langem Streit errichtet.", "Halle nach langem Streit errichtet", "creation"),
        ("Am 7. Mai nahm die Polizei zwei Männer fest.", "Polizei nimmt zwei Männer fest", "arrest"),
        ("Vom 7. Mai an leitete Clara Winter das Werk.", "Clara Winter leitet das Werk", "appointment"),
        ("Das Feuer war am 7. Mai im Keller ausgebrochen.", "Feuer im Keller ausgebrochen", "accident"),
        ("Am 7. Mai fand eine Mitgliederversammlung statt.", "Mitgliederversammlung findet statt", "meeting"),
        ("Am 7. Mai bimmelte die Glocke des Klosters.", "Glocke des Klosters bimmelt", "other"),
        ("Die am 7. Mai gebaute Halle steht leer.", "Halle gebaut", "creation"),
        ("Am 7. Mai nahm ihn die Polizei in Wien fest.", "Polizei nimmt ihn in Wien fest", "arrest"),
        ("Am 7. Mai beginnt in Wels der Prozess.", "Prozess beginnt in Wels", "court"),
        ("Geboren wurde Clara Winter am 7. Mai in Graz.", "Clara Winter in Graz geboren", "birth"),
        ("Am 7. Mai ließ der Rat die Halle räumen.", "Rat lässt die Halle räumen", "closure"),
        ("Am 7. Mai kamen rund 200 Gäste.", "Rund 200 Gäste kommen", "movement"),
        ("Demnach kaufte der Wirt am 7. Mai den Hof.", "Wirt kauft den Hof", "economy"),
        ("Wie der Rat mitteilte, soll ein Statiker am 7. Mai entscheiden.", "Statiker soll entscheiden", "decision"),
        ("Er verkaufte die Fabrik, die am 7. Mai dichtmachte.", "Fabrik macht dicht", "closure"),
        ("Am 7. Mai ist die Frau, die ihn kannte, in Wien gestorben.", "Frau in Wien gestorben", "death"),
        ("Die Polizei in Celle und Ulm rückte am 7. Mai aus.", "Polizei in Celle und Ulm rückt aus", "rescue"),
    ],
)
def test_a_dated_clause_is_an_event_with_a_title_without_its_date(text: str, title: str, kind: str) -> None:
    event = _event(text, "7. Mai", "2016-05-07")
    assert (event.title, event.kind) == (title, kind)
    assert event.excerpts[0].quote == text
    assert [step.name for step in event.why] == ["phrase", "rule", "interval"]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Die Arbeiten sollen 2018 beginnen.", Factuality.PLANNED),
        ("Der Rat wird 2018 über den Bau abstimmen.", Factuality.PLANNED),
        ("Die Halle wird 2018 abgerissen.", Factuality.PLANNED),
        ("Das Werk könnte 2018 schließen.", Factuality.POSSIBLE),
        ("Wenn der Rat 2018 zustimmt, wird gebaut.", Factuality.POSSIBLE),
        ("Ob das Werk 2018 noch läuft, ist offen.", Factuality.POSSIBLE),
        ("Die Halle wurde 2018 nicht eröffnet.", Factuality.NEGATED),
        ("Kein Werk schloss 2018.", Factuality.NEGATED),
    ],
)
def test_factuality_of_what_lies_ahead(text: str, factuality: Factuality) -> None:
    assert _event(text, "2018", "2018").factuality is factuality


@pytest.mark.parametrize(
    ("text", "signal", "factuality"),
    [
        ("Der Rat hat 2010 den Plan beschlossen.", None, Factuality.HAPPENED),
        ("Er soll 2010 den Brand gelegt und das Werk verkauft haben.", None, Factuality.POSSIBLE),
        ("Seit 2010 steht es leer.", Signal.SINCE, Factuality.ONGOING),
        ("Die Halle wird 2010 abgerissen.", None, Factuality.HAPPENED),
    ],
)
def test_factuality_of_what_lies_behind(text: str, signal: Signal | None, factuality: Factuality) -> None:
    assert _event(text, "2010", "2010", signal).factuality is factuality


def test_a_participle_after_und_is_an_event_with_the_subject_before() -> None:
    text = "Das Werk wurde 1893 errichtet und 1987 stillgelegt."
    first, second = _read(text, timex(text, "1893", "1893"), timex(text, "1987", "1987")).events
    assert (first.title, second.title) == ("Werk errichtet", "Werk stillgelegt")
    assert (first.kind, second.kind) == ("creation", "closure")
    assert second.excerpts[0].quote == "1987 stillgelegt"


def test_an_announced_infinitive_is_a_plan_of_the_subject() -> None:
    text = "Bürgermeisterin Clara Winter kündigte an, bis Ende Juni einen Plan vorzulegen."
    event = _event(text, "Ende Juni", "2016-06-30")
    assert event.title == "Bürgermeisterin Clara Winter will einen Plan vorlegen"
    assert event.factuality is Factuality.PLANNED
    assert event.actors == ("Clara Winter",)


def test_what_was_planned_for_a_day_and_called_off_did_not_happen() -> None:
    text = "Das Konzert, das für den 7. Mai geplant war, wurde abgesagt."
    event = _event(text, "7. Mai", "2016-05-07")
    assert (event.title, event.factuality) == ("Konzert abgesagt", Factuality.NEGATED)


def test_a_relative_clause_has_the_noun_before_it() -> None:
    text = "Sie lehnten den Entwurf ab, den das Bauamt 2015 vorgelegt hatte."
    assert _event(text, "2015", "2015").title == "Bauamt legt Entwurf vor"


def test_a_pronoun_gives_way_only_to_a_noun_of_its_gender() -> None:
    text = "Das Theater brannte. 1951 wurde es wieder eröffnet. Der Wirt floh. 1953 kam sie zurück."
    first, second = _read(text, timex(text, "1951", "1951"), timex(text, "1953", "1953")).events
    assert first.title == "Theater wieder eröffnet"
    assert second.title == "Sie kommt zurück"


def test_plain_nouns_are_neither_actors_nor_places() -> None:
    text = "Am 7. Mai nahm die Polizei in Kassel einen Mann in Haft und die SPD lobte Minister Jonas Weber."
    event = _event(text, "7. Mai", "2016-05-07")
    assert event.places == ("Kassel",)
    assert event.actors == ()
    later = _event("Minister Jonas Weber lobte am 7. Mai die SPD.", "7. Mai", "2016-05-07")
    assert later.actors == ("Jonas Weber", "SPD")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Der Erbe verkaufte die Mühle und übergab sie 1967 an die Stadt.", "Erbe übergibt sie an die Stadt"),
        ("Die Bürger murrten. Sie wählten 1967 einen Rat.", "Sie wählen einen Rat"),
        ("Die Räte stritten, 1967 trat sie zurück.", "Sie tritt zurück"),
        ("1967 wählten die Bürger Clara Winter zur Richterin.", "Bürger wählen Clara Winter zur Richterin"),
        ("1967 brannten fremde Soldaten das Dorf nieder.", "Fremde Soldaten brennen das Dorf nieder"),
    ],
)
def test_whose_deed_a_clause_tells(text: str, title: str) -> None:
    assert _event(text, "1967", "1967").title == title


def test_a_date_before_a_participle_does_not_date_the_clause() -> None:
    text = "Die 1998 gebaute Halle soll 2018 abgerissen werden."
    first, second = _read(text, timex(text, "1998", "1998"), timex(text, "2018", "2018")).events
    assert (first.title, first.kind, first.excerpts[0].quote) == ("Halle gebaut", "creation", "Die 1998 gebaute Halle")
    assert (second.kind, second.factuality) == ("closure", Factuality.PLANNED)


def test_a_clause_behind_a_dated_one_takes_its_date() -> None:
    text = "Am 7. Mai brannte die Halle. Zwei Wächter starben. Der Wirt lebte gern. Das teilte der Rat am 8. Mai mit."
    first, second = _read(text, timex(text, "7. Mai", "2016-05-07"), timex(text, "8. Mai", "2016-05-08")).events
    assert (second.title, second.kind) == ("Zwei Wächter sterben", "death")
    assert second.time is not None
    assert first.time is not None
    assert second.time.interval == first.time.interval
    assert second.time.certainty is Certainty.INFERRED
    assert [step.name for step in second.why] == ["inherited", "interval"]


def test_what_is_told_twice_is_one_event() -> None:
    text = "Der Rat hat im Mai 1998 das Museum eröffnet. Am 3. Mai 1998 eröffnete der Rat das Museum mit Musik."
    dates = (timex(text, "Mai 1998", "1998-05"), timex(text, "3. Mai 1998", "1998-05-03"))
    (event,) = _read(text, *dates).events
    assert event.time is not None
    assert event.time.edtf == "1998-05-03"
    assert len(event.excerpts) == 2
    assert [step.name for step in event.why][-2:] == ["merged", "interval"]


def test_another_year_is_another_event() -> None:
    text = "1998 gewann der Rat das Spiel. 1999 gewann der Rat das Spiel."
    assert len(_read(text, timex(text, "1998", "1998"), timex(text, "1999", "1999")).events) == 2


def test_a_person_is_meant_across_paragraphs_and_by_the_last_name() -> None:
    text = "Die Malerin Irma Vogt starb 2016.\n\n1950 zog sie nach Köln. 1960 lehnte sie einen Ruf nach Bonn ab."
    read = _read(text, *(timex(text, year, year) for year in ("2016", "1950", "1960")))
    assert {event.title for event in read.events} >= {"Vogt zieht nach Köln", "Vogt lehnt einen Ruf nach Bonn ab"}


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Das Urteil war ursprünglich für 2018 geplant.", Factuality.NEGATED),
        ("Die Wahl ist für 2018 angesetzt.", Factuality.PLANNED),
    ],
)
def test_what_a_day_was_set_for(text: str, factuality: Factuality) -> None:
    assert _event(text, "2018", "2018").factuality is factuality


def test_a_long_clause_is_cut_to_a_title() -> None:
    text = (
        "Oberbürgermeister Jonas Weber sprach am 7. Mai vor den versammelten Mitgliedern des Fördervereins von einem "
        "schweren Tag für die ganze Stadt."
    )
    title = _event(text, "7. Mai", "2016-05-07").title
    assert len(title) <= 60
    assert title.startswith("Jonas Weber spricht vor")


def test_a_title_and_undated_sentences_make_no_events() -> None:
    text = "Der Rat beschloss am 7. Mai den Bau."
    assert not _read(text, timex(text, "7. Mai", "2016-05-07"), line_class=LineClass.TITLE).events
    assert not _read("Der Rat beschloss den Bau.").events


@pytest.mark.parametrize("language", ["fr", "fi", "pt-BR"])
def test_without_a_lexicon_every_dated_sentence_is_an_event(language: str) -> None:
    text = "Le conseil a voté le plan le 3 mai 2010. Il fait beau. Le pont fut ouvert en 2012 à Lyon."
    reading = _read(text, timex(text, "3 mai 2010", "2010-05-03"), timex(text, "2012", "2012"), language=language)
    first, second = reading.events
    assert first.title == "Le conseil a voté le plan le"
    assert second.title == "Le pont fut ouvert en à Lyon"
    assert first.excerpts[0].quote == "Le conseil a voté le plan le 3 mai 2010."
    assert {(event.kind, event.factuality) for event in reading.events} == {("other", Factuality.HAPPENED)}
    assert [entry.fate for entry in reading.ledger] == [Fate.EVENT, Fate.EVENT]


def test_which_languages_are_known() -> None:
    assert is_known(None)
    assert is_known("de-AT")
    assert not is_known("fr")


_WORDS = "Der Rat wurde 2010 und , die hat am gestoppt soll an nicht zu . vorzulegen".split()


@given(
    st.text(max_size=200) | st.lists(st.sampled_from(_WORDS)).map(" ".join),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 12)), max_size=5),
    st.sampled_from(["de", "fr"]),
)
@example(',AM DER"aAATE', [(4, 0)], "de")  # a relative clause that is nothing but its pronoun and a verb
def test_any_text_gives_grounded_events(text: str, at: list[tuple[int, int]], language: str) -> None:
    sample, timexes = timex("2010", "2010", "2010"), list[Timex3]()
    for first, length in at if text else []:
        start = first % len(text)
        end = min(len(text), start + 1 + length)
        timexes.append(replace(sample, start=start, end=end, text=text[start:end], type=TimexType.DATE))
    reading = _read(text, *timexes, language=language)
    assert len({event.id for event in reading.events}) == len(reading.events)
    assert len(reading.ledger) == len(timexes)
    for event in reading.events:
        assert 0 < len(event.title) <= 60
        for excerpt in event.excerpts:
            assert text[excerpt.start : excerpt.end] == excerpt.quote != ""
            assert excerpt.phrase is None or excerpt.anchor.span.contains(excerpt.phrase)


@pytest.mark.parametrize(
    "text",
    [
        "Seit dem 7. Mai ist klar: Sie kommt weg.",
        "Wir hätten bis zum 7. Mai durchgehalten.",
        "Zeugen, die am 7. Mai etwas gesehen haben, sollen sich melden.",
    ],
)
def test_clauses_that_tell_of_no_event(text: str) -> None:
    assert not _read(text, timex(text, "7. Mai", "2016-05-07")).events


def test_the_year_of_a_law_dates_nothing() -> None:
    text = "Das Waldgesetz von 1991 verpflichtet die Kantone."
    assert not _read(text, timex(text, "1991", "1991")).events


def test_a_second_time_takes_the_verb_of_the_first() -> None:
    text = "1993 verlieh das Land den Orden, 2001 die Universität Göttingen die Doktorwürde."
    events = _read(text, timex(text, "1993", "1993"), timex(text, "2001", "2001")).events
    assert [event.title for event in events] == [
        "Land verleiht den Orden",
        "Universität Göttingen die Doktorwürde",
    ]
    assert {event.kind for event in events} == {"award"}


def test_a_chronicle_goes_on_in_the_present() -> None:
    text = "7. Mai 2014: Die Leiche wird exhumiert. Der Landkreis schließt das Heim."
    events = _read(text, timex(text, "7. Mai 2014", "2014-05-07")).events
    assert [event.title for event in events] == ["Leiche wird exhumiert", "Landkreis schließt das Heim"]
    assert events[1].time is not None
    assert events[1].time.certainty is Certainty.INFERRED


@pytest.mark.parametrize("words", ["Der Rat, der ", "ab an auf "])
def test_no_stretch_of_words_grows_without_end(words: str) -> None:
    text = words * 1000
    read = fields(tokens(text, Span(0, len(text)), ()), lexicon_for("de"))
    assert max(len(field.words) for field in read[:-1]) < 500
