"""What the shipped file of the programme says, held to the documents it was taken from."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import Model, QuerySet

from financien.models import Financiering, Financieringsstand
from programmalijnen.models import (
    Aanname,
    Activiteit,
    Besluit,
    Doel,
    Meting,
    Mijlpaal,
    Programma,
    Rapportageronde,
    Realisatie,
    Relatie,
    Stapmelding,
    Tegenspraak,
    Toelichting,
    Wijziging,
)
from rapportage.bouwen import build_rapport
from rapportage.inlezen import read_bestand
from rapportage.models import Editie
from tests.programmas import laad_programmas, load_bestanden

SLUG = "arbeidsmarkt-menselijk-kapitaal"
PAD = Path(settings.BASE_DIR) / "fixtures" / f"{SLUG}.toml"
RAPPORT, PRESENTATIE = "Voortgangsrapportage augustus 2024", "Raadspresentatie najaar 2024"
# Only a bond with another programme may rest on its document.
ANDERE = ("Uitvoeringsprogramma Bestaanszekerheid", "Raadsinformatiebrief Ondernemen met impact")

pytestmark = pytest.mark.django_db


def van(model: type[Model]) -> QuerySet:
    """The rows of this programme."""
    eigenaar = {Realisatie: "ronde__programma", Toelichting: "ronde__programma", Editie: "ronde__programma"}
    eigenaar[Stapmelding] = "doel__programma"
    return model.objects.filter(**{f"{eigenaar.get(model, 'programma')}__slug": SLUG})


@pytest.fixture(scope="module", autouse=True)
def geladen(django_db_setup, django_db_blocker):
    """All files loaded once for all tests of this module, and taken away after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        laad_programmas()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def rapporten(geladen, django_db_blocker):
    with django_db_blocker.unblock():
        return {ronde.slug: build_rapport(ronde=ronde) for ronde in van(Rapportageronde)}


def groepen(lijn) -> list[tuple[str, list[str]]]:
    """The rows of a line of a report, per group, in order."""
    return [
        (groep, [rij.sleutel for rij in rijen])
        for groep, rijen in groupby(lijn.activiteiten, key=lambda rij: rij.groep)
    ]


def doelregels(lijn):
    return [doel for rij in lijn.activiteiten for doel in rij.doelen]


def test_programme_is_the_one_of_the_report():
    programma = Programma.objects.get(slug=SLUG)

    assert (programma.naam, programma.ondertitel) == (
        "Arbeidsmarkt & menselijk kapitaal",
        "Dordrecht & Drechtsteden",
    )
    assert programma.openbaar


def test_besluiten_have_their_number_and_no_invented_date():
    assert list(van(Besluit).order_by("volgorde").values_list("nummer", "datum", "datum_tekst")) == [
        ("2023-0018839", None, ""),
        ("2023-0154666", None, "voorgelegd op 19 december 2023"),
        ("2022-0169310", None, ""),
    ]


def test_august_has_its_rows_in_groups_and_order(rapporten):
    een, twee, drie = rapporten["augustus-2024"].lijnen

    assert groepen(een) == [
        ("Voor Stad", ["wijkaanpakken", "leerpraktijkcentrum"]),
        (
            "Voor Stad & Regio",
            ["werkcentrum", "scholingsfonds", "baas", "leerwerktrajecten", "ontwikkelpaden"],
        ),
    ]
    assert groepen(twee) == [
        ("Voor Stad", ["glansrijke-toekomst", "studentenfestival"]),
        ("Voor Stad & Regio", ["actieplan-jeugdwerkloosheid", "techniekpromotie"]),
        ("Daarbij werken we regionaal samen aan", ["leerpark", "dordrecht-academy", "career-boost"]),
    ]
    assert groepen(drie) == [
        (
            "Voor Stad",
            [
                "label-dordrecht",
                "goed-werkgeverschap-uitgifte",
                "goed-werkgeverschap-inkoop",
                "trekkingsgebieden",
                "werkgeversbenadering",
                "label-gemeente",
            ],
        ),
        ("Voor Stad & Regio", ["label-drechtsteden", "city-deal"]),
    ]


def test_wijkaanpakken_are_onderdelen_in_august(rapporten):
    wijkaanpakken = rapporten["augustus-2024"].lijnen[0].activiteiten[0]

    assert [rij.sleutel for rij in wijkaanpakken.onderdelen] == [
        "wijkaanpak-west",
        "wijkaanpak-centrum",
        "wijkaanpak-oost",
    ]


