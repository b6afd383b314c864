"""Compound files (MS-CFB) made for tests: what Outlook's messages and the Office files of before 2007 are."""

import struct
from collections.abc import Mapping, Sequence

_SECTOR = 512
_FREE, _END, _TABLE, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STREAM, _ROOT = 2, 5


def message(body: str) -> bytes:
    """An Outlook message of these words (MS-OXMSG), and nothing else."""
    words = body.ljust(2048).encode("utf-16-le")  # shorter streams are kept in another way
    properties = bytes(32) + struct.pack("<IIII", 0x1000_001F, 6, len(words), 0)
    return compound({"__properties_version1.0": properties.ljust(4096, b"\0"), "__substg1.0_1000001F": words})


def compound(streams: Mapping[str, bytes], shared: Sequence[str] = ()) -> bytes:
    """A compound file of these streams, each of 4,096 bytes or more.

    Args:
        streams: the bytes of each, by its name.
        shared: names of more streams, each of the same sectors as the last.
    """
    data, chains, places = b"", list[int](), dict[str, tuple[int, int]]()
    for name, held in streams.items():
        count = -(-len(held) // _SECTOR)
        places[name] = (len(chains), len(held))
        chains += [*range(len(chains) + 1, len(chains) + count), _END]
        data += held.ljust(count * _SECTOR, b"\0")
    places |= {name: list(places.values())[-1] for name in shared}
    directory = _directory(places)
    first = len(chains)
    chains += [*range(first + 1, first + len(directory) // _SECTOR), _END]
    tables = -(-len(chains) // (_SECTOR // 4 - 1))
    numbers = [*chains, *[_TABLE] * tables]
    table = struct.pack(f"<{len(numbers)}I", *numbers).ljust(tables * _SECTOR, b"\xff")
    return _header(first, len(chains), tables) + data + directory + table


def _header(directory: int, first: int, tables: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, tables, directory, 0, 4096, _END, 0, _END, 0, first)
    more = range(first + 1, first + tables)
    return (head + struct.pack(f"<{len(more)}I", *more)).ljust(_SECTOR, b"\xff")


def _directory(places: Mapping[str, tuple[int, int]]) -> bytes:
    """The root and its streams, a line of right siblings."""
    entries = [_entry("Root Entry", _ROOT, (_NONE, 1), (_END, 0))]
    for number, (name, held) in enumerate(places.items(), 1):
        right = number + 1 if number < len(places) else _NONE
        entries.append(_entry(name, _STREAM, (right, _NONE), held))
    whole = b"".join(entries)
    return whole.ljust(-(-len(whole) // _SECTOR) * _SECTOR, b"\0")


def _entry(name: str, kind: int, next_to: tuple[int, int], held: tuple[int, int]) -> bytes:
    """An entry of the directory: its right sibling and its child, where it begins and how many bytes it has."""
    letters = name.encode("utf-16-le") + b"\0\0"
    head = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, _NONE, *next_to)
    return head + bytes(36) + struct.pack("<IQ", *held)
