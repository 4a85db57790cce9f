"""A warning is answered with a sentence; the edition has it while the warning still says the same."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from openpyxl import load_workbook

from programmalijnen.bouwen.spoortitels import fetch_titels
from programmalijnen.models import Invoerstaat, Meting, Rapportageronde, Waarschuwingsantwoord, Wijziging
from programmalijnen.services.schrijven import Vergrendeld
from rapportage.bouwen import build_rapport, check_ronde
from rapportage.canoniek import from_json
from rapportage.rapport import Waarschuwingregel
from rapportage.services import adopt_ronde, answer_waarschuwing, withdraw_antwoord
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
)

pytestmark = pytest.mark.django_db

SPRONG = "sprong:schepen"


@pytest.fixture
def ronde() -> Rapportageronde:
    kade = maak_activiteit(maak_lijn(maak_programma()), "kade")
    indicator = maak_indicator(kade.programma, "schepen", activiteit=kade, bron="Haven")
    maak_meting(indicator, 6, periode="maart 2024", peildatum=date(2024, 3, 31))
    maak_meting(indicator, 90)
    return maak_ronde(kade.programma)


def answer(ronde: Rapportageronde, antwoord: str = "Dat klopt.", **velden) -> Waarschuwingsantwoord:
    zin = next(punt.zin for punt in check_ronde(ronde).punten if punt.sleutel == SPRONG)
    gewoon = {"waarschuwing": SPRONG, "zin": zin, "versie": None, "door": None, "op": NU}
    return answer_waarschuwing(ronde=ronde, antwoord=antwoord, **gewoon | velden)


def adopt(ronde: Rapportageronde):
    return adopt_ronde(ronde=ronde, door=None, op=NU, vastgesteld_op=date(2024, 9, 3), keur_rest_goed=True)


def test_an_answer_goes_into_the_edition(ronde):
    answer(ronde, "De haven is uitgebreid.")

    assert from_json(adopt(ronde).inhoud).antwoorden == (
        Waarschuwingregel(
            sleutel=SPRONG,
            zin="‘Schepen’ wordt meer dan tien keer zo groot, van 6 naar 90. Klopt dat?",
            antwoord="De haven is uitgebreid.",
        ),
    )


def test_the_trail_calls_an_answer_by_the_sentence_it_answers(ronde):
    punt = ("waarschuwingsantwoord", answer(ronde).spoorsleutel)

    assert fetch_titels(ronde.programma, [punt]).of(*punt) == (
        f"‘Schepen’ wordt meer dan tien keer zo groot, van 6 naar 90. Klopt dat?, {ronde.titel}"
    )


def test_an_answer_to_another_sentence_does_not_count(ronde):
    answer(ronde)
    Meting.objects.filter(waarde=90).update(waarde=91)

    assert build_rapport(ronde=ronde).antwoorden == ()
    assert check_ronde(ronde).antwoorden[SPRONG].antwoord == "Dat klopt."


def test_an_answer_without_words_is_refused(ronde):
    with pytest.raises(ValidationError, match="Schrijf in één zin"):
        answer(ronde, " ")


def test_sending_the_same_answer_twice_is_one_answer(ronde):
    for _ in range(2):
        answer(ronde)

    assert Waarschuwingsantwoord.objects.count() == 1
    assert Wijziging.objects.filter(naam="beantwoord waarschuwing").count() == 1


def test_an_answer_never_overwrites_that_of_a_colleague_unseen(ronde):
    answer(ronde, "Van Anna.")

    with pytest.raises(ValidationError, match="Van Anna"):
        answer(ronde, "Van Bob.")
    assert answer(ronde, "Van Bob.", versie=1).antwoord == "Van Bob."


def test_an_answer_can_be_taken_away_and_given_again(ronde):
    weg = {"ronde": ronde, "waarschuwing": SPRONG, "versie": 1, "door": None, "op": NU}
    answer(ronde)

    for _ in range(2):
        withdraw_antwoord(**weg)
    assert not Waarschuwingsantwoord.objects.exists()
    with pytest.raises(ValidationError, match="haalde dit antwoord intussen weg"):
        answer(ronde, versie=1)
    assert answer(ronde).antwoord == "Dat klopt."


def test_an_adopted_round_takes_no_answer(ronde):
    adopt(ronde)

    with pytest.raises(Vergrendeld, match="al vastgesteld"):
        answer(ronde)


@pytest.fixture
def raadslid(client: Client) -> Client:
    client.force_login(maak_gebruiker("Raadslid", is_raadslid=True))
    return client


def adopt_beantwoord(ronde: Rapportageronde) -> None:
    """Approved by who wrote it, one answer."""
    mia = maak_gebruiker("Mia")
    answer(ronde, "De haven is uitgebreid.")
    ronde.realisaties.update(staat=Invoerstaat.AKKOORD, tekst="Klaar.", ingevuld_door=mia, akkoord_door=mia)
    adopt(ronde)


def test_the_verantwoording_shows_answers_and_who_approved(ronde, raadslid):
    adopt_beantwoord(ronde)

    tekst = raadslid.get("/programmas/haven/augustus-2024/rapport/").content.decode()
    assert "<strong>Het team:</strong> De haven is uitgebreid." in tekst
    assert "1 tekst kreeg akkoord" in tekst
    assert "1 daarvan is ingevuld en goedgekeurd door één persoon." in tekst


def test_the_sheet_verantwoording_shows_the_same(ronde, raadslid):
    adopt_beantwoord(ronde)

    bestand = raadslid.get("/programmas/haven/augustus-2024/rapport.xlsx").content
    blad = load_workbook(BytesIO(bestand))["Verantwoording"]
    cellen = [str(cel.value) for rij in blad.iter_rows() for cel in rij if cel.value is not None]
    assert "De haven is uitgebreid." in cellen
    assert cellen[cellen.index("Waarvan ingevuld en goedgekeurd door één persoon") + 1] == "1"


def test_a_report_from_a_document_says_nothing_of_approval(ronde, raadslid):
    adopt_ronde(ronde=ronde, door=None, op=NU, overgenomen_uit="een document")

    tekst = raadslid.get("/programmas/haven/augustus-2024/rapport/").content.decode()
    assert "Verantwoording" in tekst
    assert "akkoord van de programmamanager" not in tekst