def test_autumn_has_the_rows_of_the_presentation(rapporten):
    een, twee, drie = rapporten["najaar-2024"].lijnen

    assert groepen(een) == [
        (
            "Afgesproken activiteiten",
            [
                "wijkaanpak-west",
                "wijkaanpak-oost",
                "wijkaanpak-centrum",
                "leerpraktijkcentrum",
                "ontwikkelpaden",
            ],
        ),
        ("Extra activiteiten", ["scholingsfonds", "innovatietafels"]),
        ("Niet in deze presentatie", ["werkcentrum", "baas", "leerwerktrajecten"]),
    ]
    assert [(groep, len(rijen)) for groep, rijen in groepen(twee)] == [
        ("Afgesproken activiteiten", 3),
        ("Extra activiteiten", 1),
        ("Daarbij werken we aan aansluiting onderwijs en arbeidsmarkt", 3),
    ]
    assert [(groep, len(rijen)) for groep, rijen in groepen(drie)] == [
        ("Afgesproken activiteiten", 6),
        ("Extra activiteiten", 2),
    ]


def test_rows_missing_in_autumn_are_not_reported_and_have_no_text():
    stil = van(Realisatie).filter(ronde__slug="najaar-2024", groep="Niet in deze presentatie")

    assert set(stil.values_list("opgave", "tekst")) == {("niet gerapporteerd in deze ronde", "")}


def test_no_text_of_august_is_repeated_in_autumn():
    juli, najaar = (
        set(van(Realisatie).filter(ronde__slug=slug).exclude(tekst="").values_list("tekst", flat=True))
        for slug in ("augustus-2024", "najaar-2024")
    )

    assert (len(juli), len(najaar), juli & najaar) == (23, 17, set())


def test_titles_are_those_of_the_round():
    titels = dict(
        van(Realisatie).filter(activiteit__sleutel="ontwikkelpaden").values_list("ronde__slug", "titel")
    )

    assert titels == {
        "augustus-2024": "Sectorale ontwikkelpaden",
        "najaar-2024": "Sectorale Loopbaanpaden",
        "augustus-2025": "Sectorale ontwikkelpaden",
    }


def test_glansrijke_toekomst_is_reported_elsewhere_in_every_round():
    rijen = van(Realisatie).filter(activiteit__sleutel="glansrijke-toekomst")

    waar = ("elders gerapporteerd", "via de lijn van Agenda 2030", "glansrijke-toekomst")
    assert list(rijen.values_list("opgave", "elders_waar", "elders_programma__slug")) == [waar] * 3


def test_verwante_activiteiten_have_no_means_and_no_doelen():
    verwant = van(Activiteit).filter(soort="verwant")

    assert verwant.count() == 3
    assert not van(Doel).filter(activiteit__in=verwant).exists()
    assert not van(Financiering).filter(activiteit__in=verwant).exists()


def test_editions_are_taken_over_without_date_or_besluit():
    edities = van(Editie).order_by("ronde__peildatum")

    assert list(edities.values_list("ronde__slug", "overgenomen_uit", "vastgesteld_op", "besluit")) == [
        ("augustus-2024", RAPPORT, None, ""),
        ("najaar-2024", PRESENTATIE, None, ""),
    ]


def test_open_round_waits_without_deadline_and_without_text():
    ronde = van(Rapportageronde).get(slug="augustus-2025")

    assert (ronde.staat, ronde.peildatum, ronde.deadline) == ("open", date(2025, 7, 31), None)
    assert ronde.realisaties.count() == van(Activiteit).count() == 26
    assert not ronde.realisaties.exclude(tekst="").exists()


def test_doelen_per_line_year_and_toestand():
    rijen = van(Doel).values_list("activiteit__lijn__code", "lijn__code", "periode", "toestand", "besluit")

    assert Counter((code or lijn, *rest) for code, lijn, *rest in rijen) == {
        ("1", "2024", "afgesproken", None): 10,
        ("2", "2024", "afgesproken", None): 4,
        ("3", "2024", "afgesproken", None): 10,
        ("1", "2025", "voorgesteld", None): 4,
        ("2", "2025", "voorgesteld", None): 5,
        ("3", "2025", "voorgesteld", None): 6,
    }


def test_august_does_not_know_the_doelen_of_2025(rapporten):
    def volgend_jaar(slug):
        lijnen = rapporten[slug].lijnen
        plekken = [*lijnen, *(rij for lijn in lijnen for rij in lijn.activiteiten)]
        return sum(len(plek.doelen_volgend_jaar) for plek in plekken)

    assert (volgend_jaar("augustus-2024"), volgend_jaar("najaar-2024")) == (0, 15)


