"""What a Vorm is: which parts a report has, in which order and columns, and what they are called.

Words may hold `{jaar}`, `{volgend}` (the year after it), `{label}` ("t/m juli 2024"), `{lijn}` and `{lijnen}`
(what the programme calls its lines); `in_words` fills them in.
"""

from dataclasses import dataclass, fields, replace
from typing import Any

from programmalijnen.regels.begrippen import Rapportvorm

from ..rapport import Rapport


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the report or of a line; `naam` is its template. Without `kop` it stands without a heading.

    `klein`: its heading is small.
    """

    naam: str
    kop: str = ""
    klein: bool = False

    @property
    def anker(self) -> str:
        """Where its heading stands on the page; no sleutel of a row begins like this."""
        return "deel-" + self.naam.replace("_", "-")

    @property
    def template(self) -> str:
        return f"rapportage/delen/{self.naam}.html"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the table of activiteiten after the first; `naam` is the template of its cells.

    `mag_weg`: a table in which it has nothing to show goes without.
    """

    naam: str
    kop: str
    mag_weg: bool = False

    @property
    def template(self) -> str:
        return f"rapportage/cellen/{self.naam}.html"


@dataclass(frozen=True, slots=True)
class Koppen:
    """What pages and sheets outside the whole report call the things the form has a word for."""

    lijn: str = "Voortgang {lijn}"
    activiteit: str = "Activiteit"
    doel: str = "Doel {jaar}"
    realisatie: str = "Realisatie {label}"
    ambitie: str = "Wat willen we bereiken?"
    resultaat: str = "Beoogd resultaat"
    tijdspad: str = "Wat is het tijdspad?"
    bereikt: str = "Afgesproken en bereikt"
    volgend_jaar: str = "Doelen {volgend}"
    geld: str = "Financiën"
    kosten: str = "Wat kost het, en wie betaalt?"
    legenda: str = "Wat de woorden betekenen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorm:
    """`delen` of the report, where "lijnen" is the place of the lines; `lijndelen` of each line.

    `kolommen` are those of its table of activiteiten, `bladen` the order of the sheets of a workbook.
    `op_soort`: agreed and extra activiteiten stand apart, also where the round's own groups mix them.
    `rustig`: large letters and a line at a time, for a room.
    """

    naam: Rapportvorm
    titel: str
    delen: tuple[Deel, ...]
    lijndelen: tuple[Deel, ...]
    kolommen: tuple[Kolom, ...] = (Kolom("doel", "Doel {jaar}"), Kolom("realisatie", "Realisatie {label}"))
    koppen: Koppen = Koppen()
    bladen: tuple[str, ...] = ("programma", "lijnen", "geld", "kosten", "indicatoren")
    op_soort: bool = False
    rustig: bool = False

    def in_words(self, rapport: Rapport) -> "Vorm":
        """The same form with its words filled in for this report."""
        woorden = {
            "jaar": rapport.ronde.jaar,
            "volgend": rapport.ronde.jaar + 1,
            "label": rapport.ronde.label,
            "lijn": rapport.programma.lijn_enkelvoud,
            "lijnen": rapport.programma.lijn_meervoud,
        }
        return replace(
            self,
            delen=tuple(replace(deel, kop=_fill(deel.kop, woorden)) for deel in self.delen),
            lijndelen=tuple(replace(deel, kop=_fill(deel.kop, woorden)) for deel in self.lijndelen),
            kolommen=tuple(replace(kolom, kop=_fill(kolom.kop, woorden)) for kolom in self.kolommen),
            koppen=Koppen(*(_fill(getattr(self.koppen, veld.name), woorden) for veld in fields(Koppen))),
        )

    def has(self, deel: str) -> bool:
        return any(eigen.naam == deel for eigen in (*self.delen, *self.lijndelen))


def _fill(kop: str, woorden: dict[str, Any]) -> str:
    gevuld = kop.format(**woorden)
    return gevuld[:1].upper() + gevuld[1:]
