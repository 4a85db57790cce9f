"""What the next round of a programme will probably be called, from the rounds there were."""

import calendar
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondegegevens:
    """What a person says of a round when opening it."""

    titel: str = ""
    label: str = ""
    peildatum: date | None = None
    jaar: int | None = None
    deadline: date | None = None


def propose_ronde(rondes: Iterable[Rondegegevens]) -> Rondegegevens:
    """A year after the round whose turn it is: after August and autumn 2024 comes August 2025.

    All rounds have a peildatum. Without any there is nothing to propose.
    """
    bekend = sorted(
        (ronde for ronde in rondes if ronde.peildatum), key=lambda ronde: ronde.peildatum or date.min
    )
    if not bekend:
        return Rondegegevens()
    laatste = bekend[-1].peildatum
    volgende = [a_year_later(ronde) for ronde in bekend]
    return next(ronde for ronde in volgende if ronde.peildatum and laatste and ronde.peildatum > laatste)


def a_year_later(ronde: Rondegegevens) -> Rondegegevens:
    return Rondegegevens(
        titel=raise_jaren(ronde.titel),
        label=raise_jaren(ronde.label),
        peildatum=add_jaar(ronde.peildatum) if ronde.peildatum else None,
        jaar=None if ronde.jaar is None else ronde.jaar + 1,
        deadline=add_jaar(ronde.deadline) if ronde.deadline else None,
    )


def raise_jaren(tekst: str) -> str:
    """ "t/m juli 2025" becomes "t/m juli 2026"."""
    return re.sub(r"\b(19|20)\d\d\b", lambda jaar: str(int(jaar[0]) + 1), tekst)


def add_jaar(dag: date) -> date:
    """The same day a year later; the last day of a month stays the last day."""
    jaar = dag.year + 1
    laatste = calendar.monthrange(jaar, dag.month)[1]
    is_laatste = dag.day == calendar.monthrange(dag.year, dag.month)[1]
    return date(jaar, dag.month, laatste if is_laatste else min(dag.day, laatste))


def make_slug(titel: str) -> str:
    """The address: "Voortgangsrapportage augustus 2026" becomes "augustus-2026"; "" without letters."""
    plat = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plat).strip("-")
    return (slug.removeprefix("voortgangsrapportage-") or slug)[:60].strip("-")
