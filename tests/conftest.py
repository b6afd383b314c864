"""What tests of many folders share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that the project is checked out in."""
    return Path(__file__).parent.parent
