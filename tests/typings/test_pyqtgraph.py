"""The types written for pyqtgraph speak of names that pyqtgraph has: a stub that lies is worse than none."""

import ast
import inspect
from pathlib import Path

import pyqtgraph
import pytest

STUB = Path(__file__).resolve().parents[2] / "typings" / "pyqtgraph" / "__init__.pyi"
PARSED = ast.parse(STUB.read_text(encoding="utf-8"))
CLASSES = [node for node in PARSED.body if isinstance(node, ast.ClassDef)]
METHODS = [
    pytest.param(kind.name, node, id=f"{kind.name}.{node.name}")
    for kind in CLASSES
    for node in kind.body
    if isinstance(node, ast.FunctionDef) and not node.decorator_list
]
FUNCTIONS = [pytest.param(node, id=node.name) for node in PARSED.body if isinstance(node, ast.FunctionDef)]
WRAPPED = ("PlotWidget", "PlotItem", "ViewBox")  # each passes on what it does not have itself


def candidates(kind: str, name: str) -> list[object]:
    """The methods that a call may end in."""
    owners = [getattr(pyqtgraph, owner) for owner in (WRAPPED[WRAPPED.index(kind) :] if kind in WRAPPED else (kind,))]
    return [getattr(owner, name) for owner in owners if hasattr(owner, name)]


def unknown_parameters(stub: ast.FunctionDef, real: object) -> set[str]:
    assert callable(real)
    parameters = inspect.signature(real).parameters
    if any(
        parameter.kind is parameter.VAR_KEYWORD or parameter.kind is parameter.VAR_POSITIONAL
        for parameter in parameters.values()
    ):
        return set()
    return {argument.arg for argument in (*stub.args.args, *stub.args.kwonlyargs)} - parameters.keys()


@pytest.mark.parametrize(("kind", "stub"), METHODS)
def test_each_method_is_there_and_takes_these_arguments(kind: str, stub: ast.FunctionDef) -> None:
    assert any(not unknown_parameters(stub, real) for real in candidates(kind, stub.name))


@pytest.mark.parametrize("stub", FUNCTIONS)
def test_each_function_is_there_and_takes_these_arguments(stub: ast.FunctionDef) -> None:
    assert not unknown_parameters(stub, getattr(pyqtgraph, stub.name))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.name)
def test_each_signal_is_there(kind: ast.ClassDef) -> None:
    signals = [
        ast.unparse(node.target)
        for node in kind.body
        if isinstance(node, ast.AnnAssign) and "Signal" in ast.unparse(node)
    ]
    assert all(hasattr(getattr(pyqtgraph, kind.name), signal) for signal in signals)
