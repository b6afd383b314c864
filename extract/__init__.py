"""Scrutiny review responses as data.

In a notebook::

    from extract import read_report, to_frames

    report = read_report("response.pdf")
    frames = to_frames([report])
    frames["recommendations"]
"""

from extract.errors import ExtractError
from extract.flow import read_report
from extract.records import Report
from extract.writing.frames import to_frames

__version__ = "0.1.0"

__all__ = ["ExtractError", "Report", "__version__", "read_report", "to_frames"]
