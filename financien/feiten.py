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

    `jaar_van` and `jaar_tot` bound its period; both None: the period is not said. `per_jaar`: the amount is
    paid in every year of it. `elders_verantwoord` says where it is accounted for, "" here.
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
    per_jaar: bool = False
    in_natura: bool = False
    elders_verantwoord: str = ""
    standen: tuple[Standbedrag, ...] = ()
    cofinanciering: tuple["Financieringsfeit", ...] = ()

    def __post_init__(self) -> None:
        require_passend(self.bedrag, self.toestand)

    @property
    def naam(self) -> str:
        return f"{self.bron} voor {self.ten_behoeve_van}" if self.ten_behoeve_van else self.bron

    @property
    def zegt_jaren(self) -> bool:
        return self.jaar_van is not None or self.jaar_tot is not None

    @property
    def periodewoorden(self) -> str:
        """The period as written, else its years: "2024-2028", "vanaf 2025"."""
        if self.periode or not self.zegt_jaren:
            return self.periode
        if self.jaar_van is None:
            return f"t/m {self.jaar_tot}"
        return f"vanaf {self.jaar_van}" if self.jaar_tot is None else f"{self.jaar_van}-{self.jaar_tot}"


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
    """All lines in one stand; `waarvan` names the stand that every amount of it is a part of, if one is."""

    stand: Standsoort
    som: Som
    waarvan: str = ""


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
    """What money is spent on; `lijnen` are the codes of the lines it serves, `mogelijk` those not sure.

    `onderdeel_van` is the sleutel of the post whose amounts hold those of this one; `aandeel` is its part of
    that post in %.
    """

    sleutel: str = ""
    titel: str
    lijnen: tuple[str, ...] = ()
    mogelijk: tuple[str, ...] = ()
    uitgaven: tuple[Uitgavefeit, ...] = ()
    toelichting: str = ""
    onderdeel_van: str = ""
    aandeel: Decimal | None = None
    aandeel_precisie: Precisie = Precisie.PRECIES

    @property
    def telt_in_meer_lijnen(self) -> bool:
        return len(self.lijnen) > 1

    @property
    def lijnwoorden(self) -> str:
        """ "2, 3 en mogelijk 4"."""
        codes = [f"mogelijk {code}" if code in self.mogelijk else code for code in self.lijnen]
        return " en ".join(filter(None, (", ".join(codes[:-1]), *codes[-1:])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """What was planned or realised in a year; `kop` says when it is partial: "2024 (t/m 31 maart 2024)".

    `afwijking` compares what was realised with the plan of that year, in words; "" without a plan.
    """

    jaar: int
    soort: Uitgavesoort
    kop: str
    tot_en_met: date | None = None
    totaal: Som = Som()
    afwijking: str = ""
    opent_jaar: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """What stands where a post and a column meet; `uitgave` None: nothing was entered.

    `label` says how far an amount goes when that is not what the heading of its column says.
    """

    kolom: Kolom
    uitgave: Uitgavefeit | None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A post with a cell per column. `telt_mee` False: not added here, `label` says why.

    `diepte` is 0, or 1 and more for an onderdeel; `aandeel` is its part in words ("circa 63% van Zorg").
    """

    post: Kostenpostfeit
    cellen: tuple[Cel, ...]
    telt_mee: bool = True
    label: str = ""
    diepte: int = 0
    aandeel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgaventabel:
    """Posts by year, planned beside realised."""

    kolommen: tuple[Kolom, ...] = ()
    rijen: tuple[Rij, ...] = ()

    @property
    def is_onvolledig(self) -> bool:
        return any(kolom.totaal.onvolledig for kolom in self.kolommen)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarsaldo:
    """The planned kosten of a year beside what covers them.

    `som` is the difference beside the one a document prints; `woorden` say it ("circa € 5.000 overschot").
    """

    jaar: int
    dekking: Som
    kosten: Som
    som: Som
    woorden: str
