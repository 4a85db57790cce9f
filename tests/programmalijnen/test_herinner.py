from datetime import UTC, date, datetime, timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from programmalijnen.models import (
    Herinnering,
    Invoerstaat,
    Opgave,
    Realisatie,
    Rol,
    Rondestaat,
    Toelichting,
    Uitzondering,
    Wijziging,
)
from programmalijnen.services.herinneren import fetch_berichten, send_alle
from programmalijnen.services.schrijven import begin
from tests.bouwers import NU, maak_activiteit, maak_lijn, maak_programma, maak_ronde, maak_teamlid

pytestmark = [pytest.mark.django_db, pytest.mark.databank]

DEADLINE = date(2024, 8, 20)
GEWONE_DAG = DEADLINE - timedelta(days=4)


class Weigerend(EmailBackend):
    """A mail server that knows nobody called Bram."""

    def send_messages(self, messages):
        if any("bram" in adres for mail in messages for adres in mail.to):
            raise SMTPRecipientsRefused({"bram@voorbeeld.nl": (550, b"onbekend")})
        return super().send_messages(messages)


class Kijkend(EmailBackend):
    """A mail server that goes away where a transaction waits for it."""

    def send_messages(self, messages):
        if connection.in_atomic_block:
            raise OSError("hangt")
        return super().send_messages(messages)


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma())


@pytest.fixture
def anna(lijn):
    return maak_teamlid(lijn.programma, naam="Anna")


@pytest.fixture
def bram(lijn):
    return maak_teamlid(lijn.programma, naam="Bram")


@pytest.fixture
def ronde(lijn, anna, bram):
    """Two of Anna, one of Bram, one of nobody."""
    for sleutel, trekker in (("kade", anna), ("loket", anna), ("brug", bram), ("sluis", None)):
        maak_activiteit(lijn, sleutel, trekker=trekker)
    return maak_ronde(lijn.programma, deadline=DEADLINE)


def herinner(op: date = DEADLINE, *opties: str) -> str:
    uit = StringIO()
    call_command("herinner", "--op", op.isoformat(), *opties, stdout=uit)
    return uit.getvalue()


def test_a_day_that_is_none_is_refused_in_dutch(db):
    with pytest.raises(CommandError, match="‘onzin’ is geen dag"):
        call_command("herinner", "--op", "onzin", "--proef")


def set_staat(sleutel: str, staat: str, op: datetime, **velden) -> None:
    rij = Realisatie.objects.get(activiteit__sleutel=sleutel)
    with begin("zet", door=None, op=op) as handeling:
        rij.staat = staat
        for naam, waarde in velden.items():
            setattr(rij, naam, waarde)
        handeling.save(rij)


def aan() -> list[str]:
    return sorted(Herinnering.objects.values_list("teamlid__gebruiker__naam", flat=True))


# --- when ---


@pytest.mark.parametrize(
    ("dagen", "aanleiding"),
    [
        (-8, None),
        (-7, "nog 7 dagen"),
        (-2, None),
        (-1, "nog 1 dag"),
        (0, "laatste dag"),
        (1, "1 dag te laat"),
        (2, None),
        (3, "3 dagen te laat"),
        (7, "7 dagen te laat"),
        (8, None),
        (14, "14 dagen te laat"),
    ],
)
def test_people_are_reminded_before_on_and_after_the_deadline(ronde, dagen, aanleiding):
    berichten = fetch_berichten(DEADLINE + timedelta(days=dagen))
    assert {bericht.aanleiding for bericht in berichten} == ({aanleiding} if aanleiding else set())


def test_a_round_without_deadline_waits_for_nobody(lijn, anna):
    maak_activiteit(lijn, trekker=anna)
    maak_ronde(lijn.programma)
    assert fetch_berichten(DEADLINE) == []


# --- who and what ---


def test_one_mail_a_person_names_what_was_asked_and_not_submitted(ronde, mailoutbox, settings):
    settings.SITE_URL = "https://monitor.voorbeeld.nl"
    set_staat("kade", Invoerstaat.INGEDIEND, NU)

    herinner()

    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        (["anna@voorbeeld.nl"], "Voortgangsrapportage augustus 2024: 1 tekst van u nog niet ingediend"),
        (["bram@voorbeeld.nl"], "Voortgangsrapportage augustus 2024: 1 tekst van u nog niet ingediend"),
    ]
    assert mailoutbox[0].body.startswith("Beste Anna,\n\nVandaag, 20 augustus 2024, is de laatste dag")
    adressen = [woord for woord in mailoutbox[0].body.split() if woord.startswith("https://")]
    basis = "https://monitor.voorbeeld.nl/werk/haven/augustus-2024/"
    assert adressen == [f"{basis}activiteiten/loket/", basis]