def test_targets_with_a_number():
    rijen = van(Doel).filter(vorm="getal").values_list("sleutel", "richting", "streefwaarden__waarde")

    assert {sleutel: (richting, int(waarde)) for sleutel, richting, waarde in rijen} == {
        "inwoners-duurzame-plek-2024": ("meer", 100),
        "leerwerktrajecten-2024": ("meer", 100),
        "partners-st-mbo-2024": ("meer", 75),
        "label-behaald-2024": ("meer", 50),
        "aan-de-slag-met-label-2024": ("", 25),
        "inwoners-duurzame-plek-2025": ("meer", 100),
        "partners-st-mbo-2025": ("meer", 155),
        "label-behaald-2025": ("meer", 110),
    }


def test_daarvan_names_its_parent():
    rijen = van(Doel).exclude(onderdeel_van=None).values_list("sleutel", "onderdeel_van__sleutel")

    assert dict(rijen) == {
        "label-behaald-2024": "partners-st-mbo-2024",
        "aan-de-slag-met-label-2024": "partners-st-mbo-2024",
        "label-behaald-2025": "partners-st-mbo-2025",
        "ontwikkelpad-energietransitie-2024": "ontwikkelpaden-2024",
        "ontwikkelpad-zorg-2024": "ontwikkelpaden-2024",
    }


def test_steps_stand_only_where_the_words_say_so():
    assert list(van(Stapmelding).order_by("pk").values_list("doel__sleutel", "stap", "woorden")) == [
        (
            "leerpraktijkcentrum-operationeel-2024",
            "gereed",
            "Leerpraktijkcentrum in het Waterwiel is operationeel",
        ),
        ("scholingsfonds-regiodeal-2024", "gereed", "Het project is opgenomen in de RegioDeal"),
        (
            "ontwikkelpad-energietransitie-2024",
            "gereed",
            "Ontwikkelpaden in energietransitie en kinderopvang zijn gerealiseerd en operationeel",
        ),
    ]


def test_measured_figures():
    rijen = (
        van(Meting)
        .order_by("pk")
        .values_list("indicator__sleutel", "categorie__naam", "peildatum", "waarde", "precisie")
    )
    juli, najaar = date(2024, 7, 31), date(2024, 9, 30)

    assert [(*begin, int(waarde), precisie) for *begin, waarde, precisie in rijen] == [
        ("ondernemers-belemmerd", None, juli, 40, "precies"),
        ("onbenut-potentieel-drechtsteden", None, juli, 18_000, "circa"),
        ("onbenut-potentieel-dordrecht", None, juli, 8_000, "precies"),
        ("inwoners-duurzame-plek", "naar betaald werk", juli, 14, "precies"),
        ("inwoners-duurzame-plek", "meer uren of ander werk", juli, 2, "precies"),
        ("inwoners-duurzame-plek", "gestart bij Beroepentuin", juli, 18, "precies"),
        (
            "inwoners-duurzame-plek",
            "in een ondersteuningstraject naar werk (o.m. vrijwilligerswerk)",
            juli,
            83,
            "precies",
        ),
        ("inwoners-duurzame-plek", "zorg en ondersteuning", juli, 8, "precies"),
        ("bevindingen-wijkaanpak-west", "migratieachtergrond", najaar, 80, "precies"),
        ("bevindingen-wijkaanpak-west", "vrouw", najaar, 55, "precies"),
        ("bevindingen-wijkaanpak-west", "uitkering", najaar, 50, "precies"),
        ("bevindingen-wijkaanpak-west", "werkend", najaar, 20, "precies"),
        ("baas-partnerbijeenkomsten", None, juli, 2, "precies"),
        ("leerwerktrajecten", None, juli, 60, "precies"),
        ("jongeren-16-27", None, juli, 17_000, "circa"),
        ("jongeren-buitenboord", None, juli, 2_600, "schatting"),
        ("jongeren-buitenboord-aandeel", None, juli, 15, "circa"),
        ("jongeren-werkshop", "terug naar school", juli, 2, "precies"),
        ("jongeren-werkshop", "aan het werk", juli, 16, "precies"),
        ("jongeren-werkshop", "aan de slag in een BBL-traject", juli, 3, "precies"),
        ("partners-st-mbo", None, juli, 67, "precies"),
        ("partners-st-mbo", None, najaar, 75, "precies"),
        ("label-behaald", None, juli, 22, "precies"),
        ("label-behaald", None, najaar, 30, "precies"),
        ("aan-de-slag-met-label", None, juli, 40, "precies"),
        ("aan-de-slag-met-label", None, najaar, 45, "precies"),
    ]


