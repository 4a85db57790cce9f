"""What the shipped file of Glansrijke toekomst says, held to the document it was taken from."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.db.models import Model, QuerySet

from programmalijnen.models import (
    Aanname,
    Besluit,
    Mijlpaal,
    Programma,
    Rapportageronde,
    Realisatie,
    Relatie,
    Tegenspraak,
    Toelichting,
)
from rapportage.bouwen import build_rapport
from rapportage.inlezen import read_bestand
from rapportage.models import Editie
from tests.programmas import laad_programmas

SLUG, RONDE = "glansrijke-toekomst", "begin-2024"
PAD = Path(settings.BASE_DIR) / "fixtures" / f"{SLUG}.toml"
DOCUMENT = "Projectinformatie Glansrijke toekomst"

pytestmark = pytest.mark.django_db


def van(model: type[Model]) -> QuerySet:
    """The rows of this programme."""
    eigenaar = "ronde__programma" if model in (Realisatie, Toelichting, Editie) else "programma"
    return model.objects.filter(**{f"{eigenaar}__slug": SLUG})


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
        return build_rapport(ronde=van(Rapportageronde).get(slug=RONDE))


def jaartotalen(financien, soort: str) -> dict[int, tuple]:
    """{jaar: (ours, as printed)} in whole euros."""
    return {
        totaal.jaar: (totaal.bedrag and int(totaal.bedrag), totaal.gedrukt and int(totaal.gedrukt))
        for totaal in financien.jaartotalen
        if totaal.soort == soort
    }


def uitgaven(rapport, soort: str) -> dict[str, list]:
    """Each post's row of a table as the document prints it: thousands of euros, "-" or "" in a cell."""
    tekens = {"streepje in de bron": "-", "leeg in de bron": ""}
    rijen = {
        post.sleutel: [
            tekens[uitgave.toestand] if uitgave.bedrag is None else int(uitgave.bedrag / 1000)
            for uitgave in sorted(post.uitgaven, key=lambda uitgave: uitgave.jaar)
            if uitgave.soort == soort
        ]
        for post in rapport.financien.kostenposten
    }
    return {sleutel: rij for sleutel, rij in rijen.items() if rij}


def test_programme_calls_its_lines_oplossingsrichtingen():
    programma = Programma.objects.get(slug=SLUG)

    assert (programma.lijn_enkelvoud, programma.lijn_meervoud) == (
        "oplossingsrichting",
        "oplossingsrichtingen",
    )
    assert (programma.vorm, programma.openbaar) == ("investeringsprogramma", True)


def test_five_oplossingsrichtingen(rapport):
    assert [(lijn.code, lijn.titel) for lijn in rapport.lijnen] == [
        ("1", "Gemeente integraal verantwoordelijk voor de doelgroep 16-27 jaar"),
        ("2", "Uitgebreidere monitoring en signalering voor de groep 16-27 jaar"),
        ("3", "Levensloopbegeleiding en nazorg voor mbo-studenten"),
        ("4", "Maatwerk wordt gestimuleerd"),
        ("5", "Voorbereiden van jongeren (12-16+) op de arbeidsmarkt"),
    ]


def test_each_activiteit_has_one_owner(rapport):
    assert {lijn.code: [rij.sleutel for rij in lijn.activiteiten] for lijn in rapport.lijnen} == {
        "1": ["regieteam", "ketenregisseur"],
        "2": ["kwaliteitskader", "onderzoek-ketenpartners", "vijftig-jongeren"],
        "3": ["maatwerktraject", "mbo-psychische-klachten", "informeel-leren"],
        "4": [],
        "5": ["vmbo-mbo"],
    }


def test_other_lines_refer_to_it(rapport):
    verwijzingen = {
        lijn.code: [(rij.doel_sleutel, rij.eigenaar_lijn, rij.zekerheid) for rij in lijn.verwijzingen]
        for lijn in rapport.lijnen
        if lijn.verwijzingen
    }

    assert verwijzingen == {
        "3": [("vijftig-jongeren", "2", "zeker")],
        "4": [("vijftig-jongeren", "2", "mogelijk"), ("mbo-psychische-klachten", "3", "zeker")],
    }


def test_results_and_effects_hang_on_the_programme(rapport):
    assert [(doel.vorm, doel.niveau) for doel in rapport.doelen] == [
        *[("tekst", "resultaat")] * 5,
        ("elders", "maatschappelijk effect"),
    ]
    assert rapport.doelen[-1].elders == "monitoring van de raderen Agenda Dordrecht 2030"


def test_regieteam_is_planned_four_times_and_not_counted(rapport):
    regieteam, _ = rapport.lijnen[0].activiteiten
    (doel,) = regieteam.doelen

    assert (doel.streefwaarde, doel.waarde, doel.koers) == (Decimal(4), None, "niet gemeten")


