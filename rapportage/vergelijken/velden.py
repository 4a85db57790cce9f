"""The ways to compare a field: as a text, a word, a number, an amount, or the thing it points to."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from dordt_monitor.opmaak import format_afstand, format_bedrag, format_datum, format_met_precisie

from .dingen import Ding, Veld
from .verandering import Aard

PRECIES = "precies"


MET_EIGEN_PRECISIE = {"totaal", "dekking", "kosten"}


def tekst(naam: str, wat: str, **meer: Any) -> Veld:
    """Running text, of which the words are compared."""
    return woord(naam, wat, Aard.TEKST, **{"woorden": True} | meer)


def titel(naam: str, **meer: Any) -> Veld:
    """What a thing is called."""
    return tekst(naam, "de naam", **{"is_naam": True} | meer)


def woord(naam: str, wat: str, aard: Aard, **meer: Any) -> Veld:
    """A short value that is printed as it is."""
    return Veld(
        wat=wat,
        aard=aard,
        **{"lees": lambda ding: ding.waarde(naam), "afdruk": lambda ding: print_los(ding.waarde(naam))}
        | meer,
    )


def ja_nee(naam: str, wat: str, aard: Aard, **meer: Any) -> Veld:
    return woord(naam, wat, aard, afdruk=lambda ding: "ja" if ding.waarde(naam) else "nee", **meer)


def wijst_naar(naam: str, soort: str, wat: str, **meer: Any) -> Veld:
    """The sleutel of another thing of the report, printed as its name."""

    def afdruk(ding: Ding) -> str:
        sleutel = ding.waarde(naam)
        return ding.boek.naam(soort, sleutel) if sleutel else ""

    return woord(naam, wat, Aard.VERPLAATST, afdruk=afdruk, **meer)


def bedrag(naam: str, wat: str, **meer: Any) -> Veld:
    """Euros with their precision; without an amount the state that says why."""
    precisie = f"{naam}_precisie" if naam in MET_EIGEN_PRECISIE else "precisie"

    def lees(ding: Ding) -> tuple[Any, ...]:
        return (ding.waarde(naam), ding.waarde("toestand"), ding.waarde(precisie))

    def afdruk(ding: Ding) -> str:
        return print_bedrag(ding.waarde(naam), ding.waarde(precisie)) or str(ding.waarde("toestand") or "")

    def verschil(oud: Ding, nieuw: Ding) -> str:
        precies = {oud.waarde(precisie), nieuw.waarde(precisie)} <= {None, PRECIES}
        return print_verschil(oud.waarde(naam), nieuw.waarde(naam), format_bedrag, precies=precies)

    return Veld(wat=wat, aard=Aard.BEDRAG, **{"lees": lees, "afdruk": afdruk, "verschil": verschil} | meer)


def getal(
    naam: str, wat: str, afdruk: Callable[[Ding], str], eenheid: Callable[[Ding], Any], **meer: Any
) -> Veld:
    """A measured or agreed number in the unit of `eenheid(ding)`: (eenheid, decimalen)."""

    def verschil(oud: Ding, nieuw: Ding) -> str:
        if eenheid(oud) != eenheid(nieuw):
            return ""
        precies = {oud.waarde("precisie"), nieuw.waarde("precisie")} <= {None, PRECIES}
        return print_verschil(
            oud.waarde(naam),
            nieuw.waarde(naam),
            lambda afstand: format_afstand(afstand, *eenheid(nieuw)),
            precies=precies,
        )

    def lees(ding: Ding) -> tuple[Any, ...]:
        return (ding.waarde(naam), afdruk(ding))

    return Veld(wat=wat, aard=Aard.CIJFER, **{"lees": lees, "afdruk": afdruk, "verschil": verschil} | meer)


def print_verschil(
    oud: Decimal | None, nieuw: Decimal | None, afdruk: Callable[[Decimal], str], *, precies: bool
) -> str:
    """ "8 meer", "ongeveer 3 procentpunt minder"; empty when one of both is no number."""
    if oud is None or nieuw is None or oud == nieuw:
        return ""
    afstand = f"{afdruk(abs(nieuw - oud))} {'meer' if nieuw > oud else 'minder'}"
    return afstand if precies else f"ongeveer {afstand}"


def print_bedrag(waarde: Decimal | None, precisie: str | None = PRECIES) -> str:
    return "" if waarde is None else format_met_precisie(format_bedrag(waarde), precisie or PRECIES)


def print_los(waarde: Any) -> str:
    if isinstance(waarde, date):
        return format_datum(waarde)
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde))
    return "" if waarde is None else str(waarde)
