"""A changed edition is named, and so is a guard that is gone; on both databases."""

from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from dordt_monitor.alleen_toevoegen import drop_triggers
from rapportage.canoniek import sha256
from rapportage.models import Editie
from tests.bouwers import maak_editie, maak_lijn, maak_programma, maak_ronde

pytestmark = pytest.mark.django_db
TABEL = "rapportage_editie"
BEWAKING = (
    "De bewaking van de tabel rapportage_editie ontbreekt: rijen kunnen worden gewijzigd of verwijderd."
)


@pytest.fixture
def editie() -> Editie:
    programma = maak_programma("haven")
    maak_lijn(programma)
    ronde = maak_ronde(programma)
    maak_editie(ronde)
    return maak_editie(ronde)


def check() -> tuple[str, list[str]]:
    """What the command says, and its complaints."""
    uit, fout = StringIO(), StringIO()
    with suppress(SystemExit):
        call_command("controleer_edities", stdout=uit, stderr=fout)
    return uit.getvalue().strip(), fout.getvalue().splitlines()


def tamper(**kolommen: object) -> None:
    """Change the second edition behind the back of the database."""
    drop_triggers(connection, TABEL)
    Editie.objects.filter(versie=2).update(**kolommen)


def test_whole_editions_are_said_to_be_whole(editie):
    assert check() == ("2 edities gecontroleerd; alle zijn zoals ze zijn vastgesteld.", [])


def test_changed_content_is_named_and_so_is_the_missing_guard(editie):
    tamper(inhoud=editie.inhoud.replace("Haven", "Kade"))
    zin = "haven, augustus-2024, versie 2 is veranderd: de inhoud past niet bij de sha256."
    assert check() == ("", [zin, BEWAKING])


def test_content_and_hash_changed_together_are_seen_by_the_trail(editie):
    inhoud = editie.inhoud.replace("Haven", "Kade")
    tamper(inhoud=inhoud, sha256=sha256(inhoud))
    zin = "haven, augustus-2024, versie 2 is veranderd: de kolom sha256 zegt iets anders dan het spoor."
    assert check() == ("", [zin, BEWAKING])


@pytest.mark.parametrize(
    ("kolom", "waarde"), [("titel", "Anders"), ("besluit", "24-118"), ("reden", "Zomaar"), ("schema", 0)]
)
def test_changed_column_is_named(editie, kolom, waarde):
    tamper(**{kolom: waarde})
    _, (zin, _) = check()
    assert f"de kolom {kolom} zegt iets anders dan de inhoud" in zin


def test_command_ends_with_1_when_something_is_wrong(editie):
    tamper(titel="Anders")
    with pytest.raises(SystemExit, match="1"):
        call_command("controleer_edities", stderr=StringIO())


def test_content_that_cannot_be_read_is_named(editie):
    tamper(inhoud="{")
    _, (zin, _) = check()
    assert "de inhoud is niet te lezen" in zin
