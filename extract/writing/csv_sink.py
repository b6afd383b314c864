"""The five tables as CSV files that grow, and ``datapackage.json`` at the end: it holds their digests."""

from collections.abc import Mapping
from pathlib import Path

from extract.errors import OutputError
from extract.results import Result
from extract.storage.local import writing
from extract.writing.columns import TABLES, TableType
from extract.writing.csv_files import encode_header, encode_rows
from extract.writing.datapackage import FILE_NAME, encode_package
from extract.writing.growing import GrowingFile
from extract.writing.sinks import Begun, Options
from extract.writing.tables import tables_of


class CsvSink:
    """The tables in a folder; they go on from those of an earlier run where all five are given."""

    def __init__(self, folder: Path, options: Options, begun: Mapping[str, Begun]) -> None:
        """Begin the five files."""
        self._folder = folder
        self._files: list[tuple[TableType, GrowingFile]] = []
        goes_on = all(table.file_name in begun for table in TABLES)
        try:
            for table in TABLES:
                earlier = begun[table.file_name] if goes_on else None
                head = encode_header(table, bom=options.bom)
                self._files.append((table, GrowingFile(folder / table.file_name, head, earlier)))
        except OutputError:
            self.abandon()
            raise

    def add(self, result: Result) -> None:
        """Write the rows of a result."""
        tables = tables_of(result)
        for table, file in self._files:
            file.write(encode_rows(table, tables.rows_of(table.name)))

    def lengths(self) -> Mapping[str, int]:
        """How many bytes stand in each CSV file."""
        return {table.file_name: file.length() for table, file in self._files}

    def close(self) -> tuple[str, ...]:
        """The names of the CSV files and of their description."""
        for _, file in self._files:
            file.close()
        package = self._folder / FILE_NAME
        with writing(package):
            package.write_bytes(encode_package(self._folder))
        return (*(table.file_name for table in TABLES), FILE_NAME)

    def abandon(self) -> None:
        """Let go of the files as they are."""
        for _, file in self._files:
            file.abandon()
