"""Milestones, decisions, contradictions and assumptions as lines of the report."""

from programmalijnen.models import Aanname, Besluit, Mijlpaal, Tegenspraak
from programmalijnen.regels.perioden import read_tijdspad

from ..rapport import Aannameregel, Besluitregel, Mijlpaalregel, Tegenspraakregel
from .gegevens import Gegevens


def make_mijlpalen(gegevens: Gegevens) -> tuple[Mijlpaalregel, ...]:
    """The milestones known on the peildatum: as first planned and as they stand."""
    return tuple(
        make_mijlpaal(gegevens, mijlpaal)
        for mijlpaal in gegevens.mijlpalen
        if gegevens.mijlpaalstanden.get(mijlpaal.pk)
    )


def make_mijlpaal(gegevens: Gegevens, mijlpaal: Mijlpaal) -> Mijlpaalregel:
    eerste, *_ = standen = gegevens.mijlpaalstanden[mijlpaal.pk]
    laatste = standen[-1]
    tijdspad = read_tijdspad(laatste.tijdspad)
    return Mijlpaalregel(
        sleutel=mijlpaal.sleutel,
        titel=mijlpaal.titel,
        lijn=mijlpaal.lijn.code if mijlpaal.lijn else "",
        activiteit=mijlpaal.activiteit.sleutel if mijlpaal.activiteit else "",
        bestuurlijk=mijlpaal.bestuurlijk,
        oorspronkelijk=eerste.tijdspad,
        actueel=laatste.tijdspad,
        staat=laatste.staat,
        reden=laatste.reden,
        van=tijdspad.van,
        tot=tijdspad.tot,
        besluit=str(mijlpaal.besluit or ""),
        vindplaats=laatste.vindplaats or mijlpaal.vindplaats,
        groep=mijlpaal.groep,
    )


def make_besluit(rij: Besluit) -> Besluitregel:
    return Besluitregel(
        sleutel=rij.sleutel,
        nummer=rij.nummer,
        titel=rij.titel,
        orgaan=rij.orgaan,
        datum=rij.datum,
        datum_tekst=rij.datum_tekst,
        vindplaats=rij.vindplaats,
        url=rij.url,
    )


def make_tegenspraak(rij: Tegenspraak) -> Tegenspraakregel:
    return Tegenspraakregel(
        sleutel=rij.sleutel,
        onderwerp=rij.onderwerp,
        soort=rij.soort,
        plaats_a=rij.plaats_a,
        waarde_a=rij.waarde_a,
        plaats_b=rij.plaats_b,
        waarde_b=rij.waarde_b,
        gebruikt=rij.gebruikt,
        reden=rij.reden,
    )


def make_aanname(rij: Aanname) -> Aannameregel:
    return Aannameregel(sleutel=rij.sleutel, over=rij.over, tekst=rij.tekst, reden=rij.reden)
