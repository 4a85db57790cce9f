"""Tables of choices over all activiteiten of a round: of whom is each asked, or where is it reported.

A select a row, drawn by the page itself: three hundred Django fields take a second. What the page was loaded
with travels in one field, so that a long list stays below the number of fields a request may have.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.http import QueryDict

from dordt_monitor.velden import Tekstveld

from ..models import Activiteit, Opgave, Realisatie, Teamlid

NIEMAND, ERUIT, ZOALS_HIERONDER = "", "eruit", ""
# The choices of a row that ask nothing of anybody; an e-mail address is never one of these words.
OPGAVEN = {
    "elders": Opgave.ELDERS,
    "niet": Opgave.NIET_GERAPPORTEERD,
    "onderdelen": Opgave.IN_ONDERDELEN,
}
WAAR = Tekstveld(max_length=250)


class Keuze(NamedTuple):
    waarde: str
    tekst: str


@dataclass(slots=True)
class Keuzerij:
    """`geladen` is the choice the page was shown with, `gekozen` what the person has chosen now."""

    sleutel: str
    titel: str
    bij: str
    lijn: str
    lijnnaam: str
    geladen: str
    gekozen: str
    waar_geladen: str = ""
    waar: str = ""
    vast: str = ""
    fout: str = ""

    def herlaad(self, rij: Realisatie) -> None:
        """What is stored now, beside what was chosen."""
        self.geladen, self.waar_geladen = keuze_van(rij), rij.elders_waar

    @property
    def vraagt_waar(self) -> bool:
        return self.gekozen == "elders"


@dataclass(slots=True)
class Lijnblok:
    sleutel: str
    titel: str
    rijen: list[Keuzerij] = field(default_factory=list)


class Keuzetabel:
    """The rows by line; what was posted replaces what was loaded. A choice for a whole line goes to the rows
    of that line on which nothing else was chosen, and which are reported here.
    """

    def __init__(
        self, rijen: Iterable[Keuzerij], schrijvers: Iterable[Teamlid], data: QueryDict | None = None
    ) -> None:
        self.personen = {lid.spoorsleutel: lid for lid in schrijvers}
        self.rijen = {rij.sleutel: rij for rij in rijen}
        if data is not None:
            self._read(data)

    @property
    def keuzes(self) -> list[Keuze]:
        return [Keuze(NIEMAND, "nog niemand"), *self._namen]

    @property
    def lijnkeuzes(self) -> list[Keuze]:
        return [Keuze(ZOALS_HIERONDER, "per activiteit"), Keuze("niemand", "nog niemand"), *self._namen]

    @property
    def _namen(self) -> list[Keuze]:
        return [Keuze(sleutel, lid.gebruiker.naam) for sleutel, lid in self.personen.items()]

    @property
    def lijnen(self) -> list[Lijnblok]:
        blokken: dict[str, Lijnblok] = {}
        for rij in self.rijen.values():
            blokken.setdefault(rij.lijn, Lijnblok(rij.lijn, rij.lijnnaam)).rijen.append(rij)
        return list(blokken.values())

    def trekkers(self) -> dict[str, Teamlid | None]:
        """{sleutel: of whom it is asked} of the rows on which somebody can be chosen."""
        return {rij.sleutel: self.personen.get(rij.gekozen) for rij in self.rijen.values() if not rij.vast}

    def _read(self, data: QueryDict) -> None:
        mogelijk = {keuze.waarde for keuze in self.keuzes}
        per_lijn = {"niemand": NIEMAND} | {sleutel: sleutel for sleutel in self.personen}
        gevraagd = {NIEMAND, *self.personen}
        for rij in self.rijen.values():
            getypt = data.get(f"trekker.{rij.sleutel}", rij.gekozen)
            rij.gekozen = getypt if getypt in mogelijk else rij.geladen
            hele_lijn = per_lijn.get(data.get(f"lijn.{rij.lijn}", ZOALS_HIERONDER))
            is_onveranderd = rij.gekozen == rij.geladen and rij.gekozen in gevraagd
            if hele_lijn is not None and is_onveranderd and not rij.vast:
                rij.gekozen = hele_lijn


class Samenstelling(Keuzetabel):
    """Also where a row of an open round is reported, and whether it stays in the round."""

    def __init__(
        self, realisaties: Iterable[Realisatie], schrijvers: Iterable[Teamlid], data: QueryDict | None = None
    ) -> None:
        self.realisaties = {rij.activiteit.sleutel: rij for rij in realisaties}
        # Who left the team stays a choice where the row was theirs, or the page would silently ask nobody.
        nu = [rij.trekker for rij in self.realisaties.values() if rij.trekker]
        super().__init__(map(make_keuzerij, self.realisaties.values()), [*schrijvers, *nu], data)

    @property
    def keuzes(self) -> list[Keuze]:
        return [*super().keuzes, *(Keuze(waarde, opgave) for waarde, opgave in OPGAVEN.items()), UIT_RONDE]

    @property
    def geladen(self) -> str:
        """What the page was shown with, to be sent back in one field."""
        return json.dumps({rij.sleutel: [rij.geladen, rij.waar_geladen] for rij in self.rijen.values()})

    @property
    def eruit(self) -> list[str]:
        return [rij.sleutel for rij in self.rijen.values() if rij.gekozen == ERUIT]

    @property
    def gewijzigd(self) -> list[Keuzerij]:
        return [
            rij
            for rij in self.rijen.values()
            if rij.gekozen != ERUIT and (rij.gekozen, rij.waar) != (rij.geladen, rij.waar_geladen)
        ]

    def velden(self, keuze: str, waar: str) -> dict[str, Any]:
        """The attributes of a Realisatie that a choice stands for; reported elsewhere keeps its programme."""
        opgave = OPGAVEN.get(keuze, Opgave.HIER)
        if opgave == Opgave.ELDERS:
            return {"opgave": opgave, "elders_waar": waar}
        nergens = {"opgave": opgave, "elders_waar": "", "elders_programma": None}
        return nergens if keuze in OPGAVEN else nergens | {"trekker": self.personen.get(keuze)}

    def _read(self, data: QueryDict) -> None:
        """The loaded values first: what a colleague changed since then must not look like our choice."""
        for sleutel, (keuze, waar) in read_geladen(data.get("geladen", "")).items():
            if sleutel in self.rijen:
                rij = self.rijen[sleutel]
                rij.geladen = rij.gekozen = keuze
                rij.waar_geladen = rij.waar = waar
        super()._read(data)
        for rij in self.rijen.values():
            self._read_waar(rij, data.get(f"waar.{rij.sleutel}", rij.waar))

    def _read_waar(self, rij: Keuzerij, getypt: str) -> None:
        try:
            rij.waar = WAAR.clean(getypt)
        except ValidationError as fout:
            rij.waar, rij.fout = getypt, " ".join(fout.messages)


UIT_RONDE = Keuze(ERUIT, "uit deze ronde halen")


def make_keuzerij(rij: Realisatie) -> Keuzerij:
    keuze = keuze_van(rij)
    return Keuzerij(
        sleutel=rij.activiteit.sleutel,
        titel=rij.titel,
        bij=rij.groep,
        lijn=rij.lijn.sleutel,
        lijnnaam=str(rij.lijn),
        geladen=keuze,
        gekozen=keuze,
        waar_geladen=rij.elders_waar,
        waar=rij.elders_waar,
    )


def keuze_van(rij: Realisatie) -> str:
    if rij.opgave == Opgave.HIER:
        return rij.trekker.spoorsleutel if rij.trekker else NIEMAND
    return next(keuze for keuze, opgave in OPGAVEN.items() if opgave == rij.opgave)


def make_openrij(activiteit: Activiteit, elders: Mapping[int, Realisatie]) -> Keuzerij:
    """Of a round that is still to be opened; what was reported elsewhere is asked of nobody."""
    trekker = activiteit.trekker
    keuze = trekker.spoorsleutel if trekker and trekker.vult_in else NIEMAND
    vorige = elders.get(activiteit.pk)
    waar = (vorige.elders_waar or str(vorige.elders_programma or "")) if vorige else ""
    return Keuzerij(
        sleutel=activiteit.sleutel,
        titel=activiteit.titel,
        bij=activiteit.groep,
        lijn=activiteit.lijn.sleutel,
        lijnnaam=str(activiteit.lijn),
        geladen=keuze,
        gekozen=keuze,
        vast=f"elders gerapporteerd{f': {waar}' if waar else ''}" if vorige else "",
    )


def read_geladen(tekst: str) -> dict[str, tuple[str, str]]:
    """{sleutel: (choice, where)}; nothing for what no page of ours sent."""
    try:
        gelezen = json.loads(tekst)
        return {str(sleutel): (str(keuze), str(waar)) for sleutel, (keuze, waar) in gelezen.items()}
    except (AttributeError, TypeError, ValueError):
        return {}
