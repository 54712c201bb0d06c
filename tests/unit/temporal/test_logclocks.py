"""Clock times in four figures are told by the class of their lines."""

import datetime

from dateline.model.documents import Line, LineClass
from dateline.temporal import tag

LOG = """SAT 18 JAN 2003
1642  Police ring. Set off 0830, due back 1500.
2010  Helicopter refuses. Hut built in 2003.
0005  Helicopter airborne.
2026  Woman found, wrist broken in 1998 too.
"""


def values(text: str, kind: LineClass) -> list[str]:
    lines, start = [], 0
    for row in text.splitlines():
        lines.append(Line(start, start + len(row), kind if row[0].isdigit() else LineClass.HEADING))
        start += len(row) + 1
    return [found.value for found in tag(text, None, language="en", lines=lines)]


def test_figures_at_the_head_of_an_entry_are_its_time_of_day() -> None:
    assert values(LOG, LineClass.LOG) == [
        "2003-01-18",
        "2003-01-18T16:42",
        "2003-01-18T15:00",
        "2003-01-18T20:10",
        "2003",
        "2003-01-19T00:05",
        "2003-01-19T20:26",
        "1998",
    ]


def test_elsewhere_they_are_years_or_nothing() -> None:
    assert "2003-01-18T16:42" not in values(LOG, LineClass.BODY)
    assert "2026" in values(LOG, LineClass.BODY)


def test_rows_of_days_and_clocks_are_entries_in_whatever_they_stand() -> None:
    text = "24/02  2350  arrived\n25/02  0410  notice tendered\n02/03  0600  all fast, 1645 tons\n"
    found = [timex.value for timex in tag(text, datetime.date(2011, 3, 14), language="en")]
    assert found == ["2011-02-24T23:50", "2011-02-25T04:10", "2011-03-02T06:00"]


def test_a_day_with_a_far_year_is_a_day_with_an_hour() -> None:
    text = "0900  Period covered: 10 Feb 1800 to 12 Feb 0600, after the storm of 3 May 1998."
    lines = [Line(0, len(text), LineClass.LOG)]
    found = [timex.value for timex in tag(text, datetime.date(2014, 2, 12), language="en", lines=lines)]
    assert found[1:] == ["2014-02-10T18:00", "2014-02-12T06:00", "1998-05-03"]


REPORT = """7 May
15:00  Rain sets in.
21:52  Sensor trips, as on 3 and 19 April.
22:05  Line goes dead.

The search goes on. It is to resume on Monday.
"""


def test_a_stamp_is_no_part_of_the_date_above_it_and_a_report_goes_on_from_its_own_day() -> None:
    lines, start = [], 0
    for row in REPORT.splitlines():
        kind = LineClass.LOG if row[:1].isdigit() and ":" in row else LineClass.BODY if row else LineClass.BLANK
        lines.append(Line(start, start + len(row), kind))
        start += len(row) + 1
    found = {timex.text: timex.value for timex in tag(REPORT, datetime.date(2015, 5, 8), language="en", lines=lines)}
    assert found["15:00"] == "2015-05-07T15:00"
    assert found["22:05"] == "2015-05-07T22:05"
    assert found["Monday"] == "2015-05-11"


def test_four_figures_beside_a_weekday_are_a_time_of_day() -> None:
    text = "All were reached by 1400 Sunday. One was found Mon 1710. The mill was built by 1710."
    found = [(timex.text, timex.value) for timex in tag(text, datetime.date(1974, 10, 7), language="en")]
    assert found == [("1400 Sunday", "1974-10-06T14:00"), ("1710", "1974-10-07T17:10"), ("1710", "1710")]
