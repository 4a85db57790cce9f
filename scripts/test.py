"""`make test`: the tests on SQLite, those of the database on PostgreSQL, the browser, a look at every page.

They run side by side, and each prints what it has to say when it is done.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from scripts import ROOT, systeem
from scripts.postgres import find_bin, temporary_cluster
from scripts.setup import setup
from scripts.uitvoering import PYTHON, clean_environment, die

GESLAAGD, MISLUKT = "geslaagd", "MISLUKT"
NA_DE_REST = ("nice", "-n", "5")
# What single tests need, and without which they skip.
DEELS = {"Narekenen in LibreOffice": systeem.LIBREOFFICE, "Nu HTML Checker": systeem.JAVA}


@dataclass(frozen=True, slots=True)
class Uitslag:
    """`uitvoer` is what the tests printed."""

    oordeel: str
    uitvoer: str = ""


@dataclass(slots=True)
class Lopers:
    """The processes that run now, so that who stops us stops them too."""

    processen: list[subprocess.Popen[str]] = field(default_factory=list)

    def pytest(self, selection: str, *, voorrang: bool = False, **env: str) -> Uitslag:
        """With `voorrang` before the others where they want the same processor."""
        command = [*([] if voorrang else NA_DE_REST), PYTHON, "-m", "pytest", "-m", selection, *sys.argv[1:]]
        with tempfile.TemporaryFile("w+") as uitvoer:
            proces = subprocess.Popen(
                command,
                cwd=ROOT,
                env=clean_environment(**env),
                stdout=uitvoer,
                stderr=subprocess.STDOUT,
                text=True,
            )
            self.processen.append(proces)
            code = proces.wait()
            uitvoer.seek(0)
            return Uitslag(MISLUKT if code else GESLAAGD, uitvoer.read())

    def on_sqlite(self) -> Uitslag:
        # One process, and the longest: what waits for it at the end leaves the other processor idle.
        return self.pytest("not browser and not paginas", voorrang=True)

    def on_postgresql(self, bin_: Path) -> Uitslag:
        try:
            with temporary_cluster(bin_) as url:
                return self.pytest("databank and not browser and not paginas", DATABASE_URL=url)
        except subprocess.CalledProcessError as problem:
            return Uitslag(f"{MISLUKT}: {' '.join(problem.cmd)}")

    def in_browser(self) -> Uitslag:
        return self.pytest("browser")

    def of_every_page(self) -> Uitslag:
        return self.pytest("paginas")

    @contextmanager
    def until_stopped(self) -> Iterator[None]:
        """Ctrl+C and SIGTERM end the tests first, and then what they needed (a database) is cleared away."""
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("Gestopt."))
        try:
            yield
        finally:
            for proces in self.processen:
                if proces.poll() is None:
                    proces.terminate()


def not_run(packages: dict[str, str]) -> Uitslag:
    return Uitslag(f"NIET GEDRAAID. {systeem.advice(systeem.missing(packages))}")


def find_halves(lopers: Lopers) -> tuple[dict[str, Callable[[], Uitslag]], dict[str, Uitslag]]:
    """What runs, what takes longest first, and what cannot run here."""
    halves: dict[str, Callable[[], Uitslag]] = {"SQLite": lopers.on_sqlite}
    without: dict[str, Uitslag] = {}
    if (bin_ := find_bin()) is None:
        without["PostgreSQL"] = not_run(systeem.POSTGRESQL)
    else:
        halves["PostgreSQL"] = lambda: lopers.on_postgresql(bin_)
    if systeem.missing(systeem.CHROMIUM):
        without["Browser"] = without["Alle pagina’s"] = not_run(systeem.CHROMIUM)
    else:
        halves |= {"Alle pagina’s": lopers.of_every_page, "Browser": lopers.in_browser}
    return halves, without


def run_halves(lopers: Lopers) -> dict[str, Uitslag]:
    halves, outcomes = find_halves(lopers)
    print(f"{', '.join(halves)}: naast elkaar. Wat klaar is, komt hieronder te staan.", flush=True)
    # All at once: tests that wait for a browser or a database leave room for the others.
    # Inside the pool: who stops us ends the tests first, or the pool would wait for them.
    with ThreadPoolExecutor(max_workers=len(halves)) as pool, lopers.until_stopped():
        names: dict[Future[Uitslag], str] = {pool.submit(half): name for name, half in halves.items()}
        for done in as_completed(names):
            outcomes[names[done]] = outcome = done.result()
            print(f"\n--- {names[done]} ---\n{outcome.uitvoer}", flush=True)
    return outcomes


def main() -> None:
    setup(ontwikkeling=True)
    needed = systeem.CHROMIUM | systeem.POSTGRESQL | systeem.LIBREOFFICE | systeem.JAVA
    systeem.install(systeem.missing(needed))
    halves = {name: outcome.oordeel for name, outcome in run_halves(Lopers()).items()}
    for name, packages in DEELS.items():
        if systeem.missing(packages):
            halves[name] = not_run(packages).oordeel
    print()
    for half, outcome in halves.items():
        print(f"{half}: {outcome}", flush=True)
    # Where everything can be installed, a half that was not run is a failure.
    wanted = {GESLAAGD} if os.environ.get("CI") else {GESLAAGD} | {o for o in halves.values() if "NIET" in o}
    if not set(halves.values()) <= wanted:
        die("Niet alle tests zijn geslaagd.")


if __name__ == "__main__":
    main()
