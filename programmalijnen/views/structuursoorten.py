"""Lijnen, ambities, activiteiten, verwijzingen and the programme itself, for the pages that edit rows."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from ..bouwen.opening import fetch_schrijvers
from ..forms.programma import ProgrammaForm
from ..forms.rijen import Rijformulier
from ..forms.structuur import ActiviteitForm, AmbitieForm, LijnForm, VerwijzingForm
from ..models import (
    Activiteit,
    Ambitie,
    Indicator,
    Programma,
    Programmalijn,
    Rapportageronde,
    Rondestaat,
    Verwijzing,
)
from ..rechten import programmas_met_werk
from ..regels.samenvoegen import Samengevoegd
from ..services import verloop
from ..services.rondes import latest_ronde
from .rijsoorten import Rijsoort, Rijvraag

EERST_EEN_LIJN = "Maak eerst een {}: wat u wilde toevoegen, staat daarop."


def in_gebruik(soort: Any, programma: Programma) -> QuerySet:
    return soort.objects.filter(programma=programma, gearchiveerd=False).order_by("volgorde", "pk")


def find_gevraagd(soort: Any, programma: Programma, sleutel: str) -> Any:
    """What the address of a new row says it belongs to; None when it says nothing we know."""
    return in_gebruik(soort, programma).filter(sleutel=sleutel[:60]).first() if sleutel else None


def begin_op_lijn(soort: type) -> Any:
    """A new row on the lijn or in the ambitie that the address asks for."""

    def begin(programma: Programma, vraag: QueryDict) -> Any:
        plek = {
            naam: find_gevraagd(waar, programma, vraag.get(naam, ""))
            for naam, waar in (("lijn", Programmalijn), ("ambitie", Ambitie))
        }
        lijn = plek["lijn"] or (plek["ambitie"] and plek["ambitie"].lijn)
        velden = {"ambitie": plek["ambitie"]} if hasattr(soort, "ambitie") else {}
        return soort(programma=programma, **{"lijn": lijn} if lijn else {}, **velden)

    return begin


def begin_lijn(programma: Programma, vraag: QueryDict) -> Programmalijn:
    """With the number that comes after those beside it, also after one that is archived."""
    ouder = find_gevraagd(Programmalijn, programma, vraag.get("ouder", ""))
    buren = Programmalijn.objects.filter(programma=programma, ouder=ouder).values_list("code", flat=True)
    nummers = [int(code.rpartition(".")[2]) for code in buren if code.rpartition(".")[2].isdecimal()]
    volgende = str(max(nummers, default=0) + 1)
    return Programmalijn(
        programma=programma, ouder=ouder, code=f"{ouder.code}.{volgende}" if ouder else volgende
    )


def ask_lijn(programma: Programma) -> tuple[str, str] | None:
    """Where to make a line, as long as there is none to stand on."""
    if in_gebruik(Programmalijn, programma).exists():
        return None
    return EERST_EEN_LIJN.format(programma.lijn_enkelvoud), reverse(
        "werk:rij-nieuw", args=[programma.slug, "lijnen"]
    )


def begin_verwijzing(programma: Programma, vraag: QueryDict) -> Verwijzing:
    """What is referred to now is known from the latest round on, as a new doel is."""
    verwijzing = begin_op_lijn(Verwijzing)(programma, vraag)
    ronde = latest_ronde(programma)
    verwijzing.bekend_op = ronde and ronde.peildatum
    return verwijzing


def make_lijnformulier(vraag: Rijvraag) -> Rijformulier:
    anderen = in_gebruik(Programmalijn, vraag.programma).exclude(pk=vraag.rij.pk)
    return Rijformulier(LijnForm(kies={"ouder": anderen}, **vraag.form))


def make_ambitieformulier(vraag: Rijvraag) -> Rijformulier:
    return Rijformulier(AmbitieForm(kies={"lijn": in_gebruik(Programmalijn, vraag.programma)}, **vraag.form))


def make_activiteitformulier(vraag: Rijvraag) -> Rijformulier:
    kies = {
        "lijn": in_gebruik(Programmalijn, vraag.programma),
        "ambitie": in_gebruik(Ambitie, vraag.programma),
        "onderdeel_van": in_gebruik(Activiteit, vraag.programma).exclude(pk=vraag.rij.pk),
        "trekker": fetch_schrijvers(vraag.programma),
    }
    return Rijformulier(ActiviteitForm(kies=kies, **vraag.form))


def make_verwijzingformulier(vraag: Rijvraag) -> Rijformulier:
    """To what this person may read: of this programme, and of the others of which they read the live side."""
    programmas = programmas_met_werk(vraag.gebruiker).values("pk")
    leesbaar = {"programma__in": programmas, "gearchiveerd": False}
    volgorde = ("programma__naam", "volgorde", "pk")
    kies = {
        "lijn": in_gebruik(Programmalijn, vraag.programma),
        "ambitie": in_gebruik(Ambitie, vraag.programma),
        "activiteit": Activiteit.objects.filter(**leesbaar).select_related("programma").order_by(*volgorde),
        "indicator": Indicator.objects.filter(**leesbaar).select_related("programma").order_by(*volgorde),
        "bekend_op": Rapportageronde.objects.filter(programma=vraag.programma).order_by("peildatum"),
    }
    return Rijformulier(VerwijzingForm(kies=kies, **vraag.form))


def make_programmaformulier(vraag: Rijvraag) -> Rijformulier:
    return Rijformulier(ProgrammaForm(**vraag.form))


def save_lijn(formulier: Rijformulier, **wie: Any) -> Sequence[Samengevoegd]:
    return verloop.save_lijn(invoer=formulier.invoer(), **wie)


def save_activiteit(formulier: Rijformulier, **wie: Any) -> Sequence[Samengevoegd]:
    return verloop.save_activiteit(invoer=formulier.invoer(), **wie)


def find_acties(rij: Activiteit) -> list[tuple[str, str]]:
    """Where it gets a doel, where it is split, and where a round says that it is reported elsewhere."""
    slug = rij.programma.slug
    rondes = Rapportageronde.objects.filter(programma=rij.programma, staat=Rondestaat.OPEN)
    nieuw_doel = reverse("werk:rij-nieuw", args=[slug, "doelen"])
    return [
        ("Doel toevoegen", f"{nieuw_doel}?activiteit={rij.sleutel}"),
        ("Splitsen", reverse("werk:splitsen", args=[slug, rij.sleutel])),
        *(
            (
                f"Elders gerapporteerd in {ronde.titel}?",
                reverse("werk:samenstelling", args=[slug, ronde.slug]),
            )
            for ronde in rondes.order_by("peildatum")
        ),
    ]


LIJNEN = Rijsoort(
    naam="lijnen",
    model=Programmalijn,
    nieuw="Nieuwe lijn",
    formulier=make_lijnformulier,
    begin=begin_lijn,
    save=save_lijn,
    remove=verloop.end_rij,
    must_be_kept=verloop.must_stay,
    beletsel=verloop.find_beletsel,
    restore=verloop.restore_rij,
    verbanden=("programma", "ouder"),
    naast=("ouder",),
)
AMBITIES = Rijsoort(
    eerst=ask_lijn,
    naam="ambities",
    model=Ambitie,
    nieuw="Nieuwe ambitie",
    formulier=make_ambitieformulier,
    begin=begin_op_lijn(Ambitie),
    remove=verloop.end_rij,
    must_be_kept=verloop.must_stay,
    beletsel=verloop.find_beletsel,
    restore=verloop.restore_rij,
    verbanden=("programma", "lijn"),
    naast=("lijn",),
)
ACTIVITEITEN = Rijsoort(
    eerst=ask_lijn,
    naam="activiteiten",
    model=Activiteit,
    nieuw="Nieuwe activiteit",
    formulier=make_activiteitformulier,
    begin=begin_op_lijn(Activiteit),
    save=save_activiteit,
    remove=verloop.end_activiteit,
    must_be_kept=verloop.must_stay,
    beletsel=verloop.find_beletsel,
    acties=find_acties,
    restore=verloop.restore_activiteit,
    verbanden=("programma", "lijn", "ambitie", "onderdeel_van", "trekker__gebruiker"),
    naast=("lijn", "ambitie", "onderdeel_van"),
)
VERWIJZINGEN = Rijsoort(
    eerst=ask_lijn,
    naam="verwijzingen",
    model=Verwijzing,
    nieuw="Nieuwe verwijzing",
    formulier=make_verwijzingformulier,
    begin=begin_verwijzing,
    verbanden=("programma", "lijn", "ambitie", "activiteit__programma", "indicator__programma"),
    naast=("lijn",),
)
PROGRAMMA = Rijsoort(
    naam="programma",
    model=Programma,
    formulier=make_programmaformulier,
    sleutelveld="slug",
    sjabloon="programmalijnen/instellingen.html",
    verbanden=(),
    weg=False,
)
