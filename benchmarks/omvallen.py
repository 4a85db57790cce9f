"""`python -m benchmarks.omvallen`: kill the server in the middle of writing, and see that nothing is half.

Every act is begun, everything is killed (SIGKILL) at a random moment between its begin and its usual end,
the server starts again, and all that is stored is looked at. With `--rechtstreeks` a process that calls the
service is killed instead of a server, which is what `make test` does, a few times.
"""

import argparse
import http.client
import os
import random
import signal
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from benchmarks.omgeving import SPOOR, Server, own_installation

RIJEN = 40
PROEFKEREN = 2


def main() -> None:
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--keer", type=int, default=50, help="how often each act is killed")
    lezer.add_argument("--zaad", type=int, default=2025, help="the seed of the random moments")
    lezer.add_argument("--rijen", type=int, default=RIJEN, help="activiteiten in a round")
    lezer.add_argument("--postgresql", action="store_true")
    lezer.add_argument("--rechtstreeks", action="store_true", help="kill a process instead of a server")
    opties = lezer.parse_args()
    with own_installation(postgresql=opties.postgresql, dient_paginas=not opties.rechtstreeks):
        sys.exit(run(opties))


def run(opties: argparse.Namespace) -> int:
    """The exit status: 1 when anything was half."""
    from benchmarks.daden import DADEN
    from benchmarks.nagaan import find_halves
    from benchmarks.proefronde import make_programma

    toeval = random.Random(opties.zaad)
    programma, manager = make_programma(opties.rijen)
    proef = Rechtstreeks() if opties.rechtstreeks else OpServer(manager)
    print(f"{'daad':<14}{'keer':>6}{'gedaan':>8}{'niet':>6}{'in transactie':>15}{'half':>6}", flush=True)
    halven: list[str] = []
    try:
        for soort in DADEN:
            duur = statistics.mean(proef.time(soort(programma, manager)) for _ in range(PROEFKEREN))
            telling: Counter[str] = Counter()
            for _ in range(opties.keer):
                daad = soort(programma, manager)
                was_binnen = proef.kill(daad, toeval.uniform(0, duur))
                telling += judge(daad, was_binnen, halven)
            halven += find_halves()
            regel = f"{telling['gedaan']:>8}{telling['niet']:>6}{telling['binnen']:>15}{telling['half']:>6}"
            print(f"{soort.naam:<14}{opties.keer:>6}{regel}", flush=True)
    finally:
        proef.stop()
    print(*halven, sep="\n")
    return 1 if halven else 0


def judge(daad, was_binnen: bool, halven: list[str]) -> Counter[str]:
    """What came of one kill; what is not whole is added to `halven`.

    The trail and the editions are looked at when all kills of an act are done: nothing mends them meanwhile.
    """
    from benchmarks.nagaan import check_database, check_rondes

    uitkomst, gevonden = daad.outcome(), [*check_database(), *check_rondes()]
    if len(uitkomst) > 1:
        gevonden.append(f"{daad.naam} van {daad.ronde.slug} is half gedaan")
    halven += gevonden
    wat = "half" if gevonden else "gedaan" if uitkomst == {True} else "niet"
    return Counter({wat: 1, "binnen": int(was_binnen)})


class OpServer:
    """gunicorn is killed with all its workers while it answers."""

    def __init__(self, manager) -> None:
        from benchmarks.bezoeker import Bezoeker

        self.server = Server(werkers=1)  # only one answers, and the others take long to start
        self.bezoeker = Bezoeker(self.server.port, manager)

    def time(self, daad) -> float:
        klaar = daad.prepare(self.bezoeker)
        begin = time.perf_counter()
        antwoord = daad.send(self.bezoeker, klaar)
        duur = time.perf_counter() - begin
        if daad.outcome() != {True}:
            raise SystemExit(f"{daad.naam} lukt niet: antwoord {antwoord.status}.")
        return duur

    def kill(self, daad, moment: float) -> bool:
        """Whether a transaction was under way."""
        klaar = daad.prepare(self.bezoeker)
        forget_connections()
        os.truncate(os.environ[SPOOR], 0)

        def send() -> None:
            with suppress(OSError, http.client.HTTPException):
                daad.send(self.bezoeker, klaar)

        draad = threading.Thread(target=send)
        draad.start()
        time.sleep(moment)
        self.server.kill()
        draad.join()
        was_binnen = is_under_way()
        self.server.start()
        if self.bezoeker.get(daad.basis).status != http.HTTPStatus.OK:
            raise SystemExit("Na de herstart antwoordt de server niet.")
        return was_binnen

    def stop(self) -> None:
        self.server.stop()


class Rechtstreeks:
    """A process of its own calls the service and is killed."""

    def __init__(self) -> None:
        from benchmarks.transacties import watch_transactions

        watch_transactions(os.environ[SPOOR])

    def time(self, daad) -> float:
        begin = time.perf_counter()
        kind = fork(daad.call)
        os.waitpid(kind, 0)
        return time.perf_counter() - begin

    def kill(self, daad, moment: float) -> bool:
        os.truncate(os.environ[SPOOR], 0)
        kind = fork(daad.call)
        time.sleep(moment)
        os.kill(kind, signal.SIGKILL)
        os.waitpid(kind, 0)
        return is_under_way()

    def stop(self) -> None:
        """Nothing runs on."""


def fork(doe: Callable[[], None]) -> int:
    """A child with connections of its own that does one thing and is gone."""
    forget_connections()
    kind = os.fork()
    if kind == 0:
        try:
            doe()
        finally:
            os._exit(0)
    return kind


def forget_connections() -> None:
    from django.db import connections

    connections.close_all()


def is_under_way() -> bool:
    """Whether the last that was told is that a transaction began."""
    spoor = Path(os.environ[SPOOR])
    return spoor.exists() and spoor.read_bytes().endswith(b"+")


if __name__ == "__main__":
    main()
