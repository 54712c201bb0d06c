"""The examples in the docstrings of the model are true."""

import doctest
import importlib
import pkgutil

import pytest

from dateline import model

MODULES = [f"{model.__name__}.{module.name}" for module in pkgutil.iter_modules(model.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    assert sum(doctest.testmod(importlib.import_module(name)).attempted for name in MODULES) >= 10
