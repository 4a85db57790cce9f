"""Target against realised: a bullet for each doel that has a number (rekenregels 3)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort, Tabel
from programmalijnen.regels.begrippen import Doeltoestand, Telling

from ..rapport import Activiteitregel, Doelregel, Lijnregel
from .woorden import join_bronnen, make_sleutel

VOL = Decimal(100)
GEEN = "geen"
ALLEEN_CATEGORIEEN = "alleen naar categorie"

KOP = ("Doel", "Nulmeting", "Verwacht", "Gerealiseerd", "Streefwaarde", "Bereikt", "Koers", "Periode")

# The piles as they read after a number, those with a verdict first.
IN_DE_TITEL = {
    Telling.BEHAALD: "gehaald of op doelniveau",
    Telling.OP_SCHEMA: "op schema",
    Telling.AANDACHT: "met aandacht",
    Telling.ACHTER: "achter",
    Telling.VERSLECHTERD: "verslechterd",
    Telling.NIET_BEHAALD: "niet gehaald",
    Telling.ZONDER_OORDEEL: "zonder rekenkundig oordeel",
    Telling.NIET_GEMETEN: "niet gemeten",
    Telling.ELDERS: "elders",
}


def doelen_grafiek(lijn: Lijnregel) -> Grafiek | None:
    """The doelen of the line itself, of its ambities and of its activiteiten, in report order."""
    return bullet_grafiek(lijn.sleutel, doelen_of(lijn))


def bullet_grafiek(sleutel: str, doelen: Iterable[Doelregel]) -> Grafiek | None:
    """A bar towards the target for each doel with a streefwaarde; None when not one has a bar to draw."""
    met_getal = [doel for doel in doelen if _has_number(doel)]
    if not any(_length(doel) is not None for doel in met_getal):
        return None
    return Grafiek(
        sleutel=make_sleutel("doelen", sleutel),
        titel=_titel(met_getal),
        eenheid="",
        soort=Soort.BULLET,
        categorieen=tuple(doel.omschrijving for doel in met_getal),
        reeksen=tuple(_reeksen(met_getal)),
        zin=_zin(met_getal),
        bron=join_bronnen(doel.bron for doel in met_getal),
        tabel=Tabel(kop=KOP, rijen=tuple(map(_tabelrij, met_getal)), getalkolommen=(1, 2, 3, 4, 5)),
        waardetekst=tuple(doel.afgedrukt for doel in met_getal),
        bijschriften=tuple(map(_bijschrift, met_getal)),
    )


def doelen_of(lijn: Lijnregel) -> Iterator[Doelregel]:
    yield from lijn.doelen
    for ambitie in lijn.ambities:
        yield from ambitie.doelen
    for activiteit in lijn.activiteiten:
        yield from _doelen_of_activiteit(activiteit)


def _doelen_of_activiteit(activiteit: Activiteitregel) -> Iterator[Doelregel]:
    yield from activiteit.doelen
    for onderdeel in activiteit.onderdelen:
        yield from _doelen_of_activiteit(onderdeel)


def _has_number(doel: Doelregel) -> bool:
    return doel.streefwaarde is not None and doel.toestand != Doeltoestand.VERVALLEN


def _length(doel: Doelregel) -> Decimal | None:
    """The way from start to target; without a start the share of the target, where the rules speak of one."""
    if doel.balk is not None or not doel.aandeel_afgedrukt:
        return doel.balk
    if doel.waarde is None or not doel.streefwaarde:
        return None
    return min(doel.waarde / doel.streefwaarde * VOL, VOL)


def _starts_at_nulmeting(doel: Doelregel) -> bool:
    """Whether `bereikt` counts from the start, as of a stand, and not from nothing, as of a stroom."""
    start = doel.start.waarde if doel.start else None
    if start is None or doel.waarde is None or doel.bereikt is None or doel.streefwaarde in (None, start):
        return False
    eind = doel.streefwaarde or Decimal(0)
    weg = (doel.waarde - start) / (eind - start)
    return not eind or abs(weg - doel.bereikt) <= abs(doel.waarde / eind - doel.bereikt)


def print_nulmeting(doel: Doelregel) -> str:
    """With when it was: "30.240 (eind 2023)"."""
    return f"{doel.start.afgedrukt} ({doel.start.periode})" if doel.start else ""


def _reeksen(doelen: list[Doelregel]) -> Iterator[Reeks]:
    yield Reeks(
        naam="gerealiseerd",
        rol=Rol.WAARDE,
        waarden=tuple(map(_length, doelen)),
        afgedrukt=tuple(map(print_realisatie, doelen)),
    )
    if any(map(_starts_at_nulmeting, doelen)):
        yield Reeks(
            naam="nulmeting",
            rol=Rol.NULMETING,
            waarden=tuple(Decimal(0) if _starts_at_nulmeting(doel) else None for doel in doelen),
            afgedrukt=tuple(map(print_nulmeting, doelen)),
        )
    if any(doel.verwacht_balk is not None for doel in doelen):
        yield Reeks(
            naam="verwacht",
            rol=Rol.VERWACHT,
            waarden=tuple(doel.verwacht_balk for doel in doelen),
            afgedrukt=tuple(doel.verwacht_afgedrukt for doel in doelen),
        )
    yield Reeks(
        naam="streefwaarde",
        rol=Rol.STREEFWAARDE,
        waarden=tuple(None if _length(doel) is None else VOL for doel in doelen),
        afgedrukt=tuple(doel.streefwaarde_afgedrukt for doel in doelen),
    )


def print_realisatie(doel: Doelregel) -> str:
    """The value, or the words of why there is none."""
    if doel.waarde is None and doel.uitsplitsing:
        return ALLEEN_CATEGORIEEN
    return doel.waarde_afgedrukt


def _bijschrift(doel: Doelregel) -> str:
    verwacht = f"verwacht {doel.verwacht_afgedrukt}" if doel.verwacht_balk is not None else ""
    nulmeting = f"nulmeting {print_nulmeting(doel)}" if _starts_at_nulmeting(doel) else ""
    delen = (doel.koers_afgedrukt, nulmeting, verwacht, doel.peildatum_tekst)
    return ", ".join(deel for deel in delen if deel)


def _titel(doelen: list[Doelregel]) -> str:
    if len(doelen) == 1:
        return f"{doelen[0].omschrijving}: {doelen[0].afgedrukt or doelen[0].koers_afgedrukt}"
    piles = [doel.telling for doel in doelen]
    if set(piles) == {Telling.ZONDER_OORDEEL}:
        return f"{len(doelen)} doelen met een getal, nog zonder rekenkundig oordeel"
    parts = [f"{piles.count(pile)} {woord}" for pile, woord in IN_DE_TITEL.items() if pile in piles]
    return f"{len(doelen)} doelen met een getal: {', '.join(parts)}"


def _zin(doelen: list[Doelregel]) -> str:
    zinnen = ["Een volle balk is de streefwaarde."]
    if any(map(_starts_at_nulmeting, doelen)):
        zinnen.append("Waar een haak staat, begint de balk bij de nulmeting.")
    if any(doel.verwacht_balk is not None for doel in doelen):
        zinnen.append("Het driehoekje wijst aan wat op de peildatum verwacht mag worden.")
    if any(doel.aandeel_afgedrukt for doel in doelen):
        zinnen.append("Zonder nulmeting is de balk het deel van de streefwaarde, en is er geen koers.")
    if any(_length(doel) is None for doel in doelen):
        zinnen.append("Waar geen balk staat, leest u waarom.")
    return " ".join(zinnen)


def _tabelrij(doel: Doelregel) -> tuple[str, ...]:
    return (
        doel.omschrijving,
        print_nulmeting(doel) or GEEN,
        doel.verwacht_afgedrukt or GEEN,
        print_realisatie(doel),
        doel.streefwaarde_afgedrukt,
        doel.bereikt_afgedrukt or doel.aandeel_afgedrukt or GEEN,
        doel.koers_afgedrukt,
        doel.periode,
    )
