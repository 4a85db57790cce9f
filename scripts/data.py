"""`make data`: the tables, the shipped programmes and one demo user per role; serves nothing."""

import os
from collections.abc import Mapping

from scripts import ROOT, VAR
from scripts.setup import setup
from scripts.stempel import fingerprint, stamp
from scripts.uitvoering import manage

GELADEN = VAR / "geladen-gegevens"
INLOGGEN = VAR / "demo-inloggen.txt"


def fixtures_print() -> str:
    return fingerprint((ROOT / "fixtures").glob("*.toml"))


def fill(env: Mapping[str, str]) -> None:
    """Fill the database of this environment. Running it again changes nothing that is already there."""
    print("De gegevens worden geladen.", flush=True)
    manage("migrate", "--verbosity", "0", "--no-input", env=env)
    manage("createcachetable", env=env)
    manage("laad_programma", "--alles", env=env)
    manage("maak_demogebruikers", "--naar", str(INLOGGEN), env=env)
    stamp(GELADEN, fixtures_print())


if __name__ == "__main__":
    setup(ontwikkeling=False)
    fill(os.environ)
    print(INLOGGEN.read_text())
