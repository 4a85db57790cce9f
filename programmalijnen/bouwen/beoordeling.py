"""What the rules say of what one page holds now: the koers of its doelen, and what deserves a second look."""

from dataclasses import dataclass

from ..models import Doel, Programma
from ..regels.begrippen import Horizon, Oordeel
from ..regels.beoordelen import judge_doel
from ..regels.feiten import Grenzen, Uitkomst
from ..regels.oordelen import ask_toelichting, find_horizon
from ..regels.waarschuwingen import Waarschuwing, check_sprong, check_stroom
from .blad import Invoerblad
from .doelen import is_part, make_feiten
from .metingen import make_meetwaarden
from .vakken import Meetgroep

UITLEG = ("oordeel_oorzaak", "oordeel_gevolg", "oordeel_bijsturing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doeloordeel:
    doel: Doel
    uitkomst: Uitkomst


def judge_doelen(blad: Invoerblad) -> tuple[Doeloordeel, ...]:
    """As the report will say it on the round's peildatum; parts come with the doel they are part of."""
    grenzen = grenzen_van(blad.ronde.programma)
    return tuple(
        Doeloordeel(
            doel=doel,
            uitkomst=judge_doel(
                make_feiten(blad.rijen, doel),
                peildatum=blad.ronde.peildatum,
                grenzen=grenzen,
                vorige=blad.vorige_peildatum,
            ),
        )
        for doel in blad.doelen
        if not is_part(doel)
    )


def grenzen_van(programma: Programma) -> Grenzen:
    return Grenzen(op_schema=programma.grens_op_schema, aandacht=programma.grens_aandacht)


def ask_uitleg(blad: Invoerblad, oordelen: tuple[Doeloordeel, ...]) -> str:
    """The sentence that asks to explain the oordeel, "" where it is explained or needs no explanation."""
    rij = blad.rij
    if not blad.vraagt_oordeel or rij is None or any(getattr(rij, naam) for naam in UITLEG):
        return ""
    koersen = (
        (oordeel.uitkomst.koers, find_horizon(oordeel.doel.periode_van, oordeel.doel.periode_tot))
        for oordeel in oordelen
    )
    return ask_toelichting(Oordeel(rij.oordeel), Horizon(rij.oordeel_horizon), koersen)


def warn_about(blad: Invoerblad, groep: Meetgroep) -> tuple[Waarschuwing, ...]:
    """A value that jumped or fell; said beside the value, never a refusal."""
    indicator = groep.indicator
    sprongen = tuple(
        waarschuwing
        for vak in groep.vakken
        if vak.meting and vak.vorige
        for waarschuwing in check_sprong(
            vak.categorie.naam if vak.categorie else indicator.naam, vak.vorige.waarde, vak.meting.waarde
        )
    )
    metingen = blad.rijen.metingen.get(indicator.pk, [])
    tot_nu = [meting for meting in metingen if meting.peildatum <= groep.periode.tot]
    categorieen = blad.rijen.categorieen.get(indicator.pk, [])
    waarden = make_meetwaarden(indicator, tot_nu, categorieen)
    laatste = waarden[-2:] if any(vak.meting for vak in groep.vakken) else ()
    return (*sprongen, *check_stroom(indicator.naam, indicator.soort, laatste))
