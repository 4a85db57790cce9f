"""What the council reads about the shipped programme, in the words on the pages."""

import itertools
import re
from html import unescape

import pytest
from django.db import transaction
from django.test import Client

from rapportage.models import Editie
from tests.programmas import laad_programmas

PROGRAMMA = "/programmas/arbeidsmarkt-menselijk-kapitaal/"
JULI, NAJAAR = f"{PROGRAMMA}augustus-2024/", f"{PROGRAMMA}najaar-2024/"
PLAN = "/programmas/bestaanszekerheid/uitvoeringsprogramma/"
GLANSRIJK = "/programmas/glansrijke-toekomst/begin-2024/"
IMPACT = "/programmas/ondernemen-met-impact/actieprogramma-2022/"

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def geladen(django_db_setup, django_db_blocker):
    """The file loaded once for all tests of this module, and taken away after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        laad_programmas()
        yield
        transaction.set_rollback(True)


def html(pad: str) -> str:
    antwoord = Client().get(pad, follow=True)
    assert antwoord.status_code == 200, pad
    return antwoord.text


def plain(bron: str) -> str:
    """The words of a page with single spaces, as a reader hears them."""
    zonder = re.sub(r"<(script|style|svg).*?</\1>", " ", bron, flags=re.S)
    zonder = re.sub(
        r'<span class="dm-begrip__uitleg".*?</a></span>|<a class="dm-anker .*?</a>|</?button.*?>', "", zonder
    )
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", zonder)).split())


def words(pad: str) -> str:
    return plain(html(pad))


def part(pad: str, kop: str) -> str:
    """The words of the section with this id on its heading."""
    bron = html(pad)
    _, _, rest = bron.partition(f'aria-labelledby="{kop}"')
    assert rest, f"{pad} heeft geen deel {kop}"
    return plain(rest.split("<section", 1)[0])


def test_dashboard_of_august_leads_with_figures_and_says_why():
    tekst = part(JULI, "stand")

    assert "22 doelen bij 19 activiteiten" in tekst
    assert (
        "2 behaald, gereed of op doelniveau 1 op schema 18 loopt, zonder rekenkundig oordeel 1 elders"
        in tekst
    )
    assert "Bij de meeste is niet te berekenen of het goed gaat, dus staan cijfers" in tekst
    assert tekst.index("60 van 100") < tekst.index("22 doelen")


def test_dashboard_says_what_was_achieved_in_each_line():
    tekst = part(JULI, "stand")

    assert "60 van 100 (60%), nog 40 op schema 100 Leerwerktrajecten realiseren" in tekst
    assert "gereed Leerpraktijkcentrum operationeel in 2024" in tekst
    assert "elders gerapporteerd Hier wordt via de lijn van Agenda 2030 over gerapporteerd" in tekst
    assert "67 van 75, nog 8 75 Dordtse organisaties zijn partner van St. MBO 22 van 50, nog 28" in tekst
    assert "Alle 10 doelen van programmalijn 3" in tekst


def test_dashboard_says_what_needs_attention_and_how_little_is_known():
    assert part(JULI, "aandacht").endswith(
        "Bij 3 van de 22 doelen is te berekenen of het goed gaat; daar blijft niets achter. "
        "De activiteiten zijn nog niet beoordeeld."
    )
    assert "Dat is nog niet bekend. Bij geen van de 9 doelen" in part(IMPACT, "aandacht")
    assert "Over de voortgang is in deze ronde niet gerapporteerd." in part(PLAN, "aandacht")


def test_dashboard_says_what_it_costs_and_who_pays():
    tekst = part(JULI, "geld")

    assert "Programmalijn 1 € 710.010 hefboom 1,37" in tekst
    assert "Programmalijn 2 € 1.232.000 Programmalijn 3 € 100.000" in tekst
    assert "Van het totaal wordt € 925.000 elders verantwoord" in tekst
    assert "Actieplan Jeugdwerkloosheid Drechtsteden" in tekst


def test_no_light_is_invented():
    for pad in (JULI, NAJAAR):
        assert "De activiteiten zijn nog niet beoordeeld" in words(pad)
        assert "wijkt af" not in words(pad)
        assert "nog niet beoordeeld" in words(f"{pad}activiteiten/label-dordrecht/")


def test_dashboard_of_autumn_says_what_comes_next():
    assert "Doelen 2025: voorgesteld, een besluit is niet bekend" in part(NAJAAR, "vooruit")
    assert "In dit rapport staan nog geen doelen voor 2025" in part(JULI, "vooruit")


def test_report_follows_the_order_groups_and_columns_of_the_document():
    bron = html(f"{JULI}rapport/")
    tabellen = re.findall(r'<table class="[^"]*dm-activiteiten">.*?</table>', bron, flags=re.S)
    koppen = re.findall(r'<th scope="col">([^<]+)</th>', "".join(tabellen))

    assert [len(re.findall(r'<tr id="[a-z-]+">', tabel)) for tabel in tabellen] == [7, 4, 8]
    assert (
        koppen.count("Activiteit")
        == koppen.count("Doel 2024")
        == koppen.count("Realisatie t/m juli 2024")
        == 3
    )
    assert bron.count('<th scope="rowgroup" colspan="3">Voor Stad &amp; Regio</th>') == 3


def test_report_names_the_related_without_a_row():
    bron = html(f"{JULI}rapport/")

    assert "Verwant: genoemd in dit programma, zonder middelen van dit programma" in plain(bron)
    for sleutel in ("leerpark", "dordrecht-academy", "career-boost"):
        assert f'<li><a href="{JULI}activiteiten/{sleutel}/">' in bron
        assert f'<tr id="{sleutel}"' not in bron


def test_money_reads_as_printed_with_its_sums():
    tekst = words(f"{JULI}financien/")

    for groep in (
        "Investering stad & regio € 300.000",
        "financiering stad € 312.739",
        "financiering regio € 97.271",
    ):
        assert groep in tekst
    assert "Totaal 2024 € 710.010 Hefboom: extra gegenereerd per geïnvesteerde euro 1,37" in tekst
    assert "Investering stad € 925.000" in tekst
    assert "Investering regio € 307.000" in tekst
    assert "Totaal 2024 berekend € 1.232.000 Waarvan elders verantwoord € 925.000" in tekst


def headings(pad: str) -> list[str]:
    return [" ".join(kop.split()) for kop in re.findall(r"<h2[^>]*>(.*?)</h2>", html(pad), flags=re.S)]


def test_money_is_told_in_one_order_and_nothing_empty_has_a_heading():
    assert headings(f"{JULI}financien/") == ["Wie betaalt?"]
    assert headings(f"{PLAN}financien/") == ["Wat kost het in 2025?", "Kosten over de jaren"]
    assert headings(f"{IMPACT}financien/") == [
        "Wat kost het in 2022?",
        "Wie betaalt?",
        "Is het genoeg?",
        "Kosten over de jaren",
    ]
    assert headings(f"{GLANSRIJK}financien/") == [
        "Wat kost het in 2024?",
        "Wie betaalt?",
        "Stand van de financiering",
        "Kosten over de jaren",
    ]


def test_years_read_as_printed_with_planned_beside_realised():
    tekst = part(f"{GLANSRIJK}financien/", "jaren")

    for stuk in (
        "Van € 1.043.000 voor 2024 is € 58.000 t/m 31 maart 2024 uitgegeven",
        "2023 gerealiseerd 2024 gepland 2024 (t/m 31 maart 2024) gerealiseerd 2025 gepland 2026 gepland",
        "oplossingsrichting 2, 3 en mogelijk 4",
        "Totaal geen bedrag bekend onvolledig € 50.000 gelijk aan de bron onvolledig "
        "€ 298.000 gelijk aan de bron onvolledig € 1.043.000 berekend "
        "€ 58.000 gelijk aan de bron onvolledig € 1.000.000 berekend € 980.000 berekend",
        "€ 985.000 lager dan gepland voor het hele jaar (gerealiseerd t/m 31 maart 2024)",
        "Onderzoek met ketenpartners betreffende bestuurlijke commitment: streepje in de bron",
    ):
        assert stuk in tekst, stuk


def test_what_is_asked_for_is_not_in_what_was_granted():
    assert part(f"{GLANSRIJK}financien/", "standen").endswith(
        "Gereserveerd € 10.500.000 waarvan gevoteerd € 1.260.000 Aangevraagd € 1.031.000 Toegekend € 660.000"
    )


def test_cofinanciering_stands_under_the_line_it_accompanies():
    tekst = words(f"{GLANSRIJK}financien/")

    assert "cofinanciering door Ketenpartners, telt niet mee in het totaal De ketenpartners" in tekst
    assert "eigen organisatie. in natura Rijksbijdrage" in tekst
    assert "circa € 1.000.000" in tekst


def test_saldo_stands_beside_the_one_of_the_letter():
    assert (
        "2022 € 155.000 circa € 150.000 circa € 5.000 overschot gelijk aan de bron"
        in part(f"{IMPACT}financien/", "saldo")
    )  # fmt: skip


def test_share_of_a_post_stays_words():
    tekst = part(f"{PLAN}financien/", "jaren")

    assert "Bijstandsverlening circa 63% van Bestaanszekerheid" in tekst
    assert "Totaal circa € 135.000.000 berekend circa € 134.000.000 berekend" in tekst


def test_line_shows_the_posts_it_shares_without_adding_them():
    tekst = part(f"{GLANSRIJK}lijnen/3/", "geld")

    assert "oplossingsrichting 2, 3 en mogelijk 4 (telt alleen in het totaal van het programma)" in tekst
    assert "€ 350.000 berekend" in tekst


def test_a_plan_says_once_that_nothing_is_reported():
    stil = "Over de voortgang is in deze ronde niet gerapporteerd."
    tekst = words(PLAN)
    assert (tekst.count(stil), tekst.count("zonder bericht"), tekst.count("nog niets om mee")) == (1, 0, 0)


def test_line_of_a_plan_keeps_what_will_be_done_beside_what_it_is_for():
    armoede = words(f"{PLAN}lijnen/1.1/")
    plekken = [
        armoede.index(woord) for woord in ("kunnen rondkomen", "Geldpraatje plekken", "minder schulden")
    ]
    assert plekken == sorted(plekken)
    assert "Niet gerapporteerd" not in armoede


def test_a_programme_without_activiteiten_counts_none():
    assert "9 doelen. Bij geen enkel doel is te berekenen" in part(IMPACT, "stand")


def test_autumn_shows_july_as_july():
    tekst = words(f"{NAJAAR}activiteiten/leerwerktrajecten/")

    assert "60 van 100 (60%), nog 40" in tekst
    assert "T/m 31 juli 2024, in deze ronde niet opnieuw gemeten" in tekst
    assert "Niet gerapporteerd in deze ronde" in tekst


def test_every_figure_answers_waarom_with_its_values():
    tekst = words(f"{JULI}activiteiten/leerwerktrajecten/")

    assert (
        "Waarom? 100 Leerwerktrajecten realiseren Op 31 juli 2024 mocht 58 worden verwacht; gemeten is 60. "
        "Dat is genoeg om op schema te zijn. Afgesproken streefwaarde 100 (2024) Gemeten 60 (t/m juli 2024)"
    ) in tekst
    assert "koers = waarde / verwacht 60 / 58,20 = 1,03" in tekst
    assert "Op schema: minstens 95%" in tekst
    assert "door ons berekend, niet afgesproken" in tekst


def test_dashboard_of_autumn_says_what_changed_and_of_when_a_figure_is():
    assert "partner zijn van St. MBO: van 67 naar 75 (8 meer)." in part(NAJAAR, "gewijzigd")
    tekst = part(NAJAAR, "stand")
    assert "75 van 75 eerder 67 op doelniveau 75 Dordtse organisaties" in tekst
    assert "op schema, per 31 juli 2024" in tekst


def test_planning_shows_what_moved():
    tekst = part(f"{NAJAAR}planning/", "uitvoering")

    assert "Start wijkaanpak Oost november 2024 eerst Q3 2024 verschoven" in tekst
    assert "Q3 2024 gepland Voorbij op de peildatum; niet gemeld of het is gehaald" in part(
        f"{NAJAAR}planning/", "bestuurlijk"
    )


def test_planning_draws_the_timeline_without_a_script():
    bron = html(f"{NAJAAR}planning/")

    assert "Van 18 mijlpalen: 1 gehaald, 3 verschoven en 14 gepland" in bron
    geladen = [naam for naam in ("grafieken.css", "grafieken.js") if naam in bron]
    assert (bron.count('class="tijdrij"'), geladen) == (17, ["grafieken.css"])


def test_indicator_shows_every_measurement_up_to_the_peildatum():
    assert "t/m juli 2024 22" in words(f"{JULI}indicatoren/label-behaald/")
    assert "per Q3 2024 30" not in words(f"{JULI}indicatoren/label-behaald/")
    assert "per Q3 2024 30" in words(f"{NAJAAR}indicatoren/label-behaald/")


def test_report_accounts_for_itself():
    tekst = part(f"{JULI}rapport/", "deel-verantwoording")

    assert Editie.objects.get(ronde__slug="augustus-2024").sha256 in tekst
    assert "Overgenomen uit Voortgangsrapportage augustus 2024" in tekst
    assert "2023-01544666" in tekst
    assert "Aandacht: van 80% tot 95%" in tekst
    assert "De gegevens" not in tekst
    assert "Dit is een stroom, geteld vanaf 1 januari 2024" in tekst


@pytest.mark.parametrize(
    "rij",
    [
        "Aandeel inwoners dat moeite heeft met rondkomen 23% 2022 Minder "
        "één meting, nog niets om mee te vergelijken Gezondheidsmonitor RIVM 2022 / www.zichtopwijken.nl",
        "Via monitor/kpi's Samen tegen armoede elders gerapporteerd Betreft kpi's over bereik en gebruik "
        "minimaregelingen Meer elders gerapporteerd Divers (o.a. armoedescan CBS en dashboard SDD)",
        "Educatieve kwaliteit niet gemeten 0-meting wordt momenteel uitgevoerd Meer niet gemeten",
        "Deelname DLP-scholen aan schoolmaaltijden niet gemeten Meer niet gemeten",
        "Aandeel DLP-leerlingen in wijkavontuur 64% 2023-2024 60% of hoger uitgangspositie, al op doelniveau",
        "goed ervaart Staat ook bij fundament 4; telt alleen hier mee 65% 2022 Meer",
        "goed ervaart Telt mee bij fundament 2 , en staat hier ook 65% 2022 Meer",
        "Via monitor/kpi's Bouwende Stad elders gerapporteerd geen doel niet vermeld",
        "(Zeer) veel vertrouwen in gemeentebestuur 37% 2024 nulmeting Meer niet gemeten (alleen nulmeting)",
        "€ 30.240 2023 € 28.000 of lager (tot en met 2026) niet gemeten (alleen nulmeting)",
        "Gemiddelde schuldenomvang € 30.262 2023 Minder één meting, nog niets om mee te vergelijken SDD",
    ],
)
def test_every_indicator_says_what_is_known_of_it(rij):
    assert rij in words(f"{PLAN}indicatoren/")


@pytest.mark.parametrize(
    ("vraag", "aantal"),
    [
        ("lijn=2", 7),
        ("tekst=LABEL&lijn=3", 3),
        ("schaal=stad+%26+regio&lijn=1", 5),
        ("soort=verwant", 3),
        ("tekst=bestaat+niet", 0),
        ("lijn=nergens&soort=verwant", 3),
    ],
)
def test_the_filter_keeps_what_matches_and_its_address_can_be_shared(vraag, aantal):
    assert f"{aantal} van 25 activiteiten passen bij uw keuze" in words(f"{JULI}rapport/?{vraag}")


def test_the_presentation_asks_three_questions_of_each_line():
    tekst = words(f"{NAJAAR}rapport/")

    for vraag in ("Wat hadden we afgesproken?", "Wat hebben we bereikt?", "Waar gaan we in 2025 voor?"):
        assert tekst.count(f" {vraag} ") == 3
    assert tekst.count(" Afgesproken activiteiten ") == tekst.count(" Extra activiteiten ") == 3
    assert "Scholingsfonds Drechtsteden extra" in tekst
    for aandeel in ("80% migratieachtergrond", "55% vrouw", "50% uitkering", "20% werkend"):
        assert aandeel in tekst
    assert "De kenmerken sluiten elkaar niet uit: ze tellen niet op tot 100%." in tekst
    assert "De doelen voor 2025 zijn voorgesteld; een besluit is niet bekend." in tekst
    assert "Waarover Doel 2024 Doel 2025" in tekst
    assert "Voorbereiding voor start 1 januari 2025 Werkcentrum operationeel" in tekst
    assert "Kadernota Dordrecht € 150.000" in tekst


def test_every_link_of_the_edition_leads_somewhere():
    """Also into other programmes, whose own links are not followed."""
    te_lezen, gelezen = {JULI, NAJAAR}, set()
    while te_lezen:
        pad = te_lezen.pop()
        gelezen.add(pad)
        bron = html(pad)
        links = set(re.findall(r'href="(/programmas/[^"#]*)', bron)) if pad.startswith(PROGRAMMA) else set()
        te_lezen |= {
            unescape(link) for link in links if not link.endswith((".xlsx", ".json", ".csv"))
        } - gelezen
    assert len(gelezen) > 80


PAGINAS = ("", "lijnen/1/", "lijnen/2/", "activiteiten/scholingsfonds/", "indicatoren/label-behaald/")
PAGINAS += ("financien/", "planning/", "indicatoren/", "rapport/", "rapport/?lijn=1")


@pytest.mark.parametrize("basis", [JULI, NAJAAR])
@pytest.mark.parametrize("pagina", PAGINAS)
def test_pages_are_built_for_people_who_listen(basis, pagina):
    bron = html(basis + pagina)

    assert bron.count("<h1") == 1
    assert bron.count("<table") == bron.count("<caption")
    assert not re.search(r"<th(?![^>]*scope)[ >]", bron)
    assert no_level_is_skipped([int(niveau) for niveau in re.findall(r"<h([1-6])", bron)])
    assert no_id_twice(re.findall(r' id="([^"]+)"', bron))
    assert not re.search(r"<[^>]+ (style|on[a-z]+)=", bron)


def no_level_is_skipped(niveaus: list[int]) -> bool:
    return all(later <= eerder + 1 for eerder, later in itertools.pairwise(niveaus))


def no_id_twice(ids: list[str]) -> bool:
    return sorted(set(ids)) == sorted(ids)
