from dataclasses import replace

import pytest

from programmalijnen.regels.begrippen import Richting, Soort, Vorm
from programmalijnen.regels.feiten import Doelfeiten
from programmalijnen.regels.toetsbaar import Toetsfeiten, check_toetsbaar
from tests.programmalijnen.regels.bouwers import EIND_2024, doel, meting, relatief, stand, stroom

NULMETING = meting(20, "2023", nulmeting=True, bron="CBS")


def antwoorden(feiten: Doelfeiten, **omgeving) -> dict[str, bool | None]:
    volledig = {"heeft_indicator": True, "eigenaar": "team", "bron": "CBS", "aanpak": "acties"}
    toets = check_toetsbaar(Toetsfeiten(doel=feiten, **{**volledig, **omgeving}))
    return {vraag.vraag.split(":")[0]: vraag.antwoord for vraag in toets.vragen}


def tel(feiten: Doelfeiten, **omgeving) -> tuple[int, int]:
    toets = check_toetsbaar(Toetsfeiten(doel=feiten, **omgeving))
    return toets.ja, toets.van


VOLLEDIG = stand(75, omschrijving="75 partners", start=NULMETING)


def test_complete_target_answers_all_questions_with_yes():
    assert set(antwoorden(VOLLEDIG).values()) == {True}
    assert tel(VOLLEDIG, heeft_indicator=True, eigenaar="team", bron="CBS", aanpak="acties") == (7, 7)


@pytest.mark.parametrize(
    ("vraag", "feiten", "omgeving"),
    [
        ("Specifiek", replace(VOLLEDIG, richting=Richting.GEEN), {}),
        ("Specifiek", replace(VOLLEDIG, omschrijving=""), {}),
        ("Meetbaar", VOLLEDIG, {"heeft_indicator": False}),
        ("Meetbaar", replace(VOLLEDIG, streefwaarden=()), {}),
        ("Tijdgebonden", replace(VOLLEDIG, tot=None), {}),
        ("Start", replace(VOLLEDIG, start=None), {}),
        ("Start", replace(VOLLEDIG, start=replace(NULMETING, bron="")), {}),
        ("Eigenaar", VOLLEDIG, {"eigenaar": ""}),
        ("Controleerbaar", VOLLEDIG, {"bron": ""}),
        ("Aanpak", VOLLEDIG, {"aanpak": ""}),
    ],
)
def test_each_question_can_be_answered_with_no(vraag: str, feiten: Doelfeiten, omgeving):
    assert [naam for naam, antwoord in antwoorden(feiten, **omgeving).items() if antwoord is False] == [vraag]


def test_relatief_is_meetbaar_once_it_is_agreed_what_it_means():
    plus_vijf = doel(
        vorm=Vorm.RELATIEF, soort=Soort.STAND, omschrijving="+5%", tot=EIND_2024, start=NULMETING
    )

    assert antwoorden(replace(plus_vijf, relatief=relatief(5, "niet afgesproken")))["Meetbaar"] is False
    assert antwoorden(replace(plus_vijf, relatief=relatief(5, "procent")))["Meetbaar"] is True


def test_running_count_needs_no_start():
    assert antwoorden(stroom(100, omschrijving="100 leerwerktrajecten"))["Start"] is None


@pytest.mark.parametrize(("vorm", "van"), [(Vorm.TEKST, 4), (Vorm.OPLEVERING, 4), (Vorm.ELDERS, 0)])
def test_questions_that_cannot_apply_stay_out_of_the_denominator(vorm: Vorm, van: int):
    feiten = doel(vorm=vorm, omschrijving="operationeel in 2024", tot=EIND_2024)

    assert tel(feiten, eigenaar="team", aanpak="acties") == (van, van)
