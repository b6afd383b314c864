"""What is compressed is the JSON Lines."""

from pathlib import Path

import pytest

from extract.records import Report
from tests.writing.written import copies, write

pa = pytest.importorskip("pyarrow")


@pytest.mark.parametrize("documents", [0, 1, 2, 300])
def test_it_holds_the_bytes_of_the_other(documents: int, report: Report, tmp_path: Path) -> None:
    plain = write("jsonl", copies(report, documents), tmp_path)["documents.jsonl"]
    compressed = write("jsonl.zst", copies(report, documents), tmp_path)["documents.jsonl.zst"]
    assert compressed.startswith(b"\x28\xb5\x2f\xfd")  # RFC 8878, section 3.1.1
    with pa.CompressedInputStream(tmp_path / "documents.jsonl.zst", "zstd") as stream:
        assert stream.read() == plain
    assert documents < 300 or len(compressed) < len(plain) / 10
