"""What the shipped file of Bestaanszekerheid says, held to the document it was taken from."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import Model, QuerySet

from programmalijnen.models import (
    Aanname,
    Activiteit,
    Ambitie,
    Besluit,
    Doel,
    Indicator,
    Meting,
    Programma,
    Programmalijn,
    Rapportageronde,
    Realisatie,
    Relatie,
    Tegenspraak,
    Verwijzing,
)
from rapportage.bouwen import build_rapport
from rapportage.inlezen import read_bestand
from rapportage.models import Editie
from rapportage.opzoeken import all_doelen, doelen_on_indicator, find_indicator, held_against, plekken
from tests.programmas import laad_programmas

SLUG, RONDE = "bestaanszekerheid", "uitvoeringsprogramma"
PAD = Path(settings.BASE_DIR) / "fixtures" / f"{SLUG}.toml"
NU = datetime(2025, 1, 2, 9, tzinfo=UTC)
DOCUMENT = "Uitvoeringsprogramma Bestaanszekerheid"

pytestmark = pytest.mark.django_db


def van(model: type[Model]) -> QuerySet:
    """The rows of this programme, in the order of the file."""
    return model.objects.filter(programma__slug=SLUG).order_by("volgorde")


@pytest.fixture(scope="module", autouse=True)
def geladen(django_db_setup, django_db_blocker):
    """All files loaded once for all tests of this module, and taken away after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        laad_programmas()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def rapport(geladen, django_db_blocker):
    with django_db_blocker.unblock():
        return build_rapport(ronde=Rapportageronde.objects.get(programma__slug=SLUG, slug=RONDE))


def doelen_in(rapport) -> dict:
    return {doel.sleutel: doel for plek in plekken(rapport) for doel in all_doelen(plek.drager)}


def test_programme_says_fundament_and_is_a_plan():
    programma = Programma.objects.get(slug=SLUG)

    assert (programma.lijn_enkelvoud, programma.vorm, programma.openbaar) == (
        "fundament",
        "uitvoeringsprogramma",
        True,
    )


def test_five_fundamenten_of_which_the_first_has_two_parts():
    assert list(van(Programmalijn).values_list("code", "ouder__code", "titel")) == [
        ("1", None, "Het hebben van voldoende en voorspelbaar inkomen"),
        ("1.1", "1", "Armoedebestrijding: het ondersteunen van inwoners in armoede"),
        ("1.2", "1", "Arbeidsparticipatie: het benutten, vergroten en behouden van arbeidspotentieel"),
        ("2", None, "Het kunnen meedoen in de samenleving"),
        ("3", None, "Het hebben van een betaalbare woonruimte"),
        ("4", None, "Het hebben van toegang tot hulp en zorg"),
        ("5", None, "Het kunnen vertrouwen op de overheid"),
    ]


def test_one_besluit_with_its_date_and_no_invented_number():
    assert list(van(Besluit).values_list("nummer", "orgaan", "datum")) == [
        ("", "gemeenteraad", date(2024, 3, 12))
    ]