def test_realised_spending_cell_by_cell(rapport):
    assert uitgaven(rapport, "gerealiseerd") == {
        "kwaliteitskader": ["-", 50, 40, 10],
        "onderzoek-ketenpartners": ["-", "-", 15, ""],
        "ketenregisseur": ["-", "-", 85, 22],
        "programmaondersteuning": ["", "", 13, 3],
        "cofinanciering-esf": ["", "", 135, ""],
        "vijftig-jongeren": ["", "", "", 23],
        "vmbo-mbo": ["", "", 10, ""],
    }


def test_planned_spending_cell_by_cell(rapport):
    assert uitgaven(rapport, "gepland") == {
        "kwaliteitskader": [45, 50, 55],
        "ketenregisseur": [85, 85, 85],
        "programmaondersteuning": [13, 15, 15],
        "vijftig-jongeren": [200, 200, 200],
        "vmbo-mbo": [200, 200, 200],
        "maatwerktraject": [200, 200, 200],
        "mbo-psychische-klachten": [150, 100, 75],
        "informeel-leren": [150, 150, 150],
    }


def test_totals_are_those_printed_and_2021_prints_none(rapport):
    assert jaartotalen(rapport.financien, "gerealiseerd") == {
        2021: (None, None),
        2022: (50_000, 50_000),
        2023: (298_000, 298_000),
        2024: (58_000, 58_000),
    }


def test_planned_totals_are_ours(rapport):
    assert jaartotalen(rapport.financien, "gepland") == {
        2024: (1_043_000, None),
        2025: (1_000_000, None),
        2026: (980_000, None),
    }


def test_2024_runs_to_march(rapport):
    (totaal,) = (
        totaal
        for totaal in rapport.financien.jaartotalen
        if (totaal.jaar, totaal.soort) == (2024, "gerealiseerd")
    )

    assert totaal.tot_en_met == date(2024, 3, 31)
    assert "lager dan gepland voor het hele jaar (gerealiseerd t/m 31 maart 2024)" in totaal.afwijking


def test_shared_posts_are_added_to_no_line(rapport):
    gepland = {lijn.code: jaartotalen(lijn.financien, "gepland") for lijn in rapport.lijnen}
    gedeeld = [post for post in rapport.financien.kostenposten if post.telt_in_meer_lijnen]

    assert [(post.sleutel, post.lijnen, post.mogelijke_lijnen) for post in gedeeld] == [
        ("vijftig-jongeren", ("2", "3", "4"), ("4",)),
        ("mbo-psychische-klachten", ("3", "4"), ()),
    ]
    assert {code: totalen[2024][0] for code, totalen in gepland.items()} == {
        "1": 98_000,
        "2": 45_000,
        "3": 350_000,
        "4": None,
        "5": 200_000,
    }
    assert 98_000 + 45_000 + 350_000 + 200_000 + 200_000 + 150_000 == 1_043_000


def test_standen_of_the_funding(rapport):
    regels = [regel for groep in rapport.financien.groepen for regel in groep.regels]

    assert {
        regel.sleutel: [(stand.stand, int(stand.bedrag), stand.waarvan) for stand in regel.standen]
        for regel in regels
    } == {
        "reserve": [("gereserveerd", 10_500_000, ""), ("gevoteerd", 1_260_000, "gereserveerd")],
        "esf-2023": [("toegekend", 660_000, "")],
        "esf-2024-2025": [("aangevraagd", 1_031_000, "")],
    }
    assert {regel.periode for regel in regels} == {"", "t/m december 2023", "april 2024 t/m december 2025"}


def test_cofinanciering_stands_under_the_line_it_accompanies(rapport):
    regels = [regel for groep in rapport.financien.groepen for regel in groep.regels]

    assert {
        regel.sleutel: [(deel.bedrag, deel.precisie, deel.in_natura) for deel in regel.cofinanciering]
        for regel in regels
    } == {
        "reserve": [(None, "precies", True)],
        "esf-2023": [(Decimal(135_000), "precies", False), (Decimal(1_000_000), "circa", False)],
        "esf-2024-2025": [(Decimal(1_719_000), "precies", False)],
    }
    assert rapport.financien.totaal is None


def test_nobody_gave_a_verdict(rapport):
    assert van(Toelichting).count() == 7
    assert not van(Toelichting).exclude(oordeel="").exists()
    assert not van(Realisatie).exclude(oordeel="").exists()
    assert rapport.tellingen.beoordeeld == 0


def test_activiteiten_without_words_are_not_reported():
    stil = van(Realisatie).filter(opgave="niet gerapporteerd in deze ronde").order_by("volgorde")

    assert list(stil.values_list("activiteit__sleutel", "tekst")) == [
        ("ketenregisseur", ""),
        ("onderzoek-ketenpartners", ""),
        ("maatwerktraject", ""),
        ("mbo-psychische-klachten", ""),
        ("informeel-leren", ""),
    ]


