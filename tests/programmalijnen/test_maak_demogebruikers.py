from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from programmalijnen.models import Gebruiker, Programma, Teamlid

pytestmark = pytest.mark.django_db

ADRESSEN = [
    f"demo-{rol}@voorbeeld.nl"
    for rol in ("raadslid", "meelezer", "medewerker", "programmamanager", "beheerder")
]


def run(**options) -> str:
    out = StringIO()
    call_command("maak_demogebruikers", stdout=out, **options)
    return out.getvalue()


def printed_password(text: str) -> str:
    return text.splitlines()[0].split(": ")[1].rstrip(")")


def test_one_user_per_role_can_log_in_with_what_is_printed(rf):
    text = run()
    assert [line.split()[-1] for line in text.splitlines()[1:]] == ADRESSEN
    for email in ADRESSEN:
        assert authenticate(rf.post("/"), email=email, password=printed_password(text)).email == email


def test_roles_of_a_programme_are_given_in_every_programme():
    for slug in ("een", "twee"):
        Programma.objects.create(slug=slug, naam=slug)
    run()
    rollen = Teamlid.objects.order_by("programma__slug", "rol").values_list("programma__slug", "rol")
    assert list(rollen) == [
        (slug, rol) for slug in ("een", "twee") for rol in ("medewerker", "meelezer", "programmamanager")
    ]


def test_raadslid_and_beheerder_hold_for_the_whole_installation():
    run()
    assert Gebruiker.objects.get(is_raadslid=True).naam == "Demo raadslid"
    assert Gebruiker.objects.get(is_beheerder=True).naam == "Demo beheerder"


def test_again_makes_no_more_users_and_a_new_password(rf):
    first, second = printed_password(run()), printed_password(run())
    assert Gebruiker.objects.count() == 5
    assert authenticate(rf.post("/"), email=ADRESSEN[0], password=first) is None
    assert authenticate(rf.post("/"), email=ADRESSEN[0], password=second).email == ADRESSEN[0]


def test_log_ins_in_a_file_are_only_for_its_owner(tmp_path):
    naar = tmp_path / "inloggen.txt"
    assert run(naar=naar) == ""
    assert naar.stat().st_mode & 0o077 == 0
    assert len(naar.read_text().splitlines()) == 6
