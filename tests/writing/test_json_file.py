"""A report is the same after it was JSON."""

import json

import pytest

from extract.errors import DamagedFileError
from extract.records import Report
from extract.writing.json_file import decode_report, encode_line, encode_report


def test_a_report_comes_back_from_its_json(report: Report) -> None:
    assert decode_report(encode_report(report)) == report
    assert decode_report(b"\xef\xbb\xbf" + encode_report(report)) == report


def test_the_json_is_readable(report: Report) -> None:
    data = encode_report(report)
    assert data.startswith(b'{\n  "schema_version": "1.5",\n  "document": {\n    "id"')
    assert data.endswith(b"}\n")
    assert "“Kent Police” won’t" in data.decode()
    assert json.loads(data)["document"]["title"] == "Réview, “part” one"


def test_a_line_is_the_same_without_a_break(report: Report) -> None:
    line = encode_line(report)
    assert (line.count(b"\n"), line[-2:]) == (1, b"}\n")
    assert b'", "' not in line
    assert json.loads(line) == json.loads(encode_report(report))


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b'{"schema_version": 1}'])
def test_what_is_no_report_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match=r"x\.json"):
        decode_report(data, "x.json")
