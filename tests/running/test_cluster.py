"""A cluster reads as one machine does, and loses no document with a worker."""

import importlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import pipeline
from extract.errors import ClusterError, MissingPackageError
from extract.running.inputs import Input
from extract.running.isolation import Limits
from extract.running.messages import Settings
from extract.running.plan import read, survey, to_read
from tests.running.stand_in import MODULE

pytest.importorskip("distributed", reason="reading on a cluster is an extra")

from extract.running import cluster
from extract.running.cluster import Cluster

Make = Callable[[str, str], Input]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.slow
def test_documents_fail_on_a_cluster_as_they_do_on_one_machine(document: Make, settings: Settings) -> None:
    words = ("well", "killed", "bug", "hang", "empty", "well too", "well again")
    inputs = [document(f"{number}.txt", each) for number, each in enumerate(words)]
    with Cluster(settings, Limits(seconds=3), None, 2, MODULE) as engine:
        entries = survey(inputs, engine, lambda _: None)
        entries = read(entries, to_read(entries, force=False), engine, lambda _: None, fail_fast=False)
    codes = [entry.failure.code if entry.failure else None for entry in entries]
    assert codes == [None, "worker_lost", "internal", "timed_out", "empty_file", None, None]
    assert all(entry.known for entry, code in zip(entries, codes, strict=True) if code is None)


@pytest.mark.slow
def test_the_example_of_the_documentation_loses_a_worker_and_nothing_else(checkout: Path, tmp_path: Path) -> None:
    (block,) = re.findall(r"```sh\n(.*?)```", (checkout / "docs" / "cluster.md").read_text("utf-8"), re.DOTALL)
    command = f"{sys.executable} {checkout}/pipeline.py {checkout}/samples --quiet"
    script = block.replace("8786", str(_free_port())).replace("python pipeline.py samples", command)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    example = subprocess.Popen(
        [shutil.which("bash") or "", "-c", script],
        cwd=tmp_path,
        env=os.environ | {"PATH": path, "PYTHONPATH": str(checkout)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert example.wait(timeout=240) == 0
    finally:
        os.killpg(example.pid, signal.SIGKILL)
    assert pipeline.main([str(checkout / "samples"), "-o", str(tmp_path / "alone"), "--quiet"]) == 0
    names = {path.name for path in (tmp_path / "alone").glob("[!.]*")}
    assert names == {path.name for path in (tmp_path / "outputs" / "cluster").glob("[!.]*")}
    for name in names - {"run.json"}:
        assert (tmp_path / "outputs" / "cluster" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()


def test_a_scheduler_that_is_not_there_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT", 0.5)
    where = f"tcp://127.0.0.1:{_free_port()}"
    with pytest.raises(ClusterError, match="cannot be reached"), Cluster(settings, Limits(), where, 1):
        pass


def test_what_to_install_is_told_where_dask_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "distributed", None)
        with pytest.raises(MissingPackageError, match=r"scrutiny-extract\[cluster\]"):
            importlib.reload(cluster)
    importlib.reload(cluster)
