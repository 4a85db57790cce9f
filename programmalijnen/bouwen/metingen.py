"""Measurements: from rows to the facts of the rules, and to text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from dordt_monitor.opmaak import format_met_precisie, format_waarde

from ..models import Categorie, Indicator, Meting
from ..regels.begrippen import Precisie, Toestand
from ..regels.feiten import Categoriewaarde, Meetwaarde, Periode


def round_to(waarde: Decimal | None, decimalen: int) -> Decimal | None:
    """The value with the decimals of its indicator, or with four where those would lose something.

    Databases differ in trailing zeros, and a verdict is on the exact value: 99,6 has not reached 100.
    """
    if waarde is None:
        return None
    kort = waarde.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
    return kort if kort == waarde else waarde.quantize(Decimal("0.0001"))


def print_waarde(waarde: Decimal | None, indicator: Indicator | None, precisie: str, toestand: str) -> str:
    """ "circa 37%", or the words of the empty state; never a 0 for something unknown."""
    if waarde is None:
        return toestand
    eenheid, decimalen = (indicator.eenheid, indicator.decimalen) if indicator else ("", 0)
    return format_met_precisie(format_waarde(waarde, eenheid, decimalen), precisie)


def make_meetwaarden(
    indicator: Indicator, rijen: Iterable[Meting], categorieen: Sequence[Categorie]
) -> tuple[Meetwaarde, ...]:
    """The measurements of an indicator in the order of its rows, each with all `categorieen` it has."""
    return tuple(make_meetwaarde(indicator, delen, categorieen) for delen in group_by_periode(rijen))


def group_by_periode(rijen: Iterable[Meting]) -> Iterable[list[Meting]]:
    """The rows of one measurement. A category has one value a day, so those of a day belong together."""
    perioden: dict[tuple, list[Meting]] = defaultdict(list)
    van_delen: dict[date, tuple] = {}
    for rij in rijen:
        periode = rij.peildatum, rij.periode_van
        if rij.categorie_id:
            periode = van_delen.setdefault(rij.peildatum, periode)
        perioden[periode].append(rij)
    return perioden.values()


def make_meetwaarde(
    indicator: Indicator, rijen: list[Meting], categorieen: Sequence[Categorie]
) -> Meetwaarde:
    """One measurement from the row of the whole (if any) and the rows of its categories."""
    geheel = next((rij for rij in rijen if rij.categorie_id is None), None)
    hoofd = geheel or rijen[0]
    return Meetwaarde(
        sleutel=hoofd.sleutel,
        periode=make_periode(hoofd),
        waarde=round_to(geheel.waarde, indicator.decimalen) if geheel else None,
        toestand=Toestand(geheel.toestand) if geheel else Toestand.GEMETEN,
        precisie=Precisie(hoofd.precisie),
        nulmeting=hoofd.is_nulmeting,
        teller=geheel.teller if geheel else None,
        noemer=geheel.noemer if geheel else None,
        bron=hoofd.bron or indicator.bron,
        uitsplitsing=make_uitsplitsing(indicator, rijen, categorieen),
    )


def make_periode(rij: Meting) -> Periode:
    return Periode(tekst=rij.periode, van=rij.periode_van, tot=rij.peildatum, afgeleid=rij.peildatum_afgeleid)


def make_uitsplitsing(
    indicator: Indicator, rijen: list[Meting], categorieen: Sequence[Categorie]
) -> tuple[Categoriewaarde, ...]:
    """Where one category was measured all stand: a sum with a missing part names it (rekenregels 1)."""
    gemeten = {rij.categorie_id: rij for rij in rijen if rij.categorie_id}
    if not gemeten:
        return ()
    return tuple(make_categoriewaarde(deel, gemeten.get(deel.pk), indicator) for deel in categorieen)


def make_categoriewaarde(categorie: Categorie, rij: Meting | None, indicator: Indicator) -> Categoriewaarde:
    if rij is None:
        toestand = Toestand.NIET_GEMETEN
        return Categoriewaarde(categorie=categorie.naam, telt_mee=categorie.telt_mee, toestand=toestand)
    return Categoriewaarde(
        categorie=categorie.naam,
        waarde=round_to(rij.waarde, indicator.decimalen),
        telt_mee=categorie.telt_mee,
        toestand=Toestand(rij.toestand),
        precisie=Precisie(rij.precisie),
    )
