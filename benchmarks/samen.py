"""`python -m benchmarks.samen`: people who write and read at once, over HTTP, for a minute; nothing is lost.

Every change that the server accepted must be in the trail and in the data afterwards, and nobody may get an
error.
"""

import argparse
import random
import sys
import threading
import time
from collections import Counter
from datetime import date
from http import HTTPStatus

from benchmarks.omgeving import Server, own_installation

RIJEN = 12
GOED = {HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.CONFLICT}


def main() -> None:
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--schrijvers", type=int, default=8)
    lezer.add_argument("--lezers", type=int, default=32)
    lezer.add_argument("--seconden", type=int, default=60)
    lezer.add_argument("--zaad", type=int, default=2025)
    lezer.add_argument("--postgresql", action="store_true")
    opties = lezer.parse_args()
    with own_installation(postgresql=opties.postgresql):
        sys.exit(run(opties))


def run(opties: argparse.Namespace) -> int:
    """The exit status: 1 when somebody got an error or something was lost."""
    from benchmarks.nagaan import find_halves

    server = Server()
    try:
        schrijvers, lezers = make_mensen(server.port, opties)
        work([*schrijvers, *lezers], opties.seconden)
    finally:
        server.stop()
    verloren = [*find_halves(), *find_lost(schrijvers)]
    geschreven, gelezen = (add_up(mensen) for mensen in (schrijvers, lezers))
    fouten = sum(aantal for status, aantal in (geschreven + gelezen).items() if status not in GOED)
    print(f"geschreven: {describe(geschreven)}\ngelezen: {describe(gelezen)}")
    print(f"fouten: {fouten}\nkwijt of half: {len(verloren)}", *verloren, sep="\n")
    return 1 if fouten or verloren else 0


def make_mensen(port: int, opties: argparse.Namespace) -> tuple[list, list]:
    from django.db import connections

    from benchmarks.bezoeker import Bezoeker
    from benchmarks.mensen import Lezer, Schrijver
    from benchmarks.proefronde import NU, make_goedgekeurde_ronde, make_persoon, make_programma, make_ronde
    from programmalijnen.models import Rol
    from programmalijnen.services.rollen import set_rol
    from rapportage.services import adopt_ronde

    programma, manager = make_programma(RIJEN)
    vorige = make_goedgekeurde_ronde(programma, manager)
    adopt_ronde(ronde=vorige, door=manager, op=NU, vastgesteld_op=date(2024, 9, 3))
    ronde = make_ronde(programma, manager)
    werk = f"/werk/{programma.slug}/{ronde.slug}/"
    schrijvers = []
    for nummer in range(opties.schrijvers):
        persoon = make_persoon(f"schrijver-{nummer}")
        set_rol(gebruiker=persoon, programma=programma, rol=Rol.MEDEWERKER, door=manager, op=NU)
        sleutels = tuple(f"activiteit-{rij}" for rij in range(RIJEN))
        wie = Bezoeker(port, persoon), random.Random(opties.zaad + nummer)
        schrijvers.append(Schrijver(*wie, basis=werk, sleutels=sleutels))
    rapport = f"/programmas/{programma.slug}/"
    paginas = tuple(
        f"{basis}{deel}"
        for basis in (f"{rapport}{vorige.slug}/", f"{rapport}{ronde.slug}/concept/")
        for deel in ("", "lijnen/1/", "activiteiten/activiteit-1/", "planning/", "rapport/")
    )
    lezers = [
        Lezer(Bezoeker(port, manager), random.Random(-1 - nummer), paginas=(*paginas, "/werk/", werk))
        for nummer in range(opties.lezers)
    ]
    connections.close_all()
    return schrijvers, lezers


def work(mensen: list, seconden: int) -> None:
    samen, einde = threading.Barrier(len(mensen)), time.monotonic() + seconden
    draden = [threading.Thread(target=mens.work, args=(einde, samen)) for mens in mensen]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()


def find_lost(schrijvers: list) -> list[str]:
    """The accepted changes of which the trail does not tell. That data and trail agree is looked at apart."""
    from programmalijnen.models import Wijziging

    verteld = {
        (rij.sleutel.split("/")[-1], naam, nieuw)
        for rij in Wijziging.objects.filter(soort="realisatie")
        for naam, (_, nieuw) in rij.velden.items()
    }
    gezegd = [wijzigde for schrijver in schrijvers for wijzigde in schrijver.geaccepteerd]
    return [str(een) for een in gezegd if (een.sleutel, een.veld, een.waarde) not in verteld]


def add_up(mensen: list) -> Counter:
    return sum((mens.telling for mens in mensen), Counter())


def describe(telling: Counter) -> str:
    woorden = {
        HTTPStatus.FOUND: "opgeslagen",
        HTTPStatus.CONFLICT: "botsing gemeld",
        HTTPStatus.OK: "getoond",
    }
    return ", ".join(f"{aantal} {woorden.get(status, status)}" for status, aantal in telling.most_common())


if __name__ == "__main__":
    main()
