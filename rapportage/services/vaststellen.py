"""Adopting a report into an edition: nothing of it stays unapproved, and only one person does it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2s

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.timezone import localdate

from programmalijnen.bouwen.keuring import fetch_met_cijfers, gezien_van, titel_van
from programmalijnen.models import Gebruiker, Rapportageronde, Realisatie, Rondestaat, Toelichting
from programmalijnen.services.invoerstaten import (
    blocking_realisaties,
    blocking_toelichtingen,
    has_inhoud,
    put_rest,
)
from programmalijnen.services.rondes import adopt_staat, lock_ronde
from programmalijnen.services.schrijven import Handeling, Vergrendeld, begin
from programmalijnen.services.sloten import print_moment

from ..bouwen import build_rapport
from ..models import Editie, Lotgevalsoort
from ..rapport import Editiekop
from .edities import TE_VROEG_OPENBAAR, record, store_editie

ZONDER_DATUM = "Vul de datum in waarop het college het rapport vaststelde."
NIET_GOEDGEKEURD = (
    "Er is nog niet overal akkoord op gegeven ({aantal} keer niet). Kruis aan dat u alles goedkeurt wat "
    "overblijft, of doe dat eerst één voor één."
)
INTUSSEN_VERANDERD = (
    "Een collega veranderde intussen iets aan wat u wilt goedkeuren. Lees hieronder wat er nu overblijft, en "
    "kruis opnieuw aan."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blokkade:
    """A text that keeps the round from being adopted; `is_gevuld`: approving the rest makes it akkoord.

    What is not `is_gevuld` becomes *geen opgave* then.
    """

    rij: Realisatie | Toelichting
    titel: str
    is_gevuld: bool


def adopt_ronde(
    *,
    ronde: Rapportageronde,
    door: Gebruiker | None,
    op: datetime,
    vastgesteld_op: date | None = None,
    besluit: str = "",
    overgenomen_uit: str = "",
    openbaar_vanaf: date | None = None,
    reden: str = "",
    keur_rest_goed: bool = False,
    gezien: str | None = None,
) -> Editie:
    """Freeze the round's report as its next edition and lock the round, in one transaction.

    Everything must be approved; `keur_rest_goed` approves what is left in the same handeling, and `gezien` is
    what the manager saw of it (`print_gezien`; None: did not look). An edition taken over from a document
    names it, needs no date, besluit or approval; any other needs the date. A round in rectificatie gives its
    version the reason it was opened with.

    Raises ValidationError by field, or Vergrendeld when the round is adopted already.
    """
    require_data(vastgesteld_op, openbaar_vanaf, is_overgenomen=bool(overgenomen_uit))
    with begin("stel vast", programma=ronde.programma, door=door, op=op, reden=reden) as handeling:
        ronde = lock_ronde(ronde)
        require_te_vaststellen(ronde)
        handeling.reden = ronde.rectificatiereden or reden
        if keur_rest_goed:
            approve_seen(handeling, ronde, gezien)
        elif not overgenomen_uit:
            require_goedgekeurd(ronde)
        vandaag = localdate(handeling.op)
        kop = Editiekop(
            versie=ronde.edities.count() + 1,
            vastgesteld_op=vastgesteld_op,
            besluit=besluit,
            overgenomen_uit=overgenomen_uit,
            reden=handeling.reden,
        )
        editie = store_editie(handeling, ronde, build_rapport(ronde=ronde, editie=kop, vandaag=vandaag))
        ronde.rectificatiereden = ""
        adopt_staat(handeling, ronde)
        if openbaar_vanaf is not None:
            record(handeling, editie, Lotgevalsoort.OPENBAAR, datum=openbaar_vanaf)
    return editie


def require_data(vastgesteld_op: date | None, openbaar_vanaf: date | None, *, is_overgenomen: bool) -> None:
    if vastgesteld_op is None and not is_overgenomen:
        raise ValidationError({"vastgesteld_op": ZONDER_DATUM})
    if vastgesteld_op and openbaar_vanaf and openbaar_vanaf < vastgesteld_op:
        raise ValidationError({"openbaar_vanaf": TE_VROEG_OPENBAAR})


def require_te_vaststellen(ronde: Rapportageronde) -> None:
    """Raises Vergrendeld with who recorded the adoption and when; for people in the team, not for pages."""
    if ronde.staat != Rondestaat.VASTGESTELD:
        return
    editie = ronde.edities.select_related("door").defer("inhoud").order_by("-versie").first()
    if editie is None or editie.door is None:
        raise Vergrendeld(f"{ronde.titel} is al vastgesteld.")
    wanneer = print_moment(editie.opgeslagen_op)
    raise Vergrendeld(
        f"{ronde.titel} is al vastgesteld: {editie.door.naam} legde op {wanneer} versie {editie.versie} vast."
    )


def require_goedgekeurd(ronde: Rapportageronde) -> None:
    aantal = blocking_realisaties(ronde).count() + blocking_toelichtingen(ronde).count()
    if aantal:
        raise ValidationError({"keur_rest_goed": NIET_GOEDGEKEURD.format(aantal=aantal)})


def approve_seen(handeling: Handeling, ronde: Rapportageronde, gezien: str | None) -> None:
    """All that remains, unless it is not what the manager saw."""
    if gezien is not None and gezien != print_gezien(find_blokkades(ronde)):
        raise ValidationError({"keur_rest_goed": INTUSSEN_VERANDERD})
    put_rest(handeling, ronde)


def find_blokkades(ronde: Rapportageronde) -> tuple[Blokkade, ...]:
    """In report order, the realisaties first; what it takes to become adoptable."""
    gemeten = fetch_met_cijfers(ronde)
    realisaties = blocking_realisaties(ronde).select_related("ronde__programma", "activiteit", "lijn")
    toelichtingen = blocking_toelichtingen(ronde).select_related("ronde__programma", "lijn")
    rijen = [
        *realisaties.order_by("lijn__volgorde", "volgorde", "pk"),
        *toelichtingen.order_by(F("lijn__volgorde").asc(nulls_first=True), "pk"),
    ]
    return tuple(
        Blokkade(
            rij=rij,
            titel=titel_van(rij),
            is_gevuld=has_inhoud(rij) or getattr(rij, "activiteit_id", None) in gemeten,
        )
        for rij in rijen
    )


def print_gezien(blokkades: Iterable[Blokkade]) -> str:
    """Short and other for every other set of rows, or another versie of one."""
    regels = sorted(f"{gezien_van(blokkade.rij)}:{blokkade.is_gevuld}" for blokkade in blokkades)
    return blake2s("\n".join(regels).encode(), digest_size=12).hexdigest()
