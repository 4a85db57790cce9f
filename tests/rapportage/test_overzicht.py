"""What leads on the dashboard, and what stands where."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from programmalijnen.regels.begrippen import Koers, Oordeel, Telling
from rapportage.greep import Greep
from rapportage.lijnfeiten import STIL, Voorkeur, feiten_of
from rapportage.overzicht import koers_leads, make_overzicht
from rapportage.rapport import (
    Indicatorregel,
    Metingregel,
    Mijlpaalregel,
    Oordeelregel,
    Tellingen,
    Toelichtingregel,
)
from rapportage.vergelijken import vergelijk
from rapportage.vooruit import in_time
from tests.rapportage.bouwers import (
    maak,
    maak_activiteitregel,
    maak_doelregel,
    maak_duurzame_plek,
    maak_indicatorregel,
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


def feiten(*activiteiten, was=None, **velden) -> list[str]:
    """The titles or words of the facts of a line, what says most first."""
    lijn = maak_lijnregel("1", "Lijn", *activiteiten, **velden)
    return [feit.titel or feit.tekst for feit in feiten_of(lijn, was or {})]


def test_what_says_most_of_a_line_comes_first():
    achter = maak_doelregel("d-achter", "achter", 10, afgedrukt="2 van 10", telling=Telling.ACHTER)
    gereed = maak_doelregel("d-gereed", "gereed", vorm="oplevering", koers=Koers.GEREED, afgedrukt="gereed")
    doelen = (
        maak_doelregel("d-woord", "in woorden"),
        gereed,
        maak_doelregel("d-doel", "tegen een streefwaarde", 100, afgedrukt="60 van 100"),
        maak_doelregel("d-anders", "veranderd", 75, afgedrukt="75 van 75", indicator="i-anders"),
        maak_doelregel("d-los", "zonder streefwaarde", vorm="richting", afgedrukt="23%"),
        achter,
    )
    voortgang = maak(Toelichtingregel, sleutel="t", onderwerp="voortgang", tekst="Het loopt. Alles.")

    assert feiten(
        maak_activiteitregel("a", "met tekst", realisatie="Af. En meer."),
        doelen=doelen, doelen_afgelopen=(maak_doelregel("d-oud", "van 2023", 50, afgedrukt="50 van 50"),),
        toelichtingen=(voortgang,), was={"i-anders": "67"},
    ) == [
        "achter", "veranderd", "tegen een streefwaarde", "gereed", "zonder streefwaarde",
        "Het loopt.", "van 2023", "in woorden", "met tekst",
    ]  # fmt: skip


def test_what_is_only_named_says_nothing_of_a_line():
    assert feiten(maak_activiteitregel("a", "Verwant", soort="verwant", realisatie="Genoemd.")) == []
    assert feiten(maak_activiteitregel("a", "Stil", opgave=STIL, realisatie="Oud.")) == []


def test_a_figure_without_doel_counts_where_it_is_reported():
    meting = replace(maak_indicatorregel(), is_contextcijfer=True)

    assert feiten(maak_activiteitregel("a", "Trajecten", indicatoren=(meting,))) == [meting.naam]
    assert feiten(maak_activiteitregel("a", "Trajecten", indicatoren=(meting,), opgave=STIL)) == []


def first_feit(doel):
    return feiten_of(maak_lijnregel("1", "Lijn", doelen=(doel,)), {})[0]


def test_a_step_is_said_by_its_koers_and_a_figure_by_itself():
    gereed = maak_doelregel(
        "d", "Centrum", vorm="oplevering", koers=Koers.GEREED, koers_afgedrukt="gereed", afgedrukt="gereed"
    )
    partners = maak_label().doelen[0]

    assert (first_feit(gereed).getal, first_feit(gereed).oordeel) == ("", "gereed")
    assert (first_feit(partners).getal, first_feit(partners).oordeel) == ("67 van 75, nog 8", "")
    assert first_feit(maak_leerwerktrajecten()).oordeel == "op schema"


def test_a_number_that_nobody_measured_says_why_there_is_none():
    assert first_feit(maak_duurzame_plek()).oordeel.startswith("niet te berekenen: niet afgesproken")


def test_a_step_nobody_recorded_is_agreed_and_no_verdict():
    stap = maak_doelregel("d", "Operationeel", vorm="oplevering", koers=Koers.GEEN_STAP)

    assert (first_feit(stap).voorkeur, first_feit(stap).oordeel) == (Voorkeur.AFGESPROKEN, "")


@pytest.mark.parametrize(
    ("lijnen", "telling", "hoogstens", "is_lang"),
    [
        (4, Telling.OP_SCHEMA, 3, False),
        (4, Telling.ACHTER, 2, False),
        (5, Telling.OP_SCHEMA, 2, True),
    ],
)
def test_a_few_lines_say_more_each_than_many_unless_something_asks_attention(
    lijnen, telling, hoogstens, is_lang
):
    doelen = tuple(maak_doelregel(f"d-{n}", f"Doel {n}", telling=telling) for n in range(5))
    overzicht = make_overzicht(
        maak_rapport(lijnen=tuple(maak_lijnregel(str(n), "Lijn", doelen=doelen) for n in range(lijnen)))
    )

    assert {len(kaart.feiten) for kaart in overzicht.kaarten} == {hoogstens}
    assert overzicht.is_lang is is_lang


def test_what_was_agreed_for_the_whole_programme_stands_before_the_lines():
    overzicht = make_overzicht(maak_rapport(doelen=(maak_doelregel("d", "Meer talent"),)))

    assert [kaart.lijn and kaart.lijn.code for kaart in overzicht.kaarten] == [None, "1", "2", "3"]


def test_a_figure_measured_anew_says_what_it_was():
    def rapport(waarde: str):
        partners = maak_doelregel("d", "75 partners", 75, afgedrukt=f"{waarde} van 75", indicator="i")
        meting = maak(Metingregel, sleutel=f"m-{waarde}", waarde=Decimal(waarde), afgedrukt=waarde,
                      toestand="gemeten", peildatum=date(2024, int(waarde) % 12 + 1, 1))  # fmt: skip
        indicator = maak(Indicatorregel, sleutel="i", naam="Partners", metingen=(meting,), laatste=meting)
        lijn = maak_lijnregel("1", "Lijn", doelen=(partners,), indicatoren=(indicator,))
        return maak_rapport(lijnen=(lijn,))

    oud, nieuw = rapport("67"), rapport("75")

    def facts(rapport, vergelijking):
        (kaart,) = make_overzicht(rapport, oud, vergelijking).kaarten
        return [(feit.getal, feit.was) for feit in kaart.feiten]

    assert facts(nieuw, vergelijk(oud, nieuw)) == [("75 van 75", "67")]
    assert facts(oud, vergelijk(oud, oud)) == [("67 van 75", "")]


def test_who_pays_is_named_once_the_largest_first():
    assert make_overzicht(maak_rapport()).betalers == Greep(
        ("Agenda 2030 Dordrecht", "Actieplan Jeugdwerkloosheid Drechtsteden"), 7
    )


def test_the_gravest_asks_attention_first_and_the_rest_is_counted():
    def activiteit(nummer: int, waarde: Oordeel):
        return maak_activiteitregel(f"a-{nummer}", f"A {nummer}", oordeel=Oordeelregel(waarde=waarde))

    rood = activiteit(9, Oordeel.NIET_HAALBAAR)
    lijn = maak_lijnregel("1", "Lijn", *(activiteit(nummer, Oordeel.WIJKT_AF) for nummer in range(4)), rood)
    aandacht = make_overzicht(maak_rapport(lijnen=(lijn,))).aandacht

    assert ([punt.titel for punt in aandacht.getoond], aandacht.rest) == (["A 9", "A 0", "A 1"], 2)


def test_what_asks_attention_is_a_doel_behind_or_an_activiteit_judged_so():
    achter = maak_doelregel("d-achter", "100 trajecten", 100, telling=Telling.ACHTER)
    oordeel = Oordeelregel(waarde=Oordeel.WIJKT_AF, horizon="dit jaar", oorzaak="krapte")
    lijn = maak_lijnregel(
        "1", "Lijn",
        maak_activiteitregel("a-goed", "Goed", maak_leerwerktrajecten()),
        maak_activiteitregel("a-achter", "Achter", achter),
        maak_activiteitregel("a-oordeel", "Oordeel", oordeel=oordeel),
    )  # fmt: skip
    aandacht = make_overzicht(maak_rapport(lijnen=(lijn,))).aandacht.getoond

    assert [(punt.pad, len(punt.doelen), len(punt.oordelen)) for punt in aandacht] == [
        ("activiteiten/a-achter/", 1, 0),
        ("activiteiten/a-oordeel/", 0, 1),
    ]


def test_a_line_judged_by_a_person_asks_attention():
    oordeel = Oordeelregel(waarde=Oordeel.NIET_HAALBAAR, horizon="de planperiode", gevolg="later klaar")
    voortgang = maak(Toelichtingregel, sleutel="4-voortgang", onderwerp="voortgang", oordeel=oordeel)
    lijn = maak_lijnregel("4", "Maatwerk", toelichtingen=(voortgang,))
    (punt,) = make_overzicht(maak_rapport(lijnen=(lijn,))).aandacht.getoond

    assert (punt.titel, punt.pad, punt.oordelen) == ("Maatwerk", "lijnen/4/", (oordeel,))


def test_milestones_come_in_time_after_the_peildatum_and_those_without_a_day_last():
    def mijlpaal(sleutel: str, tot: date | None, staat: str = "gepland") -> Mijlpaalregel:
        return maak(Mijlpaalregel, sleutel=sleutel, tot=tot, staat=staat)

    rapport = maak_rapport(
        lijnen=(),
        mijlpalen=(
            mijlpaal("ooit", None),
            mijlpaal("winter", date(2024, 12, 31), "verschoven"),
            mijlpaal("herfst", date(2024, 9, 30)),
            mijlpaal("voorbij", date(2024, 7, 31)),
            mijlpaal("klaar", date(2024, 10, 31), "gehaald"),
        ),
    )

    assert [m.sleutel for m in make_overzicht(rapport).mijlpalen.getoond] == ["herfst", "winter", "ooit"]


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
    overzicht = make_overzicht(maak_rapport(lijnen=(maak_lijnregel("3", "Lijn", maak_label()),)))

    assert (overzicht.jaar_erna.jaar, overzicht.jaar_erna.alle_voorgesteld) == (2025, True)
    assert [plaats.doel.sleutel for plaats in overzicht.doelen_erna.getoond] == ["d-partners-2025"]
