"""Bare years of antiquity are years where an era was told, near the years told, and nowhere else."""

import pytest

from dateline.temporal import tag


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "It was founded about 684 BC and sold 300 men. The sixth century was dull. In 498 BCE the city fell.",
            ["BC0684", "BC05", "BC0498"],
        ),
        (
            "In 413 BC they sailed with 200 ships. The treaty of 405 forbade it; since 311 it has been empty.",
            ["BC0413", "BC0405", "BC0311"],
        ),
        ("It fell in 498 BC. In the winter of 416/5 they came.", ["BC0498", "BC0416-WI"]),
        ("It fell in 498 BC. They sailed in September 413 and came home c. 338.", ["BC0498", "BC0413-09", "BC0338"]),
        ("It was sealed about 1345 BC and broken in about 1340. It was found in 1889.", ["BC1345", "BC1340", "1889"]),
        ("All years are BC unless marked AD. They came in 70, and 31 left. It ended in AD 14.", ["BC0070", "0014"]),
        ("Im Jahr 331 v. Chr. kam Alexander. Um 300, als er starb, war es leer.", ["BC0331", "BC0300"]),
        ("In 1998 the fleet of 200 ships left about 300 men in 44 houses.", ["1998"]),
        ("He was born in 63 BC. The road of 250 miles was built in 1920.", ["BC0063", "1920"]),
    ],
)
def test_years_before_christ(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, None) if timex.type != "DURATION"] == values
