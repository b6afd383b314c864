"""Addresses, and paths of this machine: told apart, named and joined."""

import os
import re
from pathlib import PurePosixPath

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # two letters or more: C:\\ is a drive
_SECRET = re.compile(r"(?<=://)[^/@]*@")


def is_address(location: str) -> bool:
    """Whether a place is named by an address (``s3://bucket/responses``) and not by a path of this machine."""
    return _ADDRESS.match(location) is not None


def file_name(location: str) -> str:
    """The name of a file without its folder, as it can be printed.

    Bytes that are no UTF-8 (a name from another system) are shown as ``�``.
    """
    name = PurePosixPath(location.partition("?")[0]).name if is_address(location) else os.path.basename(location)  # noqa: PTH119 - a path may end in a stroke, and is a string wherever it is passed on
    return printable(name)


def printable(name: str) -> str:
    """The name with what is no character replaced by ``�``."""
    return os.fsencode(name).decode("utf-8", "replace")


def without_secret(location: str) -> str:
    """The location without a user and a password in it, as it may be printed."""
    return _SECRET.sub("", location)
