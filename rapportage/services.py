"""Adopting a report into an edition, and what may happen to it afterwards (ontwerp 3, "Editie")."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from programmalijnen.models import Gebruiker, Rapportageronde
from programmalijnen.services.rondes import adopt_staat, lock_ronde, require_niet_vastgesteld
from programmalijnen.services.schrijven import Handeling, begin

from .bouwen import build_rapport
from .canoniek import sha256, to_json
from .models import Editie, Lotgeval, Lotgevalsoort
from .rapport import SCHEMA, Editiekop, Rapport
from .samenvatting import summarise


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
) -> Editie:
    """Freeze the round's report as its next edition and lock the round, in one transaction.

    An edition taken over from a document names it and needs no date or besluit; any other needs the date.
    Raises ValidationError, or Vergrendeld when the round is adopted already.
    """
    if not overgenomen_uit and vastgesteld_op is None:
        raise ValidationError(
            {"vastgesteld_op": "Vul de datum in waarop het college het rapport vaststelde."}
        )
    with begin("stel vast", door=door, op=op, reden=reden) as handeling:
        ronde = lock_ronde(ronde)
        handeling.lock(ronde.programma)
        require_niet_vastgesteld(ronde)
        kop = Editiekop(
            versie=ronde.edities.count() + 1,
            vastgesteld_op=vastgesteld_op,
            besluit=besluit,
            overgenomen_uit=overgenomen_uit,
            reden=reden,
        )
        editie = store_editie(handeling, ronde, build_rapport(ronde=ronde, editie=kop))
        adopt_staat(handeling, ronde)
        if openbaar_vanaf is not None:
            record(handeling, editie, Lotgevalsoort.OPENBAAR, datum=openbaar_vanaf)
    return editie


def store_editie(handeling: Handeling, ronde: Rapportageronde, rapport: Rapport) -> Editie:
    inhoud = to_json(rapport)
    editie = Editie(
        ronde=ronde,
        versie=rapport.editie.versie,
        inhoud=inhoud,
        sha256=sha256(inhoud),
        schema=SCHEMA,
        titel=ronde.titel,
        vastgesteld_op=rapport.editie.vastgesteld_op,
        besluit=rapport.editie.besluit,
        overgenomen_uit=rapport.editie.overgenomen_uit,
        reden=rapport.editie.reden,
        samenvatting=summarise(rapport),
        opgeslagen_op=handeling.op,
        door=handeling.door,
    )
    vorige = ronde.edities.order_by("-versie").first()
    handeling.save(editie)
    if vorige is not None:
        record(handeling, vorige, Lotgevalsoort.OPGEVOLGD, datum=localdate(handeling.op), opvolger=editie)
    return editie


def record(
    handeling: Handeling,
    editie: Editie,
    soort: Lotgevalsoort,
    *,
    datum: date,
    opvolger: Editie | None = None,
) -> None:
    """Add what happened to an edition; the row of the edition itself never changes."""
    handeling.save(
        Lotgeval(
            editie=editie,
            soort=soort,
            datum=datum,
            opvolger=opvolger,
            reden=handeling.reden,
            op=handeling.op,
            door=handeling.door,
        )
    )


def publish_editie(*, editie: Editie, vanaf: date, door: Gebruiker | None, op: datetime) -> None:
    """Everybody reads the edition from this day on, when the programme is openbaar."""
    with begin("maak openbaar", door=door, op=op) as handeling:
        record(handeling, editie, Lotgevalsoort.OPENBAAR, datum=vanaf)


def withdraw_editie(*, editie: Editie, reden: str, door: Gebruiker | None, op: datetime) -> None:
    """Stop serving the content; the address stays and says why. Raises ValidationError without a reden."""
    if not reden.strip():
        raise ValidationError(
            {"reden": "Zeg waarom u dit rapport intrekt. De reden blijft op de pagina staan."}
        )
    with begin("trek in", door=door, op=op, reden=reden) as handeling:
        record(handeling, editie, Lotgevalsoort.INGETROKKEN, datum=localdate(op))
