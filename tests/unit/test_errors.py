"""Errors speak to a person, and their tree is the one that is drawn."""

import re
from pathlib import Path

from dateline import errors
from dateline.errors import Cancelled, UnreadableDocument, UserError


def test_message_and_remedy_read_as_one_text() -> None:
    assert str(UserError("The disk is full.", "Free some space.")) == "The disk is full. Free some space."
    assert str(UserError("The disk is full.")) == "The disk is full."


def test_an_error_about_a_file_names_it() -> None:
    error = UnreadableDocument(Path("a.txt"), "a.txt is a folder.", "Name a file.")
    assert (error.path, error.message, error.remedy) == (Path("a.txt"), "a.txt is a folder.", "Name a file.")


def test_cancelling_is_nobodys_mistake() -> None:
    assert not issubclass(Cancelled, UserError)


def test_the_docstring_draws_the_tree() -> None:
    def drawn(kind: type[BaseException], depth: int = 0) -> list[tuple[int, str]]:
        below = [drawn(child, depth + 1) for child in kind.__subclasses__() if child.__module__ == errors.__name__]
        return [(depth, kind.__name__), *(row for rows in below for row in rows)]

    lines = re.findall(r"^ {4}([│├└─ ]*)([A-Z]\w+) ", errors.__doc__ or "", re.MULTILINE)
    assert sorted((len(indent) // 4, name) for indent, name in lines) == sorted(drawn(errors.DatelineError))
