"""The examples of ``docs/notebooks.md`` print what it says that they print."""

import re
import shlex
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import pipeline

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

PAGE = "docs/notebooks.md"
_COMMAND = re.compile(r"(?ms)^```sh\n(.*?)^```$")
_EXAMPLE = re.compile(r"(?ms)^```python\n(.*?)^```\n\n```text\n(.*?)^```$")


def test_every_example_prints_what_stands_below_it(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (checkout / PAGE).read_text(encoding="utf-8")
    (command,) = _COMMAND.findall(page)
    (tmp_path / "samples").symlink_to(checkout / "samples")
    monkeypatch.chdir(tmp_path)
    python, program, *arguments = shlex.split(command.replace("\\\n", ""))
    assert (python, program) == ("python", "pipeline.py")
    assert pipeline.main([*arguments, "--quiet", "--jobs", "0"]) == 0

    examples = _EXAMPLE.findall(page)
    assert page.count("```python") == len(examples) == 6
    notebook: dict[str, object] = {}
    printed = [_printed(code, notebook) for code, _ in examples]
    assert printed == [shown for _, shown in examples]


def _printed(code: str, notebook: dict[str, object]) -> str:
    """What a cell of a notebook prints."""
    with redirect_stdout(StringIO()) as printed:
        exec(compile(code, PAGE, "exec"), notebook)  # noqa: S102 - the page is the project's own
    return printed.getvalue()