def test_besluiten_as_this_document_writes_them():
    rijen = van(Besluit).order_by("volgorde").values_list("nummer", "datum", "datum_tekst")

    assert list(rijen) == [
        ("2023-0017021", None, "maart 2023"),
        ("2023-0018839", None, ""),
        ("2023-01544666", None, ""),
        ("", None, ""),
        ("2024-0010650", date(2024, 1, 30), ""),
    ]
    assert list(van(Besluit).exclude(url="").values_list("sleutel", flat=True)) == ["inzet-middelen"]


def test_of_the_original_planning_nobody_says_what_became():
    rijen = van(Mijlpaal).filter(groep="Oorspronkelijke planning")

    assert rijen.count() == 8
    assert set(rijen.values_list("standen__tijdspad", "standen__staat")) == {
        ("tot en met augustus 2022", "niet vermeld")
    }


def test_updated_planning(rapport):
    regels = [regel for regel in rapport.mijlpalen if regel.groep != "Oorspronkelijke planning"]

    assert [(regel.actueel, regel.staat, regel.bestuurlijk) for regel in regels] == [
        ("2024", "gepland", False),
        ("2024", "gepland", False),
        ("2024", "gepland", False),
        ("2024", "gepland", False),
        ("derde kwartaal van 2024", "gepland", False),
        ("april/mei 2024", "gepland", True),
        ("november 2024", "gepland", True),
        ("Q3/Q4 2024", "gepland", True),
    ]


def test_relaties_and_the_programme_it_belongs_to():
    rijen = van(Relatie).order_by("volgorde").values_list("sleutel", "ander_programma__slug")

    assert list(rijen) == [
        ("arbeidsmarkt-menselijk-kapitaal", "arbeidsmarkt-menselijk-kapitaal"),
        ("politiek-akkoord", None),
        ("onderwijsvisie", None),
        ("voortijdig-schoolverlaten", None),
        ("dordts-leerprogramma", None),
        ("nplv", None),
    ]
    assert van(Relatie).exclude(andere_lijn=None).values_list("andere_lijn__code", flat=True).get() == "2"


def test_edition_is_taken_over_and_exports(tmp_path):
    editie = van(Editie).get()
    naar = tmp_path / "rapport.json"
    call_command("exporteer", SLUG, RONDE, "--formaat", "json", "--naar", str(naar))

    assert (editie.overgenomen_uit, editie.vastgesteld_op, editie.besluit) == (DOCUMENT, None, "")
    assert json.loads(naar.read_bytes())["programma"]["slug"] == SLUG


def test_dashboard_tells_the_money_of_the_year_and_not_that_there_is_none(client):
    pagina = client.get(f"/programmas/{SLUG}/{RONDE}/").content.decode()
    tekst = " ".join(re.sub(r"<[^>]*>", " ", pagina).split())

    for zin in (
        "€ 1.043.000",
        "Gerealiseerd t/m 31 maart 2024, onvolledig € 58.000",
        "Waarvan gevoteerd € 1.260.000",
    ):
        assert zin in tekst.replace("\N{NO-BREAK SPACE}", " ")
    assert "Geen bedragen vermeld" not in tekst


def test_tegenspraken():
    assert list(van(Tegenspraak).order_by("volgorde").values_list("sleutel", "soort")) == [
        ("oktober-2024", "periode"),
        ("besluitnummer", "nummer"),
        ("besluit-startnotitie", "titel"),
        ("naam-opgave", "titel"),
        ("titel-oplossingsrichting-3", "titel"),
        ("titel-oplossingsrichting-4", "titel"),
        ("titel-oplossingsrichting-5", "titel"),
        ("geld-2024", "mogelijk andere definitie"),
        ("psychische-problemen", "mogelijk andere definitie"),
        ("wet-school-duurzaam-werk", "periode"),
    ]


def test_every_aanname_is_listed_here():
    assert list(van(Aanname).order_by("volgorde").values_list("sleutel", flat=True)) == [
        "openbaar",
        "naam-document",
        "naam-programma",
        "ronde-begin-2024",
        "peildatum",
        "niet-beoordeeld",
        "activiteiten",
        "eigenaar",
        "ketenregisseur",
        "projectteam-psychische-problemen",
        "niet-gerapporteerd",
        "resultaten-als-zinnen",
        "regieteam-doel",
        "zelfde-post",
        "kolommen-uitgaven",
        "totaal-2021",
        "standen-zonder-bedrag",
        "soort-financiering",
        "in-natura",
        "rijksbijdrage-periode",
        "cofinanciering-2023",
        "gevoteerd-besluit",
        "link-raadsvoorstel",
        "oorspronkelijke-planning",
        "verscherpen",
        "raadsvoorstel-november",
        "relatie-lijn",
    ]


def test_every_fact_names_document_and_line():
    plaatsen = {
        f"{soort}.{sleutel}": str(velden.get("vindplaats", ""))
        for soort, tabellen in read_bestand(PAD).soorten.items()
        if soort != "tegenspraak"
        for sleutel, velden in tabellen.items()
    }
    goed = re.compile(rf"{DOCUMENT}, regel \d+(-\d+)?")

    assert [naam for naam, plaats in plaatsen.items() if not goed.fullmatch(plaats)] == []
