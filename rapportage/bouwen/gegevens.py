"""All rows a report is built from, fetched with a constant number of queries and grouped in memory."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Model, Q

from financien.models import (
    Financiering,
    Financieringsstand,
    GedruktTotaal,
    Kostenpost,
    KostenpostLijn,
    Uitgave,
)
from programmalijnen.models import (
    Aanname,
    Ambitie,
    Besluit,
    Categorie,
    Doel,
    Indicator,
    Meting,
    Mijlpaal,
    Mijlpaalstand,
    Programmalijn,
    Rapportageronde,
    Realisatie,
    Stapmelding,
    Streefwaarde,
    Tegenspraak,
    Toelichting,
    Tussenwaarde,
    Verwijzing,
)


def group(rijen: Iterable, sleutel: Callable) -> dict:
    groepen: dict = defaultdict(list)
    for rij in rijen:
        groepen[sleutel(rij)].append(rij)
    return groepen


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevens:
    """The rows of one round; dicts are keyed by the primary key of what the rows hang on."""

    ronde: Rapportageronde
    vorige_peildatum: date | None
    lijnen: list[Programmalijn]
    ambities: dict[int, list[Ambitie]]
    realisaties: list[Realisatie]
    toelichtingen: dict[int | None, list[Toelichting]]
    doelen: list[Doel]
    streefwaarden: dict[int, list[Streefwaarde]]
    tussenwaarden: dict[int, list[Tussenwaarde]]
    stappen: dict[int, list[Stapmelding]]
    indicatoren: list[Indicator]
    categorieen: dict[int, list[Categorie]]
    metingen: dict[int, list[Meting]]
    verwijzingen: dict[int, list[Verwijzing]]
    financieringen: list[Financiering]
    financieringsstanden: dict[int, list[Financieringsstand]]
    gedrukte_totalen: list[GedruktTotaal]
    kostenposten: list[Kostenpost]
    kostenpostlijnen: dict[int, list[KostenpostLijn]]
    uitgaven: dict[int, list[Uitgave]]
    mijlpalen: list[Mijlpaal]
    mijlpaalstanden: dict[int, list[Mijlpaalstand]]
    besluiten: list[Besluit]
    tegenspraken: list[Tegenspraak]
    aannames: list[Aanname]


def fetch_gegevens(ronde: Rapportageronde) -> Gegevens:
    """Everything known of the programme on the round's peildatum, in display order."""
    programma, peildatum = ronde.programma, ronde.peildatum
    bekend = Q(bekend_op__isnull=True) | Q(bekend_op__lte=peildatum)

    def of_programma(model: type[Model], *volgorde: str, **filters):
        return model.objects.filter(programma=programma, **filters).order_by(*volgorde, "pk")

    return Gegevens(
        ronde=ronde,
        vorige_peildatum=previous_peildatum(ronde),
        lijnen=list(of_programma(Programmalijn, "volgorde", gearchiveerd=False).select_related("ouder")),
        ambities=group(of_programma(Ambitie, "volgorde", gearchiveerd=False), lambda rij: rij.lijn_id),
        realisaties=fetch_realisaties(ronde),
        toelichtingen=group(
            ronde.toelichtingen.select_related("ronde", "lijn").order_by("pk"), lambda rij: rij.lijn_id
        ),
        doelen=list(
            of_programma(Doel, "volgorde", gearchiveerd=False)
            .filter(bekend)
            .select_related(
                "besluit", "indicator", "onderdeel_van", "elders_programma", "activiteit", "start"
            )
        ),
        streefwaarden=group(
            Streefwaarde.objects.filter(doel__programma=programma)
            .select_related("besluit")
            .order_by(F("vanaf").asc(nulls_first=True), "pk"),
            lambda rij: rij.doel_id,
        ),
        tussenwaarden=group(
            Tussenwaarde.objects.filter(doel__programma=programma).order_by("datum", "pk"),
            lambda rij: rij.doel_id,
        ),
        stappen=group(
            Stapmelding.objects.filter(doel__programma=programma, peildatum__lte=peildatum).order_by(
                "peildatum", "pk"
            ),
            lambda rij: rij.doel_id,
        ),
        indicatoren=list(
            of_programma(Indicator, "volgorde", gearchiveerd=False).select_related("activiteit")
        ),
        categorieen=group(
            Categorie.objects.filter(indicator__programma=programma).order_by("volgorde", "pk"),
            lambda rij: rij.indicator_id,
        ),
        metingen=group(
            of_programma(
                Meting, "peildatum", "categorie__volgorde", vervangen=False, peildatum__lte=peildatum
            ).select_related("categorie"),
            lambda rij: rij.indicator_id,
        ),
        verwijzingen=group(
            of_programma(Verwijzing, "volgorde").select_related(
                "activiteit__programma", "activiteit__lijn", "indicator__programma"
            ),
            lambda rij: rij.lijn_id,
        ),
        **fetch_geld(of_programma, bekend, programma),
        mijlpalen=list(
            of_programma(Mijlpaal, "volgorde", gearchiveerd=False).select_related(
                "lijn", "activiteit", "besluit"
            )
        ),
        mijlpaalstanden=group(
            Mijlpaalstand.objects.filter(mijlpaal__programma=programma, bekend_op__lte=peildatum).order_by(
                "bekend_op", "pk"
            ),
            lambda rij: rij.mijlpaal_id,
        ),
        besluiten=list(of_programma(Besluit, "volgorde")),
        tegenspraken=list(of_programma(Tegenspraak, "volgorde")),
        aannames=list(of_programma(Aanname, "volgorde")),
    )


def fetch_realisaties(ronde: Rapportageronde) -> list[Realisatie]:
    return list(
        Realisatie.objects.filter(ronde=ronde)
        .select_related("activiteit", "ambitie", "elders_programma")
        .order_by("lijn__volgorde", "volgorde", "pk")
    )


def fetch_geld(of_programma: Callable, bekend: Q, programma) -> dict:
    return {
        "financieringen": list(
            of_programma(Financiering, "volgorde", gearchiveerd=False)
            .filter(bekend)
            .select_related("bron", "activiteit", "elders_programma")
        ),
        "financieringsstanden": group(
            of_programma(Financieringsstand).select_related("waarvan"), lambda rij: rij.financiering_id
        ),
        "gedrukte_totalen": list(of_programma(GedruktTotaal)),
        "kostenposten": list(
            of_programma(Kostenpost, "volgorde", gearchiveerd=False).select_related("activiteit")
        ),
        "kostenpostlijnen": group(
            KostenpostLijn.objects.filter(kostenpost__programma=programma)
            .select_related("lijn")
            .order_by("volgorde", "pk"),
            lambda rij: rij.kostenpost_id,
        ),
        "uitgaven": group(
            Uitgave.objects.filter(kostenpost__programma=programma).order_by("jaar", "soort", "pk"),
            lambda rij: rij.kostenpost_id,
        ),
    }


def previous_peildatum(ronde: Rapportageronde) -> date | None:
    return (
        Rapportageronde.objects.filter(programma=ronde.programma_id, peildatum__lt=ronde.peildatum)
        .order_by("-peildatum")
        .values_list("peildatum", flat=True)
        .first()
    )
