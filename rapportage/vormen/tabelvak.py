"""The table of activiteiten of a line, in the columns of the form that have something to show."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Any

from ..groeperen import Lijntabel, Rij, make_tabel
from ..lijnfeiten import HIER, STIL
from ..rapport import Lijnregel
from .vorm import Kolom, Vorm


@dataclass(frozen=True, slots=True)
class Tabelvak:
    """The activiteiten of a line in the columns that have something to show.

    `stil`: the round tells of none of them how far it is; one sentence says it instead of a column.
    """

    tabel: Lijntabel
    kolommen: tuple[Kolom, ...]
    stil: bool = False

    @property
    def is_gevuld(self) -> bool:
        return bool(self.tabel.groepen or self.tabel.verwant)

    @property
    def klasse(self) -> str:
        """The columns by name, for their widths."""
        return "dm-k-" + "-".join(kolom.naam for kolom in self.kolommen)

    @property
    def breed(self) -> int:
        """How many columns, with that of the activiteit itself."""
        return len(self.kolommen) + 1


def make_tabelvak(vorm: Vorm, lijn: Lijnregel, *, zonder: Container[str] = frozenset()) -> Tabelvak:
    """The table of a line in the columns of the form."""
    tabel = make_tabel(lijn, op_soort=vorm.op_soort, zonder=zonder)
    rijen = [rij for groep in tabel.groepen for rij in groep.rijen]
    kolommen = [k for k in vorm.kolommen if not k.mag_weg or any(map(CELINHOUD[k.naam], rijen))]
    zwijgt = [k for k in kolommen if k.mag_weg and k.naam == "realisatie" and all(map(is_stil, rijen))]
    return Tabelvak(tabel, tuple(k for k in kolommen if k not in zwijgt), stil=bool(zwijgt))


def is_stil(rij: Rij) -> bool:
    return rij.activiteit.opgave == STIL and not (rij.cijfers or rij.metingen)


# Whether a row has something to show in a column that may be left out.
CELINHOUD: dict[str, Callable[[Rij], Any]] = {
    "doel": lambda rij: rij.activiteit.doelen,
    "realisatie": lambda rij: (
        rij.activiteit.realisatie or rij.activiteit.opgave != HIER or rij.cijfers or rij.metingen
    ),
    "partners": lambda rij: rij.activiteit.partners,
    "tijdspad": lambda rij: rij.activiteit.tijdspad.actueel or rij.activiteit.tijdspad.oorspronkelijk,
}


def table_of(vorm: Vorm, lijn: Lijnregel) -> Tabelvak | None:
    """The activiteiten with the doelen of the line itself; None without either."""
    vak = make_tabelvak(vorm, lijn)
    return vak if vak.is_gevuld or lijn.doelen or lijn.doelen_afgelopen or lijn.ambities else None


def table_without_ambitie(vorm: Vorm, lijn: Lijnregel) -> Tabelvak | None:
    """The rows that stand in no ambitie."""
    in_ambitie = {sleutel for ambitie in lijn.ambities for sleutel in ambitie.activiteiten}
    vak = make_tabelvak(vorm, lijn, zonder=in_ambitie)
    return vak if vak.is_gevuld else None
