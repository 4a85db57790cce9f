"""What lists over programmes show of a report, written at adoption as JSON beside its content.

What a programme reports or accounts for elsewhere is no part of them: it counts in the other programme
(rekenregels 5, docs/adr 11).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from financien.uitgaven import name_jaar
from programmalijnen.regels.begrippen import Oordeel, Telling

from .canoniek import plain, reader
from .geldtotalen import accounted_here, accounted_in_other_years
from .groeperen import VERWANT
from .opzoeken import with_onderdelen
from .rapport import Lijnregel, Rapport, Tegenspraakregel, Tel, Verwijzingregel
from .samenvatting import count
from .vooruit import next_mijlpalen

ELDERS_GERAPPORTEERD = "elders gerapporteerd"
BESCHIKBAAR = "beschikbaar"
VALT_OP = frozenset({Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarbedrag:
    """Money of one year: `soort` is beschikbaar, gepland or gerealiseerd; the last two are spending.

    `elders` is what another programme accounts for, not in `bedrag`; `tot_en_met` marks a partial year.
    """

    jaar: int
    soort: str
    bedrag: Decimal
    precisie: str = "precies"
    onvolledig: str = ""
    elders: Decimal | None = None
    tot_en_met: date | None = None

    @property
    def periode(self) -> str:
        return name_jaar(self.jaar, self.tot_en_met)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """A milestone that is still to come after the peildatum."""

    titel: str
    wanneer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deling:
    """A line names an activiteit or indicator of another line or programme, where it counts.

    `ronde` is the one of the owner that reports it, `sleutel` its own; both empty for what a line reports
    through another programme as a whole (`soort` elders gerapporteerd).
    """

    lijn: str
    soort: str
    titel: str
    eigenaar: str
    eigenaar_naam: str = ""
    eigenaar_lijn: str = ""
    ronde: str = ""
    sleutel: str = ""
    zekerheid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kerncijfers:
    """`activiteiten` and `doelen` are those reported here, `elders_` those that are not.

    `oordelen` are only those of which the team says that it goes wrong; an edition from before has none.
    """

    jaar: int
    label: str
    activiteiten: int = 0
    elders_activiteiten: int = 0
    doelen: tuple[Tel, ...] = ()
    elders_doelen: int = 0
    oordelen: tuple[Tel, ...] = ()
    geld: tuple[Jaarbedrag, ...] = ()
    volgende: Stap | None = None
    gedeeld: tuple[Deling, ...] = ()
    tegenspraken: tuple[Tegenspraakregel, ...] = ()

    @property
    def aantal_doelen(self) -> int:
        return sum(tel.aantal for tel in self.doelen)

    @property
    def elders_woorden(self) -> str:
        return describe_elders(self.elders_doelen, self.elders_activiteiten)

    @property
    def geld_van_het_jaar(self) -> tuple[Jaarbedrag, ...]:
        return tuple(bedrag for bedrag in self.geld if bedrag.jaar == self.jaar)


def describe_elders(doelen: int, activiteiten: int) -> str:
    """ "1 doel en 2 activiteiten"; empty without either."""
    delen = [
        count(doelen, "doel", "doelen") if doelen else "",
        count(activiteiten, "activiteit", "activiteiten") if activiteiten else "",
    ]
    return " en ".join(filter(None, delen))


def to_kerncijfers(rapport: Rapport) -> str:
    """As text for the column of the edition."""
    return json.dumps(plain(make_kerncijfers(rapport)), ensure_ascii=False, separators=(",", ":"))


def read_kerncijfers(tekst: str) -> Kerncijfers:
    """What `to_kerncijfers` wrote; fields it did not know take their default."""
    kerncijfers: Kerncijfers = reader(Kerncijfers)(json.loads(tekst))
    return kerncijfers


def make_kerncijfers(rapport: Rapport) -> Kerncijfers:
    tellingen = rapport.tellingen
    elders = sum(
        rij.opgave == ELDERS_GERAPPORTEERD and rij.soort != VERWANT
        for lijn in rapport.lijnen
        for rij in lijn.activiteiten
    )
    komend = next_mijlpalen(rapport)
    return Kerncijfers(
        jaar=rapport.ronde.jaar,
        label=rapport.ronde.label,
        activiteiten=tellingen.aantal_activiteiten - elders,
        elders_activiteiten=elders,
        doelen=tuple(tel for tel in tellingen.doelen if tel.aantal and tel.naam != Telling.ELDERS),
        elders_doelen=sum(tel.aantal for tel in tellingen.doelen if tel.naam == Telling.ELDERS),
        oordelen=tuple(tel for tel in tellingen.oordelen if tel.aantal and tel.naam in VALT_OP),
        geld=tuple(yearly_money(rapport)),
        volgende=Stap(titel=komend[0].titel, wanneer=komend[0].actueel) if komend else None,
        gedeeld=tuple(shared(rapport)),
        tegenspraken=rapport.tegenspraken,
    )


def yearly_money(rapport: Rapport) -> Iterator[Jaarbedrag]:
    """What the programme has for every year that its lines name, and what it spends in every year."""
    for geld in (accounted_here(rapport), *accounted_in_other_years(rapport)):
        if geld.hier.bedrag is not None:
            yield Jaarbedrag(
                jaar=geld.jaar,
                soort=BESCHIKBAAR,
                bedrag=geld.hier.bedrag,
                precisie=str(geld.hier.precisie),
                onvolledig=geld.hier.onvolledig,
                elders=geld.elders.bedrag,
            )
    for totaal in rapport.financien.jaartotalen:
        if totaal.bedrag is not None:
            yield Jaarbedrag(
                jaar=totaal.jaar,
                soort=totaal.soort,
                bedrag=totaal.bedrag,
                precisie=totaal.precisie,
                onvolledig=totaal.onvolledig,
                tot_en_met=totaal.tot_en_met,
            )


def shared(rapport: Rapport) -> Iterator[Deling]:
    """What its lines name of each other and of other programmes; nothing of one that is not openbaar."""
    for lijn in rapport.lijnen:
        yield from (make_deling(lijn, rij) for rij in lijn.verwijzingen if rij.eigenaar_programma)
        for rij in with_onderdelen(lijn.activiteiten):
            if rij.opgave == ELDERS_GERAPPORTEERD and rij.elders_programma:
                yield Deling(
                    lijn=lijn.code, soort=ELDERS_GERAPPORTEERD, titel=rij.titel, eigenaar=rij.elders_programma
                )


def make_deling(lijn: Lijnregel, rij: Verwijzingregel) -> Deling:
    bericht = rij.bericht
    return Deling(
        lijn=lijn.code,
        soort=rij.soort,
        titel=(bericht.titel if bericht else "") or rij.titel,
        eigenaar=rij.eigenaar_programma,
        eigenaar_naam=rij.eigenaar_naam,
        eigenaar_lijn=rij.eigenaar_lijn,
        ronde=bericht.ronde if bericht and bericht.sleutel else "",
        sleutel=rij.doel_sleutel,
        zekerheid=rij.zekerheid,
    )
