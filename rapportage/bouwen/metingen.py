"""Measurements and indicators as lines of the report."""

from programmalijnen.bouwen.doelen import meetwaarden
from programmalijnen.bouwen.metingen import group_by_periode, print_waarde
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


def make_metingregel(meting: Meetwaarde, indicator: Indicator, rijen: list[Meting]) -> Metingregel:
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
        opmerking=join_opmerkingen(rijen),
        uitsplitsing=uitsplitsing_regels(meting.uitsplitsing, indicator),
    )


def join_opmerkingen(rijen: list[Meting]) -> str:
    """What is remarked on the whole and on each category, by its name; the same remark on all is once."""
    delen = [(rij.categorie, rij.opmerking.strip()) for rij in rijen]
    if len({tekst for _, tekst in delen}) == 1:
        return delen[0][1]
    return " ".join(f"{deel}: {tekst}" if deel else tekst for deel, tekst in delen if tekst)


def make_indicatorregel(
    gegevens: Gegevens, indicator: Indicator, *, is_contextcijfer: bool
) -> Indicatorregel:
    rijen = group_by_periode(gegevens.metingen.get(indicator.pk, []))
    metingen = tuple(
        make_metingregel(meting, indicator, delen)
        for meting, delen in zip(meetwaarden(gegevens, indicator), rijen, strict=True)
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
        verwezen_vanuit=gegevens.verbanden.vermeldingen.get(("indicator", indicator.pk), ()),
    )