def test_a_toelichting_is_asked_too(ronde, bram, mailoutbox):
    Toelichting.objects.filter(onderwerp="financiën").update(trekker=bram)
    herinner()
    assert "/werk/haven/augustus-2024/toelichtingen/1-financien/" in mailoutbox[1].body


@pytest.mark.parametrize("staat", [Invoerstaat.INGEDIEND, Invoerstaat.AKKOORD, Invoerstaat.GEEN_OPGAVE])
def test_who_is_done_is_left_alone(ronde, staat):
    Realisatie.objects.filter(trekker__gebruiker__naam="Anna").update(staat=staat)
    herinner()
    assert aan() == ["Bram"]


def test_what_is_reported_elsewhere_is_asked_of_nobody(ronde):
    Realisatie.objects.filter(activiteit__sleutel="brug").update(opgave=Opgave.ELDERS, elders_waar="daar")
    herinner()
    assert aan() == ["Anna"]


@pytest.mark.parametrize("velden", [{"actief": False}, {"rol": Rol.MEELEZER}])
def test_who_can_no_longer_fill_in_gets_no_mail(ronde, bram, velden):
    type(bram).objects.filter(pk=bram.pk).update(**velden)
    herinner()
    assert aan() == ["Anna"]


def test_signs_in_a_title_are_not_escaped_in_plain_text(ronde, mailoutbox):
    Realisatie.objects.filter(activiteit__sleutel="brug").update(titel="Haven & 'kade'")
    herinner()
    assert "- Haven & 'kade'\n" in mailoutbox[1].body


# --- never twice ---


def test_nobody_gets_two_on_a_day(ronde, mailoutbox):
    herinner()
    herinner()
    assert (aan(), len(mailoutbox)) == (["Anna", "Bram"], 2)


def test_two_runs_at_once_send_one_mail_a_person(ronde, mailoutbox):
    eerste, tweede = fetch_berichten(DEADLINE), fetch_berichten(DEADLINE)
    send_alle(eerste, vandaag=DEADLINE, door=None, op=NU)

    verzonden = send_alle(tweede, vandaag=DEADLINE, door=None, op=NU)

    assert (len(verzonden.gelukt), len(verzonden.al_herinnerd), len(mailoutbox)) == (0, 2, 2)


def test_a_reminder_stands_in_the_trail(ronde):
    herinner()
    sleutels = Wijziging.objects.filter(naam="herinner").values_list("sleutel", flat=True)
    assert sorted(sleutels) == [
        "augustus-2024/anna@voorbeeld.nl/2024-08-20",
        "augustus-2024/bram@voorbeeld.nl/2024-08-20",
    ]


def test_a_trial_sends_and_writes_nothing(ronde, mailoutbox):
    gezegd = herinner(DEADLINE, "--proef")

    assert "Aan: anna@voorbeeld.nl" in gezegd
    assert gezegd.endswith("Proef: 2 herinneringen, er is niets verstuurd.\n")
    assert (len(mailoutbox), Herinnering.objects.count()) == (0, 0)


# --- a mail server that fails ---