def test_no_figure_is_a_nulmeting_and_nobody_said_what_counts():
    assert not van(Meting).filter(is_nulmeting=True).exists()
    assert set(van(Meting).exclude(categorie=None).values_list("categorie__telt_mee", flat=True)) == {None}


@pytest.mark.parametrize(
    ("ronde", "sleutel", "afgedrukt", "koers"),
    [
        ("augustus-2024", "leerwerktrajecten-2024", "60 van 100 (60%), nog 40", "op schema"),
        ("augustus-2024", "partners-st-mbo-2024", "67 van 75, nog 8", "geen koers"),
        ("augustus-2024", "label-behaald-2024", "22 van 50, nog 28", "geen koers"),
        ("augustus-2024", "aan-de-slag-met-label-2024", "40, streefwaarde 25", "geen oordeel"),
        ("augustus-2024", "inwoners-duurzame-plek-2024", "", "niet te berekenen"),
        ("augustus-2024", "glansrijke-toekomst-2024", "", "elders gerapporteerd"),
        ("najaar-2024", "leerwerktrajecten-2024", "60 van 100 (60%), nog 40", "op schema"),
        ("najaar-2024", "partners-st-mbo-2024", "75 van 75", "op doelniveau"),
        ("najaar-2024", "label-behaald-2024", "30 van 50, nog 20", "geen koers"),
    ],
)
def test_report_reads_as_the_rules_say(rapporten, ronde, sleutel, afgedrukt, koers):
    doel = next(
        doel for lijn in rapporten[ronde].lijnen for doel in doelregels(lijn) if doel.sleutel == sleutel
    )

    assert (doel.afgedrukt, doel.koers) == (afgedrukt, koers)


def test_nobody_gave_a_verdict():
    assert not van(Realisatie).exclude(oordeel="").exists()
    assert not van(Toelichting).exclude(oordeel="").exists()


@pytest.mark.parametrize("ronde", ["augustus-2024", "najaar-2024"])
def test_money_of_line_1_reconciles(rapporten, ronde):
    financien = rapporten[ronde].lijnen[0].financien

    assert [(groep.schaal, groep.bedrag) for groep in financien.groepen] == [
        ("stad & regio", Decimal(300_000)),
        ("stad", Decimal(312_739)),
        ("regio", Decimal(97_271)),
    ]
    assert (financien.totaal, financien.totaal_gedrukt) == (Decimal(710_010), Decimal(710_010))
    assert financien.hefboom == Decimal("1.37")


def test_money_of_line_2_is_partly_accounted_for_elsewhere(rapporten):
    financien = rapporten["augustus-2024"].lijnen[1].financien

    assert [groep.bedrag for groep in financien.groepen] == [Decimal(925_000), Decimal(307_000)]
    assert financien.waarvan_elders == Decimal(925_000)


def test_money_of_line_3_is_100_000_in_2024(rapporten):
    juli, najaar = (rapporten[slug].lijnen[2].financien for slug in ("augustus-2024", "najaar-2024"))

    assert [groep.bedrag for groep in juli.groepen] == [Decimal(100_000)]
    assert [groep.bedrag for groep in najaar.groepen] == [Decimal(100_000), Decimal(340_000)]
    assert najaar.totaal == Decimal(100_000)


def test_funding_lines_as_printed():
    rijen = van(Financiering).order_by("volgorde").values_list("bron__sleutel", "bedrag", "ten_behoeve_van")

    assert [(bron, int(bedrag), doel) for bron, bedrag, doel in rijen] == [
        ("kadernota-dordrecht", 150_000, ""),
        ("groeiagenda-drechtsteden", 150_000, ""),
        ("cdoke", 100_000, "wijkaanpak"),
        ("nplv", 100_000, "wijkaanpak"),
        ("nplv", 12_739, "leerpraktijkcentrum"),
        ("esf-react-eu", 100_000, "wijkaanpak"),
        ("deelakkoord-human-capital", 76_151, ""),
        ("regiodeal", 21_120, "scholingsfonds"),
        ("agenda-2030", 925_000, ""),
        ("actieplan-jeugdwerkloosheid", 282_000, ""),
        ("groeiagenda-drechtsteden", 25_000, ""),
        ("kadernota-dordrecht", 100_000, ""),
        ("niet-vermeld", 340_000, ""),
    ]
    assert not van(Financieringsstand).exists()


def test_projectomvang_stands_with_its_activiteit():
    rijen = van(Activiteit).exclude(projectomvang=None).values_list("sleutel", "projectomvang")

    assert {sleutel: int(bedrag) for sleutel, bedrag in rijen} == {
        "scholingsfonds": 1_700_000,
        "label-drechtsteden": 680_000,
    }


