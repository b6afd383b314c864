"""Addresses: documents are read from them, and results written to them, as in a folder."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from extract.errors import InputMissingError, MissingPackageError
from extract.running.inputs import find_inputs
from extract.storage import is_address, load, open_store
from extract.storage.addresses import file_name, without_secret


@pytest.fixture(autouse=True)
def _empty_memory() -> Iterator[None]:
    yield
    MemoryFileSystem.store.clear()


@pytest.mark.parametrize(
    ("location", "address"),
    [("s3://bucket/a.pdf", True), ("https://x/a.pdf", True), ("C:\\a.pdf", False), ("/a.pdf", False), ("a:b", False)],
)
def test_addresses_are_told_from_paths(location: str, address: bool) -> None:  # noqa: FBT001 - a case
    assert is_address(location) is address


@pytest.mark.parametrize(
    ("location", "name"),
    [("s3://b/in/a.pdf", "a.pdf"), ("https://x/get/a.pdf?v=1", "a.pdf"), ("in/b.pdf", "b.pdf")],
)
def test_a_file_has_the_name_at_the_end_of_its_address(location: str, name: str) -> None:
    assert file_name(location) == name


def test_a_secret_in_an_address_is_not_shown() -> None:
    assert without_secret("https://user:word@host/a.pdf") == "https://host/a.pdf"


def test_a_folder_at_an_address_stands_for_the_files_in_it() -> None:
    store = open_store("memory://in")
    for name in ("b.txt", "sub/a.txt", ".hidden", "README.md"):
        store.write(name, b"text")
    found = [each.location for each in find_inputs(["memory://in"], "outputs")]
    assert found == ["memory:///in/b.txt", "memory:///in/sub/a.txt"]
    assert [load(each) for each in found] == [b"text", b"text"]
    assert [each.location for each in find_inputs(["memory://in/*.txt"], "outputs")] == ["memory:///in/b.txt"]


def test_a_folder_for_results_at_an_address_does_what_one_on_a_disk_does(tmp_path: Path) -> None:
    for store in (open_store("memory://out"), open_store(str(tmp_path / "out"))):
        store.write("old.csv", b"before")
        store.write("deep/er/a", b"1")
        assert (store.read("none"), store.has("none"), store.has("old.csv")) == (None, False, True)
        assert list(store.children("deep")) == ["deep/er"]
        assert list(store.children("none")) == []
        with store.lock(), store.staging() as staged:
            (staged / "sub").mkdir()
            (staged / "sub" / "new.csv").write_bytes(b"after")
            store.publish(staged, ["sub/new.csv"], ["old.csv"])
        store.recover()
        assert (store.read("sub/new.csv"), store.has("old.csv")) == (b"after", False)
        assert not staged.exists()
        store.remove(["deep", "none"])
        assert not store.has("deep/er/a")


def test_a_kind_of_address_that_nobody_knows_is_told() -> None:
    with pytest.raises(MissingPackageError, match="ftpx://"):
        load("ftpx://host/a.pdf")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a folder with a document."""
    (tmp_path / "a.txt").write_text("text")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_document_is_read_from_the_web(served: str) -> None:
    (given,) = find_inputs([f"{served}/a.txt"], "outputs")
    assert (given.name, given.read()) == ("a.txt", b"text")
    with pytest.raises(InputMissingError, match="no such file"):
        load(f"{served}/gone.txt")
