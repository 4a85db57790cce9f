"""What leads on the dashboard, and what stands where."""

from datetime import date

import pytest

from programmalijnen.regels.begrippen import Koers, Oordeel, Telling
from rapportage.overzicht import koers_leads, make_lijnoverzicht, make_overzicht
from rapportage.rapport import Ambitieregel, Mijlpaalregel, Oordeelregel, Tellingen, Toelichtingregel
from rapportage.vooruit import in_time
from tests.rapportage.bouwers import (
    maak,
    maak_activiteitregel,
    maak_doelregel,
    maak_label,
    maak_leerwerktrajecten,
    maak_lijnregel,
    maak_rapport,
)


@pytest.mark.parametrize(
    ("met_koers", "beoordeeld", "leidt"),
    [(3, 0, False), (4, 0, True), (0, 1, False), (0, 2, True), (0, 0, False)],
)
def test_counts_lead_from_a_third_on(met_koers, beoordeeld, leidt):
    tellingen = Tellingen(aantal_doelen=12, met_koers=met_koers, aantal_activiteiten=6, beoordeeld=beoordeeld)

    assert koers_leads(tellingen) is leidt


def test_counts_never_lead_without_doelen():
    assert koers_leads(Tellingen()) is False


def sleutels(plaatsen) -> list[str]:
    return [plaats.doel.sleutel for plaats in plaatsen]


def test_doelen_with_a_figure_stand_apart_from_steps_and_words():
    stap = maak_doelregel(
        "d-stap", "Centrum operationeel", vorm="oplevering", koers=Koers.GEREED, afgedrukt="gereed"
    )
    lijn = maak_lijnregel(
        "1", "Lijn",
        maak_activiteitregel("a-cijfer", "Cijfer", maak_leerwerktrajecten(), realisatie="Loopt."),
        maak_activiteitregel("a-stap", "Stap", stap),
        maak_activiteitregel("a-woord", "Woord", maak_doelregel("d-woord", "Versterken"), realisatie="Af."),
        maak_activiteitregel("a-stil", "Stil", maak_doelregel("d-stil", "Versterken")),
        maak_activiteitregel("a-elders", "Elders", opgave="elders gerapporteerd"),
        maak_activiteitregel("a-verwant", "Verwant", soort="verwant", realisatie="Genoemd."),
    )  # fmt: skip
    blok = make_lijnoverzicht(lijn)

    assert sleutels(blok.cijfers) == ["d-leerwerktrajecten"]
    assert [(rij.activiteit.sleutel, len(rij.stappen)) for rij in blok.rijen] == [
        ("a-stap", 1),
        ("a-woord", 0),
        ("a-stil", 0),
        ("a-elders", 0),
    ]


def test_a_step_of_the_line_itself_has_a_row_without_activiteit():
    stap = maak_doelregel("d-stap", "Alles operationeel", vorm="oplevering", koers=Koers.BEZIG)
    (rij,) = make_lijnoverzicht(maak_lijnregel("1", "Lijn", doelen=(stap,))).rijen

    assert rij.activiteit is None
    assert rij.stappen == (stap,)


def test_onderdelen_stand_with_their_activiteit_and_say_their_own_line():
    west = maak_activiteitregel("a-west", "West", realisatie="Loopt.")
    wijken = maak_activiteitregel("a-wijken", "Wijken", maak_doelregel("d", "Opzetten"), onderdelen=(west,))
    (rij,) = make_lijnoverzicht(maak_lijnregel("1", "Lijn", wijken)).rijen

    assert [doel.sleutel for doel in rij.doelen] == ["d"]
    assert [deel.activiteit.sleutel for deel in rij.onderdelen] == ["a-west"]


def test_a_step_nobody_recorded_is_agreed_and_no_verdict():
    stap = maak_doelregel("d-stap", "Operationeel", vorm="oplevering", koers=Koers.GEEN_STAP)
    (rij,) = make_lijnoverzicht(maak_lijnregel("1", "Lijn", maak_activiteitregel("a", "Fonds", stap))).rijen

    assert (rij.doelen, rij.stappen) == ((stap,), ())


