"""What tests of corrections share."""

import pytest

from extract.flow import read_result
from extract.records import Recommendation
from extract.results import Result
from tests.correcting.asked import DATA, NAME


@pytest.fixture(scope="session")
def result() -> Result:
    """The response as it is read."""
    return read_result(DATA, NAME)


@pytest.fixture(scope="session")
def rows(result: Result) -> tuple[Recommendation, ...]:
    """Its rows."""
    assert result.report
    return result.report.recommendations
