"""Log-in by e-mail address; nobody makes an account by themselves."""

import pytest
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.hashers import get_hasher
from django.test import override_settings

from programmalijnen.models import Rol
from programmalijnen.services.gebruikers import create_gebruiker
from programmalijnen.services.rollen import set_rol
from tests.bouwers import NU, maak_programma

pytestmark = pytest.mark.django_db

WACHTWOORD = "fiets-brug-klok-4821"
NIEUW = {"email": "vreemd@voorbeeld.nl", "password1": WACHTWOORD, "password2": WACHTWOORD}


@pytest.fixture
def gebruiker():
    return create_gebruiker(email="jan@voorbeeld.nl", naam="Jan", wachtwoord=WACHTWOORD, door=None, op=NU)


def log_in(client, password: str, email: str = "jan@voorbeeld.nl"):
    return client.post("/inloggen/", {"login": email, "password": password})


def test_log_in_with_the_right_password(client, gebruiker):
    assert log_in(client, WACHTWOORD)["Location"] == "/"
    assert get_user(client) == gebruiker


def test_who_has_work_comes_to_it_after_log_in(client, gebruiker):
    set_rol(gebruiker=gebruiker, programma=maak_programma(), rol=Rol.MEDEWERKER, door=None, op=NU)

    assert log_in(client, WACHTWOORD)["Location"] == "/werk/"


def test_log_in_does_not_look_at_capitals_in_the_address(client, gebruiker):
    log_in(client, WACHTWOORD, "Jan@Voorbeeld.nl")
    assert get_user(client) == gebruiker


def test_log_in_with_a_wrong_password_says_so_in_dutch(client, gebruiker):
    answer = log_in(client, "verkeerd")
    assert get_user(client).is_anonymous
    assert answer.context["form"].errors["__all__"] == [
        "Dit e-mailadres en dit wachtwoord horen niet bij elkaar."
    ]


def test_deactivated_user_does_not_get_in(client, gebruiker):
    gebruiker.is_active = False
    gebruiker.save()
    log_in(client, WACHTWOORD)
    assert get_user(client).is_anonymous


def test_guessing_is_stopped_for_all_processes_together(client, gebruiker):
    for _ in range(5):
        log_in(client, "verkeerd")
    log_in(client, WACHTWOORD)
    assert get_user(client).is_anonymous
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"


def test_log_out_asks_first(client, gebruiker):
    client.force_login(gebruiker)
    assert client.get("/uitloggen/").status_code == 200
    assert get_user(client) == gebruiker
    client.post("/uitloggen/")
    assert get_user(client).is_anonymous


@pytest.mark.parametrize("path", ["/inloggen/", "/inloggen/signup/", "/accounts/signup/", "/signup/"])
def test_nobody_makes_an_account_by_themselves(client, django_user_model, path):
    client.post(path, NIEUW)
    assert list(django_user_model.objects.all()) == []


def test_sign_up_is_closed_even_if_it_were_routed(rf):
    assert get_adapter().is_open_for_signup(rf.get("/")) is False


def test_passwords_are_kept_with_argon2():
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"]):
        assert get_hasher().algorithm == "argon2"


def test_who_tries_too_often_reads_in_dutch_what_to_do(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    assert [log_in(client, "verkeerd").status_code for _ in range(2)] == [200, 429]
    assert "Wacht een paar minuten" in log_in(client, "verkeerd").text
