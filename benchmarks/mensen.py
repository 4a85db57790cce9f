"""People who use the site at the same time: they write texts of one round, or read pages."""

import random
import threading
import time
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus

from benchmarks.bezoeker import Bezoeker
from tests.formulier import lees_formulier

VELDEN = ("tekst", "oordeel_oorzaak", "oordeel_gevolg", "oordeel_bijsturing")
BEDENKTIJD = 0.3  # seconds at most between opening a page and saving it
GEEN_ANTWOORD = "geen antwoord"


@dataclass(frozen=True, slots=True)
class Wijzigde:
    """A change that the server said it had accepted."""

    sleutel: str
    veld: str
    waarde: str


@dataclass
class Mens(ABC):
    """Does one thing after the other until the time is up; `telling` counts the answers by status."""

    bezoeker: Bezoeker
    toeval: random.Random
    telling: Counter = field(default_factory=Counter)

    def work(self, einde: float, samen: threading.Barrier) -> None:
        samen.wait()
        while time.monotonic() < einde:
            try:
                self.telling[self.act()] += 1
            except OSError:
                self.telling[GEEN_ANTWOORD] += 1

    @abstractmethod
    def act(self) -> int:
        """One visit; the status of the answer that counts."""


@dataclass
class Lezer(Mens):
    paginas: tuple[str, ...] = ()

    def act(self) -> int:
        return self.bezoeker.get(self.toeval.choice(self.paginas)).status


@dataclass
class Schrijver(Mens):
    """Opens a page, thinks, and saves one field of it; now and then a colleague does the same."""

    basis: str = ""
    sleutels: tuple[str, ...] = ()
    geaccepteerd: list[Wijzigde] = field(default_factory=list)

    def act(self) -> int:
        sleutel = self.toeval.choice(self.sleutels)
        pad = f"{self.basis}activiteiten/{sleutel}/"
        geopend = self.bezoeker.get(pad)
        if geopend.status != HTTPStatus.OK:
            return geopend.status
        velden = lees_formulier(geopend.html)
        veld = self.toeval.choice([naam for naam in VELDEN if naam in velden])
        waarde = f"Getypt {self.toeval.getrandbits(64):x}."
        time.sleep(self.toeval.uniform(0, BEDENKTIJD))
        status = self.bezoeker.post(pad, velden | {veld: waarde}).status
        if status == HTTPStatus.FOUND:
            self.geaccepteerd.append(Wijzigde(sleutel, veld, waarde))
        return status
