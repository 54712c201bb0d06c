"""A clock time without a day belongs to the day told before."""

from dateline.analysis import analyse_text


def test_a_clock_time_lies_on_the_day_told() -> None:
    text = (
        "Kassel, 9. Mai 2019\n\nIn Kassel ist am Montag ein Haus abgebrannt. Die Polizei ermittelt.\n\n"
        "Das Feuer war gegen 3 Uhr ausgebrochen. Heute um 9 Uhr begannen die Arbeiten."
    )
    found = {event.title: event.time.edtf for event in analyse_text(text).events if event.time is not None}
    assert found["Feuer ausgebrochen"] == "2019-05-06"
    assert found["Arbeiten beginnen"] == "2019-05-09"
