"""What goes into the money rules and what comes out: frozen, without database. Amounts are euros."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from financien.begrippen import Bedragtoestand, Financieringsoort, Standsoort, Uitgavesoort
from programmalijnen.regels.begrippen import Precisie, Schaal


def require_passend(bedrag: Decimal | None, toestand: Bedragtoestand) -> None:
    """Raise ValueError when an amount and its state contradict each other: a state carries no number."""
    if (bedrag is None) is (toestand is Bedragtoestand.BEKEND):
        raise ValueError("Een bedrag is bekend, of er staat waarom het er niet is.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standbedrag:
    """A step of a funding line; `waarvan` names the step it is a part of."""

    stand: Standsoort
    bedrag: Decimal
    precisie: Precisie = Precisie.PRECIES
    waarvan: str = ""
    periode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Financieringsfeit:
    """A funding line; its cofinanciering stands under it and outside its total.

    `jaar_van` and `jaar_tot` bound its period; both None: the period is not said. `elders_verantwoord` says
    where it is accounted for, "" here.
    """

    sleutel: str = ""
    bron: str
    soort: Financieringsoort = Financieringsoort.NIET_VERMELD
    schaal: Schaal = Schaal.NIET_VERMELD
    bedrag: Decimal | None = None
    toestand: Bedragtoestand = Bedragtoestand.BEKEND
    precisie: Precisie = Precisie.PRECIES
    ten_behoeve_van: str = ""
    periode: str = ""
    jaar_van: int | None = None
    jaar_tot: int | None = None
    in_natura: bool = False
    elders_verantwoord: str = ""
    standen: tuple[Standbedrag, ...] = ()
    cofinanciering: tuple["Financieringsfeit", ...] = ()

    def __post_init__(self) -> None:
        require_passend(self.bedrag, self.toestand)

    @property
    def naam(self) -> str:
        return f"{self.bron} t.b.v. {self.ten_behoeve_van}" if self.ten_behoeve_van else self.bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Som:
    """A total. `bedrag` None: no amount is known at all. `onvolledig` names the missing parts, "" when none.

    `gedrukt` is what a document prints, `verschil` ours minus theirs; `is_berekend`: no source prints it.
    """

    bedrag: Decimal | None = None
    precisie: Precisie = Precisie.PRECIES
    onvolledig: str = ""
    gedrukt: Decimal | None = None
    verschil: Decimal | None = None
    is_berekend: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """Lines of one soort, schaal and period, as in a printed table; `telt_mee` False: not of the year."""

    soort: Financieringsoort
    schaal: Schaal
    periode: str = ""
    telt_mee: bool = True
    som: Som = Som()
    regels: tuple[Financieringsfeit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standsom:
    stand: Standsoort
    som: Som


@dataclass(frozen=True, slots=True, kw_only=True)
class Dekking:
    """The funding of a line or of the programme in the round's year, and beside it what is of other years.

    `waarvan_elders` is the part accounted for elsewhere, None when nothing is. `hefboom` has two decimals.
    """

    groepen: tuple[Groep, ...] = ()
    totaal: Som = Som()
    waarvan_elders: Decimal | None = None
    investering: Decimal | None = None
    gegenereerd: Decimal | None = None
    hefboom: Decimal | None = None
    standen: tuple[Standsom, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgavefeit:
    """An amount of a year; `tot_en_met` marks a partial year."""

    jaar: int
    soort: Uitgavesoort
    bedrag: Decimal | None = None
    toestand: Bedragtoestand = Bedragtoestand.BEKEND
    precisie: Precisie = Precisie.PRECIES
    tot_en_met: date | None = None

    def __post_init__(self) -> None:
        require_passend(self.bedrag, self.toestand)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenpostfeit:
    """What money is spent on; `lijnen` are the codes of the lines it serves, `mogelijk` those not sure."""

    sleutel: str = ""
    titel: str
    lijnen: tuple[str, ...] = ()
    mogelijk: tuple[str, ...] = ()
    uitgaven: tuple[Uitgavefeit, ...] = ()

    @property
    def telt_in_meer_lijnen(self) -> bool:
        return len(self.lijnen) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A year of a table of spending; `kop` says when it is partial: "2024 (t/m 31 maart 2024)"."""

    jaar: int
    kop: str
    tot_en_met: date | None = None
    totaal: Som = Som()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A post with a cell per column; None where nothing was entered. `telt_mee` False: not added here."""

    post: Kostenpostfeit
    cellen: tuple[Uitgavefeit | None, ...]
    telt_mee: bool = True
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgaventabel:
    soort: Uitgavesoort
    kolommen: tuple[Kolom, ...] = ()
    rijen: tuple[Rij, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijking:
    """Gerealiseerd minus gepland, with the words it is printed in; `bedrag` None: it cannot be computed."""

    bedrag: Decimal | None
    woorden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saldo:
    """Dekking minus kosten of a year: overschot, tekort or in evenwicht."""

    bedrag: Decimal
    woorden: str
