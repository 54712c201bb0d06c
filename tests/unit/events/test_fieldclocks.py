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


def test_hours_in_a_row_are_one_stretch_of_their_day() -> None:
    text = (
        "BERGEN, 20 March 2021\n\nFrom 9 a.m. to 5 p.m. on 9 March 2021 the council met in the town hall.\n\n"
        "The bridge was closed from 10 p.m. to 2 a.m. on 12 March 2021."
    )
    times = [event.time.interval for event in analyse_text(text).events if event.time is not None]
    hours = [(time.earliest_start or 0) // 3600 % 24 for time in times]
    lengths = [((time.earliest_end or 0) - (time.earliest_start or 0)) // 3600 for time in times]
    assert list(zip(hours, lengths, strict=True)) == [(9, 8), (22, 4)]
