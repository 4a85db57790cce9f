"""Counts of doelen by koers and of activiteiten by oordeel: never an average (rekenregels 3, "Upwards")."""

from collections.abc import Set
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort, Tabel
from programmalijnen.regels.begrippen import Oordeel, Telling

from ..rapport import Tel, Tellingen
from .woorden import join_and, make_sleutel, upper_first

GOED = (Telling.BEHAALD, Telling.OP_SCHEMA)
ZORG = (Telling.AANDACHT, Telling.ACHTER, Telling.VERSLECHTERD, Telling.NIET_BEHAALD)
BERUST_OP_DOELEN = (
    "Elk doel telt één keer. Zonder getal, richting of nulmeting is er geen rekenkundig oordeel."
)
BERUST_OP_ACTIVITEITEN = "Elke activiteit telt één keer. Het oordeel is van mensen, niet berekend."
NIET_BEOORDEELD = "nog niet beoordeeld"


def tellingen_grafiek(tellingen: Tellingen, plek: str = "programma") -> Grafiek | None:
    """The doelen in their nine piles; None when none has a verdict, or all lie in one pile."""
    goed, zorg = _sum(tellingen.doelen, GOED), _sum(tellingen.doelen, ZORG)
    if not goed + zorg:
        return None
    rest = tellingen.aantal_doelen - goed - zorg
    parts = [
        f"{goed} behaald of op schema" if goed else "",
        f"{zorg} met aandacht, achter of niet behaald" if zorg else "",
        f"{rest} zonder rekenkundig oordeel" if rest else "",
    ]
    return _counts(
        make_sleutel("koers", plek),
        titel=f"Van {tellingen.aantal_doelen} doelen: {join_and([part for part in parts if part])}",
        eenheid="aantal doelen",
        tellen=tellingen.doelen,
        met_oordeel={*GOED, *ZORG},
        zin=BERUST_OP_DOELEN,
    )


def oordelen_grafiek(tellingen: Tellingen, plek: str = "programma") -> Grafiek | None:
    """The activiteiten by the verdict of people; None when nobody judged, or all lie in one pile."""
    tellen = tuple(Tel(naam=tel.naam or NIET_BEOORDEELD, aantal=tel.aantal) for tel in tellingen.oordelen)
    return _counts(
        make_sleutel("oordeel", plek),
        titel=f"{tellingen.beoordeeld} van {tellingen.aantal_activiteiten} activiteiten beoordeeld: "
        + join_and(
            [f"{tel.aantal} {tel.naam}" for tel in tellen if tel.aantal and tel.naam != NIET_BEOORDEELD]
        ),
        eenheid="aantal activiteiten",
        tellen=tellen,
        met_oordeel=set(Oordeel) - {Oordeel.NIET_BEOORDEELD},
        zin=BERUST_OP_ACTIVITEITEN,
    )


def _counts(
    sleutel: str, *, titel: str, eenheid: str, tellen: tuple[Tel, ...], met_oordeel: Set[str], zin: str
) -> Grafiek | None:
    gevuld = [tel for tel in tellen if tel.aantal]
    if len(gevuld) < 2:
        return None
    oordeel = [tel.naam in met_oordeel for tel in gevuld]
    return Grafiek(
        sleutel=sleutel,
        titel=titel,
        eenheid=eenheid,
        soort=Soort.STAVEN,
        categorieen=tuple(tel.naam for tel in gevuld),
        reeksen=(
            _pile("met oordeel", Rol.WAARDE, gevuld, oordeel),
            _pile("zonder oordeel", Rol.RUSTIG, gevuld, [not heeft for heeft in oordeel]),
        ),
        zin=zin,
        bron="",
        tabel=Tabel(
            kop=("Stand van zaken", upper_first(eenheid)),
            rijen=tuple((tel.naam, str(tel.aantal)) for tel in tellen),
            getalkolommen=(1,),
        ),
        waardetekst=tuple(str(tel.aantal) for tel in gevuld),
    )


def _pile(naam: str, rol: Rol, tellen: list[Tel], hoort: list[bool]) -> Reeks:
    pairs = list(zip(tellen, hoort, strict=True))
    return Reeks(
        naam=naam,
        rol=rol,
        waarden=tuple(Decimal(tel.aantal) if wel else None for tel, wel in pairs),
        afgedrukt=tuple(str(tel.aantal) if wel else "" for tel, wel in pairs),
    )


def _sum(tellen: tuple[Tel, ...], piles: tuple[Telling, ...]) -> int:
    return sum(tel.aantal for tel in tellen if tel.naam in piles)
