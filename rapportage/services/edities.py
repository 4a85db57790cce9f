"""An edition as it is stored, and what may happen to it afterwards (ontwerp 3, "Editie")."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dordt_monitor.opmaak import format_datum
from programmalijnen.models import Gebruiker, Rapportageronde
from programmalijnen.services.rondes import lock_ronde
from programmalijnen.services.schrijven import Handeling, Vergrendeld, begin

from ..canoniek import sha256, to_json
from ..kerncijfers import to_kerncijfers
from ..models import Editie, Lotgeval, Lotgevalsoort
from ..rapport import SCHEMA, Rapport
from ..samenvatting import summarise
from .vindplaatsen import index_editie

ZONDER_REDEN = "Zeg waarom u dit rapport intrekt. De reden blijft op de pagina staan."
TE_VROEG_OPENBAAR = "Een rapport kan niet openbaar zijn voordat het college het heeft vastgesteld."


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
        kerncijfers=to_kerncijfers(rapport),
        opgeslagen_op=handeling.op,
        door=handeling.door,
    )
    vorige = ronde.edities.order_by("-versie").first()
    handeling.save(editie)
    index_editie(editie, rapport)
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
    """Everybody reads the edition from this day on, when the programme is openbaar.

    The last day given counts. Raises ValidationError for a day before the adoption, Vergrendeld when the
    edition was withdrawn.
    """
    if editie.vastgesteld_op and vanaf < editie.vastgesteld_op:
        raise ValidationError({"vanaf": TE_VROEG_OPENBAAR})
    with begin("maak openbaar", programma=editie.ronde.programma, door=door, op=op) as handeling:
        lock_ronde(editie.ronde)
        require_niet_ingetrokken(editie)
        if last_datum(editie, Lotgevalsoort.OPENBAAR) != vanaf:
            record(handeling, editie, Lotgevalsoort.OPENBAAR, datum=vanaf)


def withdraw_editie(*, editie: Editie, reden: str, door: Gebruiker | None, op: datetime) -> None:
    """Stop serving the content, for good; the address stays and says why.

    A mended report is a new version, made by rectifying the round. Raises ValidationError without a reden,
    Vergrendeld when it was withdrawn already.
    """
    if not reden.strip():
        raise ValidationError({"reden": ZONDER_REDEN})
    with begin("trek in", programma=editie.ronde.programma, door=door, op=op, reden=reden) as handeling:
        lock_ronde(editie.ronde)
        require_niet_ingetrokken(editie)
        record(handeling, editie, Lotgevalsoort.INGETROKKEN, datum=localdate(op))


def require_niet_ingetrokken(editie: Editie) -> None:
    dag = last_datum(editie, Lotgevalsoort.INGETROKKEN)
    if dag is not None:
        raise Vergrendeld(f"{editie} is al ingetrokken op {format_datum(dag)}.")


def last_datum(editie: Editie, soort: Lotgevalsoort) -> date | None:
    """The day of what happened to it last of this soort; None when it did not."""
    lotgevallen = editie.lotgevallen.filter(soort=soort).order_by("-op", "-pk")
    return lotgevallen.values_list("datum", flat=True).first()
