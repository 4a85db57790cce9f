"""Two people at once on PostgreSQL; SQLite lets one transaction write at a time."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from programmalijnen.bouwen.keuring import gezien_van
from programmalijnen.bouwen.ophalen import ACTIVITEITEN, Plek, fetch_invoerblad
from programmalijnen.models import (
    Activiteit,
    Besluit,
    Doel,
    Meting,
    Programmalijn,
    Realisatie,
    Rol,
    Rondestaat,
    Streefwaarde,
    Wijziging,
)
from programmalijnen.regels.feiten import Periode
from programmalijnen.services.dubbel import AlOpgeslagen
from programmalijnen.services.herstellen import herstel_handeling, try_herstel
from programmalijnen.services.invoer import save_invoer
from programmalijnen.services.invoerstaten import approve_rest, return_invoer
from programmalijnen.services.metingen import register_meting, write_meting
from programmalijnen.services.rollen import end_rol, set_rol
from programmalijnen.services.rondebeheer import delete_ronde
from programmalijnen.services.rondes import close_ronde, open_ronde
from programmalijnen.services.samenvoegen import Bewerking, Botsing
from programmalijnen.services.schrijven import Vergrendeld, begin
from programmalijnen.services.vastleggen import Rijinvoer, save_invoerrij
from programmalijnen.services.verloop import save_activiteit
from rapportage.canoniek import from_json
from rapportage.models import Editie
from rapportage.services import adopt_ronde
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]

JULI = Periode(tekst="t/m juli 2024", van=date(2024, 1, 1), tot=date(2024, 7, 31))
BESLUIT = {"vastgesteld_op": date(2024, 9, 3), "door": None, "op": NU}


@pytest.fixture
def lijn() -> Programmalijn:
    return maak_lijn(maak_programma())


@pytest.fixture
def collega():
    """Runs a function in a thread with a connection of its own; gives the Future."""
    with ThreadPoolExecutor() as draden:

        def start(doe: Callable[[], object]) -> Future:
            def run() -> object:
                try:
                    return doe()
                finally:
                    connections.close_all()

            return draden.submit(run)

        yield start


def wait_for_a_lock() -> None:
    """Until somebody waits for another transaction."""
    einde = time.monotonic() + 10
    while time.monotonic() < einde:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    pytest.fail("Nobody waits.")


def measure(lijn: Programmalijn) -> tuple[Meting, object]:
    """A doel with 60 measured, and the round that reports it."""
    indicator = maak_indicator(lijn.programma, lijn=lijn)
    maak_doel(lijn.programma, lijn=lijn, indicator=indicator)
    return maak_meting(indicator, 60), maak_ronde(lijn.programma)


def test_a_value_that_is_being_written_reaches_the_edition_adopted_meanwhile(lijn, collega):
    meting, ronde = measure(lijn)
    with begin("registreer meting", door=None, op=NU) as handeling:
        velden = {"waarde": Decimal(75)}
        write_meting(handeling, indicator=meting.indicator, categorie=None, periode=JULI, velden=velden)
        editie = collega(lambda: adopt_ronde(ronde=ronde, **BESLUIT))
        wait_for_a_lock()

    rapport = from_json(editie.result().inhoud)
    assert rapport.lijnen[0].doelen[0].waarde == 75


def test_a_value_is_not_overwritten_under_an_edition_adopted_meanwhile(lijn, collega):
    meting, ronde = measure(lijn)
    with begin("stel vast", door=None, op=NU) as handeling:
        adopt_ronde(ronde=ronde, **BESLUIT)
        handeling.lock(lijn.programma)
        later = collega(
            lambda: register_meting(
                indicator=meting.indicator, periode=JULI, waarde=Decimal(75), door=None, op=NU
            )
        )
        wait_for_a_lock()

    with pytest.raises(ValidationError, match="Zeg waarom"):
        later.result()
    assert Meting.objects.get().waarde == 60


def test_only_one_of_many_adoptions_at_once_passes(lijn, collega):
    _, ronde = measure(lijn)
    pogingen = [collega(lambda: adopt_ronde(ronde=ronde, **BESLUIT)) for _ in range(4)]

    fouten = [poging.exception() for poging in pogingen]

    assert [type(fout) for fout in fouten if fout] == [Vergrendeld] * 3
    assert Editie.objects.count() == 1


def test_a_round_that_is_adopted_meanwhile_is_not_closed(lijn, collega):
    _, ronde = measure(lijn)
    with begin("stel vast", door=None, op=NU):
        adopt_ronde(ronde=ronde, **BESLUIT)
        sluiten = collega(lambda: close_ronde(ronde=ronde, door=None, op=NU))
        wait_for_a_lock()

    assert isinstance(sluiten.exception(), Vergrendeld)
    ronde.refresh_from_db()
    assert ronde.staat == Rondestaat.VASTGESTELD


def test_the_first_value_of_a_period_is_registered_once(lijn, collega):
    indicator = maak_indicator(lijn.programma, lijn=lijn)
    samen = threading.Barrier(4)

    def register(waarde: int) -> None:
        samen.wait()
        register_meting(indicator=indicator, periode=JULI, waarde=Decimal(waarde), door=None, op=NU)

    fouten = [poging.exception() for poging in [collega(lambda w=w: register(w)) for w in range(4)]]

    assert {type(fout) for fout in fouten if fout} <= {ValidationError}
    assert Meting.objects.count() == 1


def test_a_form_that_is_sent_twice_at_once_makes_one_row(lijn, collega):
    formulier, samen = uuid4(), threading.Barrier(4)

    def send() -> None:
        samen.wait()
        nieuw = Besluit(programma=lijn.programma)
        hoofd = Bewerking(rij=nieuw, ingevoerd={"titel": "Kadernota"}, formulier=formulier)
        save_invoerrij(invoer=Rijinvoer(hoofd=hoofd), door=None, op=NU)

    fouten = [poging.exception() for poging in [collega(send) for _ in range(4)]]

    assert [type(fout) for fout in fouten if fout] == [AlOpgeslagen] * 3
    assert Besluit.objects.count() == 1


# --- every pair of acts that touch the same rows, again and again: nobody waits in a circle ---

KEREN = 12


@pytest.fixture
def wereld(lijn):
    """A round with two texts, a doel with a number, and who works on it."""
    programma = lijn.programma
    kade = maak_activiteit(lijn, "kade")
    maak_activiteit(lijn, "kraan", onderdeel_van=kade)
    doel = maak_doel(programma, lijn=lijn, indicator=maak_indicator(programma, lijn=lijn))
    ronde = maak_ronde(programma)
    manager = maak_teamlid(programma, Rol.PROGRAMMAMANAGER, naam="Bram").gebruiker
    trekker = maak_teamlid(programma, naam="Anna").gebruiker
    return SimpleNamespace(
        programma=programma, ronde=ronde, kade=kade, doel=doel, manager=manager, trekker=trekker
    )


def fill_in(wereld, tekst: str) -> None:
    plek = Plek(ronde=wereld.ronde, soort=ACTIVITEITEN, sleutel="kade")
    geladen = {"tekst": fetch_invoerblad(plek).teksten["tekst"]}
    save_invoer(plek=plek, ingevoerd={"tekst": tekst}, geladen=geladen, door=wereld.trekker, op=NU)


def approve_all(wereld, _: str) -> None:
    approve_rest(ronde=wereld.ronde, door=wereld.manager, op=NU)
    rijen = Realisatie.objects.filter(ronde=wereld.ronde).select_related("activiteit")
    return_invoer(
        ronde=wereld.ronde,
        gezien=[gezien_van(rij) for rij in rijen],
        reden="Nog eens.",
        door=wereld.manager,
        op=NU,
    )


def rename(wereld, titel: str) -> None:
    rij = Activiteit.objects.select_related("programma").get(pk=wereld.kade.pk)
    hoofd = Bewerking(rij=rij, ingevoerd={"titel": titel}, geladen={"titel": rij.titel}, versie=rij.versie)
    save_activiteit(invoer=Rijinvoer(hoofd=hoofd), door=wereld.manager, op=NU)


def add_waarde(wereld, dag: str) -> None:
    """A form with a new part, which is made once, beside a row that is there."""
    doel = Doel.objects.select_related("programma").get(pk=wereld.doel.pk)
    nieuw = {"waarde": Decimal(dag), "vanaf": date(2025, 1, int(dag))}
    hoofd = Bewerking(
        rij=doel,
        ingevoerd={"aanpak": dag},
        geladen={"aanpak": doel.aanpak},
        versie=doel.versie,
        formulier=uuid4(),
    )
    delen = (Bewerking(rij=Streefwaarde(doel=doel), ingevoerd=nieuw),)
    save_invoerrij(invoer=Rijinvoer(hoofd=hoofd, delen=delen), door=wereld.manager, op=NU)


def undo(wereld, _: str) -> None:
    gedaan = Wijziging.objects.filter(programma=wereld.programma, naam__in=("vul in", "leg vast"))
    laatste = gedaan.order_by("pk").last()
    if laatste is None:
        raise ValidationError("Er is nog niets gedaan.")
    wijzigingen = list(Wijziging.objects.filter(handeling=laatste.handeling).order_by("pk"))
    plan = try_herstel(wijzigingen=wijzigingen, voor=wereld.manager, op=NU)
    herstel_handeling(wijzigingen=wijzigingen, gezien=plan.vingerafdruk, door=wereld.manager, op=NU)


def open_next(wereld, naam: str) -> None:
    dag = date(2025, 1, 1) + timedelta(days=int(naam))
    ronde = open_ronde(
        programma=wereld.programma, slug=f"ronde-{naam}", titel=f"Ronde {naam}", label=naam,
        peildatum=dag, jaar=2025, door=wereld.manager, op=NU,
    )  # fmt: skip
    delete_ronde(ronde=ronde, door=wereld.manager, op=NU)


def change_rol(wereld, _: str) -> None:
    wie = {"gebruiker": wereld.trekker, "programma": wereld.programma, "door": wereld.manager, "op": NU}
    end_rol(**wie)
    set_rol(rol=Rol.MEDEWERKER, **wie)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (approve_all, fill_in),
        (undo, fill_in),
        (undo, add_waarde),
        (add_waarde, add_waarde),
        (rename, open_next),
        (rename, approve_all),
        (change_rol, open_next),
    ],
)
def test_two_acts_at_once_never_wait_for_each_other_in_a_circle(wereld, collega, een, ander):
    """A deadlock is an OperationalError; that a colleague was first is no error."""

    def repeat(doe: Callable) -> int:
        gelukt = 0
        for keer in range(KEREN):
            with suppress(ValidationError, Vergrendeld, Botsing):
                doe(wereld, str(keer + 1))
                gelukt += 1
        return gelukt

    pogingen = [collega(lambda doe=doe: repeat(doe)) for doe in (een, ander)]

    assert [poging.exception() for poging in pogingen] == [None, None]
    assert sum(poging.result() for poging in pogingen) > 0
