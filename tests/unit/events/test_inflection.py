"""Base forms of regular verbs that stand in no list."""

import pytest

from dateline.events.inflection import guess_base, third_person

BASES = """accuse acquire agree announce arrange assemble assume avoid bankrupt belong blame borrow bundle cancel carry
cite codename collapse compel compete compile compose conclude convene curl declare describe devote die
dispute endorse erode escape evoke exile expel explore file float focus govern handle hire honor ignite
ignore invade invite issue label leak license limit make merge mirror offer persuade pilot pour prefer
profile promote quote recall reconcile refer repair require restore revolve schedule settle shout sponsor
stage target treat tour trace veto visit wrap""".split()
DOUBLED = frozenset("cancel compel expel label prefer refer wrap".split())


def _regular(base: str, ending: str) -> str:
    stem = base + base[-1] if base in DOUBLED else base
    if base.endswith("e"):
        stem = base if base.endswith("ee") and ending == "ing" else base[:-1]
    if ending == "ed" and base.endswith("y"):
        return base[:-1] + "ied"
    return "dying" if base == "die" and ending == "ing" else stem + ending


@pytest.mark.parametrize("base", BASES)
def test_the_base_of_a_regular_past(base: str) -> None:
    assert guess_base(_regular(base, "ed")) == base


@pytest.mark.parametrize("base", [base for base in BASES if base not in {"die", "agree"}])
def test_the_base_of_an_ing_form(base: str) -> None:
    assert guess_base(_regular(base, "ing")) == base


@pytest.mark.parametrize(
    ("base", "form"), [("compile", "compiles"), ("veto", "vetoes"), ("carry", "carries"), ("co-host", "co-hosts")]
)
def test_third_person(base: str, form: str) -> None:
    assert third_person(base) == form