def test_what_asks_attention_is_a_doel_behind_or_an_activiteit_judged_so():
    achter = maak_doelregel("d-achter", "100 trajecten", 100, telling=Telling.ACHTER)
    oordeel = Oordeelregel(waarde=Oordeel.WIJKT_AF, horizon="dit jaar", oorzaak="krapte")
    lijn = maak_lijnregel(
        "1", "Lijn",
        maak_activiteitregel("a-goed", "Goed", maak_leerwerktrajecten()),
        maak_activiteitregel("a-achter", "Achter", achter),
        maak_activiteitregel("a-oordeel", "Oordeel", oordeel=oordeel),
    )  # fmt: skip
    aandacht = make_overzicht(maak_rapport(lijnen=(lijn,))).aandacht

    assert [(punt.pad, len(punt.doelen), len(punt.oordelen)) for punt in aandacht] == [
        ("activiteiten/a-achter/", 1, 0),
        ("activiteiten/a-oordeel/", 0, 1),
    ]


def test_a_line_judged_by_a_person_asks_attention():
    oordeel = Oordeelregel(waarde=Oordeel.NIET_HAALBAAR, horizon="de planperiode", gevolg="later klaar")
    voortgang = maak(Toelichtingregel, sleutel="4-voortgang", onderwerp="voortgang", oordeel=oordeel)
    lijn = maak_lijnregel("4", "Maatwerk", toelichtingen=(voortgang,))
    (punt,) = make_overzicht(maak_rapport(lijnen=(lijn,))).aandacht

    assert (punt.titel, punt.pad, punt.oordelen) == ("Maatwerk", "lijnen/4/", (oordeel,))


@pytest.mark.parametrize(("aantal", "samen"), [(3, 0), (4, 4)])
def test_many_activiteiten_without_news_are_named_together(aantal, samen):
    activiteiten = [
        maak_activiteitregel(f"a-{nummer}", f"Activiteit {nummer}", opgave="niet gerapporteerd in deze ronde")
        for nummer in range(aantal)
    ]
    blok = make_lijnoverzicht(maak_lijnregel("1", "Lijn", *activiteiten))

    assert (len(blok.rijen), len(blok.stil)) == (aantal - samen, samen)


def test_what_an_ambitie_wants_to_reach_stands_above_its_doelen():
    ambitie = maak(Ambitieregel, sleutel="am", titel="Meer meedoen", doelen=(maak_doelregel("d", "Bereik"),))
    (rij,) = make_lijnoverzicht(maak_lijnregel("1", "Lijn", ambities=(ambitie,))).rijen

    assert (rij.activiteit, rij.ambitie) == (None, "Meer meedoen")


def test_milestones_come_in_time_after_the_peildatum_and_those_without_a_day_last():
    def mijlpaal(sleutel: str, tot: date | None, staat: str = "gepland") -> Mijlpaalregel:
        return maak(Mijlpaalregel, sleutel=sleutel, tot=tot, staat=staat)

    rapport = maak_rapport(
        mijlpalen=(
            mijlpaal("ooit", None),
            mijlpaal("winter", date(2024, 12, 31), "verschoven"),
            mijlpaal("herfst", date(2024, 9, 30)),
            mijlpaal("voorbij", date(2024, 7, 31)),
            mijlpaal("klaar", date(2024, 10, 31), "gehaald"),
        )
    )

    assert [m.sleutel for m in make_overzicht(rapport).vooruit] == ["herfst", "winter", "ooit"]


def test_words_that_name_a_year_stand_at_its_end():
    def mijlpaal(actueel: str, tot: date | None = None) -> Mijlpaalregel:
        return maak(Mijlpaalregel, sleutel=actueel, actueel=actueel, tot=tot)

    rij = [
        mijlpaal("later"),
        mijlpaal("medio 2025"),
        mijlpaal("mei 2025", date(2025, 5, 31)),
        mijlpaal("eind 2024"),
    ]

    assert [m.sleutel for m in in_time(rij)] == ["eind 2024", "mei 2025", "medio 2025", "later"]


def test_doelen_of_next_year_say_once_that_they_are_proposals():
    erna = make_overzicht(maak_rapport(lijnen=(maak_lijnregel("3", "Lijn", maak_label()),))).jaar_erna

    assert (erna.jaar, erna.alle_voorgesteld) == (2025, True)
    ((lijn, plaatsen),) = erna.lijnen
    assert (lijn.code, sleutels(plaatsen)) == ("3", ["d-partners-2025"])
