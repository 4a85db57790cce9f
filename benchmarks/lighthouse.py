"""`make lighthouse`: Google's Lighthouse on the dashboard and the report, as production serves them.

gunicorn on a database of its own with the shipped programmes, no DEBUG, static files packed and
fingerprinted; only https is left out, for which there is no certificate here. Each page is measured KEREN
times as a phone and as a desk computer see it: printed are the medians, and what took marks off.
"""

import json
import os
import shutil
import statistics
import subprocess
from collections import Counter
from typing import Any

from benchmarks.omgeving import Server, own_installation
from scripts.pakketten import install_lighthouse
from scripts.uitvoering import die

KEREN = 3
RONDE = "/programmas/arbeidsmarkt-menselijk-kapitaal/augustus-2024/"
PAGINAS = {"dashboard": RONDE, "rapport": f"{RONDE}rapport/"}
APPARATEN: dict[str, list[str]] = {"telefoon": [], "bureau": ["--preset=desktop"]}
STREVEN = {"performance": 0.95, "accessibility": 1.0, "best-practices": 1.0}
CHROME = "--chrome-flags=--headless=new --no-sandbox"


def main() -> None:
    lighthouse, node, chromium = install_lighthouse(), find("node"), find("chromium")
    os.environ["CHROME_PATH"] = chromium
    with own_installation(postgresql=False):
        from django.core.management import call_command

        call_command("laad_programma", "--alles", verbosity=0)
        server = Server()
        try:
            for naam, pad in PAGINAS.items():
                for apparaat, keuze in APPARATEN.items():
                    adres = f"http://127.0.0.1:{server.port}{pad}"
                    metingen = [measure([node, str(lighthouse / "cli"), adres, *keuze]) for _ in range(KEREN)]
                    print(f"{naam}, {apparaat}\n{tell(metingen)}", flush=True)
        finally:
            server.stop()


def find(programma: str) -> str:
    if (pad := shutil.which(programma)) is None:
        die(f"Lighthouse heeft {programma} nodig; dat is niet gevonden.")
    return pad


def measure(command: list[str]) -> dict[str, Any]:
    """One run of Lighthouse: its report as it writes it."""
    soorten = f"--only-categories={','.join(STREVEN)}"
    uitvoer = subprocess.run(
        [*command, CHROME, soorten, "--quiet", "--output=json"], stdout=subprocess.PIPE, check=True
    )
    return json.loads(uitvoer.stdout)


def tell(metingen: list[dict[str, Any]]) -> str:
    """The median mark of each kind beside its aim, then the audits that lost marks in any run."""
    regels = []
    for soort, streven in STREVEN.items():
        cijfers = [meting["categories"][soort]["score"] for meting in metingen]
        cijfer = statistics.median(cijfers)
        regels.append(
            f"  {soort:<16}{cijfer:.2f}   >= {streven:g} {'ja' if cijfer >= streven else 'NEE'}  {cijfers}"
        )
    gemist = Counter(regel for meting in metingen for regel in missed(meting))
    return "\n".join([*regels, *(f"    {keren}x {regel}" for regel, keren in gemist.items())])


def missed(meting: dict[str, Any]) -> list[str]:
    """The audits that count towards a mark and have not the highest one, with their value."""
    telt = {
        ref["id"] for soort in meting["categories"].values() for ref in soort["auditRefs"] if ref["weight"]
    }
    return [
        f"{naam}: {audit['title']} {audit.get('displayValue', '')}"
        for naam, audit in meting["audits"].items()
        if naam in telt and audit["score"] is not None and audit["score"] < 1
    ]


if __name__ == "__main__":
    main()
