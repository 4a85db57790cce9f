"""Running other programs, and ending with a sentence instead of a trace."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from scripts import ROOT

PYTHON = sys.executable

# What may be set for another installation must not reach the demo or the tests.
EIGEN_VARIABELEN = ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL")


def die(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise SystemExit(1)


def run(command: Sequence[str], *, env: Mapping[str, str] | None = None, failure: str) -> None:
    """Run a program in the project's folder; when it fails, its own output stands above our sentence."""
    try:
        result = subprocess.run(command, cwd=ROOT, env=env, check=False)
    except FileNotFoundError:
        die(failure)
    if result.returncode:
        die(failure)


def manage(*arguments: str, env: Mapping[str, str] | None = None) -> None:
    failure = f"De opdracht 'manage.py {arguments[0]}' is mislukt; hierboven staat waarom."
    run([PYTHON, "manage.py", *arguments], env=env, failure=failure)


def clean_environment(**extra: str) -> dict[str, str]:
    """The environment without settings of an installation, with ours instead."""
    kept = {k: v for k, v in os.environ.items() if k not in EIGEN_VARIABELEN and not k.startswith("DORDT_")}
    return kept | extra
