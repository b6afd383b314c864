"""The wheel: it installs a command that reads a document anywhere, with its vocabulary inside."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout, built with what is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(checkout)]
    subprocess.run(build, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a new environment with the wheel in it, which finds its requirements where the tests do."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    paths = {"base": str(folder), "platbase": str(folder)}
    scripts = Path(sysconfig.get_path("scripts", "venv", paths))
    packages = Path(sysconfig.get_path("purelib", "venv", paths))
    # as path entries come after the environment's own, the wheel's files come before the checkout's
    (packages / "requirements.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    install = [str(scripts / "python"), "-m", "pip", "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True)
    return scripts


def test_the_wheel_holds_the_program_and_its_vocabulary_and_nothing_else(wheel: Path, checkout: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    models = {f"extract/models/{file.name}" for file in (checkout / "models").iterdir()}

    assert models <= set(names)
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"extract", "pipeline.py"}


def test_the_command_reads_a_document_outside_of_the_checkout(scripts: Path, checkout: Path, tmp_path: Path) -> None:
    sample = checkout / "samples" / "violence-reduction-partnership.ruled.pdf"
    command = [str(scripts / "scrutiny-extract"), str(sample), "--output", str(tmp_path / "tables")]

    subprocess.run(command, cwd=tmp_path, check=True)

    rows = (tmp_path / "tables" / "recommendations.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) > 9