def test_a_mail_that_is_refused_leaves_no_row_and_stops_no_other(ronde, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Weigerend"

    with pytest.raises(CommandError, match=r"1 herinneringen niet verstuurd\. bram@voorbeeld") as fout:
        herinner()

    assert (aan(), fout.value.returncode) == (["Anna"], 1)
    van_bram = Wijziging.objects.filter(sleutel__contains="bram@").order_by("pk")
    assert list(van_bram.values_list("naam", flat=True)) == ["herinner", "herinnering niet verstuurd"]


def test_a_mail_that_was_refused_is_tried_again(ronde, settings, mailoutbox):
    set_staat("brug", Invoerstaat.TERUGGEGEVEN, NU)
    settings.EMAIL_BACKEND = f"{__name__}.Weigerend"
    with pytest.raises(CommandError):
        herinner(GEWONE_DAG)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    herinner(GEWONE_DAG)
    assert [mail.to for mail in mailoutbox] == [["bram@voorbeeld.nl"]]


@pytest.mark.django_db(transaction=True)
def test_no_transaction_waits_for_the_mail_server(ronde, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Kijkend"
    assert herinner().endswith("2 herinneringen verstuurd.\n")


def test_without_a_mail_server_it_says_so(ronde, settings):
    settings.POST_AAN = False
    with pytest.raises(CommandError, match="geen mailserver ingesteld"):
        herinner()


# --- what came back ---


def test_what_came_back_is_said_at_the_next_run(ronde, mailoutbox):
    set_staat("brug", Invoerstaat.TERUGGEGEVEN, NU, teruggeefreden="Noem de partners.")

    herinner(GEWONE_DAG)

    assert (aan(), Herinnering.objects.get().aanleiding) == (["Bram"], "teruggegeven")
    assert "Wat er moet veranderen: Noem de partners." in mailoutbox[0].body


def test_what_came_back_is_said_once(ronde):
    set_staat("brug", Invoerstaat.TERUGGEGEVEN, NU)
    herinner(GEWONE_DAG)
    herinner(GEWONE_DAG + timedelta(days=1))
    assert Herinnering.objects.count() == 1


def test_what_comes_back_after_the_reminder_of_that_day_is_said_the_next_day(ronde):
    herinner(GEWONE_DAG)
    set_staat("brug", Invoerstaat.TERUGGEGEVEN, NU)
    herinner(GEWONE_DAG)
    set_staat("brug", Invoerstaat.INGEDIEND, NU)
    set_staat("brug", Invoerstaat.TERUGGEGEVEN, timezone.now() + timedelta(hours=1))
    herinner(GEWONE_DAG + timedelta(days=1))
    assert list(Herinnering.objects.order_by("datum").values_list("datum", flat=True)) == [
        GEWONE_DAG,
        GEWONE_DAG + timedelta(days=1),
    ]


# --- a closed round ---


def test_a_closed_round_reminds_only_who_has_an_exception(ronde, bram):
    type(ronde).objects.update(staat=Rondestaat.GESLOTEN)
    Uitzondering.objects.create(
        ronde=ronde, teamlid=bram, tot_en_met=DEADLINE + timedelta(days=7), reden="Was ziek."
    )
    herinner(DEADLINE)
    assert (aan(), Herinnering.objects.get().aanleiding) == (["Bram"], "nog 7 dagen")


def test_an_adopted_round_reminds_nobody(ronde):
    type(ronde).objects.update(staat=Rondestaat.VASTGESTELD)
    assert fetch_berichten(DEADLINE) == []


def test_a_rectification_reminds_only_of_what_came_back(ronde):
    type(ronde).objects.update(staat=Rondestaat.IN_RECTIFICATIE)
    set_staat("brug", Invoerstaat.TERUGGEGEVEN, datetime(2024, 8, 20, 9, tzinfo=UTC))
    herinner(DEADLINE)
    assert aan() == ["Bram"]


# --- by hand, from the page ---


@pytest.fixture
def manager(lijn):
    client = Client()
    client.force_login(maak_teamlid(lijn.programma, Rol.PROGRAMMAMANAGER, naam="Mia").gebruiker)
    return client


@pytest.mark.parametrize(("wie", "verwacht"), [("allen", ["Anna", "Bram"]), ("anna@voorbeeld.nl", ["Anna"])])
def test_a_manager_reminds_now(ronde, manager, wie, verwacht):
    antwoord = manager.post("/werk/haven/augustus-2024/voortgang/herinner/", {"wie": wie}, follow=True)

    assert f"Een herinnering is verstuurd aan {', '.join(verwacht)}." in antwoord.text
    assert aan() == verwacht
    assert Herinnering.objects.first().aanleiding == "op verzoek"


def test_a_manager_who_reminds_twice_is_told(ronde, manager):
    for _ in range(2):
        antwoord = manager.post(
            "/werk/haven/augustus-2024/voortgang/herinner/", {"wie": "allen"}, follow=True
        )
    assert "Er is niemand te herinneren" in antwoord.text
    assert Herinnering.objects.count() == 2


def test_a_manager_hears_whose_mail_was_refused(ronde, manager, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Weigerend"
    antwoord = manager.post("/werk/haven/augustus-2024/voortgang/herinner/", {"wie": "allen"}, follow=True)
    assert "Dit bericht kon niet worden verstuurd aan: Bram" in antwoord.text
