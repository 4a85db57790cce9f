"""Opening an adopted round again to mend its report, and stopping that (ontwerp 3, "Locking")."""

from datetime import datetime

from django.core.exceptions import ValidationError

from programmalijnen.models import Gebruiker, Programma, Rapportageronde, Rondestaat
from programmalijnen.services.rondes import lock_ronde
from programmalijnen.services.schrijven import Vergrendeld, begin

from ..bouwen import build_rapport
from ..inhoud import load_rapport
from ..vergelijken import Verandering, Vergelijking, vergelijk

ZONDER_REDEN = "Zeg wat er niet klopt. De reden komt bij beide versies te staan."
NIET_DE_LAATSTE = "Alleen de laatst vastgestelde ronde kan worden gerectificeerd: {}."
NIET_VASTGESTELD = "{} is nog niet vastgesteld. U kunt haar gewoon veranderen."
AL_IN_RECTIFICATIE = "{} wordt al gerectificeerd."
NIET_IN_RECTIFICATIE = "{} wordt niet gerectificeerd."
ER_IS_VERANDERD = (
    "Er is in deze ronde al iets veranderd ({}). Zet dat terug, of stel de volgende versie vast: anders "
    "staat er in de ronde iets anders dan in het rapport dat de raad leest."
)
# What belongs to the round itself. Figures, targets and money are shared by rounds and stay open always.
VAN_DE_RONDE = {
    "activiteit": {
        "",
        "plek",
        "titel",
        "opgave",
        "realisatie",
        "elders",
        "elders_programma",
        "groep",
        "schaal",
        "soort",
        "ambitie",
    },
    "oordeel": {"waarde", "horizon", "oorzaak", "gevolg", "bijsturing"},
    "toelichting": {"", "onderwerp", "tekst"},
    "toelichting-oordeel": {"waarde", "horizon", "oorzaak", "gevolg", "bijsturing"},
}


def open_rectificatie(
    *, ronde: Rapportageronde, reden: str, door: Gebruiker | None, op: datetime
) -> Rapportageronde:
    """Let the team change the programme's latest adopted round; the council reads its edition meanwhile.

    What was approved stays approved until it is changed. Raises ValidationError without a reden, Vergrendeld
    for any other round.
    """
    if not reden.strip():
        raise ValidationError({"reden": ZONDER_REDEN})
    with begin("open rectificatie", programma=ronde.programma, door=door, op=op, reden=reden) as handeling:
        ronde = lock_ronde(ronde)
        require_te_rectificeren(ronde)
        ronde.staat = Rondestaat.IN_RECTIFICATIE
        ronde.rectificatiereden = reden
        handeling.save(ronde)
    return ronde


def cancel_rectificatie(*, ronde: Rapportageronde, door: Gebruiker | None, op: datetime) -> None:
    """Back to adopted, when the round says what its latest edition says. Raises Vergrendeld when it does not.

    Figures, targets and money that changed meanwhile are no reason to refuse: rounds share them, and an
    edition has its own copy.
    """
    with begin(
        "stop rectificatie", programma=ronde.programma, door=door, op=op, reden=ronde.rectificatiereden
    ) as handeling:
        ronde = lock_ronde(ronde)
        if ronde.staat != Rondestaat.IN_RECTIFICATIE:
            raise Vergrendeld(NIET_IN_RECTIFICATIE.format(ronde.titel))
        anders = changes_of_ronde(ronde)
        if anders:
            raise Vergrendeld(ER_IS_VERANDERD.format("; ".join(rij.onderwerp for rij in anders[:3])))
        ronde.staat, ronde.rectificatiereden = Rondestaat.VASTGESTELD, ""
        handeling.save(ronde)


def require_te_rectificeren(ronde: Rapportageronde) -> None:
    """Raises Vergrendeld with why this round cannot be rectified."""
    if ronde.staat == Rondestaat.IN_RECTIFICATIE:
        raise Vergrendeld(AL_IN_RECTIFICATIE.format(ronde.titel))
    if ronde.staat != Rondestaat.VASTGESTELD:
        raise Vergrendeld(NIET_VASTGESTELD.format(ronde.titel))
    laatste = latest_vastgestelde(ronde.programma)
    if laatste != ronde:
        raise Vergrendeld(NIET_DE_LAATSTE.format(laatste))


def latest_vastgestelde(programma: Programma) -> Rapportageronde | None:
    """The newest round that has an edition, also while it is rectified."""
    return (
        Rapportageronde.objects.filter(programma=programma, edities__isnull=False)
        .order_by("-peildatum")
        .distinct()
        .first()
    )


def compare_met_editie(ronde: Rapportageronde) -> Vergelijking:
    """What the live report of a round says otherwise than its latest edition."""
    laatste = ronde.edities.order_by("-versie").values_list("sha256", flat=True)[0]
    return vergelijk(load_rapport(laatste), build_rapport(ronde=ronde))


def changes_of_ronde(ronde: Rapportageronde) -> tuple[Verandering, ...]:
    return tuple(
        verandering
        for verandering in compare_met_editie(ronde).veranderingen
        if verandering.kenmerk[2] in VAN_DE_RONDE.get(verandering.soort, ())
    )