def test_ambities_with_results_activities_and_time_as_written(rapport):
    """(results, activities of which the time is known, all activities, tijdspad of the ambitie)."""
    gevonden = {
        ambitie.sleutel: (
            len(ambitie.doelen),
            [rij.tijdspad.oorspronkelijk for rij in rijen_van(lijn, ambitie) if rij.tijdspad.oorspronkelijk],
            len(ambitie.activiteiten),
            ambitie.tijdspad.oorspronkelijk,
        )
        for lijn in rapport.lijnen
        for ambitie in lijn.ambities
    }

    assert gevonden == {
        "rondkomen": (4, [], 7, "Tot en met 2026"),
        "minder-schulden": (3, [], 5, "Tot en met 2026"),
        "kinderen-doen-mee": (1, [], 3, "Tot en met 2026"),
        "werkende-minima": (2, [], 2, "Tot en met 2026"),
        "energierekening": (1, [], 1, "Tot en met 2026"),
        "aan-het-werk": (
            2,
            [],
            2,
            "2023-2025; In 2025 borgen in werkcentrum; 2024/2025; 2025; 2025-2028; 2025 operationeel; 2025",
        ),
        "zelfredzaam-met-bijstand": (2, [], 4, "2025; 2025; 2025; 2024-2027"),
        "kansenongelijkheid": (4, ["Q4 2026", "Q2 2025", "Q4 2025", "Q2 2025"], 4, ""),
        "leerlijn-vmbo-mbo": (1, ["Q3 2026"], 1, ""),
        "jongeren-arbeidsmarkt": (1, ["Q3 2027", "Q2 2026", "Q1 2026"], 3, ""),
        "digitale-vaardigheden": (1, ["Q1 2026"], 1, ""),
        "betaalbare-woonruimte": (1, ["Tot 2030"], 1, ""),
        "doorstroom-opvang": (1, ["Gereed 1 maart 2025"], 1, ""),
        "woonruimteverdeling": (1, ["2028"], 1, ""),
        "woonruimte-benutten": (
            7,
            ["Gereed 1 maart 2025", "Gereed 1 maart 2025", "2026", "2025", "2025", "2025", "2025"],
            7,
            "",
        ),
        "integrale-toegang": (2, ["doorlopend"], 3, "Q2 2025; 2025"),
        "gezondheidsverschillen": (
            2,
            [],
            3,
            "Opleveren lokale nota publieke gezondheid in Q1 2025; Gezond en Actief Leven akkoord tot "
            "uitvoering brengen in 2025; Na een verkenningsfase van circa zes maanden komen tot een voorstel "
            "(eind Q2 2025) voor de eerste fase.",
        ),
        "toegang-laag-inkomen": (3, [], 4, "Tot en met 2026; Tot en met 2026; 2025"),
        "dienstverlening": (
            3,
            [],
            6,
            "Tot en met 2026; 2024/2025; 2024; doorlopend; Loopt mee in nieuwe subsidieverordening in "
            "Q2 2025; 2025/2026",
        ),
        "eerder-in-contact": (3, ["Tot en met 2026", "2025", "2025"], 3, ""),
    }
    assert van(Ambitie).count() == len(gevonden)


def rijen_van(lijn, ambitie):
    return [rij for rij in lijn.activiteiten if rij.sleutel in ambitie.activiteiten]


def test_a_plan_reports_no_progress():
    rijen = Realisatie.objects.filter(ronde__programma__slug=SLUG)

    assert set(rijen.values_list("opgave", "tekst", "oordeel", "staat")) == {
        ("niet gerapporteerd in deze ronde", "", "", "geen opgave")
    }
    assert rijen.count() == van(Activiteit).count() == 66


def test_edition_is_taken_over_without_date_or_besluit():
    editie = Editie.objects.get(ronde__programma__slug=SLUG)

    assert (editie.overgenomen_uit, editie.vastgesteld_op, editie.besluit) == (DOCUMENT, None, "")


@pytest.mark.parametrize(
    ("sleutel", "afgedrukt", "koers"),
    [
        ("schuld-bij-aanvang", "", "niet gemeten (alleen nulmeting)"),
        ("vertrouwen-gemeentebestuur", "", "niet gemeten (alleen nulmeting)"),
        ("moeite-met-rondkomen", "23%", "één meting, nog niets om mee te vergelijken"),
        ("dlp-leerlingen-wijkavontuur", "64%, streefwaarde 60%", "uitgangspositie, al op doelniveau"),
        (
            "bereik-minimaregelingen",
            "",
            "niet te berekenen: procent of procentpunt niet afgesproken; geen nulmeting",
        ),
        ("bekendheid-en-schroom", "0 van 2 onderdelen bereikt", "geen koers: 0 van 2 onderdelen bereikt"),
        (
            "vergoeding-tandartskosten",
            "",
            "niet te berekenen: procent of procentpunt niet afgesproken; geen nulmeting",
        ),
        (
            "contact-na-vroegsignaal",
            "0 van 2 onderdelen bereikt",
            "niet gemeten (0 van 2 onderdelen bereikt)",
        ),
        ("bereik-sms-kinderfonds", "", "niet gemeten"),
        ("bestaanszekerheidscheck", "", "niet gerapporteerd in deze ronde"),
        ("efg-labels", "", "niet vermeld hoe ver dit is"),
        ("kpis-samen-tegen-armoede", "", "elders gerapporteerd"),
        ("overstap-vmbo-mbo", "", "in woorden, niet berekend"),
    ],
)
def test_report_reads_as_the_rules_say(rapport, sleutel, afgedrukt, koers):
    doel = doelen_in(rapport)[sleutel]

    assert (doel.afgedrukt, doel.koers_afgedrukt) == (afgedrukt, koers)


