"""The timeline: milestones and tijdspaden on the quarters they span, no more exact than the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from dordt_monitor.grafiek.kwartalen import EEN_DAG, Kwartaalschaal, choose_quarters
from dordt_monitor.grafiek.waard import says_more
from dordt_monitor.opmaak import format_datum

from .grafieken.woorden import document_of, join_and, join_bronnen
from .rapport import Mijlpaalregel, Rapport
from .tijdspaden import Tijdspadrij, dated_tijdspaden
from .vooruit import next_mijlpalen

TIJDSPAD = "tijdspad"
VOL_TOT = 80
IN_DE_TITEL = {
    "gehaald": "gehaald",
    "verschoven": "verschoven",
    "gepland": "gepland",
    "vervallen": "vervallen",
    "niet vermeld": "zonder bericht wat ervan is geworden",
}
VOORBIJ = "voorbij op de peildatum; niet gemeld of het is gehaald"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdrij:
    """`x` and `breedte` are percents; `vorm` is dag, balk, tot (no begin) or vanaf (no end).

    `staat` is that of a milestone, or tijdspad. `is_komend`: it ends after the peildatum.
    """

    titel: str
    pad: str
    wanneer: str
    eerst: str
    bij: str
    staat: str
    vorm: str
    x: str
    breedte: str
    is_komend: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdgroep:
    """The rows in time; those from `voorbij` on end after the peildatum."""

    sleutel: str
    naam: str
    rijen: tuple[Tijdrij, ...]

    @property
    def voorbij(self) -> tuple[Tijdrij, ...]:
        return tuple(rij for rij in self.rijen if not rij.is_komend)

    @property
    def komend(self) -> tuple[Tijdrij, ...]:
        return tuple(rij for rij in self.rijen if rij.is_komend)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdlijn:
    """`peil` is where the peildatum ends, in percents; `staten` are those that are drawn."""

    titel: str
    zin: str
    bron: str
    schaal: Kwartaalschaal
    peil: str
    groepen: tuple[Tijdgroep, ...]

    @property
    def peil_rechts(self) -> bool:
        """Whether the word beside the line of the peildatum stands before it: behind it is no room."""
        return float(self.peil) > VOL_TOT

    @property
    def staten(self) -> tuple[str, ...]:
        drawn = {rij.staat for groep in self.groepen for rij in groep.rijen}
        return tuple(staat for staat in (*IN_DE_TITEL, TIJDSPAD) if staat in drawn)


def make_tijdlijn(rapport: Rapport) -> Tijdlijn | None:
    """None where too few moments can be read to compare them."""
    mijlpalen = [rij for rij in rapport.mijlpalen if rij.van or rij.tot]
    tijdspaden = dated_tijdspaden(rapport)
    spans = [(rij.van, rij.tot) for rij in mijlpalen]
    spans += [(rij.tijdspad.van, rij.tijdspad.tot) for rij in tijdspaden]
    if not says_more(spans):
        return None
    schaal = choose_quarters([rapport.peildatum, *(dag for dag in chain(*spans) if dag)])
    return Tijdlijn(
        titel=_titel(rapport, len(tijdspaden)),
        zin=_zin(rapport, len(rapport.mijlpalen) - len(mijlpalen), len(tijdspaden)),
        bron=join_bronnen(document_of(rij.vindplaats) for rij in mijlpalen),
        schaal=schaal,
        peil=schaal.place(rapport.peildatum + EEN_DAG),
        groepen=tuple(_groepen(rapport, schaal, mijlpalen, tijdspaden)),
    )


def _groepen(
    rapport: Rapport, schaal: Kwartaalschaal, mijlpalen: list[Mijlpaalregel], tijdspaden: list[Tijdspadrij]
) -> Iterator[Tijdgroep]:
    kinds = (
        ("bestuur", "Bestuurlijk", [rij for rij in mijlpalen if rij.bestuurlijk]),
        ("uitvoering", "Uitvoering", [rij for rij in mijlpalen if not rij.bestuurlijk]),
    )
    for sleutel, naam, gekozen in kinds:
        op_tijd = sorted(gekozen, key=lambda rij: (rij.tot or date.max, rij.van or date.min))
        if rijen := tuple(_mijlpaal(schaal, rij, rapport.peildatum) for rij in op_tijd):
            yield Tijdgroep(sleutel=sleutel, naam=naam, rijen=rijen)
    if rijen := tuple(_tijdspad(schaal, rij, rapport.peildatum) for rij in tijdspaden):
        yield Tijdgroep(sleutel="onderdelen", naam="Ambities en activiteiten", rijen=rijen)


def _mijlpaal(schaal: Kwartaalschaal, rij: Mijlpaalregel, peildatum: date) -> Tijdrij:
    is_komend = (rij.tot or date.max) > peildatum
    return Tijdrij(
        titel=rij.titel,
        pad=f"planning/#{rij.sleutel}",
        wanneer=rij.actueel,
        eerst=rij.oorspronkelijk if rij.oorspronkelijk != rij.actueel else "",
        bij=VOORBIJ if rij.staat == "gepland" and not is_komend else "",
        staat=rij.staat,
        is_komend=is_komend,
        **_place(schaal, rij.van, rij.tot),
    )


def _tijdspad(schaal: Kwartaalschaal, rij: Tijdspadrij, peildatum: date) -> Tijdrij:
    tijdspad = rij.tijdspad
    wanneer = tijdspad.actueel or tijdspad.oorspronkelijk
    return Tijdrij(
        titel=rij.titel,
        pad=rij.pad,
        wanneer=wanneer,
        eerst=tijdspad.oorspronkelijk if tijdspad.oorspronkelijk != wanneer else "",
        bij="ambitie" if rij.is_ambitie else "",
        staat=TIJDSPAD,
        is_komend=(tijdspad.tot or date.max) > peildatum,
        **_place(schaal, tijdspad.van, tijdspad.tot),
    )


def _place(schaal: Kwartaalschaal, van: date | None, tot: date | None) -> dict[str, str]:
    if van is None or tot is None:
        vorm, grens = ("vanaf", van) if van else ("tot", (tot or schaal.van) + EEN_DAG)
        return {"vorm": vorm, "x": schaal.place(grens or schaal.van), "breedte": "0"}
    vorm = "dag" if van == tot else "balk"
    return {"vorm": vorm, "x": schaal.place(van), "breedte": schaal.span(van, tot)}


def _titel(rapport: Rapport, tijdspaden: int) -> str:
    """How the milestones stand, those without a readable moment too."""
    staten = [rij.staat for rij in rapport.mijlpalen]
    if not staten:
        return f"{tijdspaden} ambities en activiteiten met een tijdspad"
    if len(set(staten)) == 1 and len(staten) > 1:
        return f"Alle {len(staten)} mijlpalen zijn {IN_DE_TITEL[staten[0]]}"
    delen = [f"{staten.count(staat)} {woord}" for staat, woord in IN_DE_TITEL.items() if staat in staten]
    return f"Van {len(staten)} mijlpalen: {join_and(delen)}"


def _zin(rapport: Rapport, zonder: int, tijdspaden: int) -> str:
    zinnen = []
    if komend := next_mijlpalen(rapport):
        peildatum = format_datum(rapport.peildatum)
        zinnen.append(f"Als eerste komt na {peildatum}: {komend[0].titel} ({komend[0].actueel}).")
    if tijdspaden > 1 and rapport.mijlpalen:
        zinnen.append(f"{tijdspaden} ambities en activiteiten hebben een tijdspad met een datum.")
    if zonder:
        woord = "mijlpaal noemt" if zonder == 1 else "mijlpalen noemen"
        zinnen.append(f"{zonder} {woord} geen dag, kwartaal of jaar: zie de tabel.")
    return " ".join(zinnen)
