"""Every warning about a round, from its report: one sentence, a stable sleutel, the place to mend it."""

from datetime import date

import pytest

from programmalijnen.models import Activiteit, Invoerstaat, Meting, Rapportageronde, Tegenspraak, Toelichting
from programmalijnen.regels.begrippen import Soort
from rapportage.bouwen import build_rapport, check_ronde
from rapportage.controle.feiten import Punt, make_sleutel
from tests.bouwers import (
    maak_activiteit,
    maak_categorie,
    maak_doel,
    maak_editie,
    maak_financiering,
    maak_gebruiker,
    maak_gedrukt_totaal,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_ronde,
)

pytestmark = pytest.mark.django_db

NAJAAR = {"slug": "najaar-2024", "label": "per Q3 2024", "peildatum": date(2024, 9, 30)}
SEPTEMBER = {"periode": "t/m september 2024", "peildatum": date(2024, 9, 30)}
QUERIES = 30


@pytest.fixture
def kade() -> Activiteit:
    return maak_activiteit(maak_lijn(maak_programma()), "kade", titel="De kade")


def maak_cijfer(kade: Activiteit, **velden):
    gewoon = {"activiteit": kade, "naam": "Schepen", "bron": "Haven"}
    return maak_indicator(kade.programma, "schepen", **gewoon | velden)


def find(ronde: Rapportageronde, soort: str) -> list[Punt]:
    return [punt for punt in check_ronde(ronde).punten if punt.sleutel.startswith(f"{soort}:")]


def brief(punt: Punt) -> tuple[str, ...]:
    return punt.sleutel, punt.groep, punt.zin, f"{punt.plek.soort}/{punt.plek.sleutel}#{punt.plek.veld}"


def test_a_jump_leads_to_the_field_with_the_new_value(kade):
    indicator = maak_cijfer(kade)
    maak_meting(indicator, 6)
    maak_meting(indicator, 90, **SEPTEMBER)

    (punt,) = find(maak_ronde(kade.programma, **NAJAAR), "sprong")
    assert brief(punt) == (
        "sprong:schepen",
        "1",
        "‘Schepen’ wordt meer dan tien keer zo groot, van 6 naar 90. Klopt dat?",
        "activiteiten/kade#meting.schepen.2024-09-30",
    )


def test_what_was_measured_for_an_earlier_round_is_not_said_again(kade):
    indicator = maak_cijfer(kade)
    maak_meting(indicator, 6, periode="maart", peildatum=date(2024, 3, 31))
    maak_meting(indicator, 90)
    eerste = maak_ronde(kade.programma)

    assert len(find(eerste, "sprong")) == 1
    assert find(maak_ronde(kade.programma, **NAJAAR), "sprong") == []


def test_a_value_that_was_corrected_since_the_last_report_is_checked_again(kade):
    indicator = maak_cijfer(kade)
    maak_meting(indicator, 6, periode="maart", peildatum=date(2024, 3, 31))
    maak_meting(indicator, 9)
    maak_editie(maak_ronde(kade.programma))
    Meting.objects.filter(peildatum=date(2024, 7, 31)).update(waarde=90)

    assert len(find(maak_ronde(kade.programma, **NAJAAR), "sprong")) == 1


@pytest.mark.parametrize(
    ("soort", "waarde", "aantal"),
    [(Soort.STROOM, 5, 0), (Soort.STROOM, 700, 1), (Soort.STAND, 5, 1)],
)
def test_a_stroom_begins_again_each_year(kade, soort, waarde, aantal):
    indicator = maak_cijfer(kade, soort=soort)
    maak_meting(indicator, 60, periode="2023", periode_van=None, peildatum=date(2023, 12, 31))
    maak_meting(indicator, waarde)

    assert len(find(maak_ronde(kade.programma), "sprong")) == aantal


def test_a_stroom_that_fell_within_its_year(kade):
    indicator = maak_cijfer(kade)
    maak_meting(indicator, 60)
    maak_meting(indicator, 55, **SEPTEMBER)

    (punt,) = find(maak_ronde(kade.programma, **NAJAAR), "daling")
    assert punt.zin == "‘Schepen’ daalt binnen een jaar, van 60 (t/m juli 2024) naar 55 (t/m september 2024)."


def test_a_small_count_of_people_in_a_category_leads_to_its_field(kade):
    indicator = maak_cijfer(kade, naam="Schippers", eenheid="inwoners")
    maak_meting(indicator, 3, categorie=maak_categorie(indicator, "zorg"))
    maak_meting(indicator, 30, categorie=maak_categorie(indicator, "werk"))

    (punt,) = find(maak_ronde(kade.programma), "klein-aantal")
    assert punt.sleutel == "klein-aantal:schepen/zorg"
    assert punt.zin == "‘Schippers’, zorg: 3 personen. Zo weinig kan te herleiden zijn."
    assert punt.plek.veld.startswith("meting.schepen.2024-07-31.")


