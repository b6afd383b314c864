"""Documents in an object store are read, and results written there, by the whole program; the store is one of here."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from extract.storage import open_store

s3fs = pytest.importorskip("s3fs", reason="reading from S3 is an extra")
moto = pytest.importorskip("moto.server", reason="an S3 of this machine is needed")

pytestmark = pytest.mark.slow

LETTER = (
    "Response of Leeds City Council\n\nRecommendation 1: That buses run.\n\nResponse: Agreed. We will run {} buses.\n"
)


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty bucket."""
    store = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    store.start()
    host, port = store.get_host_and_port()
    own = {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_DEFAULT_REGION": "us-east-1"}
    for name, value in (own | dict.fromkeys(("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"), "testing")).items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    s3fs.S3FileSystem().makedirs("archive", exist_ok=True)
    yield "s3://archive"
    s3fs.S3FileSystem.clear_instance_cache()
    store.stop()


def test_a_run_from_a_bucket_to_a_bucket_gives_what_one_on_a_disk_gives(bucket: str, tmp_path: Path) -> None:
    given, here = open_store(f"{bucket}/in"), tmp_path / "in"
    here.mkdir()
    for number in range(3):
        text = LETTER.format(number).encode()
        given.write(f"{number}.txt", text)
        (here / f"{number}.txt").write_bytes(text)
    assert pipeline.main([str(here), "-o", str(tmp_path / "out"), "--quiet", "--jobs", "0"]) == 0
    command = [f"{bucket}/in", "-o", f"{bucket}/out", "--quiet"]
    assert pipeline.main(command) == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("[!.]*") if path.name != "run.json"}
    results = open_store(f"{bucket}/out")
    assert {name: results.read(name) for name in written} == written
    assert len(written) > len(list(here.iterdir()))
    assert pipeline.main(command) == 0
    assert json.loads(results.read("run.json") or b"")["read"] == 0
    assert {name: results.read(name) for name in written} == written


def test_what_is_not_there_is_told(bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pipeline.main([f"{bucket}/none/a.pdf", "-o", str(tmp_path), "--quiet", "--jobs", "0"]) == 1
    assert "s3://archive/none/a.pdf: There is no such file." in capsys.readouterr().err