def test_bestuurlijke_planning():
    rijen = van(Mijlpaal).filter(bestuurlijk=True).order_by("volgorde")

    assert list(rijen.values_list("standen__tijdspad", flat=True)) == ["Q3 2024", "Q4 2024", "2e helft 2025"]


def test_what_moved_between_the_rounds(rapporten):
    anders = [rij for rij in rapporten["najaar-2024"].mijlpalen if rij.staat != "gepland"]

    assert [(rij.sleutel, rij.oorspronkelijk, rij.actueel, rij.staat) for rij in anders] == [
        ("wijkaanpak-oost-start", "Q3 2024", "november 2024", "verschoven"),
        ("wijkaanpak-centrum-start", "Q3 2024", "plan in de maak", "verschoven"),
        ("scholingsfonds-start", "1 september 2024", "september 2024", "gehaald"),
        ("label-gemeente-uitvoering", "Q3 2024", "eind 2024", "verschoven"),
    ]
    assert {rij.staat for rij in rapporten["augustus-2024"].mijlpalen} == {"gepland"}


def test_tegenspraken():
    assert list(van(Tegenspraak).order_by("volgorde").values_list("sleutel", "soort")) == [
        ("besluitnummer", "nummer"),
        ("ten-behoeve-van-regio", "mogelijk andere definitie"),
        ("regionaal-programma", "periode"),
        ("titel-lijn-1", "titel"),
        ("titel-oplossingsrichting-3", "titel"),
        ("titel-oplossingsrichting-4", "titel"),
        ("titel-oplossingsrichting-5", "titel"),
        ("bedrag-glansrijke-toekomst", "mogelijk andere definitie"),
    ]


def test_every_aanname_is_listed_here():
    assert list(van(Aanname).order_by("volgorde").values_list("sleutel", flat=True)) == [
        "openbaar",
        "naam-presentatie",
        "peildatum-najaar",
        "ronde-augustus-2025",
        "rijen-juli-afgesproken",
        "zelfde-activiteiten",
        "schaal-najaar",
        "niet-in-presentatie",
        "wijkaanpakken-najaar",
        "periode-doelen",
        "doelen-2025",
        "plaats-doelen-2025",
        "vorm-oplevering",
        "ontwikkelpaden-samengesteld",
        "stap-leerpraktijkcentrum",
        "stap-scholingsfonds",
        "stap-ontwikkelpad-energietransitie",
        "aan-de-slag-zonder-richting",
        "label-sluit-uit",
        "soort-leerwerktrajecten",
        "soort-st-mbo",
        "cijfers-wijkaanpak-west",
        "bevindingen-west",
        "peildatum-contextcijfers",
        "precisie",
        "bron-cijfers",
        "jaar-financiering",
        "glansrijke-toekomst-elders-verantwoord",
        "glansrijke-toekomst-programma",
        "bron-340000",
        "deelakkoord-zonder-activiteit",
        "jaar-planning",
        "wijkaanpak-oost-verschoven",
        "wijkaanpak-centrum-verschoven",
        "label-gemeente-verschoven",
        "scholingsfonds-gestart",
        "relaties-later",
        "verband-ondernemen-met-impact",
    ]


def test_relations_are_known_to_the_first_report_that_names_them():
    rijen = van(Relatie).order_by("volgorde").values_list("sleutel", "ander_programma__slug", "bekend_op")

    juli_2024, juli_2025 = date(2024, 7, 31), date(2025, 7, 31)
    assert list(rijen) == [
        ("politiek-akkoord", None, juli_2024),
        ("agenda-2030", None, juli_2024),
        ("glansrijke-toekomst", "glansrijke-toekomst", juli_2024),
        ("ruimte-voor-banen", None, juli_2024),
        ("bestaanszekerheid", "bestaanszekerheid", juli_2025),
        ("ondernemen-met-impact", "ondernemen-met-impact", juli_2025),
    ]


def test_every_fact_names_document_and_line():
    zonder_plek = {"aanname", "tegenspraak", "programma"}
    bestand = read_bestand(PAD)
    plaatsen = {
        f"{soort}.{sleutel}": str(velden.get("vindplaats", ""))
        for soort, tabellen in bestand.soorten.items()
        if soort not in zonder_plek
        for sleutel, velden in tabellen.items()
    }
    goed = re.compile(rf"({'|'.join((RAPPORT, PRESENTATIE, *ANDERE))}), regel \d+(-\d+)?")

    assert [naam for naam, plaats in plaatsen.items() if not goed.fullmatch(plaats)] == []


def test_loading_again_writes_nothing():
    eerst = Wijziging.objects.count()

    load_bestanden()
    assert Wijziging.objects.count() == eerst
