"""Scrutiny review responses as data.

In a notebook::

    from extract import read_report, to_frames

    report = read_report("response.pdf")
    frames = to_frames([report])
    frames["recommendations"]
"""

from importlib import import_module
from typing import TYPE_CHECKING

from extract.errors import ExtractError
from extract.records import Report

if TYPE_CHECKING:
    from extract.flow import read_report
    from extract.writing.frames import to_frames

__version__ = "0.1.0"

__all__ = ["ExtractError", "Report", "__version__", "read_report", "to_frames"]

_LATER = {"read_report": "extract.flow", "to_frames": "extract.writing.frames"}
# imported when first asked for: a part of the program (a reader, a layout) starts without pandas and the rest


def __getattr__(name: str) -> object:
    """A public function by its name (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)
