"""What tests of many folders share."""

import signal
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how long an example takes depends on what else the machine does
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that the project is checked out in."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _heard() -> None:
    """Let Ctrl-C reach what tests start, though the tests themselves run in the background, where nothing hears it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
