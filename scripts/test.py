"""`make test`: the tests on SQLite, the database tests on PostgreSQL, the browser tests; a line for each."""

import os
import subprocess
import sys

from scripts import ROOT, systeem
from scripts.postgres import find_bin, temporary_cluster
from scripts.setup import setup
from scripts.uitvoering import PYTHON, clean_environment, die

GESLAAGD, MISLUKT = "geslaagd", "MISLUKT"


def pytest(selection: str, **env: str) -> str:
    command = [PYTHON, "-m", "pytest", "-m", selection, *sys.argv[1:]]
    code = subprocess.run(command, cwd=ROOT, env=clean_environment(**env), check=False).returncode
    return MISLUKT if code else GESLAAGD


def not_run(packages: dict[str, str]) -> str:
    return f"NIET GEDRAAID. {systeem.advice(systeem.missing(packages))}"


def on_sqlite() -> str:
    return pytest("not browser")


def on_postgresql() -> str:
    bin_ = find_bin()
    if bin_ is None:
        return not_run(systeem.POSTGRESQL)
    try:
        with temporary_cluster(bin_) as url:
            return pytest("databank and not browser", DATABASE_URL=url)
    except subprocess.CalledProcessError as problem:
        return f"{MISLUKT}: {' '.join(problem.cmd)}"


def in_browser() -> str:
    if systeem.missing(systeem.CHROMIUM):
        return not_run(systeem.CHROMIUM)
    return pytest("browser")


def main() -> None:
    setup(ontwikkeling=True)
    systeem.install(systeem.missing(systeem.CHROMIUM | systeem.POSTGRESQL | systeem.LIBREOFFICE))
    halves = {"SQLite": on_sqlite(), "PostgreSQL": on_postgresql(), "Browser": in_browser()}
    if without := systeem.missing(systeem.LIBREOFFICE):
        halves["Narekenen in LibreOffice"] = f"NIET GEDRAAID. {systeem.advice(without)}"
    print()
    for half, outcome in halves.items():
        print(f"{half}: {outcome}", flush=True)
    # Where everything can be installed, a half that was not run is a failure.
    wanted = {GESLAAGD} if os.environ.get("CI") else {GESLAAGD} | {o for o in halves.values() if "NIET" in o}
    if not set(halves.values()) <= wanted:
        die("Niet alle tests zijn geslaagd.")


if __name__ == "__main__":
    main()
