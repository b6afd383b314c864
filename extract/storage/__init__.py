"""Where documents come from and results go: folders of this machine, and other places by their addresses (s3://…)."""

from extract.storage.addresses import is_address
from extract.storage.local import LocalStore, load_bytes
from extract.storage.store import STATE, Store


def load(location: str) -> bytes:
    """The bytes of the file at a path or an address.

    Raises:
        InputMissingError: it is not there, is a folder, or may not be read.
        ChangingFileError: it was written to while it was read.
        MissingPackageError: its kind of address needs a package that is not installed.
    """
    if is_address(location):
        from extract.storage.remote import load_remote  # noqa: PLC0415 - few runs need fsspec

        return load_remote(location)
    return load_bytes(location)


def open_store(location: str) -> Store:
    """The folder for results at a path or an address.

    Raises:
        MissingPackageError: its kind of address needs a package that is not installed.
    """
    if is_address(location):
        from extract.storage.remote import RemoteStore  # noqa: PLC0415 - as above

        return RemoteStore(location)
    return LocalStore(location)


__all__ = ["STATE", "LocalStore", "Store", "is_address", "load", "load_bytes", "open_store"]
