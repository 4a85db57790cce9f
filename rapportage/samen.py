"""What programmes have together, from the kerncijfers of their newest reports (rekenregels 5).

Everything counts once, in the programme that reports or accounts for it. Counts are added, never averaged;
money of different years never comes together.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from financien.begrippen import Uitgavesoort
from financien.uitgaven import name_jaar
from programmalijnen.regels.begrippen import Precisie, Telling

from .kerncijfers import BESCHIKBAAR, Jaarbedrag, Kerncijfers, describe_elders
from .rapport import Tel

SOORTEN = (BESCHIKBAAR, str(Uitgavesoort.GEPLAND), str(Uitgavesoort.GEREALISEERD))

Genoemd = tuple[str, Kerncijfers]
"""The name of a programme and the kerncijfers of its newest report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarsom:
    """One kind of money of one year over `programmas`; `delen` are all until the same day (None: full years).

    `elders` is not in `bedrag`; `onvolledig` names the programmes of which a part is missing.
    """

    jaar: int
    soort: str
    bedrag: Decimal
    precisie: str
    elders: Decimal
    programmas: tuple[str, ...]
    onvolledig: tuple[str, ...]
    tot_en_met: date | None

    @property
    def periode(self) -> str:
        return name_jaar(self.jaar, self.tot_en_met)


@dataclass(frozen=True, slots=True)
class Jaarrij:
    """The sums of one year in the order of SOORTEN; of spending there may be parts of the year beside it."""

    jaar: int
    soorten: tuple[tuple[str, tuple[Jaarsom, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Samen:
    programmas: int
    activiteiten: int
    elders_activiteiten: int
    doelen: tuple[Tel, ...]
    aantal_doelen: int
    elders_doelen: int
    jaren: tuple[Jaarrij, ...]

    @property
    def elders_woorden(self) -> str:
        return describe_elders(self.elders_doelen, self.elders_activiteiten)


def add_up(kerncijfers: Sequence[Genoemd]) -> Samen:
    """Of each programme, with its name."""
    alle = [cijfers for _, cijfers in kerncijfers]
    doelen: Counter[str] = Counter({str(telling): 0 for telling in Telling})
    for cijfers in alle:
        doelen.update({tel.naam: tel.aantal for tel in cijfers.doelen})
    return Samen(
        programmas=len(kerncijfers),
        activiteiten=sum(cijfers.activiteiten for cijfers in alle),
        elders_activiteiten=sum(cijfers.elders_activiteiten for cijfers in alle),
        doelen=tuple(Tel(naam=naam, aantal=aantal) for naam, aantal in doelen.items() if aantal),
        aantal_doelen=doelen.total(),
        elders_doelen=sum(cijfers.elders_doelen for cijfers in alle),
        jaren=tuple(make_jaarrijen(add_up_geld(kerncijfers))),
    )


def add_up_geld(kerncijfers: Sequence[Genoemd]) -> Iterator[Jaarsom]:
    """By year and kind; amounts until different days of a year stay apart."""
    bedragen: dict[tuple[int, str, date | None], list[tuple[str, Jaarbedrag]]] = {}
    for naam, cijfers in kerncijfers:
        for bedrag in cijfers.geld:
            plek = (bedrag.jaar, bedrag.soort, bedrag.tot_en_met)
            bedragen.setdefault(plek, []).append((naam, bedrag))
    for (jaar, soort, tot_en_met), delen in sorted(bedragen.items(), key=lambda rij: rij[0][:2]):
        precies = all(deel.precisie == Precisie.PRECIES for _, deel in delen)
        yield Jaarsom(
            jaar=jaar,
            soort=soort,
            bedrag=sum((deel.bedrag for _, deel in delen), Decimal(0)),
            precisie=str(Precisie.PRECIES if precies else Precisie.CIRCA),
            elders=sum((deel.elders or Decimal(0) for _, deel in delen), Decimal(0)),
            programmas=tuple(naam for naam, _ in delen),
            onvolledig=tuple(naam for naam, deel in delen if deel.onvolledig),
            tot_en_met=tot_en_met,
        )


def make_jaarrijen(sommen: Iterable[Jaarsom]) -> Iterator[Jaarrij]:
    """`sommen` come by year."""
    for jaar, groep in groupby(sommen, lambda som: som.jaar):
        van_het_jaar = list(groep)
        yield Jaarrij(
            jaar,
            tuple((soort, tuple(som for som in van_het_jaar if som.soort == soort)) for soort in SOORTEN),
        )
