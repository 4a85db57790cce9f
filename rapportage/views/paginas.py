"""The pages of a report: each takes what it shows from the Rapport and nothing else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime

from .. import grafieken
from ..filteren import filter_lijnen
from ..filters import Activiteitenfilter, Vormkeuze
from ..groeperen import flatten, measured_without_doel
from ..kruimels import way_to
from ..lezen import compare_lezingen, read_andere, read_rondes
from ..lezing import Lezing
from ..lijnfeiten import HIER
from ..opzoeken import (
    doelen_on_indicator,
    find_activiteit,
    find_indicator,
    find_lijn,
    geld_of_activiteit,
    geld_of_programma,
    held_against,
    kosten_of_jaar,
    lijnen_with_geld,
    mijlpalen_of,
    neighbours,
    ouder_of,
    posten_of_activiteit,
    relaties_of,
    tells_of_money,
    with_onderdelen,
)
from ..overzicht import filled, make_overzicht
from ..rapport import Activiteitregel, Lijnregel, Rapport
from ..tijdlijn import make_tijdlijn
from ..tijdspaden import make_tijdspaden
from ..vergelijken import Vergelijking
from ..verloop import follow_activiteit, follow_indicator
from ..vooruit import doelen_volgend_jaar, in_time, next_mijlpalen
from ..vormen import fill_rapport, make_tabelvak
from ..vormen.ambities import make_ambities
from ..vormen.inhoud import planned
from ..vormen.tabelvak import table_without_ambitie
from .lezer import lezer, render_lezing, vorm_of


@lezer
def dashboard(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    return render_lezing(
        request,
        "dashboard",
        lezing,
        overzicht=make_overzicht(lezing.rapport, *compare_with_vorige(lezing)),
        lijnen_met_geld=lijnen_with_geld(lezing.rapport),
    )


def compare_with_vorige(lezing: Lezing) -> tuple[Rapport, Vergelijking] | tuple[()]:
    """The report of the round before and what changed since; nothing where this person may read none."""
    if lezing.vorige is None:
        return ()
    vorige = read_andere(lezing, lezing.vorige.ronde, lezing.vorige.versie)
    return vorige.rapport, compare_lezingen(lezing, vorige)[2]


@lezer
def lijn(request: HttpRequest, lezing: Lezing, code: str) -> HttpResponse:
    rapport = lezing.rapport
    gevonden, vorm = find_lijn(rapport, code), vorm_of(request, lezing)
    ambities = make_ambities(gevonden) if vorm.has("ambities") else None
    vorige, volgende = neighbours(rapport.lijnen, gevonden)
    over_geld = [rij for rij in gevonden.toelichtingen if rij.onderwerp == "financiën"]
    komend = [rij for rij in next_mijlpalen(rapport) if rij.lijn == code]
    return render_lezing(
        request,
        "lijn",
        lezing,
        titel=f"{rapport.programma.lijn_enkelvoud.capitalize()} {code}",
        lijn=gevonden,
        ambities=ambities,
        vak=table_without_ambitie(vorm, gevonden) if ambities else make_tabelvak(vorm, gevonden),
        over_geld=over_geld,
        toelichtingen=[rij for rij in gevonden.toelichtingen if rij not in over_geld],
        context=measured_without_doel(gevonden.indicatoren),
        volgend_jaar=doelen_volgend_jaar(gevonden),
        relaties=relaties_of(rapport, code),
        komend=komend,
        eerder=[rij for rij in in_time(mijlpalen_of(rapport, lijn=code)) if rij not in komend],
        tellingen=filled(gevonden.tellingen.doelen),
        vorige=vorige,
        volgende=volgende,
        doelen_grafiek=grafieken.doelen_grafiek(gevonden),
        geld_grafiek=grafieken.financiering_grafiek(gevonden.financien, f"lijn-{code}"),
    )


@lezer
def activiteit(request: HttpRequest, lezing: Lezing, sleutel: str) -> HttpResponse:
    plek = find_activiteit(lezing.rapport, sleutel)
    onderdelen = list(flatten(plek.activiteit.onderdelen))
    metingen = measured_without_doel(plek.activiteit.indicatoren)
    vorige, volgende = neighbours(with_onderdelen(plek.lijn.activiteiten), plek.activiteit)
    ouder = ouder_of(plek.lijn, sleutel)
    return render_lezing(
        request,
        "activiteit",
        lezing,
        weg=way_to(lezing, plek.lijn, ouder),
        titel=plek.activiteit.titel,
        lijn=plek.lijn,
        ouder=ouder,
        activiteit=plek.activiteit,
        vorige=vorige,
        volgende=volgende,
        verloop=follow_activiteit(read_rondes(lezing), sleutel),
        geld=geld_of_activiteit(plek.lijn, sleutel),
        posten=posten_of_activiteit(lezing.rapport, sleutel),
        mijlpalen=mijlpalen_of(lezing.rapport, activiteit=sleutel),
        metingen=metingen,
        onderdelen=onderdelen,
        heeft_bericht=has_bericht(plek.activiteit) or bool(metingen or onderdelen),
    )


def has_bericht(activiteit: Activiteitregel) -> bool:
    """Whether something is told beside the figures of its doelen: a text, or in words why there is none."""
    has_cijfer = any(doel.afgedrukt or doel.uitsplitsing for doel in activiteit.doelen)
    return bool(activiteit.realisatie) or activiteit.opgave != HIER or not has_cijfer


@lezer
def indicator(request: HttpRequest, lezing: Lezing, sleutel: str) -> HttpResponse:
    plek, gevonden = find_indicator(lezing.rapport, sleutel)
    doelen = doelen_on_indicator(lezing.rapport, sleutel)
    return render_lezing(
        request,
        "indicator",
        lezing,
        weg=way_to(lezing, plek.lijn, plek.activiteit),
        titel=gevonden.naam,
        lijn=plek.lijn,
        activiteit=plek.activiteit,
        indicator=gevonden,
        doelen=doelen,
        verloop=follow_indicator(read_rondes(lezing), sleutel),
        reeks=grafieken.indicator_grafiek(
            gevonden, [plaats.doel for plaats in doelen], held_against(lezing.rapport, doelen)
        ),
        uitsplitsing=grafieken.uitsplitsing_grafiek(gevonden),
    )


@lezer
def financien(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    rapport = lezing.rapport
    return render_lezing(
        request,
        "financien",
        lezing,
        titel="Financiën",
        grafiek=grafieken.lijnen_grafiek(rapport),
        soort_grafiek=grafieken.financiering_grafiek(rapport.financien, "programma"),
        kosten_grafiek=grafieken.kosten_grafiek(rapport.financien, "programma"),
        kosten_nu=kosten_of_jaar(rapport),
        lijnen_met_geld=[lijn for lijn in rapport.lijnen if lijn.financien.groepen],
        besproken_lijnen=[lijn for lijn in rapport.lijnen if lijn.financien.groepen or tells_of_money(lijn)],
        los_geld=geld_of_programma(rapport),
    )


@lezer
def planning(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    rapport = lezing.rapport
    return render_lezing(
        request,
        "planning",
        lezing,
        titel="Planning",
        bestuurlijk=planned(rapport, bestuurlijk=True),
        uitvoering=planned(rapport, bestuurlijk=False),
        tijdlijn=make_tijdlijn(rapport),
        tijdspaden=make_tijdspaden(rapport),
    )


@lezer
def rapport(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    gelezen, vorm = lezing.rapport, vorm_of(request, lezing)
    formulier = Activiteitenfilter(request.GET, rapport=gelezen)
    keuze = formulier.keuze()
    lijnen = gelezen.lijnen if keuze.is_leeg else filter_lijnen(gelezen, keuze)
    return render_lezing(
        request,
        "rapport",
        lezing,
        titel="Hele rapport",
        filter=formulier,
        keuze=keuze,
        gekozen=formulier.gekozen(),
        vormkeuze=Vormkeuze(request.GET, eigen=lezing.vorm),
        delen=fill_rapport(vorm, gelezen) if keuze.is_leeg else (),
        tabellen=() if keuze.is_leeg else [make_tabelvak(vorm, lijn) for lijn in lijnen],
        aantal=count_activiteiten(lijnen),
        totaal=count_activiteiten(gelezen.lijnen),
        adres=settings.SITE_URL and lezing.vaste_basis and settings.SITE_URL + lezing.vaste_basis,
        gelezen_op=localtime(),
        bestuurlijk=in_time(rij for rij in gelezen.mijlpalen if rij.bestuurlijk),
    )


def count_activiteiten(lijnen: tuple[Lijnregel, ...]) -> int:
    return sum(1 for lijn in lijnen for _ in with_onderdelen(lijn.activiteiten))
