"""What LibreOffice converts stands in a folder of its own, which is private and goes whatever comes."""

import os
import sys
import time
from pathlib import Path

import pytest

from extract.errors import ConverterError
from extract.reading import conversion
from extract.reading.conversion import convert

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="LibreOffice is stood in for by a script")

_NOTES = """#!/bin/sh
for last; do :; done
folder=$(dirname "$last")
ls -ld "$folder" | cut -c1-10 > "{notes}/mode"
cp "$last" "$folder/profile/user/registrymodifications.xcu" "{notes}"
echo "$folder" > "{notes}/folder"
{then}
"""


def _stand_in(folder: Path, then: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a script in LibreOffice's place that notes what it is given, and then does as it is told."""
    program = folder / "soffice"
    program.write_text(_NOTES.format(notes=folder, then=then), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize(
    ("then", "longest", "message"),
    [
        ("exit 1", 60, "could not read"),
        ("kill -9 $$", 60, "could not read"),
        pytest.param("sleep 60", 2, "took longer", marks=pytest.mark.slow),
    ],
)
def test_the_folder_is_private_and_removed_where_libreoffice_fails(
    then: str, longest: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "_LONGEST", longest)
    _stand_in(tmp_path, then, monkeypatch)
    with pytest.raises(ConverterError, match=message):
        convert(b"{\\rtf1 secret}", "a.rtf", "rtf", "docx")
    assert (tmp_path / "document.rtf").read_bytes() == b"{\\rtf1 secret}"
    assert (tmp_path / "mode").read_text("utf-8").strip() == "drwx------"
    assert not Path((tmp_path / "folder").read_text("utf-8").strip()).exists()


def test_the_folder_is_removed_where_libreoffice_does_as_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, 'mkdir "$folder/made"; echo made > "$folder/made/document.docx"', monkeypatch)
    assert convert(b"{\\rtf1 x}", "a.rtf", "rtf", "docx") == b"made\n"
    assert not Path((tmp_path / "folder").read_text("utf-8").strip()).exists()


@pytest.mark.slow
def test_what_libreoffice_started_ends_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_LONGEST", 2)
    _stand_in(tmp_path, f'(sleep 4; echo late > "{tmp_path}/late") & wait', monkeypatch)
    with pytest.raises(ConverterError, match="took longer"):
        convert(b"{\\rtf1 x}", "a.rtf", "rtf", "docx")
    time.sleep(3)
    assert not (tmp_path / "late").exists()


def test_libreoffice_is_told_to_run_no_macros_and_to_fetch_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, "exit 1", monkeypatch)
    with pytest.raises(ConverterError):
        convert(b"{\\rtf1 x}", "a.rtf", "rtf", "docx")
    settings = (tmp_path / "registrymodifications.xcu").read_text("utf-8")
    for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert f'oor:name="{name}" oor:op="fuse"><value>true</value>' in settings
    assert 'oor:name="ooInetProxyType" oor:op="fuse"><value>2</value>' in settings