def test_targets_with_a_number():
    rijen = van(Doel).exclude(streefwaarden=None)

    assert {
        sleutel: (*rest, int(waarde))
        for sleutel, *rest, waarde in rijen.values_list(
            "sleutel", "vorm", "richting", "relatief_soort", "relatief_per_jaar", "streefwaarden__waarde"
        )
    } == {
        "bereik-minimaregelingen": ("relatief", "meer", "niet afgesproken", False, 5),
        "bekendheid-regelingen": ("relatief", "meer", "niet afgesproken", False, 5),
        "bestaanszekerheidscheck": ("getal", "meer", "", False, 100),
        "schuld-bij-aanvang": ("getal", "minder", "", False, 28_000),
        "bereik-sms-kinderfonds": ("getal", "meer", "", False, 95),
        "signalerende-werkgevers": ("getal", "meer", "", False, 100),
        "dlp-leerlingen-wijkavontuur": ("getal", "meer", "", False, 60),
        "met-startkwalificatie": ("relatief", "meer", "niet afgesproken", False, 10),
        "sociale-huurwoningen": ("getal", "meer", "", False, 30),
        "gebruik-czm": ("relatief", "meer", "niet afgesproken", False, 5),
        "vergoeding-tandartskosten": ("relatief", "meer", "niet afgesproken", True, 5),
    }


def test_debt_starts_at_30240_and_ends_with_2026():
    doel = van(Doel).get(sleutel="schuld-bij-aanvang")

    assert (doel.start.waarde, doel.start.peildatum, doel.start.is_nulmeting, doel.periode_tot) == (
        30_240,
        date(2023, 12, 31),
        False,
        date(2026, 12, 31),
    )


@pytest.mark.parametrize(
    ("waarde", "bereikt", "koers"), [(30_000, "11%", "achter"), (33_000, "-123%", "verslechterd")]
)
def test_debt_is_judged_as_the_rules_say_once_it_is_measured_again(waarde, bereikt, koers):
    ronde = Rapportageronde.objects.get(programma__slug=SLUG, slug=RONDE)
    Meting.objects.create(
        programma=ronde.programma,
        sleutel="schuld-bij-aanvang-2024",
        indicator=van(Indicator).get(sleutel="schuld-bij-aanvang"),
        periode="2024",
        peildatum=ronde.peildatum,
        waarde=waarde,
    )
    doel = doelen_in(build_rapport(ronde=ronde))["schuld-bij-aanvang"]

    assert (doel.bereikt_afgedrukt, doel.koers) == (bereikt, koers)


def test_contact_is_compared_with_the_country_and_rises(rapport):
    delen = doelen_in(rapport)["contact-na-vroegsignaal"].delen
    landelijk = find_indicator(rapport, "landelijk-contact-na-vroegsignaal")[1]

    assert [(deel.vorm, deel.richting) for deel in delen] == [("vergelijking", "meer"), ("richting", "meer")]
    assert (landelijk.laatste.periode, landelijk.laatste.afgedrukt) == ("2024", "20%")
    assert held_against(rapport, doelen_on_indicator(rapport, "contact-na-vroegsignaal")) == [landelijk]


def test_no_oplevering_has_a_step(rapport):
    opleveringen = {sleutel for sleutel, doel in doelen_in(rapport).items() if doel.vorm == "oplevering"}

    assert opleveringen == {"efg-labels", "hospitaregeling", "recreatiewoningen"}
    assert {doel.stap for doel in doelen_in(rapport).values()} == {None}


