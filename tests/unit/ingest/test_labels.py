"""Labels of dates and what else stands in a date's line."""

import pytest

from dateline.ingest.bylines import is_byline, is_dateline, is_name
from dateline.ingest.date_lines import closes, is_place, leads_line, other_words
from dateline.ingest.header_dates import HeaderDate, read_dates
from dateline.ingest.labels import label_of


def date_in(line: str) -> HeaderDate:
    return read_dates(line, month_first=True)[0]


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("Published: 3 March 2021", "published"),
        ("First published on Wed 3 Mar 2021 06.00 GMT", "published"),
        ("Published 2:33 PM EST, March 3, 2021", "published"),
        ("Jane DoePublished March 3, 2021", "published"),
        ("Jane Doe | Updated: 3 March 2021", "updated"),
        ("Stand: 12.05.2021, 14:32 Uhr", "updated"),
        ("Case 1:17-cv-01234 Document 45 Filed 03/12/2019 Page 1 of 5", "dated"),
        ("Dated this 3rd day of May 2017", "dated"),
        ("FOR IMMEDIATE RELEASE – March 3, 2021", "issued"),
        ("Press release no. 23/2021 of 8 March 2021", "issued"),
        ("Pressemitteilung Nr. 23/2021 vom 8. März 2021", "issued"),
        ("Media release – Zurich, 27 September 2021", "issued"),
        ("Published in the Oakham Courier on 2 December 2020", "published"),
        ("(Company brochure, November 2022 edition)", "dated"),
        ("EMBARGOED UNTIL 00:01 GMT, Thursday 22 February 2024", "embargo"),
        ("Embargoed until 9.00 CET (0800 GMT on Tuesday), Wednesday 3 March 2021", "embargo"),
        ("Page updated 6 March 2021", "updated"),
        ("This article was most recently revised on 6 March 2021", "updated"),
        ("Home | Diese Seite wurde zuletzt aktualisiert am 6. März 2021", "updated"),
        ("All times UTC. Log opened Wed 2021-03-03.", "dated"),
        ("The minister was last updated on 6 March 2021", None),
        ("Date of birth: 3 March 1921", "other"),
        ("E.O. 12958: DECL: 05/12/2019", "other"),
        ("Incident date: 14 March 2024", "other"),
        ("Court date: 3 May 2019", None),
        ("The council met on 3 May 2019", None),
        ("The book was published 3 May 2019", None),
    ],
)
def test_a_label_is_found(line: str, group: str | None) -> None:
    assert label_of(line, date_in(line)) == group


def test_a_labelled_date_closes_its_statement() -> None:
    for line in ("Published 3 March 2021", "Published 3 March 2021, 14:32 | Share", "Published 3 March 2021Updated"):
        assert closes(line, date_in(line))
    line = "Published on 3 March 2021, the book tells of a war."
    assert not closes(line, date_in(line))


def test_a_date_leads_a_line_of_a_masthead() -> None:
    for line in (
        "March 3, 2021 | 12 Comments",
        "March 12, 2011 -- Updated 0233 GMT (1033 HKT)",
        "3 May 2020 · by Staff",
    ):
        assert leads_line(line, date_in(line))
    for line in (
        "3 March 2015 – Smith is arrested",
        "3 March 2015: police search the house",
        "On 3 March 2015 it rained",
    ):
        assert not leads_line(line, date_in(line))


def test_what_else_stands_in_a_line() -> None:
    line = "Geneva, Tuesday 3 March 2021, 14:32 GMT+1"
    assert other_words(line, read_dates(line, month_first=True)) == ["Geneva"]
    assert is_place(["Washington", "D.C", "United", "States", "of", "America"])
    assert not is_place(["The", "council", "met"])


def test_names_and_bylines() -> None:
    assert is_name("Joan van der Berg")
    assert is_name("Sara Wendt, Luis Prieto")
    for line in ("Talks end", "Dear Sir,", "Joan", "JOAN BERG", "Room 12 North", "Distr.: General"):
        assert not is_name(line)
    for line in (
        "By Jane Doe",
        "Von Petra Hansen, Mainz",
        "Interview: Esther FeldenOctober 30, 2014",
        "An essay by A. Marku",
    ):
        assert is_byline(line, read_dates(line, month_first=True))
    for line in ("By Friday the water was gone.", "From the hill one sees the sea.", "A headline of 3 March 2021"):
        assert not is_byline(line, read_dates(line, month_first=True))


def test_datelines() -> None:
    for line in (
        "Tuesday, July 11, 2023 ",
        "Wien, den 9. März 1931",
        "Geneva, 30 October 2014",
        "18.06.2020, 13.47 Uhr",
    ):
        assert is_dateline(line, read_dates(line, month_first=True))
    for line in ("Incident report – 3 March 2021", "5 August 1941 – 27 November 2020", "The council met on 3 May 2019"):
        assert not is_dateline(line, read_dates(line, month_first=True))
