"""What a process that reads documents finds around it: a folder for temporary files, and an environment."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from extract.running.messages import TEMPORARY

_NAMING: Final = (TEMPORARY, "TEMP", "TMP")
"""The variables that name the folder for temporary files; the first that names one counts, as in ``tempfile``."""

_ONE_THREAD: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_PACKAGES: Final = Path(__file__).parent.parent.parent


def free_folder() -> str:
    """A name for a folder that nobody has used."""
    return str(_temporary() / f"scrutiny-extract-{secrets.token_hex(8)}")


def environment(folder: str) -> Mapping[str, str]:
    """The environment of a process whose temporary files are to lie in a folder."""
    return os.environ | _ONE_THREAD | _paths() | dict.fromkeys(_NAMING, folder)


def _temporary() -> Path:
    """The folder for temporary files.

    ``tempfile`` tries it out with a file, which would stay if the run were killed just then; so what the environment
    names is looked at and not tried.
    """
    named = (Path(os.environ[each]).absolute() for each in _NAMING if os.environ.get(each))
    usable = (each for each in named if each.is_dir() and os.access(each, os.W_OK))
    return next(usable, None) or Path(tempfile.gettempdir())


def _paths() -> dict[str, str]:
    """The folder that this program is imported from, and no folder that the command happens to be given in."""
    return {"PYTHONPATH": os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH"))))}
