"""What a line is by itself."""

import pytest

from dateline.ingest.forms import kind_by_form


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("  2. Skip to main menu", "navigation"),
        ("READ MORE: The harbour", "navigation"),
        ("Lesen Sie auch: Der Hafen", "navigation"),
        ("https://example.org/a/1", "navigation"),
        ("<https://example.org/a/1>", "navigation"),
        ("Home | News | Sport | Culture", "navigation"),
        ("About us > History", "navigation"),
        ("12 comments", "navigation"),
        ("5 min read", "navigation"),
        ("Image: picture alliance/AP Photo/S. Di Nolfi", "credit"),
        ("Photograph: Jane Doe/The Paper", "credit"),
        ("Image source, Getty Images", "credit"),
        ("Reuters/Jane Doe", "credit"),
        ("Bild: Anna Kuhn/dpa", "credit"),
        ("© Getty Images", "legal"),
        ("Image caption, The barrier closes", "caption"),
        ("Villagers draw water from the well (Photo: S. Haddad/Desert Press)", "caption"),
        (
            "The leader gives guidance in this undated photo released by the agency (Photo: REUTERS/KCNA (NORTH KOREA)",
            "caption",
        ),
        ("Tanks in the square on June 24. Image: Fargoh.", "caption"),
        ("Darusman: 'Any sort of openness is welcome'Image: Reuters/KCNA", "caption"),
        ("© 1998–2021 The Company. All rights reserved.", "legal"),
        ("EMBARGOED UNTIL 00:01 GMT, 5 March 2021", "legal"),
        ("Sperrfrist: 4. Oktober 2018, 12 Uhr", "legal"),
        ("2024-03-14 02:13:05 UTC host[12]: started", "log"),
        ("[2024-03-14T02:13:05Z] started", "log"),
        ("Mar  3 02:13:05 host sshd[12]: started", "log"),
        ("> I shall call them tomorrow.", "quoted mail"),
        ("Reporting by Paul Brandt; editing by Mia Noor", "byline"),
        ("== Background ==", "heading"),
        ("## Timeline", "heading"),
        ("Background[edit]", "heading"),
    ],
)
def test_a_form_tells(line: str, kind: str) -> None:
    found = kind_by_form(line)
    assert found is not None
    assert found.value == kind


@pytest.mark.parametrize(
    "line",
    [
        "The photo was taken by a neighbour, who gave it to the police two days later.",
        "Sharing a room with nine others was hard, he said.",
        "More than forty people were hurt when the stand collapsed.",
        "Copyrights were at the heart of the trial, which lasted for nine weeks and ended without a verdict on Friday.",
        "By Friday the water had reached the lower town, and the bridge was closed to everything but ambulances.",
        "He told Reuters that the talks would go on (he did not say where).",
        "In May 2014 the commission moved to Geneva.",
        "Image and sound did not fit together, wrote the critics in 1931.",
        "May 3 was a Sunday.",
    ],
)
def test_a_sentence_is_left_open(line: str) -> None:
    assert kind_by_form(line) is None
