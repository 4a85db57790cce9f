"""All rows a report is built from, fetched with a constant number of queries and grouped in memory."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Model, OrderBy, Q, QuerySet

from financien.models import (
    Financiering,
    Financieringsstand,
    GedruktTotaal,
    Kostenpost,
    KostenpostLijn,
    Uitgave,
)
from programmalijnen.bouwen.ophalen import group, previous_peildatum
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
    Waarschuwingsantwoord,
)

from .verbanden import Verbanden, fetch_verbanden

BIJ_EEN_DOEL = (
    "besluit",
    "indicator",
    "vergelijkcijfer",
    "onderdeel_van",
    "elders_programma",
    "ambitie",
    "activiteit",
    "start",
)


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
    metingen: dict[int, list[Meting]]
    categorieen: dict[int, list[Categorie]]
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
    antwoorden: list[Waarschuwingsantwoord]
    verbanden: Verbanden


def fetch_gegevens(ronde: Rapportageronde, *, vandaag: date | None = None) -> Gegevens:
    """Everything known of the programme on the round's peildatum, in display order.

    Of other programmes what is public on `vandaag`; without it on the peildatum.
    """
    bekend = Q(bekend_op__isnull=True) | Q(bekend_op__lte=ronde.peildatum)
    vraag = Vraag(ronde)
    verwijzingen = fetch_verwijzingen(vraag, bekend)
    return Gegevens(
        ronde=ronde,
        vorige_peildatum=previous_peildatum(ronde),
        verwijzingen=group(verwijzingen, "lijn_id"),
        verbanden=fetch_verbanden(ronde, verwijzingen, bekend, vandaag=vandaag or ronde.peildatum),
        **fetch_structuur(vraag),
        **fetch_ronde(ronde),
        **fetch_doelen(vraag, bekend),
        **fetch_metingen(vraag),
        **fetch_geld(vraag, bekend),
        **fetch_uitgaven(vraag),
        **fetch_planning(vraag),
    )


@dataclass(frozen=True, slots=True)
class Vraag:
    """The rows of one programme, ordered, with the primary key as tiebreak."""

    ronde: Rapportageronde

    def __call__(self, model: type[Model], *volgorde: str | OrderBy, **filters: Any) -> QuerySet:
        return self.via("programma", model, *volgorde, **filters)

    def via(self, pad: str, model: type[Model], *volgorde: str | OrderBy, **filters: Any) -> QuerySet:
        """Of a model that knows its programme only through another: `doel__programma`."""
        return model.objects.filter(**{pad: self.ronde.programma_id}, **filters).order_by(*volgorde, "pk")


def fetch_structuur(vraag: Vraag) -> dict[str, Any]:
    """What was archived since stays in a round that has rows for it."""
    rijen = Realisatie.objects.filter(ronde=vraag.ronde)
    lijnen, ambities = (Q(gearchiveerd=False) | Q(pk__in=rijen.values(plek)) for plek in ("lijn", "ambitie"))
    return {
        "lijnen": list(vraag(Programmalijn, "volgorde").filter(lijnen).select_related("ouder")),
        "ambities": group(vraag(Ambitie, "volgorde").filter(ambities), "lijn_id"),
    }


def fetch_verwijzingen(vraag: Vraag, bekend: Q) -> list[Verwijzing]:
    rijen = vraag(Verwijzing, "volgorde").filter(bekend)
    return list(rijen.select_related("activiteit__programma", "indicator__programma", "ambitie"))


def fetch_ronde(ronde: Rapportageronde) -> dict[str, Any]:
    """What belongs to the round itself."""
    return {
        "realisaties": list(
            Realisatie.objects.filter(ronde=ronde)
            .select_related("activiteit", "ambitie", "elders_programma")
            .order_by("lijn__volgorde", "volgorde", "pk")
        ),
        "antwoorden": list(ronde.antwoorden.order_by("pk")),
        "toelichtingen": group(ronde.toelichtingen.select_related("ronde", "lijn").order_by("pk"), "lijn_id"),
    }


def fetch_doelen(vraag: Vraag, bekend: Q) -> dict[str, Any]:
    def of_doel(rijen: QuerySet) -> dict[int, list]:
        return group(rijen, "doel_id")

    tot_en_met = {"peildatum__lte": vraag.ronde.peildatum}
    eerste_eerst = F("vanaf").asc(nulls_first=True)
    return {
        "doelen": list(
            vraag(Doel, "volgorde", gearchiveerd=False).filter(bekend).select_related(*BIJ_EEN_DOEL)
        ),
        "streefwaarden": of_doel(
            vraag.via("doel__programma", Streefwaarde, eerste_eerst).select_related("besluit")
        ),
        "tussenwaarden": of_doel(vraag.via("doel__programma", Tussenwaarde, "datum")),
        "stappen": of_doel(vraag.via("doel__programma", Stapmelding, "peildatum", **tot_en_met)),
    }


def fetch_metingen(vraag: Vraag) -> dict[str, Any]:
    """The indicators and their values up to the peildatum; a replaced value is left out."""
    geldig = {"vervangen": False, "peildatum__lte": vraag.ronde.peildatum}
    return {
        "indicatoren": list(
            vraag(Indicator, "volgorde", gearchiveerd=False).select_related("ambitie", "activiteit")
        ),
        "metingen": group(
            vraag(Meting, "peildatum", "categorie__volgorde", **geldig).select_related("categorie"),
            "indicator_id",
        ),
        "categorieen": group(vraag.via("indicator__programma", Categorie, "volgorde"), "indicator_id"),
    }


def fetch_geld(vraag: Vraag, bekend: Q) -> dict[str, Any]:
    return {
        "financieringen": list(
            vraag(Financiering, "volgorde", gearchiveerd=False)
            .filter(bekend)
            .select_related("bron", "activiteit", "elders_programma")
        ),
        "financieringsstanden": group(vraag(Financieringsstand).select_related("waarvan"), "financiering_id"),
        "gedrukte_totalen": list(vraag(GedruktTotaal)),
    }


def fetch_uitgaven(vraag: Vraag) -> dict[str, Any]:
    return {
        "kostenposten": list(
            vraag(Kostenpost, "volgorde", gearchiveerd=False).select_related("activiteit", "onderdeel_van")
        ),
        "kostenpostlijnen": group(
            vraag.via("kostenpost__programma", KostenpostLijn, "volgorde").select_related("lijn"),
            "kostenpost_id",
        ),
        "uitgaven": group(vraag.via("kostenpost__programma", Uitgave, "jaar", "soort"), "kostenpost_id"),
    }


def fetch_planning(vraag: Vraag) -> dict[str, Any]:
    bekend = {"bekend_op__lte": vraag.ronde.peildatum}
    return {
        "mijlpalen": list(
            vraag(Mijlpaal, "volgorde", gearchiveerd=False).select_related("lijn", "activiteit", "besluit")
        ),
        "mijlpaalstanden": group(
            vraag.via("mijlpaal__programma", Mijlpaalstand, "bekend_op", **bekend),
            "mijlpaal_id",
        ),
        "besluiten": list(vraag(Besluit, "volgorde")),
        "tegenspraken": list(vraag(Tegenspraak, "volgorde")),
        "aannames": list(vraag(Aanname, "volgorde")),
    }