def test_the_whole_table_of_indicatoren(rapport):
    """(name, periode as written, print, richting or target, bron), in the order of the source."""
    doelen = {doel.indicator: doel for doel in doelen_in(rapport).values()}
    divers = "Divers (o.a. armoedescan CBS en dashboard SDD)"
    arbeidsdeelname = "CBS/arbeidsdeelname (www.waarstaatjegemeente.nl)"
    gevonden = [
        (
            lijn.code,
            rij.sleutel,
            rij.laatste.periode if rij.laatste else "",
            rij.laatste.afgedrukt if rij.laatste else "",
            (doelen[rij.sleutel].richting if rij.sleutel in doelen else ""),
            rij.bron,
        )
        for lijn in rapport.lijnen
        for rij in lijn.indicatoren
    ]

    assert gevonden == [
        ("1", "kpis-samen-tegen-armoede", "niet vermeld", "elders gerapporteerd", "meer", divers),
        (
            "1",
            "moeite-met-rondkomen",
            "2022",
            "23%",
            "minder",
            "Gezondheidsmonitor RIVM 2022 / www.zichtopwijken.nl",
        ),
        ("1", "inkomen-tot-110-procent", "2021", "11,7%", "minder", "CBS"),
        ("1", "kinderen-in-uitkeringsgezin", "2021", "8%", "minder", "CBS"),
        ("1", "huishoudens-met-bijstand", "sept. 2023", "6,0%", "minder", "SDD"),
        ("1", "problematische-schulden", "okt. 2021", "10,7%", "minder", "CBS"),
        ("1", "gemiddelde-schuldenomvang", "2023", "€ 30.262", "minder", "SDD"),
        ("1", "werkloosheid", "2023", "3,7%", "minder", arbeidsdeelname),
        ("1", "arbeidsparticipatie", "2022", "63%", "meer", "CBS / www.zichtopwijken.nl"),
        ("2", "educatieve-kwaliteit", "niet vermeld", "niet gemeten", "meer", ""),
        ("2", "bereik-voorschoolse-educatie", "2023-2024", "83%", "meer", ""),
        ("2", "dlp-leerlingen-wijkavontuur", "2023-2024", "64%", "meer", ""),
        ("2", "dlp-scholen-schoolmaaltijden", "", "", "meer", ""),
        ("2", "zonder-startkwalificatie", "2021", "15,5%", "minder", "BRP & DUO"),
        ("2", "ervaren-gezondheid", "2022", "65%", "meer", "Gezondheidsmonitor DG&J"),
        ("2", "bereik-geletterdheid", "", "", "meer", ""),
        ("3", "kpis-bouwende-stad", "niet vermeld", "elders gerapporteerd", "", ""),
        ("5", "vertrouwen-gemeentebestuur", "2024", "37%", "meer", "Omnibus Enquête OCD"),
    ]


def test_the_row_that_stands_twice_is_one_indicator_and_a_verwijzing():
    verwijzing = van(Verwijzing).get(lijn__code="4")

    assert verwijzing.indicator == van(Indicator).get(naam=verwijzing.titel)
    assert verwijzing.indicator.lijn.code == "2"


def test_only_trust_has_a_nulmeting():
    assert list(
        Meting.objects.filter(programma__slug=SLUG, is_nulmeting=True).values_list("sleutel", flat=True)
    ) == ["vertrouwen-gemeentebestuur-2024"]


def test_what_is_shared_with_other_programmes_is_referred_to():
    elders = van(Verwijzing).exclude(activiteit=None)

    assert list(elders.values_list("activiteit__programma__slug", "activiteit__sleutel", "tijdspad")) == [
        (SLUG, "geldzorgen-op-de-werkvloer", "Tot en met 2026"),
        (
            "arbeidsmarkt-menselijk-kapitaal",
            "wijkaanpakken",
            "Oost: start november 2024; Centrum: plan in de maak",
        ),
        (
            "arbeidsmarkt-menselijk-kapitaal",
            "leerpraktijkcentrum",
            "In het Waterwiel is in 2024 het eerste LPC geopend",
        ),
        ("arbeidsmarkt-menselijk-kapitaal", "scholingsfonds", ""),
        ("arbeidsmarkt-menselijk-kapitaal", "werkcentrum", ""),
    ]


def test_relaties_name_programmes_in_the_system():
    anders = van(Relatie).exclude(ander_programma=None)

    assert list(anders.values_list("lijn__code", "ander_programma__slug")) == [
        ("1.2", "arbeidsmarkt-menselijk-kapitaal"),
        ("1.2", "glansrijke-toekomst"),
        ("2", "glansrijke-toekomst"),
    ]
    assert van(Relatie).count() == 24