def test_a_small_count_of_things_points_to_nobody(kade):
    maak_meting(maak_cijfer(kade, eenheid="schepen"), 3)

    assert find(maak_ronde(kade.programma), "klein-aantal") == []


def test_a_figure_without_doel_asks_for_its_bron(kade):
    maak_meting(maak_cijfer(kade, bron=""), 60)

    (punt,) = find(maak_ronde(kade.programma), "bron")
    assert brief(punt)[2:] == (
        "Bij ‘Schepen’ ontbreekt een bron.",
        "activiteiten/kade#bron.schepen.2024-07-31",
    )


def test_what_a_doel_lacks_is_one_sentence(kade):
    indicator = maak_cijfer(kade, bron="", soort=Soort.STAND)
    maak_doel(kade.programma, "vol", activiteit=kade, indicator=indicator, omschrijving="Een volle kade")
    maak_meting(indicator, 60)

    (punt,) = find(maak_ronde(kade.programma), "ontbreekt")
    assert brief(punt) == (
        "ontbreekt:vol",
        "1",
        "Bij ‘Een volle kade’ ontbreken een start, een bron en een eigenaar.",
        "doelen/vol#",
    )


def test_a_part_above_its_whole_leads_to_the_value_of_the_part(kade):
    geheel, deel = (maak_indicator(kade.programma, naam, activiteit=kade) for naam in ("geheel", "deel"))
    doel = maak_doel(kade.programma, "schepen", activiteit=kade, indicator=geheel)
    maak_doel(kade.programma, "vol", activiteit=kade, indicator=deel, onderdeel_van=doel)
    maak_meting(geheel, 67)
    maak_meting(deel, 70)

    (punt,) = find(maak_ronde(kade.programma), "daarvan")
    assert brief(punt) == (
        "daarvan:schepen/vol",
        "1",
        "‘Vol’ (70) is hoger dan het geheel ‘Schepen’ (67).",
        "activiteiten/kade#meting.deel.2024-07-31",
    )


def test_an_unexplained_rest_is_neutral(kade):
    geheel, deel = (maak_indicator(kade.programma, naam, activiteit=kade) for naam in ("geheel", "deel"))
    doel = maak_doel(kade.programma, "schepen", activiteit=kade, indicator=geheel)
    maak_doel(kade.programma, "vol", activiteit=kade, indicator=deel, onderdeel_van=doel)
    maak_meting(geheel, 67)
    maak_meting(deel, 22)

    assert [punt.is_neutraal for punt in find(maak_ronde(kade.programma), "daarvan")] == [True]


@pytest.mark.parametrize("anders", [{"peildatum": date(2024, 6, 30)}, {"eenheid": "%"}])
def test_a_part_of_another_day_or_unit_leaves_no_rest_to_explain(kade, anders):
    namen = ("geheel", "deel", "ander")
    velden = {"ander": {"eenheid": anders.get("eenheid", "")}}
    geheel, *delen = (
        maak_indicator(kade.programma, naam, activiteit=kade, **velden.get(naam, {})) for naam in namen
    )
    doel = maak_doel(kade.programma, "schepen", activiteit=kade, indicator=geheel)
    for indicator in delen:
        maak_doel(kade.programma, activiteit=kade, indicator=indicator, onderdeel_van=doel)
    maak_meting(geheel, 67)
    maak_meting(delen[0], 22)
    maak_meting(delen[1], 99, peildatum=anders.get("peildatum", date(2024, 7, 31)))

    assert find(maak_ronde(kade.programma), "daarvan") == []


@pytest.mark.parametrize("met_editie", [True, False])
def test_a_text_that_repeats_what_the_last_round_told(kade, met_editie):
    indicator = maak_cijfer(kade)
    maak_meting(indicator, 60)
    vorige = maak_ronde(kade.programma)
    if met_editie:
        maak_editie(vorige)
    maak_meting(indicator, 75, **SEPTEMBER)
    ronde = maak_ronde(kade.programma, **NAJAAR)
    maak_realisatie(ronde, kade, tekst="Er kwamen 60 schepen.")

    (punt,) = find(ronde, "oud-cijfer")
    assert brief(punt) == (
        "oud-cijfer:kade/schepen",
        "1",
        "De tekst noemt 60, de waarde van de vorige ronde; ‘Schepen’ is nu 75.",
        "activiteiten/kade#tekst",
    )


