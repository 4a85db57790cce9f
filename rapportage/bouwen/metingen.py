"""Measurements and indicators as lines of the report."""

from programmalijnen.bouwen.doelen import meetwaarden
from programmalijnen.bouwen.metingen import print_waarde
from programmalijnen.models import Indicator, Meting
from programmalijnen.regels.feiten import Categoriewaarde, Meetwaarde

from ..rapport import Indicatorregel, Metingregel, Uitsplitsingregel
from .gegevens import Gegevens


def uitsplitsing_regels(
    uitsplitsing: tuple[Categoriewaarde, ...], indicator: Indicator | None
) -> tuple[Uitsplitsingregel, ...]:
    return tuple(
        Uitsplitsingregel(
            categorie=deel.categorie,
            waarde=deel.waarde,
            afgedrukt=print_waarde(deel.waarde, indicator, deel.precisie, str(deel.toestand)),
            toestand=str(deel.toestand),
            precisie=str(deel.precisie),
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
