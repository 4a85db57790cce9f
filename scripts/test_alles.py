"""`make test-alles`: axe over every page x role x theme x width; the outcome goes to the documentation.

--alleen ROL and --breedte PIXELS take a sample; that is printed and not written down.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts import ROOT, systeem
from scripts.setup import setup
from scripts.uitvoering import PYTHON, clean_environment, die

VERSLAG = ROOT / "docs" / "toegankelijkheid.md"
ANTWOORDEN = ROOT / "tests" / "browser" / "antwoorden.toml"
BEGIN, EINDE = "<!-- uitkomst -->", "<!-- /uitkomst -->"
Bevinding = dict[str, str]


def run_delen(map_: Path, **omgeving: str) -> list[dict[str, Any]]:
    """Every process takes a share of the pages; what each of them saw."""
    delen = os.cpu_count() or 1
    paden = [map_ / f"{deel}.json" for deel in range(delen)]
    processen = [
        subprocess.Popen(
            [PYTHON, "-m", "pytest", "-q", "tests/browser/alles.py"],
            cwd=ROOT,
            env=clean_environment(DEEL=str(deel), DELEN=str(delen), UITKOMST=str(pad), **omgeving),
        )
        for deel, pad in enumerate(paden)
    ]
    for sein in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sein, lambda *_: sys.exit("Gestopt; er is niets weggeschreven."))
    try:
        codes = [proces.wait() for proces in processen]
    finally:
        for proces in processen:
            proces.terminate()
    if any(codes):
        die("Niet alle pagina’s zijn bekeken; hierboven staat waarom.")
    return [json.loads(pad.read_text()) for pad in paden]


def find_antwoord(vraag: Bevinding, antwoorden: list[dict[str, str]]) -> str:
    """What was answered to a question of axe; empty when nothing was."""
    for antwoord in antwoorden:
        past = antwoord["regel"] == vraag["regel"] and antwoord["uitleg"] in vraag["uitleg"]
        if past and antwoord.get("waar", "") in vraag["html"]:
            return antwoord["tekst"]
    return ""


def describe(uitkomsten: list[dict[str, Any]], fouten: int, vragen: list[tuple[Bevinding, str]]) -> str:
    """The outcome in Dutch, as it stands in the document."""
    eerste, alle = uitkomsten[0], sum(deel["verschillend"] for deel in uitkomsten)
    breedtes = ", ".join(map(str, eerste["breedtes"]))
    regels = [
        f"- axe-core {eerste['axe']}, de regels van WCAG 2.2 A en AA en *best practice*.",
        f"- Rollen: {', '.join(eerste['rollen'])}. Breedtes: {breedtes} pixels. Thema’s: licht en donker.",
        f"- {eerste['paginas']} pagina’s, elk zoals één rol haar ziet; {alle} verschillen van elkaar.",
        "  Waren de inhoud en de kop en voet eromheen al eerder te zien, dan telt de pagina niet opnieuw.",
        f"- {sum(deel['keren'] for deel in uitkomsten)} keer bekeken: **{fouten} overtredingen**.",
        "",
        "| Regel | Wat axe niet kan beslissen | Keer | Waar | Bekeken en beantwoord |",
        "|---|---|---:|---|---|",
    ]
    return "\n".join(regels + sorted(describe_vragen(vragen)))


def describe_vragen(vragen: list[tuple[Bevinding, str]]) -> Iterator[str]:
    """A row for each question that got one answer, with how often it came up and on which pages."""
    groepen: dict[tuple[str, str, str], list[str]] = {}
    for vraag, tekst in vragen:
        groepen.setdefault((vraag["regel"], vraag["uitleg"], tekst), []).append(vraag["waar"])
    for (regel, uitleg, tekst), plekken in groepen.items():
        paginas = sorted(set(plekken))
        waar = f"{len(paginas)} pagina’s, zoals `{paginas[0]}`"
        yield f"| {regel} | {uitleg} | {len(plekken)} | {waar} | {tekst} |"


def write_verslag(tekst: str) -> None:
    oud = VERSLAG.read_text()
    nieuw = f"{BEGIN}\n{tekst}\n{EINDE}"
    VERSLAG.write_text(re.sub(f"{BEGIN}.*{EINDE}", lambda _: nieuw, oud, flags=re.DOTALL))


def judge(uitkomsten: list[dict[str, Any]], *, steekproef: bool) -> None:
    antwoorden = tomllib.loads(ANTWOORDEN.read_text())["antwoord"]
    gezien = [bevinding for deel in uitkomsten for bevinding in deel["bevindingen"]]
    fouten = [bevinding for bevinding in gezien if bevinding["soort"] == "fout"]
    vragen = [(vraag, find_antwoord(vraag, antwoorden)) for vraag in gezien if vraag["soort"] == "vraag"]
    open_ = [vraag for vraag, antwoord in vragen if not antwoord]
    tekst = describe(uitkomsten, len(fouten), vragen)
    print(tekst)
    for bevinding in fouten + open_:
        print(*bevinding.values(), sep=" | ")
    if fouten or open_:
        die("Er zijn overtredingen, of vragen van axe zonder antwoord in tests/browser/antwoorden.toml.")
    if not steekproef:
        write_verslag(tekst)


def main() -> None:
    keuze = argparse.ArgumentParser(description="Bekijk alle pagina's met axe.")
    keuze.add_argument("--alleen", default="", metavar="ROL")
    keuze.add_argument("--breedte", default="1280,820,390,320", metavar="PIXELS")
    gekozen = keuze.parse_args(sys.argv[1:])
    setup(ontwikkeling=True)
    systeem.install(systeem.missing(systeem.CHROMIUM))
    with tempfile.TemporaryDirectory() as map_:
        uitkomsten = run_delen(Path(map_), ROL=gekozen.alleen, BREEDTES=gekozen.breedte)
    judge(uitkomsten, steekproef=sys.argv[1:] != [])


if __name__ == "__main__":
    main()
