"""One doel on one peildatum: which measurement, start and streefwaarde count (rekenregels 1 and 2)."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from programmalijnen.regels.begrippen import Richting, Soort, Toestand
from programmalijnen.regels.feiten import Categoriewaarde, Doelfeiten, Grenzen, Meetwaarde, Streefwaarde

CATEGORIEEN_ONBEKEND = "niet afgesproken welke categorieën meetellen"
OVERLAP_ONBEKEND = "niet vastgelegd dat de categorieën elkaar uitsluiten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """The facts that count. `waarde` and `start_waarde` are exact; None: nothing to compute with.

    `uitspraak` is what the latest measurement without a number says, `telprobleem` why there is no total.
    `vorige` is the peildatum of the round before, None when there was none.
    """

    doel: Doelfeiten
    peildatum: date
    grenzen: Grenzen
    vorige: date | None = None
    meting: Meetwaarde | None = None
    uitspraak: Toestand = Toestand.NIET_GEMETEN
    waarde: Fraction | None = None
    telprobleem: str = ""
    start: Meetwaarde | None = None
    start_waarde: Fraction | None = None
    streef: Streefwaarde | None = None

    @property
    def streefwaarde(self) -> Fraction | None:
        return to_fraction(self.streef.waarde) if self.streef else None

    @property
    def is_stroom(self) -> bool:
        return self.doel.soort is Soort.STROOM

    @property
    def teken(self) -> int:
        """+1 where more is better, -1 where less is."""
        return -1 if self.doel.richting is Richting.MINDER else 1

    @property
    def is_afgelopen(self) -> bool:
        return self.doel.tot is not None and self.peildatum > self.doel.tot

    @property
    def is_eindmeting(self) -> bool:
        """Measured on the last day of the period, or over a period that ends on it."""
        return self.meting is not None and self.meting.peildatum == self.doel.tot

    @property
    def is_van_voor_afspraak(self) -> bool:
        """Measured before the target took effect: before it was agreed, or before its period began."""
        ingang = max(first_vanaf(self.doel) or date.min, self.doel.van or date.min)
        return self.meting is not None and self.meting.peildatum < ingang


def make_geval(doel: Doelfeiten, peildatum: date, grenzen: Grenzen, vorige: date | None = None) -> Geval:
    start = find_start(doel)
    meting, uitspraak = choose_meting(doel, start, peildatum)
    waarde, telprobleem = compute_total(meting, doel.categorieen_sluiten_uit)
    return Geval(
        doel=doel,
        peildatum=peildatum,
        grenzen=grenzen,
        vorige=vorige,
        meting=meting,
        uitspraak=uitspraak,
        waarde=waarde,
        telprobleem=telprobleem,
        start=start,
        start_waarde=compute_total(start, doel.categorieen_sluiten_uit)[0],
        streef=find_streefwaarde(doel.streefwaarden, peildatum),
    )


def find_start(doel: Doelfeiten) -> Meetwaarde | None:
    """The start the doel names, by default the indicator's nulmeting; never just an old figure."""
    nulmetingen = [meting for meting in doel.metingen if meting.nulmeting]
    start = doel.start or min(nulmetingen, key=_volgorde, default=None)
    return start if start and start.toestand is Toestand.GEMETEN else None


def choose_meting(
    doel: Doelfeiten, start: Meetwaarde | None, peildatum: date
) -> tuple[Meetwaarde | None, Toestand]:
    """The latest number that counts, and what is said where there is none.

    Not measuring again leaves the earlier number standing; *niet van toepassing* and *elders* replace it.
    """
    passend = sorted((m for m in doel.metingen if _counts(m, doel, start, peildatum)), key=_volgorde)
    gemeten = [meting for meting in passend if meting.toestand is Toestand.GEMETEN]
    if passend and passend[-1].toestand in {Toestand.NIET_VAN_TOEPASSING, Toestand.ELDERS}:
        return None, passend[-1].toestand
    if gemeten:
        return gemeten[-1], Toestand.GEMETEN
    if doel.niet_gerapporteerd:
        return None, Toestand.NIET_GERAPPORTEERD
    return None, passend[-1].toestand if passend else Toestand.NIET_GEMETEN


def find_streefwaarde(versies: tuple[Streefwaarde, ...], peildatum: date) -> Streefwaarde | None:
    """The version in force on the peildatum; before any is, the first one."""
    op_volgorde = sorted(versies, key=lambda versie: versie.vanaf or date.min)
    van_kracht = [versie for versie in op_volgorde if (versie.vanaf or date.min) <= peildatum]
    return van_kracht[-1] if van_kracht else next(iter(op_volgorde), None)


def compute_total(
    meting: Meetwaarde | None, categorieen_sluiten_uit: bool | None
) -> tuple[Fraction | None, str]:
    """The number, or the sum of its categories where it is recorded which count and that none overlap.

    The second value is the reason why there is no total.
    """
    if meting is None or meting.waarde is not None:
        return (to_fraction(meting.waarde) if meting else None), ""
    if any(deel.telt_mee is None for deel in meting.uitsplitsing):
        return None, CATEGORIEEN_ONBEKEND
    if not categorieen_sluiten_uit:
        return None, OVERLAP_ONBEKEND
    return _add_up([deel for deel in meting.uitsplitsing if deel.telt_mee])


def first_vanaf(doel: Doelfeiten) -> date | None:
    """The day on which the doel's number was first in force, None when that was from the beginning."""
    dagen = [versie.vanaf for versie in doel.streefwaarden]
    return min((dag for dag in dagen if dag), default=None) if all(dagen) else None


def with_streefwaarde(geval: Geval, waarde: Fraction) -> Geval:
    """The same case with a streefwaarde that follows from an agreement."""
    return replace(geval, streef=replace(geval.streef or Streefwaarde(), waarde=_to_exact_decimal(waarde)))


def with_start_as_meting(geval: Geval) -> Geval:
    """The same case seen on its start, for want of a later measurement."""
    return replace(geval, meting=geval.start, waarde=geval.start_waarde)


def to_fraction(waarde: Decimal | None) -> Fraction | None:
    return None if waarde is None else Fraction(waarde)


def _counts(meting: Meetwaarde, doel: Doelfeiten, start: Meetwaarde | None, peildatum: date) -> bool:
    if meting == start or (start and start.sleutel and meting.sleutel == start.sleutel):
        return False
    if meting.peildatum > min(peildatum, doel.tot or peildatum):
        return False
    return doel.soort is Soort.STAND or doel.van is None or meting.peildatum >= doel.van


def _volgorde(meting: Meetwaarde) -> tuple[date, int, str, str]:
    # On one peildatum the longest period comes last: of a stroom it holds the whole.
    begin = meting.periode.van or date.min
    return meting.peildatum, -begin.toordinal(), meting.sleutel, repr(meting)


def _add_up(delen: list[Categoriewaarde]) -> tuple[Fraction | None, str]:
    if not delen:
        return None, CATEGORIEEN_ONBEKEND
    ontbreekt = [f"{deel.categorie} is {deel.toestand}" for deel in delen if deel.waarde is None]
    if ontbreekt:
        return None, f"onvolledig: {', '.join(sorted(ontbreekt))}"
    return sum((Fraction(deel.waarde) for deel in delen if deel.waarde is not None), Fraction(0)), ""


def _to_exact_decimal(waarde: Fraction) -> Decimal:
    return Decimal(waarde.numerator) / Decimal(waarde.denominator)
