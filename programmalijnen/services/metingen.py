"""Measurements: registering one, and correcting one that an adopted report already rests on."""

from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError

from ..models import Categorie, Gebruiker, Indicator, Meting, Rapportageronde, Rondestaat
from ..regels.begrippen import Precisie, Toestand
from ..regels.feiten import Periode
from .schrijven import Handeling, begin
from .structuur import propose_sleutel


def register_meting(
    *,
    indicator: Indicator,
    periode: Periode,
    waarde: Decimal | None,
    door: Gebruiker | None,
    op: datetime,
    toestand: Toestand = Toestand.GEMETEN,
    precisie: Precisie = Precisie.PRECIES,
    categorie: Categorie | None = None,
    bron: str = "",
    reden: str = "",
) -> Meting:
    """Store the value of an indicator over a period; an earlier value over that period is changed.

    A value that an adopted round rests on is never overwritten: it gets a successor, which asks a reden
    (ontwerp 3, "Locking"). Raises ValidationError.
    """
    with begin("registreer meting", door=door, op=op, reden=reden) as handeling:
        return write_meting(
            handeling,
            indicator=indicator,
            categorie=categorie,
            periode=periode,
            velden={"waarde": waarde, "toestand": toestand, "precisie": precisie, "bron": bron},
        )


def write_meting(
    handeling: Handeling,
    *,
    indicator: Indicator,
    categorie: Categorie | None,
    periode: Periode,
    velden: dict,
) -> Meting:
    """Create, change or succeed the current value over `periode`, within a handeling."""
    huidig = current_meting(indicator, categorie, periode)
    handeling.lock(indicator.programma)  # a report that is being adopted now rests on the value as it is
    if huidig is None:
        meting = Meting(programma=indicator.programma, indicator=indicator, categorie=categorie)
        set_periode(meting, periode)
    elif all(getattr(huidig, naam) == waarde for naam, waarde in velden.items()):
        return huidig
    else:
        meting = succeed(handeling, huidig) if is_adopted(huidig) else huidig
    for naam, waarde in velden.items():
        setattr(meting, naam, waarde)
    if not meting.sleutel:
        meting.sleutel = meting_sleutel(meting)
    handeling.save(meting)
    return meting


def current_meting(indicator: Indicator, categorie: Categorie | None, periode: Periode) -> Meting | None:
    return (
        Meting.objects.select_for_update(of=("self",))
        .filter(
            indicator=indicator,
            categorie=categorie,
            periode_van=periode.van,
            peildatum=periode.tot,
            vervangen=False,
        )
        .first()
    )


def is_adopted(meting: Meting) -> bool:
    """Whether an adopted round (also one in rectificatie) may rest on this value."""
    return Rapportageronde.objects.filter(
        programma=meting.programma_id,
        staat__in=(Rondestaat.VASTGESTELD, Rondestaat.IN_RECTIFICATIE),
        peildatum__gte=meting.peildatum,
    ).exists()


def succeed(handeling: Handeling, oud: Meting) -> Meting:
    """Mark the old value as replaced, return an unsaved successor; ValidationError without a reden."""
    if not handeling.reden:
        raise ValidationError(
            {"reden": "Deze meting staat in een vastgesteld rapport. Zeg waarom u hem verbetert."}
        )
    oud.vervangen = True
    handeling.save(oud)
    nieuw = Meting(
        programma=oud.programma,
        indicator=oud.indicator,
        categorie=oud.categorie,
        is_nulmeting=oud.is_nulmeting,
        vervangt=oud,
        vindplaats=oud.vindplaats,
    )
    set_periode(nieuw, Periode(tekst=oud.periode, van=oud.periode_van, tot=oud.peildatum))
    nieuw.peildatum_afgeleid = oud.peildatum_afgeleid
    return nieuw


def set_periode(meting: Meting, periode: Periode) -> None:
    meting.periode = periode.tekst
    meting.periode_van = periode.van
    meting.peildatum = periode.tot
    meting.peildatum_afgeleid = periode.afgeleid


def meting_sleutel(meting: Meting) -> str:
    deel = f" {meting.categorie.naam[:16]}" if meting.categorie else ""
    titel = f"{meting.indicator.sleutel[:28]}{deel} {meting.peildatum:%Y-%m-%d}"
    return propose_sleutel(programma=meting.programma, soort=Meting, titel=titel)
