"""What a browser is told with every answer, and where a stranger ends up."""

import pytest
from django.urls import reverse

from tests.bouwers import maak_gebruiker

pytestmark = [pytest.mark.django_db, pytest.mark.databank]

INLOGGEN = "/inloggen/"


def test_content_security_policy_allows_nothing_inline_and_no_other_host(client):
    policy = client.get(INLOGGEN)["Content-Security-Policy"]
    assert set(policy.split("; ")) == {
        "default-src 'self'",
        "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    }


def test_permissions_policy_refuses_what_no_page_needs(client):
    assert "camera=(), " in client.get(INLOGGEN)["Permissions-Policy"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
    ],
)
def test_other_security_headers(client, header, expected):
    assert client.get(INLOGGEN)[header] == expected


def test_https_is_remembered_by_the_browser(client, settings):
    settings.SECURE_HSTS_SECONDS = 31536000
    assert client.get(INLOGGEN, secure=True)["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("path", ["/werk/", "/werk/bestaat-niet/", "/bestaat-niet", "/accounts/signup/"])
def test_stranger_is_sent_to_the_log_in_page_whether_a_path_exists_or_not(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer["Location"]) == (302, f"/inloggen/?next={path}")


def test_who_was_logged_in_is_told_that_the_session_ended(client):
    client.cookies["sessionid"] = "eerder"
    answer = client.get("/werk/", follow=True)
    assert answer.redirect_chain == [("/inloggen/?verlopen=1&next=/werk/", 302)]
    assert "U bent niet meer ingelogd" in answer.text


def test_who_comes_for_the_first_time_is_told_why_to_log_in(client):
    answer = client.get("/werk/", follow=True)
    assert "U bent niet meer ingelogd" not in answer.text
    assert "Voor deze pagina moet u inloggen" in answer.text


@pytest.mark.parametrize(
    ("herkomst", "terug"),
    [
        ("http://testserver/werk/haven/?lijn=1#kade", "/werk/haven/%3Flijn%3D1"),
        ("https://elders.example/werk/", "/werk/haven/herinner/"),
        ("", "/werk/haven/herinner/"),
    ],
)
def test_who_is_logged_out_comes_back_to_the_page_of_the_form(client, herkomst, terug):
    answer = client.post("/werk/haven/herinner/", headers={"Referer": herkomst})
    assert answer["Location"] == f"/inloggen/?next={terug}"


def test_stranger_on_the_admin_is_sent_to_our_log_in_page(client):
    answer = client.get(reverse("admin:index"), follow=True)
    assert answer.redirect_chain[-1] == ("/inloggen/?next=/beheer/", 302)


def test_who_is_logged_in_gets_a_404_for_what_does_not_exist(client):
    client.force_login(maak_gebruiker("Jan"))
    assert client.get("/bestaat-niet/").status_code == 404


@pytest.mark.parametrize("path", ["/?zoek=%00", "/%00/", "/werk/?lijn=een%00"])
def test_nul_in_an_address_is_refused_before_the_database_sees_it(client, path):
    answer = client.get(path)
    assert answer.status_code == 400
    assert "Dit kunnen wij niet lezen" in answer.text


def test_nul_in_a_cookie_is_refused_before_the_database_sees_it(client):
    assert client.get("/", headers={"Cookie": 'sessionid="abcdefgh\\000"'}).status_code == 400


def test_other_cookies_are_let_through(client):
    assert client.get("/", headers={"Cookie": 'thema="donker"; sessionid=abcdefgh'}).status_code == 200