def test_what_the_last_edition_told_counts_also_when_it_was_corrected_since(kade):
    indicator = maak_cijfer(kade)
    maak_meting(indicator, 60)
    maak_editie(maak_ronde(kade.programma))
    Meting.objects.update(waarde=62)
    ronde = maak_ronde(kade.programma, **NAJAAR)
    maak_realisatie(ronde, kade, tekst="Er kwamen 60 schepen.")

    assert [punt.zin for punt in find(ronde, "oud-cijfer")] == [
        "De tekst noemt 60, de waarde van de vorige ronde; ‘Schepen’ is nu 62."
    ]


def test_an_oordeel_that_is_milder_than_the_koers_asks_why(kade):
    indicator = maak_cijfer(kade)
    maak_doel(kade.programma, activiteit=kade, indicator=indicator)
    maak_meting(indicator, 10)
    ronde = maak_ronde(kade.programma)
    maak_realisatie(ronde, kade, oordeel="op schema", oordeel_horizon="dit jaar")

    (punt,) = find(ronde, "oordeel")
    assert brief(punt)[2:] == (
        "‘De kade’: het oordeel is ‘op schema’, maar een doel over dit jaar is ‘achter’. Licht toe waarom.",
        "activiteiten/kade#oordeel_oorzaak",
    )
    maak_realisatie(ronde, kade, oordeel_oorzaak="De kade was dicht.")
    assert find(ronde, "oordeel") == []


def test_a_text_that_touches_a_tegenspraak(kade):
    Tegenspraak.objects.create(
        programma=kade.programma,
        sleutel="lengte",
        onderwerp="lengte van de kade",
        soort="cijfer",
        waarde_a="1.240 meter",
        waarde_b="1.262 meter",
        gebruikt="1.240 meter",
    )
    ronde = maak_ronde(kade.programma)
    Toelichting.objects.filter(lijn__isnull=True).update(tekst="De kade is 1.262 meter lang.")

    (punt,) = find(ronde, "tegenspraak")
    assert brief(punt) == (
        "tegenspraak:lengte/toelichtingen/inleiding/1.262",
        "",
        "De tekst noemt 1.262. De bronnen spreken elkaar tegen over ‘lengte van de kade’, en wij gebruiken: "
        "1.240 meter.",
        "toelichtingen/inleiding#tekst",
    )


def test_one_person_both_entered_and_approved_without_the_name(kade):
    mia, bob = maak_gebruiker("Wilhelmina"), maak_gebruiker("Bob")
    ronde = maak_ronde(kade.programma)
    gezien = {"staat": Invoerstaat.AKKOORD, "tekst": "Klaar."}
    maak_realisatie(ronde, kade, ingevuld_door=mia, akkoord_door=mia, **gezien)
    Toelichting.objects.filter(lijn__isnull=True).update(ingevuld_door=mia, akkoord_door=bob, **gezien)

    (punt,) = find(ronde, "zelf-goedgekeurd")
    assert punt.zin == "‘De kade’ is ingevuld en goedgekeurd door dezelfde persoon."
    rapport = build_rapport(ronde=ronde)
    assert (rapport.goedgekeurd, rapport.zelf_goedgekeurd) == (2, 1)


def test_a_printed_total_that_differs_leads_to_it(kade):
    maak_financiering(kade.lijn, 1000)
    maak_gedrukt_totaal(kade.lijn, 1200, sleutel="totaal-1")

    (punt,) = find(maak_ronde(kade.programma), "gedrukt-totaal")
    assert brief(punt) == (
        "gedrukt-totaal:1/2024",
        "geld",
        "Het document noemt voor ‘financiering 2024, programmalijn 1’ € 1.200, de regels zijn samen € 1.000: "
        "€ 200 verschil.",
        "totalen/totaal-1#",
    )


def test_a_sleutel_that_would_be_too_long_stays_unlike_the_others():
    sleutels = {make_sleutel("soort", "a" * 250, einde) for einde in ("1", "2")}

    assert [len(sleutel) for sleutel in sleutels] == [200, 200]


@pytest.mark.parametrize("aantal", [1, 30])
def test_the_check_takes_as_many_queries_for_a_small_programme_as_for_a_large_one(
    kade, aantal, django_assert_num_queries
):
    for _ in range(aantal):
        activiteit = maak_activiteit(kade.lijn)
        indicator = maak_indicator(kade.programma, activiteit=activiteit)
        maak_doel(kade.programma, activiteit=activiteit, indicator=indicator)
        maak_meting(indicator, 6)
        maak_meting(indicator, 90, **SEPTEMBER)
    maak_editie(maak_ronde(kade.programma))
    maak_ronde(kade.programma, **NAJAAR)
    ronde = Rapportageronde.objects.select_related("programma").get(slug="najaar-2024")

    with django_assert_num_queries(QUERIES):
        controle = check_ronde(ronde)

    assert sum(punt.sleutel.startswith("sprong") for punt in controle.punten) == aantal
