"""Nothing that a document names is ever fetched: no address is asked, and no file of the machine is read."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import ProxyHandler, build_opener

import pytest

import pipeline
from tests.security.lures import LURES

_CANARY = "the canary sang at midnight"
_REFUSED = {
    "entities.docx",
    "kinds.docx",
    "entities.xlsx",
}  # documents that declare what Office never declares are not read


class Asked(ThreadingHTTPServer):
    """A server on this machine that notes what it is asked for."""

    def __init__(self) -> None:
        """Begin to listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Answer)
        self.paths = list[str]()

    @property
    def address(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.server_port}"


class _Answer(BaseHTTPRequestHandler):
    server: Asked

    def do_GET(self) -> None:
        """Note the request, and answer with the canary's words."""
        self.server.paths.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(_CANARY.encode())

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture
def server() -> Iterator[Asked]:
    """A server that runs as long as a test."""
    with Asked() as held:
        thread = Thread(target=held.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield held
        held.shutdown()
        thread.join()


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What asked for a connection or a host's address; none is made."""
    tried = list[object]()

    def refuse(*asked: object) -> None:
        tried.append(asked)
        raise OSError

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse, raising=True)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


def _output(make: str, address: str, folder: Path) -> str:
    """All that the program writes of a document."""
    (folder / make).write_bytes(LURES[make](address))
    here = ["--quiet", "--jobs", "0"]  # what a test has put in the way stands in this process only
    pipeline.main([str(folder / make), "-o", str(folder / "out"), "--debug-pages", str(folder / "pages"), *here])
    return "".join(path.read_text("utf-8") for path in (folder / "out").iterdir() if path.is_file())


def test_the_server_hears_whoever_asks(server: Asked) -> None:
    with build_opener(ProxyHandler({})).open(f"{server.address}/a") as answer:
        assert answer.read() == _CANARY.encode()
    assert server.paths == ["/a"]


@pytest.mark.parametrize("name", LURES)
def test_no_address_in_a_document_is_asked(name: str, server: Asked, tmp_path: Path) -> None:
    output = _output(name, server.address, tmp_path)
    assert server.paths == []
    assert _CANARY not in output
    assert ",accept," in output or name in _REFUSED


@pytest.mark.parametrize("name", LURES)
def test_no_file_that_a_document_names_is_read(name: str, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    canary.write_text(_CANARY, "utf-8")
    assert _CANARY not in _output(name, canary.as_uri(), tmp_path)


def test_no_socket_is_opened(no_sockets: list[object], tmp_path: Path) -> None:
    _output("pack.zip", "http://example.org", tmp_path)
    assert no_sockets == []
    with pytest.raises(OSError, match=r"^$"):
        socket.create_connection(("127.0.0.1", 9))
    assert no_sockets
