"""Two people at once on PostgreSQL; SQLite lets one transaction write at a time."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from programmalijnen.models import Besluit, Meting, Programmalijn, Rondestaat
from programmalijnen.regels.feiten import Periode
from programmalijnen.services.dubbel import AlOpgeslagen
from programmalijnen.services.metingen import register_meting, write_meting
from programmalijnen.services.rondes import close_ronde
from programmalijnen.services.samenvoegen import Bewerking
from programmalijnen.services.schrijven import Vergrendeld, begin
from programmalijnen.services.vastleggen import Rijinvoer, save_invoerrij
from rapportage.canoniek import from_json
from rapportage.models import Editie
from rapportage.services import adopt_ronde
from tests.bouwers import NU, maak_doel, maak_indicator, maak_lijn, maak_meting, maak_programma, maak_ronde

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
