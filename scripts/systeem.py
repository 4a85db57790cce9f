"""Debian packages that testing needs: installed by root, otherwise named with the exact command."""

import glob
import os
import shutil
import subprocess
from collections.abc import Iterable

# Package -> the program or file that shows it is there, so that other distributions can do without apt-get.
CHROMIUM = {"chromium": "chromium", "fonts-liberation": "/usr/share/fonts/truetype/liberation*/*.ttf"}
POSTGRESQL = {"postgresql": "/usr/lib/postgresql/*/bin/pg_ctl"}
LIBREOFFICE = {"libreoffice-calc-nogui": "soffice"}
JAVA = {"default-jre-headless": "java"}


def missing(packages: dict[str, str]) -> list[str]:
    return [package for package, mark in packages.items() if not _present(mark)]


def _present(mark: str) -> bool:
    return bool(glob.glob(mark) if "/" in mark else shutil.which(mark))


def install(packages: Iterable[str]) -> None:
    """Install with apt-get where we may; what is still missing afterwards, the caller sees by `missing`."""
    wanted = list(packages)
    if not wanted or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"Even geduld: {', '.join(wanted)} wordt geïnstalleerd.", flush=True)
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *wanted]):
        subprocess.run(["apt-get", *command], env=env, stdout=subprocess.DEVNULL, check=False)


def advice(packages: Iterable[str]) -> str:
    return f"Installeer met: sudo apt-get install {' '.join(packages)}"
