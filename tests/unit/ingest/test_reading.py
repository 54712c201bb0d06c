"""Files and texts to documents: encodings, line ends, refusals, progress and Cancel."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import Cancelled, EmptyDocument, UnreadableDocument, UnsupportedFormat
from dateline.ingest import read_file, read_text
from dateline.model.dates import Interval, Precision, instant
from dateline.model.documents import Published, PublishedOrigin, document_id, text_hash

SENTENCE = "Über den „Vertrag“ – naïve Leser\nzahlten 5 €.\n"


def written(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode(),
        codecs.BOM_UTF8 + SENTENCE.encode(),
        codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"),
        SENTENCE.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252"],
)
def test_an_encoding_is_recognised_and_its_mark_is_no_text(tmp_path: Path, data: bytes) -> None:
    assert read_file(written(tmp_path, data)).text == SENTENCE


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: not text.isspace()))
def test_only_line_ends_change(text: str) -> None:
    document = read_text(text, "clipboard")
    assert document.text == text.replace("\r\n", "\n").replace("\r", "\n")
    assert "".join(document.text[line.start : line.end] + "\n" for line in document.lines).rstrip(
        "\n"
    ) == document.text.rstrip("\n")
    assert document.sha256 == text_hash(document.text)
    assert document.id == document_id(document.sha256)


def test_lines_end_at_lf_only() -> None:
    document = read_text("one\u2028still one\x0bstill\x85one\ntwo", "clipboard")
    assert [document.text[line.start : line.end] for line in document.lines] == [
        "one\u2028still one\x0bstill\x85one",
        "two",
    ]


def test_a_few_broken_bytes_do_not_turn_utf8_into_another_encoding(tmp_path: Path) -> None:
    data = ("Größe, Übermaß, Ähre: " * 20).encode() + b"\xff end"
    text = read_file(written(tmp_path, data)).text
    assert text.startswith("Größe, Übermaß")
    assert text.endswith("\ufffd end")


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyDocument, "holds no text"),
        (b" \n\t\r\n", EmptyDocument, "holds no text"),
        (bytes(range(256)) * 40, UnreadableDocument, "not a text file"),
        (b"text\x01\x02\x03\x04" * 100, UnreadableDocument, "not a text file"),
        ("a text without a mark".encode("utf-16-le") * 50, UnreadableDocument, "UTF-16"),
        (b"caf\x81\x8d\x8f", UnreadableDocument, "encoding"),
        (b"%PDF-1.7\n" + b"\0" * 50, UnsupportedFormat, "a PDF file"),
        (b"<!DOCTYPE html><html><p>Hi", UnsupportedFormat, "a web page"),
        (b"PK\x03\x04" + b"\0" * 50, UnsupportedFormat, "Word"),
    ],
)
def test_what_is_no_text_is_refused_in_words(tmp_path: Path, data: bytes, error: type, words: str) -> None:
    with pytest.raises(error) as caught:
        read_file(written(tmp_path, data, "strange.txt"))
    assert words in str(caught.value)
    assert "strange.txt" in str(caught.value)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no file"):
        read_file(tmp_path / "missing.txt")
    with pytest.raises(UnreadableDocument, match="folder"):
        read_file(tmp_path)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"secret")

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything, so the refusal is played
    with pytest.raises(UnreadableDocument, match="no right to read"):
        read_file(path)


def test_progress_rises_to_one(tmp_path: Path) -> None:
    shares: list[float] = []
    read_file(written(tmp_path, b"A sentence of some length stands here.\n" * 200_000), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 10


@pytest.mark.parametrize("asked", [1, 3, 8])
def test_cancel_stops_at_any_stage(tmp_path: Path, asked: int) -> None:
    path = written(tmp_path, b"A sentence of some length stands here.\n" * 200_000)
    questions = iter(range(1000))
    with pytest.raises(Cancelled):
        read_file(path, cancelled=lambda: next(questions) >= asked)


def test_what_a_person_says_overrules_the_text() -> None:
    told = Published(Interval.within(instant(2001), instant(2002)), Precision.YEAR, PublishedOrigin.OPTION)
    document = read_text("A title\nPublished 3 March 2021\n", "clipboard", published=told, language="de")
    assert document.published == told
    assert document.language == "de"


def test_the_files_own_date_is_only_suggested(tmp_path: Path) -> None:
    document = read_file(written(tmp_path, b"No date stands in this text.\n"))
    assert document.published is None
    assert document.suggested_day is not None
    assert document.suggested_day > 20_000  # after 2024
