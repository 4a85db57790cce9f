"""The values in the trail as people read them: dates, amounts, yes and no, the titles of other rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.timezone import localtime

from dordt_monitor.opmaak import format_bedrag, format_datum, format_exact

from ..models import Wijziging
from ..regels.woordverschil import Stuk, compare_words, shorten_equal
from .spoortitels import Punt, Titels, models_by_soort

# From this length on, people look for the words that changed.
LANG = 60
BEDRAGEN = frozenset({"bedrag", "projectomvang"})
ANDERS_GENOEMD = {
    "is_active": "actief",
    "slug": "adres",
    "wachtwoord_gewijzigd_op": "wachtwoord gewijzigd",
    "financien": "financiën",
    "rol": "rol",
    "actief": "hoort bij het team",
    "toon_toetsbaar": "toetsbaarheid tonen",
    "telt_mee": "telt mee in het totaal",
}
# Of a row that is new or gone: what says nothing to people.
ZWIJGT = frozenset({"programma", "sleutel", "volgorde", "peildatum_afgeleid"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldregel:
    """A field, from what to what. `verschil` holds the words that differ, where the texts are long."""

    veld: str
    naam: str
    oud: str
    nieuw: str
    verschil: tuple[Stuk, ...] = ()


def find_veld(soort: str, naam: str) -> models.Field | None:
    """The field as it is now; None for a field or a model that was there once."""
    model = models_by_soort().get(soort)
    try:
        return model._meta.get_field(naam) if model else None
    except FieldDoesNotExist:
        return None


def read_velden(wijziging: Wijziging, titels: Titels) -> tuple[Veldregel, ...]:
    """In the order of the model."""
    return tuple(
        make_veldregel(wijziging, naam, oud, nieuw, titels) for naam, (oud, nieuw) in told(wijziging).items()
    )


def told(wijziging: Wijziging) -> dict[str, list]:
    """What is worth telling; of a row that is new or gone not what is off or only technical."""
    if wijziging.aard == "gewijzigd":
        return wijziging.velden
    return {
        naam: paar
        for naam, paar in wijziging.velden.items()
        if naam not in ZWIJGT and any(waarde not in (None, "", False) for waarde in paar)
    }


def make_veldregel(wijziging: Wijziging, naam: str, oud: object, nieuw: object, titels: Titels) -> Veldregel:
    veld = find_veld(wijziging.soort, naam)
    van, naar = (print_waarde(veld, waarde, titels) for waarde in (oud, nieuw))
    is_tekst = isinstance(veld, models.TextField | models.CharField)
    lang = is_tekst and oud and nieuw and max(len(van), len(naar)) > LANG
    return Veldregel(
        veld=naam,
        naam=label_of(veld, naam),
        oud=van,
        nieuw=naar,
        verschil=shorten_equal(compare_words(van, naar)) if lang else (),
    )


def label_of(veld: models.Field | None, naam: str) -> str:
    if naam in ANDERS_GENOEMD:
        return ANDERS_GENOEMD[naam]
    return str(veld.verbose_name) if veld is not None else naam.replace("_", " ")


def print_waarde(veld: models.Field | None, waarde: object, titels: Titels) -> str:
    """Nothing stays nothing: a page says so in its own way."""
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(veld, models.ForeignKey):
        return titels.of(veld.related_model._meta.model_name, str(waarde))
    tekst = str(waarde)
    if isinstance(veld, models.DateTimeField):
        moment = localtime(datetime.fromisoformat(tekst))
        return f"{format_datum(moment.date())}, {moment:%H:%M} uur"
    if isinstance(veld, models.DateField):
        return format_datum(date.fromisoformat(tekst))
    if isinstance(veld, models.DecimalField):
        return format_bedrag(Decimal(tekst)) if veld.name in BEDRAGEN else format_exact(Decimal(tekst))
    return tekst


def referred(wijziging: Wijziging) -> Iterator[Punt]:
    """The rows whose titles a reader of this change needs."""
    yield wijziging.soort, wijziging.sleutel
    for naam, waarden in told(wijziging).items():
        veld = find_veld(wijziging.soort, naam)
        if isinstance(veld, models.ForeignKey):
            soort = veld.related_model._meta.model_name
            yield from ((soort, str(waarde)) for waarde in waarden if waarde)