def test_money_is_circa_skips_2026_and_computes_no_shares(rapport):
    posten = {post.sleutel: post for post in rapport.financien.kostenposten}

    assert [
        (uitgave.jaar, uitgave.soort, uitgave.bedrag, uitgave.precisie)
        for uitgave in posten["bestaanszekerheid"].uitgaven
    ] == [
        (2025, "gepland", Decimal(135_000_000), "circa"),
        (2027, "gepland", Decimal(134_000_000), "circa"),
    ]
    assert [
        (post.sleutel, post.onderdeel_van, post.aandeel_afgedrukt, post.uitgaven)
        for post in posten.values()
        if post.onderdeel_van
    ] == [
        ("bijstandsverlening", "bestaanszekerheid", "circa 63%", ()),
        ("werk-en-participatie", "bestaanszekerheid", "circa 29%", ()),
    ]
    assert [(totaal.jaar, totaal.bedrag) for totaal in rapport.financien.jaartotalen] == [
        (2025, Decimal(135_000_000)),
        (2027, Decimal(134_000_000)),
    ]


def test_planning(rapport):
    assert [(rij.lijn, rij.oorspronkelijk, rij.staat, rij.bestuurlijk) for rij in rapport.mijlpalen] == [
        ("5", "eind 2024", "gepland", True),
        ("3", "2025", "gepland", False),
        ("4", "Q1 2025", "gepland", False),
        ("4", "2025", "gepland", False),
        ("4", "eind Q2 2025", "gepland", False),
    ]


def test_tegenspraken():
    assert list(van(Tegenspraak).values_list("sleutel", "soort", "plaats_a", "plaats_b")) == [
        (
            "gemiddelde-schuld",
            "mogelijk andere definitie",
            f"{DOCUMENT}, regel 231-234",
            f"{DOCUMENT}, regel 1475",
        ),
        (
            "regionaal-programma",
            "periode",
            f"{DOCUMENT}, regel 777-779",
            "Voortgangsrapportage augustus 2024, regel 292-293",
        ),
        (
            "nota-publieke-gezondheid",
            "periode",
            f"{DOCUMENT}, regel 610",
            f"{DOCUMENT}, regel 1145-1149",
        ),
        ("pijlers-armoede", "cijfer", f"{DOCUMENT}, regel 104", f"{DOCUMENT}, regel 105-106"),
        ("titel-fundament-3", "titel", f"{DOCUMENT}, regel 50", f"{DOCUMENT}, regel 805"),
        (
            "wijkavontuur",
            "mogelijk andere definitie",
            f"{DOCUMENT}, regel 688-690",
            f"{DOCUMENT}, regel 1491-1492",
        ),
    ]


def test_every_aanname_is_listed_here():
    assert list(van(Aanname).values_list("sleutel", flat=True)) == [
        "openbaar",
        "naam",
        "peildatum",
        "label",
        "geen-voortgang",
        "begin-van-kennis",
        "deelfundamenten",
        "resultaat-of-activiteit",
        "tijdspad-1-2",
        "tijdspad-1-1",
        "tijdspad-fundament-4",
        "tijdspad-fundament-5",
        "planning",
        "wijkaanpak-energietransitie",
        "uitvoeringsagenda",
        "gedeelde-activiteiten",
        "geldzorgen-werkvloer",
        "vroeg-erop-af",
        "doelen-afgesproken",
        "periode-doelen",
        "vorm-doelen",
        "indicatordoelen",
        "plus-vijf-procent",
        "bekendheid-en-schroom",
        "contact-na-vroegsignaal",
        "begin-schuld",
        "wijkavontuur-een-doel",
        "startkwalificatie",
        "check-100",
        "efg-labels",
        "stand",
        "periode-metingen",
        "nulmeting",
        "monitors",
        "gezondheid-twee-keer",
        "bron-cijfers",
        "kostenpost",
        "aandelen",
    ]


def test_every_fact_names_document_and_line():
    goed = re.compile(rf"{DOCUMENT}, regel \d+(-\d+)?")
    plaatsen = {
        f"{soort}.{sleutel}": str(velden.get("vindplaats", ""))
        for soort, tabellen in read_bestand(PAD).soorten.items()
        if soort not in ("aanname", "tegenspraak")
        for sleutel, velden in tabellen.items()
    }

    assert [naam for naam, plaats in plaatsen.items() if not goed.fullmatch(plaats)] == []
