"""Whole sentences, from text to events: what is told, when, and how it is called."""

import pytest

from dateline.analysis import analyse_text
from dateline.model.dates import iso_day
from dateline.model.events import Event

PUBLISHED = "2018-02-02"


def _told(event: Event) -> tuple[str, str, str]:
    assert event.time is not None
    first, last = event.time.interval.earliest_start, event.time.interval.latest_end
    return event.title, iso_day(first) if first is not None else "", iso_day(last - 1) if last is not None else ""


def _events(text: str, published: str = PUBLISHED) -> list[tuple[str, str, str]]:
    return [_told(event) for event in analyse_text(text, published=published).dated]


BORN = "Nina Vale was born in Arica on 2 April 1931. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ada Berg did not return to Riga until October 1979.",
            ("Ada Berg returns to Riga", "1979-10-01", "1979-10-31"),
        ),
        ("It was not until 1963 that the hall opened.", ("Hall opens", "1963-01-01", "1963-12-31")),
        (
            BORN + "When she was nine her father was killed in a mine.",
            ("Nina Vale's father killed in mine", "1940-04-02", "1941-04-01"),
        ),
        (
            BORN + "She bowled a record on her 40th birthday.",
            ("Nina Vale bowls record on her 40th birthday", "1971-04-02", "1971-04-02"),
        ),
        (
            "Jan Berg arrived in Oslo in February 2007. He stayed fourteen months.",
            ("Jan Berg stays", "2007-02-01", "2008-04-30"),
        ),
        (
            "The mill burned on 12 June 1897. It was rebuilt within two years.",
            ("Mill rebuilt", "1897-06-12", "1899-12-31"),
        ),
        (
            "A truce was signed on 4 March 2017. Two days after the truce, four drivers were shot.",
            ("Four drivers shot", "2017-03-06", "2017-03-06"),
        ),
        (
            "The dam burst on 3 May 2017. Two days after the collapse the minister resigned.",
            ("Minister resigns", "2017-05-05", "2017-05-05"),
        ),
        (
            "Police arrested the mayor on 2 May 2017. Ten days after he was arrested, a judge released him.",
            ("Judge releases him", "2017-05-12", "2017-05-12"),
        ),
        (
            "The clinic in Linden closed on 30 January. A clinic in the south closed earlier this year.",
            ("Clinic in south closes", "2018-01-01", "2018-02-02"),
        ),
        ("An inquiry will report within ninety days.", ("Inquiry to report", "2018-02-02", "2018-05-03")),
        ("The visit to Lisbon on 9 March is off.", ("Visit to Lisbon is off", "2018-03-09", "2018-03-09")),
        ("The team hopes to open the theatre next summer.", ("Team hopes to open theatre", "2018-06-01", "2018-08-31")),
        ("The new hall should be opened in autumn 2019.", ("New hall should be opened", "2019-09-01", "2019-11-30")),
        ("The clan may have attacked the port in 1983.", ("Clan may have attacked port", "1983-01-01", "1983-12-31")),
        ("Last year's season was cancelled.", ("Season cancelled", "2017-01-01", "2017-12-31")),
        ("The town was sacked in 1410.[1] The wall was built in 1450.", ("Wall built", "1450-01-01", "1450-12-31")),
        ("The site was recognised in 1842 by a surveyor.", ("Site recognised by surveyor", "1842-01-01", "1842-12-31")),
        (
            "A second marriage, in 1983, was dissolved in 1986.",
            ("Second marriage dissolved", "1986-01-01", "1986-12-31"),
        ),
        ("He died in the summer of 1967, on 7 February.", ("He dies", "1967-02-07", "1967-02-07")),
        ("The scaffolding goes up next Monday.", ("Scaffolding goes up", "2018-02-05", "2018-02-05")),
        ("A moment later, in 1990, Anton Reyl promised aid.", ("Anton Reyl promises aid", "1990-01-01", "1990-12-31")),
    ],
)
def test_a_sentence_tells(text: str, told: tuple[str, str, str]) -> None:
    assert told in _events(text)


