"""start.sh on machines that lack something: one sentence, no trace. PATH holds only what the case gives."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import ROOT

TOOLS = ["sh", "dirname", "tr", "id"]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout with start.sh alone and a bin folder with a handful of tools."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "bin").mkdir()
    shutil.copy(ROOT / "scripts" / "start.sh", tmp_path / "scripts")
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return tmp_path


def add_program(machine: Path, name: str, text: str) -> None:
    program = machine / "bin" / name
    program.unlink(missing_ok=True)
    program.write_text(f"#!/bin/sh\n{text}\n")
    program.chmod(0o755)


def start(machine: Path) -> subprocess.CompletedProcess:
    env = {"PATH": str(machine / "bin"), "HOME": os.environ["HOME"]}
    command = [str(machine / "bin" / "sh"), str(machine / "scripts" / "start.sh"), "setup"]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_machine_without_python_is_told_what_to_install(machine):
    result = start(machine)
    assert result.returncode == 1
    assert result.stderr == (
        "Python 3.11 of nieuwer is nodig en niet gevonden. Installeer die met: sudo apt-get install python3\n"
    )


def test_python_that_is_too_old_counts_as_none(machine):
    add_program(machine, "python3", "exit 1")
    assert "Python 3.11 of nieuwer is nodig" in start(machine).stderr


def test_python_without_venv_is_told_which_package_has_it(machine):
    python = 'case "$2" in *ensurepip*) exit 1;; *print*) echo python3.11-venv;; esac'
    add_program(machine, "python3", python)
    add_program(machine, "id", "echo 1000")
    result = start(machine)
    assert result.returncode == 1
    assert result.stderr == (
        "Python mist de module venv. Installeer die met: sudo apt-get install python3.11-venv\n"
    )
