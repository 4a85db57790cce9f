"""Every write is in the trail: each service is called and found there, and nothing else writes."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from django.apps import apps
from django.conf import settings

from dordt_monitor.beheer import beheersite
from programmalijnen.models import UitgegevenSleutel, Vindplaats, Wijziging
from programmalijnen.regels.handelingnamen import GEDAAN
from programmalijnen.services.schrijven import printed, traced_fields
from tests.bouwers import maak_gebruiker
from tests.spoorproeven import PROEVEN, make_wereld

APPS = ("programmalijnen", "financien", "rapportage")
# A moment goes in and nothing is written: they look, or make the handeling itself.
SCHRIJFT_NIET = {
    "schrijven.begin",
    "herstellen.try_herstel",
    "herstelbaar.require_open",
    "herstelbaar.require_cijfers",
    "sloten.require_invoer",
}


# --- each service, found in the trail ---


def discover() -> Iterator[str]:
    """`module.function` of every public function of the services that takes the moment of a write."""
    for app in APPS:
        pakket = import_module(f"{app}.services")
        for deel in iter_modules(pakket.__path__):
            module = import_module(f"{app}.services.{deel.name}")
            for naam, functie in vars(module).items():
                eigen = inspect.isfunction(functie) and functie.__module__ == module.__name__
                if eigen and not naam.startswith("_") and "op" in inspect.signature(functie).parameters:
                    yield f"{deel.name}.{naam}"


def test_every_service_has_a_proef():
    assert sorted(PROEVEN) == sorted(set(discover()) - SCHRIJFT_NIET)


def snapshot() -> dict[tuple[str, str], dict]:
    """Every row of ours as the trail would print it."""
    return {
        (model._meta.model_name, rij.spoorsleutel): {
            veld.name: printed(rij, veld) for veld in traced_fields(rij)
        }
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if model not in (Wijziging, UitgegevenSleutel, Vindplaats)
        for rij in model._base_manager.all()
    }


@pytest.mark.django_db
@pytest.mark.parametrize("naam", PROEVEN)
def test_service_leaves_all_it_writes_in_the_trail(naam):
    wereld = make_wereld()
    doe = PROEVEN[naam](wereld)
    voor, laatste = snapshot(), Wijziging.objects.order_by("pk").last()
    doe()
    na, spoor = snapshot(), Wijziging.objects.filter(pk__gt=laatste.pk)
    anders = {plek for plek in voor.keys() | na.keys() if voor.get(plek) != na.get(plek)}
    assert anders == set(spoor.values_list("soort", "sleutel"))
    assert set(spoor.values_list("door__naam", flat=True)) == {"Mila"}
    assert spoor.values("handeling").distinct().count() == 1
    assert spoor[0].naam in GEDAAN


# --- and no other writer ---

SCHRIJVERS = {"save", "create", "bulk_create", "bulk_update", "delete", "get_or_create", "update_or_create"}
SCHRIJVERS |= {f"a{naam}" for naam in SCHRIJVERS} | {
    "execute",
    "executemany",
    "raw",
    "_raw_delete",
    "_update",
}
# The one way to write, and what only looks as if it writes to the database.
TOEGESTAAN = {
    ("programmalijnen/services/schrijven.py", "rij.save"): "the one function through which all services save",
    ("programmalijnen/services/schrijven.py", "rij.delete"): "and delete",
    ("programmalijnen/services/schrijven.py", "self.delete"): "the parts of a row",
    ("programmalijnen/services/schrijven.py", "Wijziging.objects.create"): "the trail itself",
    ("programmalijnen/services/schrijven.py", "UitgegevenSleutel.objects.get_or_create"): "keys given out",
    ("programmalijnen/services/vindplaatsen.py", "bulk_create"): "the search: no data, but an index",
    ("programmalijnen/services/vindplaatsen.py", ".delete"): "of it, that can be made anew",
    ("rapportage/services/vindplaatsen.py", "bulk_create"): "the same of an edition",
    ("rapportage/services/vindplaatsen.py", ".delete"): "when it is made anew",
    ("programmalijnen/views/rijpagina.py", "soort.save"): "the service of a kind of row",
    ("rapportage/inlezen/", "lader.save"): "calls its handeling",
    ("rapportage/edities.py", "cursor.execute"): "a SELECT that is compiled once",
    ("rapportage/uitvoer/excel/werkboek.py", ".save"): "a file",
    ("dordt_monitor/tabelbestand.py", "boek.save"): "a file",
    ("dordt_monitor/alleen_toevoegen.py", "cursor.execute"): "the triggers that refuse a change",
}


def walk_source(soort: type[ast.expr] = ast.Attribute) -> Iterator[tuple[str, ast.Call]]:
    """Every call in the source of which the called thing is a `soort`."""
    for app in (*APPS, "dordt_monitor"):
        for pad in sorted((settings.BASE_DIR / app).rglob("*.py")):
            if "migrations" in pad.parts:
                continue
            for knoop in ast.walk(ast.parse(Path(pad).read_text())):
                if isinstance(knoop, ast.Call) and isinstance(knoop.func, soort):
                    yield str(pad.relative_to(settings.BASE_DIR)), knoop


def test_every_service_takes_its_programme_before_any_row():
    """Two services that take locks in another order wait for each other on PostgreSQL, for good."""
    begonnen = [
        (pad, call)
        for pad, call in walk_source(ast.Name)
        if call.func.id == "begin" and not pad.endswith("services/gebruikers.py")
    ]
    assert len(begonnen) > 30
    zonder = [pad for pad, call in begonnen if "programma" not in {woord.arg for woord in call.keywords}]
    assert zonder == []


def is_write(call: ast.Call) -> bool:
    """`.update()` of a queryset names its fields; that of a dict or a hash gets one thing without a name."""
    ontvanger = ast.unparse(call.func.value)
    if ontvanger in ("handeling", "self.handeling"):
        return False
    if call.func.attr in ("update", "aupdate"):
        return not call.args
    return call.func.attr in SCHRIJVERS


def is_allowed(pad: str, uitdrukking: str) -> bool:
    return any(pad.startswith(waar) and uitdrukking.endswith(wat) for waar, wat in TOEGESTAAN)


def test_nothing_else_writes():
    gevonden = {(pad, ast.unparse(call.func)) for pad, call in walk_source() if is_write(call)}
    assert ("programmalijnen/services/schrijven.py", "rij.save") in gevonden
    assert {plek for plek in gevonden if not is_allowed(*plek)} == set()


def test_every_exception_is_still_needed():
    gevonden = {(pad, ast.unparse(call.func)) for pad, call in walk_source() if is_write(call)}
    nodig = {
        (waar, wat)
        for waar, wat in TOEGESTAAN
        if any(pad.startswith(waar) and uitdrukking.endswith(wat) for pad, uitdrukking in gevonden)
    }
    assert TOEGESTAAN.keys() - nodig == set()


def test_no_signal_and_no_save_of_its_own():
    bron = "".join(pad.read_text() for app in APPS for pad in (settings.BASE_DIR / app).rglob("*.py"))
    assert "def save(self, *args" not in bron
    assert "post_save" not in bron
    assert "pre_save" not in bron


@pytest.mark.django_db
def test_admin_writes_nothing(rf):
    request = rf.get("/")
    request.user = maak_gebruiker("Root", is_beheerder=True, is_superuser=True)
    mag = {
        (model.__name__, daad)
        for model, beheer in beheersite._registry.items()
        for daad in ("add", "change", "delete")
        if getattr(beheer, f"has_{daad}_permission")(request)
    }
    assert mag == set()
