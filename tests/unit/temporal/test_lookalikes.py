"""Date-like phrases that are no dates."""

from dateline import temporal


def reasons(text: str) -> dict[str, str]:
    _, lookalikes = temporal.read_times(text, None, language="en")
    return {found.span.of(text): found.reason for found in lookalikes}


def test_sessions_and_numbered_parts() -> None:
    found = reasons("The 22nd session discussed paragraphs 7 and 8 in May 2010.")
    assert set(found) == {"22nd session", "paragraphs 7 and 8"}


def test_identifiers_and_money() -> None:
    assert set(reasons("Order 7Xb2999 cost $2014 in total.")) == {"7Xb2999", "$2014"}


def test_time_expressions_are_none() -> None:
    assert reasons("On 2 May 2014 at 14:30 they met.") == {}
