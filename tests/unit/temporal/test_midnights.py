"""A log with its day in the header goes on to the next day where its clock goes back."""

from dateline import temporal
from dateline.model.documents import Line, LineClass


def values(*rows: str) -> list[str]:
    """What the header and the rows of a log tell."""
    lines, start = list[Line](), 0
    for row in rows:
        lines.append(Line(start, start + len(row), LineClass.LOG if lines else LineClass.BODY))
        start += len(row) + 2
    return [timex.value for timex in temporal.tag("\n\n".join(rows), None, language="en", lines=lines)]


def test_a_clock_that_goes_far_back_begins_a_day() -> None:
    found = values("Plant room, 2021-12-31", "21:50 Pump on.", "23:55 Alarm.", "00:05 Pump off.", "03:30 All calm.")
    assert found[1:] == ["2021-12-31T21:50", "2021-12-31T23:55", "2022-01-01T00:05", "2022-01-01T03:30"]


def test_a_second_midnight_counts_too() -> None:
    found = values("Watch, 2021-05-03", "22:00 On.", "01:00 Round.", "23:00 Round.", "02:00 Off.")
    assert [value[:10] for value in found[1:]] == ["2021-05-03", "2021-05-04", "2021-05-04", "2021-05-05"]


def test_entries_a_little_out_of_order_stay() -> None:
    found = values("Watch, 2021-05-03", "14:00 On.", "13:20 Note added.", "15:00 Off.")
    assert {value[:10] for value in found} == {"2021-05-03"}


def test_the_heading_of_a_day_and_the_row_below_it_are_two() -> None:
    assert values("Watch, 2021-05-03", "22:00 On.") == ["2021-05-03", "2021-05-03T22:00"]
    text = "3 May 2021\n22:00 Pump on.\n23:00 Alarm.\n2021-05-04 06:00 Pump off."
    found = [(timex.text, timex.value) for timex in temporal.tag(text, None, language="en")]
    assert found[0] == ("3 May 2021", "2021-05-03")
    assert [value for _, value in found[1:]] == ["2021-05-03T22:00", "2021-05-03T23:00", "2021-05-04T06:00"]
