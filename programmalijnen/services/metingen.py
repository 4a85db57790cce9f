"""Measurements: registering one, and correcting one that an adopted report already rests on."""

from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError

from ..bouwen.metingen import make_periode
from ..models import Categorie, Gebruiker, Indicator, Meting, Rapportageronde, Rondestaat
from ..regels.begrippen import Precisie, Toestand
from ..regels.feiten import Periode
from .schrijven import Handeling, begin
from .structuur import propose_sleutel
from .voorwaarden import lock_ongewijzigd

STAAT_ER_AL = "Over deze periode staat er al een meting. Verbeter die in de lijst."
AL_VERVANGEN = "Deze meting is intussen al verbeterd. Bekijk de lijst opnieuw; er is niets opgeslagen."


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
    with begin(
        "registreer meting", programma=indicator.programma, door=door, op=op, reden=reden
    ) as handeling:
        return write_meting(
            handeling,
            indicator=indicator,
            categorie=categorie,
            periode=periode,
            velden={"waarde": waarde, "toestand": toestand, "precisie": precisie, "bron": bron},
        )


def add_meting(
    *,
    indicator: Indicator,
    periode: Periode,
    waarde: Decimal | None,
    door: Gebruiker | None,
    op: datetime,
    toestand: Toestand,
    precisie: Precisie,
    categorie: Categorie | None = None,
    bron: str = "",
    is_nulmeting: bool = False,
) -> Meting:
    """A value over a period that has none yet, so that a form sent twice adds one. Raises ValidationError."""
    with begin("voeg meting toe", programma=indicator.programma, door=door, op=op) as handeling:
        if current_meting(indicator, categorie, periode) is not None:
            raise ValidationError({"periode": STAAT_ER_AL})
        return write_meting(
            handeling,
            indicator=indicator,
            categorie=categorie,
            periode=periode,
            velden={
                "waarde": waarde,
                "toestand": toestand,
                "precisie": precisie,
                "bron": bron,
                "is_nulmeting": is_nulmeting,
            },
        )


def correct_meting(
    *,
    meting: Meting,
    versie: int,
    waarde: Decimal | None,
    door: Gebruiker | None,
    op: datetime,
    toestand: Toestand = Toestand.GEMETEN,
    precisie: Precisie = Precisie.PRECIES,
    bron: str = "",
    is_nulmeting: bool = False,
    reden: str = "",
) -> Meting:
    """Give a measurement another value; returns the successor where an adopted round rests on it.

    Raises ValidationError when it was changed or replaced since `versie`, or when a reden is missing.
    """
    with begin("verbeter meting", programma=meting.programma, door=door, op=op, reden=reden) as handeling:
        huidig = lock_ongewijzigd(meting, versie)
        if huidig.vervangen:
            raise ValidationError(AL_VERVANGEN)
        return write_meting(
            handeling,
            indicator=huidig.indicator,
            categorie=huidig.categorie,
            periode=make_periode(huidig),
            velden={
                "waarde": waarde,
                "toestand": toestand,
                "precisie": precisie,
                "bron": bron,
                "is_nulmeting": is_nulmeting,
            },
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
    if huidig is not None and velden.get("waarde", huidig.waarde) != huidig.waarde:
        velden = {"teller": None, "noemer": None} | velden  # they made the old value
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
        Meting.objects.select_for_update(of=("self",), no_key=True)
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
        opmerking=oud.opmerking,
        teller=oud.teller,
        noemer=oud.noemer,
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
