"""Plain builders of facts: numbers as people write them, the year 2024 unless said otherwise."""

from datetime import date
from decimal import Decimal
from typing import Any

from programmalijnen.regels.begrippen import Relatiefsoort, Richting, Soort, Stap, Vorm
from programmalijnen.regels.beoordelen import judge_doel
from programmalijnen.regels.feiten import (
    Categoriewaarde,
    Doelfeiten,
    Meetwaarde,
    Periode,
    Relatief,
    Stapmelding,
    Streefwaarde,
    Tussenwaarde,
    Uitkomst,
)
from programmalijnen.regels.perioden import read_meetperiode

JULI = date(2024, 7, 31)
NAJAAR = date(2024, 9, 30)
EIND_2024 = date(2024, 12, 31)
JULI_2025 = date(2025, 7, 31)
JAAR_2024 = {"van": date(2024, 1, 1), "tot": EIND_2024}


def meting(waarde: str | int | None, periode: str | date = "t/m juli 2024", **velden: Any) -> Meetwaarde:
    wanneer = (
        Periode(tekst=str(periode), tot=periode) if isinstance(periode, date) else read_meetperiode(periode)
    )
    getal = None if waarde is None else Decimal(waarde)
    return Meetwaarde(periode=wanneer, waarde=getal, **velden)


def categorie(naam: str, waarde: str | int | None = None, **velden: Any) -> Categoriewaarde:
    return Categoriewaarde(categorie=naam, waarde=None if waarde is None else Decimal(waarde), **velden)


def streef(
    waarde: str | int | None = None, vanaf: date | None = None, **velden: Any
) -> tuple[Streefwaarde, ...]:
    getallen = {naam: Decimal(velden.pop(naam)) for naam in ("laag", "hoog") if naam in velden}
    getal = None if waarde is None else Decimal(waarde)
    return (Streefwaarde(waarde=getal, vanaf=vanaf, **getallen, **velden),)


def tussen(datum: date, waarde: str | int) -> Tussenwaarde:
    return Tussenwaarde(datum=datum, waarde=Decimal(waarde))


def doel(**velden: Any) -> Doelfeiten:
    """A getal with richting meer unless said otherwise."""
    return Doelfeiten(**{"vorm": Vorm.GETAL, "richting": Richting.MEER, **velden})


def stroom(streefwaarde: str | int, *metingen: Meetwaarde, **velden: Any) -> Doelfeiten:
    """A running count towards a number in 2024."""
    gewoon = {"soort": Soort.STROOM, "streefwaarden": streef(streefwaarde), **JAAR_2024}
    return doel(**{**gewoon, "metingen": metingen, **velden})


def stand(streefwaarde: str | int, *metingen: Meetwaarde, **velden: Any) -> Doelfeiten:
    """A level to be at in 2024."""
    gewoon = {"soort": Soort.STAND, "streefwaarden": streef(streefwaarde), **JAAR_2024}
    return doel(**{**gewoon, "metingen": metingen, **velden})


def relatief(percentage: str | int, soort: str, per_jaar: bool = False) -> Relatief:
    return Relatief(soort=Relatiefsoort(soort), percentage=Decimal(percentage), per_jaar=per_jaar)


def stap(soort: str, peildatum: date = JULI, woorden: str = "") -> Stapmelding:
    return Stapmelding(peildatum=peildatum, stap=Stap(soort), woorden=woorden)


def judge(feiten: Doelfeiten, peildatum: date = JULI, **velden: Any) -> Uitkomst:
    return judge_doel(feiten, peildatum=peildatum, **velden)
