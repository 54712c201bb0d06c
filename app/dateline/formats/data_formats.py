"""All data formats. To add one, write its file and add its line here."""

from typing import Final

from dateline.formats.csv_format import write_csv
from dateline.formats.data_format import DataFormat
from dateline.formats.json_format import write_json, write_jsonl
from dateline.formats.table_format import write_table

DATA_FORMATS: Final = (
    DataFormat("json", ".json", "one object: documents, events, undated, ledger", write_json),
    DataFormat("jsonl", ".jsonl", "one object a line: documents, then events, then the ledger", write_jsonl),
    DataFormat("csv", ".csv", "one row an event, for a spreadsheet", write_csv),
    DataFormat("table", ".txt", "aligned columns, to read on the terminal", write_table),
)


def data_format(name: str) -> DataFormat:
    """The format of that name. Raises KeyError where there is none."""
    found = next((known for known in DATA_FORMATS if known.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
