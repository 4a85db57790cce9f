"""The categories of one measurement, and whether they count in its total (rekenregels 1)."""

from collections.abc import Iterator
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort, Tabel
from dordt_monitor.opmaak import EURO, PROCENT

from ..rapport import Indicatorregel, Metingregel, Uitsplitsingregel
from .woorden import make_sleutel, upper_first

NIET_AFGESPROKEN = "Niet is afgesproken welke categorieën meetellen. Daarom is er geen totaal."
NIET_VERMELD = "niet vermeld"
OVERLAP = "De categorieën sluiten elkaar niet uit. Daarom is er geen totaal."


def uitsplitsing_grafiek(indicator: Indicatorregel) -> Grafiek | None:
    """The categories of the latest measurement; None with fewer than two measured ones."""
    meting = indicator.laatste
    delen = meting.uitsplitsing if meting else ()
    gemeten = [deel for deel in delen if deel.waarde is not None]
    if meting is None or len(gemeten) < 2:
        return None
    eenheid = "" if indicator.eenheid in (PROCENT, EURO) else indicator.eenheid
    grootste = max(gemeten, key=lambda deel: deel.waarde or Decimal(0))
    return Grafiek(
        sleutel=make_sleutel("uitsplitsing", indicator.sleutel),
        titel=f"Grootste groep: {grootste.categorie}, {grootste.afgedrukt} {eenheid}".strip(),
        eenheid=f"{eenheid}, {_print_periode(meting)}".removeprefix(", "),
        soort=Soort.STAVEN,
        categorieen=tuple(deel.categorie for deel in delen),
        reeksen=tuple(_counting(delen)),
        zin=_zin_delen(meting),
        bron=meting.bron,
        tabel=Tabel(
            kop=("Categorie", upper_first(eenheid or "waarde"), "Telt mee in het totaal"),
            rijen=tuple((deel.categorie, deel.afgedrukt, _print_telt_mee(deel)) for deel in delen),
            getalkolommen=(1,),
        ),
        waardetekst=tuple(deel.afgedrukt if deel.waarde is not None else "" for deel in delen),
    )


def _print_periode(meting: Metingregel) -> str:
    return f"periode {NIET_VERMELD}" if meting.periode == NIET_VERMELD else meting.periode


def _counting(delen: tuple[Uitsplitsingregel, ...]) -> Iterator[Reeks]:
    """What counts in the total, what does not, and what nobody agreed; each only if it is there."""
    kinds = (
        (True, "telt mee", Rol.WAARDE),
        (False, "telt niet mee", Rol.RUSTIG),
        (None, "niet afgesproken of het meetelt", Rol.TWEEDE),
    )
    for telt_mee, naam, rol in kinds:
        if any(deel.telt_mee is telt_mee for deel in delen):
            yield Reeks(
                naam=naam,
                rol=rol,
                waarden=tuple(deel.waarde if deel.telt_mee is telt_mee else None for deel in delen),
                afgedrukt=tuple(deel.afgedrukt if deel.telt_mee is telt_mee else "" for deel in delen),
            )


def _print_telt_mee(deel: Uitsplitsingregel) -> str:
    return {True: "ja", False: "nee", None: "niet afgesproken"}[deel.telt_mee]


def _zin_delen(meting: Metingregel) -> str:
    if any(deel.telt_mee is None for deel in meting.uitsplitsing):
        return NIET_AFGESPROKEN
    if meting.waarde is None:
        return OVERLAP
    return f"Samen {meting.afgedrukt}: alleen wat meetelt."
