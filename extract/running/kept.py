"""What was read of each document, kept by its content so that no later run reads it again.

A file holds the digest of the report's JSON and then the result itself, compressed; its pictures, where they were
asked for, lie in another beside it. Each is written whole after the document was read, by whichever process read it; a
file that is damaged counts as none.
"""

import hashlib
import zlib
from dataclasses import replace

import msgspec

from extract.results import Pictures, Result
from extract.storage import STATE, Store
from extract.writing.json_file import encode_report

_FOLDER = f"{STATE}/read"
_DIGEST = 32  # bytes
_LEVEL = 1  # of compression: a tenth of the size already, and takes no time beside reading


def keep(store: Store, edition: str, sha256: str, result: Result) -> None:
    """Write down what was read of the document with this digest.

    Raises:
        OutputError: it could not be written.
    """
    if result.pictures is not None:  # first, so that what is known to be read has them
        store.write(_pictures_name(edition, sha256), msgspec.msgpack.encode(result.pictures))
    digest = report_digest(result)
    data = zlib.compress(msgspec.msgpack.encode(replace(result, pictures=None)), _LEVEL)
    store.write(_name(edition, sha256), digest + data)


def is_kept(store: Store, edition: str, sha256: str, *, pictures: bool = False) -> bool:
    """Whether what was read of the document with this digest is there and whole, its pictures too where wanted."""
    return kept_result(store, edition, sha256) is not None and (not pictures or _has_pictures(store, edition, sha256))


def kept_result(store: Store, edition: str, sha256: str) -> Result | None:
    """What was read of the document with this digest; ``None`` where it is not there, or damaged."""
    data = store.read(_name(edition, sha256))
    try:
        return None if data is None else msgspec.msgpack.decode(zlib.decompress(data[_DIGEST:]), type=Result)
    except (zlib.error, msgspec.DecodeError):
        return None


def kept_pictures(store: Store, edition: str, sha256: str) -> Pictures:
    """The pictures of the document with this digest; none where they are not there, or damaged."""
    return _read_pictures(store, edition, sha256) or ()


def _has_pictures(store: Store, edition: str, sha256: str) -> bool:
    return _read_pictures(store, edition, sha256) is not None


def _read_pictures(store: Store, edition: str, sha256: str) -> Pictures | None:
    data = store.read(_pictures_name(edition, sha256))
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=Pictures)
    except msgspec.DecodeError:
        return None


def kept_digest(store: Store, edition: str, sha256: str) -> bytes | None:
    """The digest of the JSON of what was read of a document, without reading that itself."""
    data = store.read(_name(edition, sha256))
    return None if data is None else data[:_DIGEST]


def report_digest(result: Result) -> bytes:
    """The digest of the JSON of a result's report; of nothing where it has none."""
    return hashlib.sha256(encode_report(result.report) if result.report else b"").digest()


def forget_older(store: Store, program: str) -> None:
    """Remove what other programs, or this one with another vocabulary, have left.

    Args:
        store: where it is.
        program: what the editions of this one begin with.
    """
    store.remove(name for name in store.children(_FOLDER) if not name.startswith(f"{_FOLDER}/{program}"))


def _name(edition: str, sha256: str) -> str:
    return f"{_FOLDER}/{edition}/{sha256[:2]}/{sha256}"


def _pictures_name(edition: str, sha256: str) -> str:
    return f"{_name(edition, sha256)}.pictures"
