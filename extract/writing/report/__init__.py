"""The report: a page for a browser, in which a batch is read, checked against the pages, and corrected."""

from extract.writing.report.sink import ReportSink

__all__ = ["ReportSink"]
