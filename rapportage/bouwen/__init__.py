"""From the rows of a round to its Rapport: a constant number of queries, and none after them."""

from datetime import date

from programmalijnen.models import Programma, Rapportageronde

from ..rapport import SCHEMA, Editiekop, Programmakop, Rapport, Rondekop
from .anderen import make_relatie, tell_eigen
from .gegevens import Gegevens, fetch_gegevens
from .geld import make_financien
from .legenda import make_legenda
from .lijnen import hang, make_lijnen, make_toelichtingen
from .plaatsen import place_all
from .planning import make_aanname, make_besluit, make_mijlpalen, make_tegenspraak
from .tellen import tel_rapport
from .verantwoording import Controle, add_antwoorden, count_goedgekeurd, make_controle


def build_rapport(
    *, ronde: Rapportageronde, editie: Editiekop | None = None, vandaag: date | None = None
) -> Rapport:
    """The report of a round as its data stands on the peildatum; without `editie` it is the concept.

    Follows the round's own Realisaties, never an activiteit's present place. Of other programmes it shows
    what is public on `vandaag`; without it on the peildatum.
    """
    gegevens = fetch_gegevens(ronde, vandaag=vandaag)
    return add_antwoorden(gegevens, make_rapport(gegevens, editie))


def check_ronde(ronde: Rapportageronde) -> Controle:
    """The concept of a round with every warning about it; a constant number of queries."""
    gegevens = fetch_gegevens(ronde)
    return make_controle(gegevens, make_rapport(gegevens))


def make_rapport(gegevens: Gegevens, editie: Editiekop | None = None) -> Rapport:
    """Without the answers to warnings: those need the report they are about."""
    ronde = gegevens.ronde
    plaatsing = place_all(gegevens)
    lijnen = make_lijnen(gegevens, plaatsing)
    gehangen = hang(gegevens, plaatsing, ("programma", None))
    rapport = Rapport(
        schema=SCHEMA,
        programma=make_programmakop(ronde.programma),
        ronde=Rondekop(slug=ronde.slug, titel=ronde.titel, label=ronde.label, jaar=ronde.jaar),
        peildatum=ronde.peildatum,
        editie=editie,
        toelichtingen=make_toelichtingen(gegevens.toelichtingen.get(None, [])),
        lijnen=lijnen,
        financien=make_financien(gegevens, None),
        tellingen=tel_rapport(gehangen.doelen, lijnen),
        mijlpalen=make_mijlpalen(gegevens),
        besluiten=tuple(map(make_besluit, gegevens.besluiten)),
        tegenspraken=tuple(map(make_tegenspraak, gegevens.tegenspraken)),
        aannames=tuple(map(make_aanname, gegevens.aannames)),
        **count_goedgekeurd(gegevens),
        legenda=make_legenda(ronde.programma),
        relaties=tuple(make_relatie(gegevens, rij) for rij in gegevens.verbanden.relaties),
        verwezen_vanuit=gegevens.verbanden.van_anderen,
        **gehangen.as_velden(),
    )
    return tell_eigen(gegevens, rapport)


def make_programmakop(programma: Programma) -> Programmakop:
    return Programmakop(
        slug=programma.slug,
        naam=programma.naam,
        ondertitel=programma.ondertitel,
        omschrijving=programma.omschrijving,
        lijn_enkelvoud=programma.lijn_enkelvoud,
        lijn_meervoud=programma.lijn_meervoud,
        partners=programma.partners,
        looptijd=programma.looptijd,
    )
