"""Dates in colophons, agencies' numbers, sentences about the article, and behind a weekday in brackets."""

import pytest

from dateline.ingest import read_text

STORY = """Der Stadtrat von Neuwied hat den Bau einer Grundschule beschlossen. Die Mehrheit war sehr knapp.

Seit Jahren wird über den Standort gestritten. Im Mai 2016 kippte ein Bürgerentscheid den ersten Plan.
"""


@pytest.mark.parametrize(
    ("text", "edtf", "phrase"),
    [
        (f"{STORY}\nRhein-Bote vom 3. Mai 2019, Seite 12\n", "2019-05-03", "3. Mai 2019"),
        (f"{STORY}\nRhein-Bote, Ausgabe vom 3. Mai 2019, S. 12\n", "2019-05-03", "3. Mai 2019"),
        (f"{STORY}\nThe Valley Post, 3 May 2019, page 12\n", "2019-05-03", "3 May 2019"),
        (f"{STORY}\n(APA, 3.5.2019)\n", "2019-05-03", "3.5.2019"),
        (f"{STORY.rstrip()} (ik, 3.5.2019)\n", "2019-05-03", "3.5.2019"),
        (f"{STORY}\n© dpa-infocom, dpa:190503-99-123456/2\n", "2019-05-03", "190503"),
        (
            f"{STORY}\nDieser Artikel ist am 3. Mai 2019 in der Wochenpost erschienen.\n",
            "2019-05-03",
            "3. Mai 2019",
        ),
        (
            f"Schule kommt\n\n3. Mai 2019, 14:20 Uhr Aktualisiert am 4. Mai 2019, 8:12 Uhr\n\n{STORY}",
            "2019-05-03",
            "3. Mai 2019",
        ),
        (STORY.replace("hat den", "hat am Donnerstag (2. Mai 2019) den"), "2019-05-02", "2. Mai 2019"),
        (f"Bern, 3. Mai 2019 (sda) {STORY}", "2019-05-03", "3. Mai 2019"),
    ],
)
def test_the_day_of_an_article(text: str, edtf: str, phrase: str) -> None:
    published = read_text(text, "article").published
    assert published is not None
    assert published.span is not None
    assert (published.edtf, published.span.of(text)) == (edtf, phrase)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{STORY}\nWochenpost vom 3. Mai 2019, Seite 4\nRhein-Bote vom 7. Juni 2018, Seite 12\n",  # a list of others
        f"{STORY.rstrip()} Das Kind (geboren am 3.5.2019)\n",
        f"{STORY}\n© dpa-infocom, dpa:199903-99-123456/2\n",  # no day has that number
        STORY.replace("hat den", "hat wie nach dem Entscheid (2. Mai 2016) den"),
    ],
)
def test_a_date_that_is_not_the_article_s(text: str) -> None:
    assert read_text(text, "article").published is None
