"""Labels stay short and read well."""

import doctest

from hypothesis import given
from hypothesis import strategies as st

from dateline.session import wording
from dateline.session.wording import shortened


def test_examples() -> None:
    assert doctest.testmod(wording).failed == 0


@given(st.text(max_size=200), st.integers(5, 60))
def test_a_label_fits_on_a_line(text: str, characters: int) -> None:
    label = shortened(text, characters)
    assert len(label) <= characters + 1
    assert "\n" not in label
    if len(" ".join(text.split())) <= characters:
        assert label == " ".join(text.split())
    else:
        assert label.endswith("…")
