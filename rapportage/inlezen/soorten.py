"""Which table of a file is which model, in the order in which they can refer to one another."""

from dataclasses import dataclass, field

from django.db.models import Model

from financien.models import (
    Financiering,
    Financieringsbron,
    Financieringsstand,
    GedruktTotaal,
    Kostenpost,
    KostenpostLijn,
    Uitgave,
)
from programmalijnen.models import (
    Aanname,
    Activiteit,
    Ambitie,
    Besluit,
    Categorie,
    Doel,
    Indicator,
    Meting,
    MetSleutel,
    Mijlpaal,
    Mijlpaalstand,
    Programmalijn,
    Relatie,
    Stapmelding,
    Streefwaarde,
    Tegenspraak,
    Tussenwaarde,
    Verwijzing,
)


@dataclass(frozen=True, slots=True)
class Deel:
    """Rows without a key of their own, known by their parent and the fields `herkend_aan`."""

    model: type[Model]
    ouder: str
    herkend_aan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Soort:
    model: type[MetSleutel]
    delen: dict[str, Deel] = field(default_factory=dict)


SOORTEN: dict[str, Soort] = {
    "besluit": Soort(Besluit),
    "lijn": Soort(Programmalijn),
    "ambitie": Soort(Ambitie),
    "activiteit": Soort(Activiteit),
    "indicator": Soort(Indicator, {"categorieen": Deel(Categorie, "indicator", ("naam",))}),
    "meting": Soort(Meting),
    "doel": Soort(
        Doel,
        {
            "streefwaarden": Deel(Streefwaarde, "doel", ("vanaf",)),
            "tussenwaarden": Deel(Tussenwaarde, "doel", ("datum",)),
            "stappen": Deel(Stapmelding, "doel", ("peildatum",)),
        },
    ),
    "financieringsbron": Soort(Financieringsbron),
    "financiering": Soort(Financiering),
    "financieringsstand": Soort(Financieringsstand),
    "gedrukttotaal": Soort(GedruktTotaal),
    "kostenpost": Soort(
        Kostenpost,
        {
            "lijnen": Deel(KostenpostLijn, "kostenpost", ("lijn",)),
            "uitgaven": Deel(Uitgave, "kostenpost", ("jaar", "soort")),
        },
    ),
    "mijlpaal": Soort(Mijlpaal, {"standen": Deel(Mijlpaalstand, "mijlpaal", ("bekend_op",))}),
    "tegenspraak": Soort(Tegenspraak),
    "aanname": Soort(Aanname),
    "verwijzing": Soort(Verwijzing),
    "relatie": Soort(Relatie),
}

# These point to rows of other programmes, which point back in theirs.
NAAR_ANDEREN = ("verwijzing", "relatie")