PRESS = """The findings are published today and will be presented this evening. They were announced on Tuesday.

Between July 2009 and August 2012 the team enrolled 900 children. The trial had been proposed in 2005. A flood closed \
one clinic in January 2012.

The agency convened an expert group in January to review the data.
"""
FIRE = """Mill destroyed

A fire on Tuesday destroyed a mill in Linden.

The owner told police on Wednesday he had smelt smoke.

Trains were stopped at around 10:30 am.
"""
STATUS = """Status

Nov 7, 2017
No incidents reported.

Nov 5, 2017
Update - The failover was completed at 12:37 UTC.
Nov 5, 12:55 UTC

Update - Our first attempt was aborted at 11:52 UTC.
Nov 5, 12:05 UTC
"""
AFTERWARDS = """Status

Nov 5, 2017
Update - The failover was completed at 12:37 UTC.
Nov 3, 2017
No incidents reported.

Post-mortem
Published on November 20, 2017 by the team

We went back to the old version on the night of November 7. Reporting was given a disk of its own on the 10th.
"""
CALLS = """A fire broke out in a mill in Linden on 3 May 2017.

The foreman called the office at 9:54 pm. The first emergency call came from the ferry on 4 May. The Linden Fire \
Department arrived on 5 May. Residents were allowed home that evening, except for nine who returned on 12 May.
"""
INQUIRY = """On March 3, 2017, about 9:52 p.m., a freight train derailed near Linden.

The train departed from Riga on March 2. At 8:41 p.m. it passed a detector. The fire was declared out on March 5.
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PRESS, ("Agency convenes expert group to review data", "2018-01-01", "2018-01-31")),
        (FIRE, ("Trains stopped", "2018-01-30", "2018-01-30")),
        (STATUS, ("First attempt aborted", "2017-11-05", "2017-11-05")),
        (CALLS, ("Linden Fire Department arrives", "2017-05-05", "2017-05-05")),
        (CALLS, ("First emergency call comes from ferry", "2017-05-04", "2017-05-04")),
        (CALLS, ("Residents allowed home", "2017-05-05", "2017-05-05")),
        (AFTERWARDS, ("Reporting given disk of its own", "2017-11-10", "2017-11-10")),
        (INQUIRY, ("Fire declared out", "2017-03-05", "2017-03-05")),
        (INQUIRY, ("Train departs from Riga", "2017-03-02", "2017-03-02")),
    ],
)
def test_a_report_tells(text: str, told: tuple[str, str, str]) -> None:
    published = None if "Published on" in text else PUBLISHED
    assert told in [_told(event) for event in analyse_text(text, published=published).dated]


@pytest.mark.parametrize(
    "text",
    [
        "The alarm was taken for a fault, as on 3 May.",
        "The message (IMG_20160311_1604.jpg) is meant for the addressee only.",
        "The tower fell.",
        "Guided tours Tuesday to Friday at 10.00; closed 25 December and 1 January.",
        "Printed 2016.",
        "This article was amended on 6 January 2018.",
        "The pass is normally closed by snow until June.",
        "Donate before 31 March and your gift is doubled.",
        "Every summer, on the first Saturday of July, the heirs meet for soup.",
        "If the floods of 1870 came back, the road would be under water.",
        "Closed 25 December and 1 January.",
        "Next report: Wednesday, 14 February.",
        "See also our letter of 12 March 2017.",
        "Images (c) 2009 Harbour Museum may be printed with this story.",
        "Contributions are paid for at the rates of 2016.",
    ],
)
def test_a_sentence_tells_nothing(text: str) -> None:
    assert not _events(text)


LIFE = """ADA LOVELL

Ada Lovell was born in Riga on 2 May 1931. She drew maps, and she sold them. Her son said that she never slept.

She married a printer. He died on 7 February 1967, and she went to sea. At 41 she came home.
"""


def test_he_is_never_the_woman_a_text_is_about() -> None:
    told = {title: first for title, first, _ in _events(LIFE)}
    assert told["He dies"] == "1967-02-07"
    assert told["Lovell comes home"] == "1972-05-02"
