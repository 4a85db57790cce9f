"""The things a report is made of, each once, with where it stands: what is matched between two reports."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..rapport import Rapport
from .verandering import Aard, Kenmerk

Ref = tuple[str, str]
"""(soort, sleutel) of a thing."""

LANGSTE_NAAM = 90


@dataclass(slots=True)
class Boek:
    """All things of one report by their Ref, in report order; `lijnwoord` is what it calls a line."""

    lijnwoord: str = "lijn"
    dingen: dict[Ref, "Ding"] = field(default_factory=dict)

    def naam(self, soort: str, sleutel: str) -> str:
        """What people call it; the sleutel itself when the report does not have it."""
        ding = self.dingen.get((soort, sleutel))
        return ding.naam if ding else sleutel


@dataclass(frozen=True, slots=True)
class Ding:
    """A dataclass of the report in its place. `regel` None: its owner has none.

    `enkel`: its owner has one at most. `is_eigen`: matched by its own sleutel, whatever it stands in.
    """

    soort: str
    sleutel: str
    regel: Any
    ouder: "Ding | None"
    boek: Boek
    declaratie: "Declaratie"
    alleen: frozenset[str] = frozenset()
    enkel: bool = False
    is_eigen: bool = True

    @property
    def ref(self) -> Ref:
        return (self.soort, self.sleutel)

    @property
    def naam(self) -> str:
        naam = " ".join(self.declaratie.naam(self).split())
        if len(naam) <= LANGSTE_NAAM:
            return naam
        # Cut between words; a word of that length itself is cut anywhere.
        begin, _, _ = naam[:LANGSTE_NAAM].rpartition(" ")
        return f"{(begin or naam[: LANGSTE_NAAM - 1]).rstrip(' ,;:')}…"

    @property
    def woord(self) -> str:
        return self.boek.lijnwoord if self.soort == "lijn" else self.declaratie.woord

    @property
    def plaats(self) -> str:
        """What it is called as the place where something stands."""
        return self.lijnnaam if self.soort == "lijn" else self.naam

    @property
    def lijnnaam(self) -> str:
        """Its line as the programme calls it ("fundament 2"), "" for the programme."""
        return f"{self.boek.lijnwoord} {self.lijn}" if self.lijn else ""

    @property
    def lijn(self) -> str:
        """The code of the line it stands in, "" for the programme."""
        if self.declaratie.lijn is not None:
            return self.declaratie.lijn(self)
        return self.ouder.lijn if self.ouder else ""

    @property
    def pad(self) -> str:
        if self.declaratie.pad is not None:
            return self.declaratie.pad(self)
        return self.ouder.pad if self.ouder else ""

    def waarde(self, veld: str) -> Any:
        return getattr(self.regel, veld, None)

    @property
    def velden(self) -> Iterator[tuple[str, "Veld"]]:
        for naam, veld in self.declaratie.velden.items():
            if not self.alleen or naam in self.alleen:
                yield naam, veld

    def drager(self, soort: str) -> "Ding | None":
        """The nearest thing of this soort that it is part of."""
        ding = self.ouder
        while ding is not None and ding.soort != soort:
            ding = ding.ouder
        return ding


def no_causes(ding: Ding) -> Iterable[Kenmerk]:
    return ()


def never(oud: Ding, nieuw: Ding) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """How a field is compared and told.

    `wat` names it in a sentence ("de titel"), "" when the thing itself does. `lees` gives what must differ,
    `afdruk` how it is printed, `kolom` the same at length. `oorzaken` are the facts that explain a difference
    here: where one of them changed too, this is told with it (not at all when `stil`), provided both print
    the same when `zelfde`. Differences whose `bundel` (kop, staart) has the same kop become one.
    `woorden`: compared word by word. `is_naam`: what the thing is called.
    """

    wat: str
    aard: Aard
    lees: Callable[[Ding], Any]
    afdruk: Callable[[Ding], str]
    kolom: Callable[[Ding], str] | None = None
    verschil: Callable[[Ding, Ding], str] = never
    oorzaken: Callable[[Ding], Iterable[Kenmerk]] = no_causes
    stil: bool = False
    zelfde: bool = False
    bundel: Callable[[Ding, Ding], tuple[str, str]] | None = None
    woorden: bool = False
    is_naam: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """Things inside a thing: `soort` what they are, `sleutel` what they are matched by within their owner.

    Without `sleutel` they are matched by their own sleutel anywhere in the report, so that a move is seen.
    `alleen` names the fields that count here, of a thing that is told of elsewhere as well.
    """

    soort: str
    sleutel: Callable[[Any], str] | None = None
    enkel: bool = False
    alleen: frozenset[str] = frozenset()

    @property
    def is_eigen(self) -> bool:
        return self.sleutel is None and not self.enkel


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaratie:
    """What is compared of one dataclass: `velden` and `delen`; `niet` says of each other field why not.

    `woord` is what a sentence calls it ("activiteit"), `kern` what is said of one that is new, `inhoud` all
    that it says. `stil`: one that came or went because of one of `oorzaken` needs no sentence. Not `draagt`:
    it is a heading over its parts, which come and go by themselves.
    """

    woord: str
    naam: Callable[[Ding], str]
    velden: Mapping[str, Veld] = field(default_factory=dict)
    delen: Mapping[str, Deel] = field(default_factory=dict)
    niet: Mapping[str, str] = field(default_factory=dict)
    kern: Callable[[Ding], str] = lambda ding: ""
    inhoud: Callable[[Ding], str] | None = None
    lijn: Callable[[Ding], str] | None = None
    pad: Callable[[Ding], str] | None = None
    oorzaken: Callable[[Ding], Iterable[Kenmerk]] = no_causes
    aard_nieuw: Aard = Aard.NIEUW
    stil: bool = False
    draagt: bool = True


def collect(rapport: Rapport, declaraties: Mapping[type, Declaratie]) -> Boek:
    """Every thing of the report once; of one that stands in two places (money) the first counts."""
    boek = Boek(lijnwoord=rapport.programma.lijn_enkelvoud or "lijn")

    def visit(deel: Deel, regel: Any, ouder: Ding | None) -> None:
        declaratie = declaraties[type(regel)]
        sleutel = sleutel_of(deel, regel, ouder)
        ding = Ding(
            deel.soort, sleutel, regel, ouder, boek, declaratie, deel.alleen, deel.enkel, deel.is_eigen
        )
        if ding.ref in boek.dingen:
            return
        boek.dingen[ding.ref] = ding
        for veld, onder in declaratie.delen.items():
            if not deel.alleen or veld in deel.alleen:
                for onderdeel in parts(getattr(regel, veld)):
                    visit(onder, onderdeel, ding)

    visit(Deel(soort="programma", enkel=True), rapport, None)
    return boek


def parts(waarde: Any) -> tuple[Any, ...]:
    """A field that holds several things, one or none."""
    if waarde is None:
        return ()
    return waarde if isinstance(waarde, tuple) else (waarde,)


def sleutel_of(deel: Deel, regel: Any, ouder: Ding | None) -> str:
    boven = ouder.sleutel if ouder else ""
    if deel.enkel:
        return boven
    if deel.sleutel is not None:
        return f"{boven}/{deel.sleutel(regel)}"
    return str(regel.sleutel)
