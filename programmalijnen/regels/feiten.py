"""What goes into the progress rules and what comes out: frozen, without database or request.

Values and targets are Decimals in the indicator's own unit (37 with eenheid "%" is 37 %, never 0.37);
ratios are Decimals with four places, rounded half up (rekenregels, opening paragraph).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from programmalijnen.regels.begrippen import (
    Doeltoestand,
    Koers,
    Precisie,
    Relatiefsoort,
    Richting,
    Soort,
    Stap,
    Telling,
    Toestand,
    Tussenverwachting,
    Vorm,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """A period as written; `tot` is its peildatum, `afgeleid` when the text names no day (rekenregels 1)."""

    tekst: str
    tot: date
    van: date | None = None
    afgeleid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Categoriewaarde:
    """One part of an uitsplitsing; `telt_mee` None means that nobody recorded whether it counts."""

    categorie: str
    waarde: Decimal | None = None
    telt_mee: bool | None = None
    toestand: Toestand = Toestand.GEMETEN
    precisie: Precisie = Precisie.PRECIES

    def __post_init__(self) -> None:
        if (self.waarde is None) is (self.toestand is Toestand.GEMETEN):
            raise ValueError("Een categorie heeft een waarde als zij gemeten is, en anders niet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetwaarde:
    """A measurement. A total that only exists as categories has waarde None and its uitsplitsing.

    Raises ValueError when waarde and toestand contradict each other: an empty state carries no number.
    """

    sleutel: str = ""
    periode: Periode
    waarde: Decimal | None = None
    toestand: Toestand = Toestand.GEMETEN
    precisie: Precisie = Precisie.PRECIES
    nulmeting: bool = False
    teller: Decimal | None = None
    noemer: Decimal | None = None
    bron: str = ""
    uitsplitsing: tuple[Categoriewaarde, ...] = ()

    def __post_init__(self) -> None:
        gemeten = self.toestand is Toestand.GEMETEN
        if not gemeten and self.waarde is not None:
            raise ValueError(f"Een meting die '{self.toestand}' is, heeft geen waarde.")
        if gemeten and self.waarde is None and not self.uitsplitsing:
            raise ValueError("Een gemeten meting heeft een waarde of een uitsplitsing.")

    @property
    def peildatum(self) -> date:
        return self.periode.tot


@dataclass(frozen=True, slots=True, kw_only=True)
class Streefwaarde:
    """A version of a target's number: `waarde`, or `laag` and `hoog` for a bandbreedte.

    `vanaf` None: from the beginning. A relatief has its number in Relatief.
    """

    waarde: Decimal | None = None
    laag: Decimal | None = None
    hoog: Decimal | None = None
    precisie: Precisie = Precisie.PRECIES
    vanaf: date | None = None
    besluit: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tussenwaarde:
    """What was agreed to be reached on a day on the way; for a stroom the total since the period's start."""

    datum: date
    waarde: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapmelding:
    """A step of an oplevering with the words it rests on."""

    peildatum: date
    stap: Stap
    woorden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatief:
    """An agreement like "+5%" or "5% per jaar"; `percentage` is unsigned, the richting says which way."""

    soort: Relatiefsoort
    percentage: Decimal
    per_jaar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """From which ratio a doel is op schema or asks aandacht; a setting of the programme (rekenregels 3)."""

    op_schema: Decimal = Decimal("0.95")
    aandacht: Decimal = Decimal("0.80")


STANDAARD = Grenzen()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelfeiten:
    """Everything the rules need to know of one doel.

    `start` is the measurement the doel points to, else the indicator's nulmeting. `metingen` may hold all
    measurements of the indicator, in any order; the rules choose. `vergelijking` holds the benchmark's.
    `elders` says where it is reported. `niet_gerapporteerd`: nothing was said of it in this round.
    """

    vorm: Vorm
    omschrijving: str = ""
    richting: Richting = Richting.GEEN
    toestand: Doeltoestand = Doeltoestand.AFGESPROKEN
    soort: Soort = Soort.NIET_VERMELD
    eenheid: str = ""
    decimalen: int = 0
    van: date | None = None
    tot: date | None = None
    streefwaarden: tuple[Streefwaarde, ...] = ()
    start: Meetwaarde | None = None
    tussenwaarden: tuple[Tussenwaarde, ...] = ()
    fasering: tuple[Tussenwaarde, ...] = ()
    tussenverwachting: Tussenverwachting = Tussenverwachting.GELIJKMATIG
    marge: Decimal | None = None
    relatief: Relatief | None = None
    metingen: tuple[Meetwaarde, ...] = ()
    vergelijking: tuple[Meetwaarde, ...] = ()
    categorieen_sluiten_uit: bool | None = None
    stappen: tuple[Stapmelding, ...] = ()
    onderdelen: tuple["Doelfeiten", ...] = ()
    elders: str = ""
    niet_gerapporteerd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarom:
    """The answer to *Waarom?*: formula, the same with values filled in, and whose numbers they are."""

    formule: str = ""
    ingevuld: str = ""
    periode: str = ""
    bron: str = ""
    berekend: str = ""
    afgesproken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """The verdict on one doel, ready to be shown; every printed string is a field.

    `bereikt` is an unclipped ratio (0.6000), `bereikt_afgedrukt` its print ("60%", "" when there is none),
    `balk` a width of 0..100, `verwacht_balk` the expected position on it. `aandeel_afgedrukt` is "89% van de
    streefwaarde" and never stands beside elapsed time. `koers_afgedrukt` has its reason or date.
    `waarde` None: no number to show.
    """

    koers: Koers
    telling: Telling
    reden: str = ""
    koers_afgedrukt: str = ""
    meting: Meetwaarde | None = None
    waarde: Decimal | None = None
    toestand: Toestand = Toestand.NIET_GEMETEN
    precisie: Precisie = Precisie.PRECIES
    streefwaarde: Decimal | None = None
    laag: Decimal | None = None
    hoog: Decimal | None = None
    start: Meetwaarde | None = None
    verwacht: Decimal | None = None
    verhouding: Decimal | None = None
    bereikt: Decimal | None = None
    bereikt_afgedrukt: str = ""
    aandeel_afgedrukt: str = ""
    balk: Decimal | None = None
    verwacht_balk: Decimal | None = None
    afgedrukt: str = ""
    peildatum_tekst: str = ""
    uitsplitsing: tuple[Categoriewaarde, ...] = ()
    waarom: Waarom = Waarom()
    onderdelen: tuple["Uitkomst", ...] = ()
