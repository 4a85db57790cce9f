"""The admin shows every table to the beheerder and changes nothing."""

import pytest
from django.apps import apps
from django.urls import reverse

from dordt_monitor.beheer import beheersite
from programmalijnen.models import Gebruiker, Programma
from rapportage.models import Editie
from tests.bouwers import NU, maak_activiteit, maak_gebruiker, maak_lijn, maak_programma, maak_ronde

pytestmark = pytest.mark.django_db

MODELLEN = [
    model
    for app in ("programmalijnen", "financien", "rapportage")
    for model in apps.get_app_config(app).get_models()
]


def address(model, soort: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{soort}", args=args)


@pytest.fixture
def beheerder():
    return maak_gebruiker("Bea", is_beheerder=True)


@pytest.fixture
def admin(client, beheerder):
    client.force_login(beheerder)
    return client


def test_admin_knows_every_model_of_ours_and_no_other():
    assert set(beheersite._registry) == set(MODELLEN)


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.__name__)
def test_beheerder_sees_the_list_and_cannot_add(admin, model):
    assert admin.get(address(model, "changelist")).status_code == 200
    assert admin.get(address(model, "add")).status_code == 403


def test_nothing_can_be_changed_or_deleted(admin):
    programma = maak_programma(naam="Haven")
    page = address(Programma, "change", programma.pk)
    assert "Haven" in admin.get(page).text
    assert admin.post(page, {"naam": "Anders"}).status_code == 403
    assert admin.post(address(Programma, "delete", programma.pk), {"post": "yes"}).status_code == 403
    admin.post(
        address(Programma, "changelist"),
        {"action": "delete_selected", "_selected_action": [programma.pk], "post": "yes"},
    )
    assert list(Programma.objects.values_list("naam", flat=True)) == ["Haven"]


def test_not_even_a_superuser_writes(client):
    client.force_login(maak_gebruiker("Root", is_beheerder=True, is_superuser=True))
    assert client.get(address(Programma, "add")).status_code == 403


def test_user_page_shows_no_password(admin, beheerder):
    page = admin.get(address(Gebruiker, "change", beheerder.pk)).text
    assert "bea@voorbeeld.nl" in page
    assert beheerder.password.split("$")[0] not in page


def test_edition_page_does_not_load_the_content(admin):
    editie = Editie.objects.create(
        ronde=maak_ronde(maak_programma()),
        versie=1,
        inhoud="HELE RAPPORT",
        sha256="f" * 64,
        schema=1,
        opgeslagen_op=NU,
    )
    page = admin.get(address(Editie, "change", editie.pk)).text
    assert "f" * 64 in page
    assert "HELE RAPPORT" not in page


@pytest.mark.parametrize("aantal", [1, 30])
def test_list_costs_the_same_at_any_length(admin, aantal, django_assert_num_queries):
    lijn = maak_lijn(maak_programma())
    for _ in range(aantal):
        maak_activiteit(lijn)
    with django_assert_num_queries(5):
        page = admin.get("/beheer/programmalijnen/activiteit/")
    assert page.context["cl"].result_count == aantal


@pytest.mark.parametrize("velden", [{}, {"is_raadslid": True}], ids=["gebruiker", "raadslid"])
def test_others_find_nothing(client, velden):
    client.force_login(maak_gebruiker(**velden))
    assert client.get("/beheer/").status_code == 404


def test_visitor_is_led_to_the_one_log_in_page(client):
    answer = client.get("/beheer/", follow=True)
    assert answer.redirect_chain[-1][0] == "/inloggen/?next=/beheer/"
