"""Pages of editions and of the team over the line: packed as the browser takes them, and still a 304."""

import gzip

import brotli
import pytest

from programmalijnen.models import Rol
from rapportage.views.lezer import KLAAR
from tests.bouwers import maak_editie, maak_programma, maak_ronde, maak_teamlid
from tests.rapportage.bouwers import maak_rapport

pytestmark = pytest.mark.django_db

BASIS = "/programmas/haven/augustus-2024/"
CHROMIUM = "gzip, deflate, br, zstd"
UITPAKKEN = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.fixture(autouse=True)
def editie():
    KLAAR.clear()
    return maak_editie(maak_ronde(maak_programma("haven")), maak_rapport())


def get(client, aanvaard: str, pagina: str = "", **koppen: str):
    return client.get(BASIS + pagina, headers={"Accept-Encoding": aanvaard} | koppen)


@pytest.mark.parametrize(("aanvaard", "pakker"), [(CHROMIUM, "br"), ("gzip", "gzip")])
@pytest.mark.parametrize("pagina", ["", "rapport.json", "activiteiten.csv"])
def test_the_same_bytes_come_out(client, pagina, aanvaard, pakker):
    los, gepakt = get(client, "", pagina), get(client, aanvaard, pagina)

    assert gepakt["Content-Encoding"] == pakker
    assert UITPAKKEN[pakker](gepakt.content) == los.content
    assert int(gepakt["Content-Length"]) == len(gepakt.content) < len(los.content)


@pytest.mark.parametrize("aanvaard", ["", "identity", "br;q=0", "zstd"])
def test_nothing_is_packed_for_who_cannot_unpack_it(client, aanvaard):
    antwoord = get(client, aanvaard)

    assert "Content-Encoding" not in antwoord
    assert antwoord["Vary"] == "Cookie, Accept-Encoding"


@pytest.mark.parametrize("eerder", [CHROMIUM, "gzip", ""])
@pytest.mark.parametrize("nu", [CHROMIUM, "gzip", ""])
def test_a_page_that_is_held_in_another_wrapping_is_a_304(client, eerder, nu):
    etag = get(client, eerder)["ETag"]
    weer = get(client, nu, **{"If-None-Match": etag})

    assert (weer.status_code, weer["ETag"], weer["Vary"]) == (304, etag, "Cookie, Accept-Encoding")


def test_a_head_tells_of_the_same_wrapping(client):
    kop = client.head(BASIS, headers={"Accept-Encoding": CHROMIUM})
    assert (kop["Content-Encoding"], kop["Content-Length"], kop.content) == (
        "br",
        get(client, CHROMIUM)["Content-Length"],
        b"",
    )


def test_a_workbook_is_left_as_it_is(client, editie):
    teamlid = maak_teamlid(editie.ronde.programma, Rol.MEELEZER).gebruiker
    client.force_login(teamlid)

    for pagina in ("rapport.xlsx", "/werk/haven/wijzigingen.xlsx"):
        antwoord = client.get(
            pagina if pagina[0] == "/" else BASIS + pagina, headers={"Accept-Encoding": CHROMIUM}
        )
        assert "Content-Encoding" not in antwoord
        assert antwoord.content.startswith(b"PK")


def test_a_page_of_the_team_is_packed_and_never_twice_alike(client, editie):
    client.force_login(maak_teamlid(editie.ronde.programma, Rol.MEELEZER).gebruiker)

    een, ander = (client.get("/werk/haven/", headers={"Accept-Encoding": "gzip"}) for _ in range(2))
    assert een["Content-Encoding"] == ander["Content-Encoding"] == "gzip"
    assert een.content != ander.content
