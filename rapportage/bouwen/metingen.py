"""Measurements and indicators: from rows to the facts of the rules and to the lines of a report."""

from decimal import ROUND_HALF_UP, Decimal

from dordt_monitor.opmaak import format_met_precisie, format_waarde
from programmalijnen.models import Categorie, Indicator, Meting
from programmalijnen.regels.begrippen import Precisie, Toestand
from programmalijnen.regels.feiten import Categoriewaarde, Meetwaarde, Periode

from ..rapport import Indicatorregel, Metingregel, Uitsplitsingregel
from .gegevens import Gegevens, group


def round_to(waarde: Decimal | None, decimalen: int) -> Decimal | None:
    """The value with the decimals of its indicator, half up; databases differ in trailing zeros."""
    return None if waarde is None else waarde.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)


def print_waarde(waarde: Decimal | None, indicator: Indicator | None, precisie: str, toestand: str) -> str:
    """ "circa 37%", or the words of the empty state; never a 0 for something unknown."""
    if waarde is None:
        return toestand
    eenheid, decimalen = (indicator.eenheid, indicator.decimalen) if indicator else ("", 0)
    return format_met_precisie(format_waarde(waarde, eenheid, decimalen), precisie)


def meetwaarden(gegevens: Gegevens, indicator: Indicator) -> list[Meetwaarde]:
    """The measurements of an indicator, oldest first, each with its categories."""
    perioden = group(gegevens.metingen.get(indicator.pk, []), lambda rij: (rij.peildatum, rij.periode_van))
    return [make_meetwaarde(indicator, rijen) for rijen in perioden.values()]


def make_meetwaarde(indicator: Indicator, rijen: list[Meting]) -> Meetwaarde:
    """One measurement from the row of the whole (if any) and the rows of its categories."""
    geheel = next((rij for rij in rijen if rij.categorie_id is None), None)
    hoofd = geheel or rijen[0]
    return Meetwaarde(
        sleutel=hoofd.sleutel,
        periode=Periode(
            tekst=hoofd.periode, van=hoofd.periode_van, tot=hoofd.peildatum, afgeleid=hoofd.peildatum_afgeleid
        ),
        waarde=round_to(geheel.waarde, indicator.decimalen) if geheel else None,
        toestand=Toestand(geheel.toestand) if geheel else Toestand.GEMETEN,
        precisie=Precisie(hoofd.precisie),
        nulmeting=hoofd.is_nulmeting,
        teller=geheel.teller if geheel else None,
        noemer=geheel.noemer if geheel else None,
        bron=hoofd.bron or indicator.bron,
        uitsplitsing=tuple(make_categoriewaarde(rij, indicator) for rij in rijen if rij.categorie_id),
    )


def make_categoriewaarde(rij: Meting, indicator: Indicator) -> Categoriewaarde:
    categorie: Categorie = rij.categorie
    return Categoriewaarde(
        categorie=categorie.naam,
        waarde=round_to(rij.waarde, indicator.decimalen),
        telt_mee=categorie.telt_mee,
        toestand=Toestand(rij.toestand),
    )


def uitsplitsing_regels(
    uitsplitsing: tuple[Categoriewaarde, ...], indicator: Indicator | None
) -> tuple[Uitsplitsingregel, ...]:
    return tuple(
        Uitsplitsingregel(
            categorie=deel.categorie,
            waarde=deel.waarde,
            afgedrukt=print_waarde(deel.waarde, indicator, Precisie.PRECIES, str(deel.toestand)),
            toestand=str(deel.toestand),
            telt_mee=deel.telt_mee,
        )
        for deel in uitsplitsing
    )


def make_metingregel(meting: Meetwaarde, indicator: Indicator, rijen: dict[str, Meting]) -> Metingregel:
    alleen_delen = meting.waarde is None and bool(meting.uitsplitsing)
    return Metingregel(
        sleutel=meting.sleutel,
        periode=meting.periode.tekst,
        peildatum=meting.periode.tot,
        waarde=meting.waarde,
        afgedrukt=""
        if alleen_delen
        else print_waarde(meting.waarde, indicator, meting.precisie, str(meting.toestand)),
        toestand=str(meting.toestand),
        precisie=str(meting.precisie),
        is_nulmeting=meting.nulmeting,
        bron=meting.bron,
        opmerking=rijen[meting.sleutel].opmerking,
        uitsplitsing=uitsplitsing_regels(meting.uitsplitsing, indicator),
    )


def make_indicatorregel(
    gegevens: Gegevens, indicator: Indicator, *, is_contextcijfer: bool
) -> Indicatorregel:
    rijen = {rij.sleutel: rij for rij in gegevens.metingen.get(indicator.pk, [])}
    metingen = tuple(
        make_metingregel(meting, indicator, rijen) for meting in meetwaarden(gegevens, indicator)
    )
    return Indicatorregel(
        sleutel=indicator.sleutel,
        naam=indicator.naam,
        eenheid=indicator.eenheid,
        decimalen=indicator.decimalen,
        soort=indicator.soort,
        bron=indicator.bron,
        toelichting=indicator.toelichting,
        is_contextcijfer=is_contextcijfer,
        metingen=metingen,
        laatste=metingen[-1] if metingen else None,
    )
