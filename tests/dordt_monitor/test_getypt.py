"""Who was logged out while typing sees what was typed once more, and can copy it."""

import pytest
from django.test import Client

from tests.bouwers import maak_gebruiker

pytestmark = pytest.mark.django_db

PAGINA = "/werk/haven/augustus-2024/activiteiten/leerwerk/"
HIER = {"Origin": "http://testserver"}
VELDEN = {
    "tekst": "Zestig <b>gestart</b>.\r\nEn meer.",
    "initial-tekst": "",
    "meting.trajecten.2024-07-31": "60",
    "initial-meting.trajecten.2024-07-31": "60",
    "oordeel_oorzaak": "",
    "initial-oordeel_oorzaak": "oud",
    "password": "geheim",
}


def shown_in(antwoord) -> list[str]:
    """The contents of the boxes to copy from."""
    delen = antwoord.content.decode().split(" readonly>\n")[1:]
    return [deel.split("</textarea>")[0] for deel in delen]


def test_text_of_who_is_logged_out_is_shown_and_not_lost():
    antwoord = Client().post(PAGINA, VELDEN, headers=HIER)
    assert antwoord.status_code == 403
    assert shown_in(antwoord) == ["Zestig &lt;b&gt;gestart&lt;/b&gt;.\nEn meer."]
    assert f"/inloggen/?next={PAGINA}" in antwoord.content.decode()


def test_text_of_who_logged_in_again_elsewhere_is_shown_and_not_lost():
    client = Client(enforce_csrf_checks=True)
    client.force_login(maak_gebruiker("Anna"))
    antwoord = client.post(PAGINA, VELDEN, headers=HIER)
    assert antwoord.status_code == 403
    assert shown_in(antwoord) == ["Zestig &lt;b&gt;gestart&lt;/b&gt;.\nEn meer."]
    assert "Open de pagina opnieuw" in antwoord.content.decode()


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}, {"Origin": "https://elders.example"}])
def test_words_of_another_site_are_never_shown(headers):
    antwoord = Client().post(PAGINA, VELDEN, headers=headers)
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/inloggen/?next={PAGINA}")


def test_who_typed_nothing_goes_to_the_log_in_page():
    gelijk = {"tekst": "Zestig", "initial-tekst": "Zestig"}
    assert Client().post(PAGINA, gelijk, headers=HIER).status_code == 302


def test_path_that_does_not_exist_tells_a_stranger_nothing():
    assert Client().post("/bestaat-niet/", VELDEN, headers=HIER).status_code == 302
