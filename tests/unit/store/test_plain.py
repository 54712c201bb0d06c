"""Values go to JSON and come back the same, whatever they hold; what a later version has added is skipped."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.documents import Published
from dateline.model.events import Event, LedgerEntry
from dateline.model.filters import EventFilter
from dateline.model.project import Decision, Override
from dateline.model.timex import Timex3
from dateline.store.plain import from_json, to_json
from model_values import DECISIONS, EVENTS, FILTERS, LEDGER_ENTRIES, OVERRIDES, PUBLISHED, TIMEXES


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Place(NamedTuple):
    row: int
    colour: Colour


@dataclass(frozen=True, slots=True)
class Leaf:
    place: Place
    size: float = 0.5


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    leaves: tuple[Leaf, ...] = ()
    pair: tuple[str, Colour] = ("", Colour.RED)
    tags: frozenset[Colour] = frozenset()
    by_name: Mapping[str, Leaf] | None = None


@pytest.mark.parametrize(
    ("hint", "values"),
    [
        (Event, EVENTS),
        (Override, OVERRIDES),
        (EventFilter, FILTERS),
        (Decision, DECISIONS),
        (Published, PUBLISHED),
        (tuple[Timex3, ...], st.lists(TIMEXES, max_size=2).map(tuple)),
        (tuple[LedgerEntry, ...], st.lists(LEDGER_ENTRIES, max_size=2).map(tuple)),
    ],
)
def test_what_goes_out_comes_back(hint: Any, values: st.SearchStrategy[Any]) -> None:
    @given(values)
    def law(value: object) -> None:
        text = to_json(value, hint)
        assert from_json(text, hint) == value
        text.encode("utf-8")  # it can be stored, whatever characters it holds

    law()


def test_every_kind_of_type_has_a_form() -> None:
    leaf = Leaf(Place(3, Colour.GREEN), 0.1)
    tree = Tree("oak", (leaf,), ("x", Colour.GREEN), frozenset(Colour), {"a": leaf})
    assert from_json(to_json(tree, Tree), Tree) == tree
    assert json.loads(to_json(leaf, Leaf)) == {"place": [3, "green"], "size": 0.1}


def test_sets_are_written_in_one_order() -> None:
    assert to_json(frozenset({"b", "a", "c"}), frozenset[str]) == '["a","b","c"]'


def test_defaults_are_left_out() -> None:
    assert json.loads(to_json(Tree("oak"), Tree)) == {"name": "oak"}


def test_keys_of_a_later_version_are_skipped() -> None:
    assert from_json('{"name": "oak", "rings": 80}', Tree) == Tree("oak")


@pytest.mark.parametrize("text", ["", "{", '{"leaves": []}', '{"name": "oak", "tags": ["blue"]}', "[]"])
def test_what_is_no_such_value_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        from_json(text, Tree)


@pytest.mark.parametrize("hint", [str | int, str | int | None, bytes, object])
def test_types_without_a_form_are_refused(hint: Any) -> None:
    with pytest.raises(TypeError):
        from_json("1", hint)


def test_a_long_list_is_written_in_pieces() -> None:
    """The same text as at once."""
    for length in (0, 1, 500, 501, 1_300):
        numbers = tuple(range(length))
        assert to_json(numbers, tuple[int, ...]) == json.dumps(numbers, separators=(",", ":"))
