"""Warnings about figures: each one sentence, never a refusal (rekenregels 4)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dordt_monitor.opmaak import format_bedrag, format_exact
from programmalijnen.regels.begrippen import Soort
from programmalijnen.regels.feiten import Meetwaarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarschuwing:
    """`is_neutraal`: a line that explains and asks for no look. `over` names the part it is about."""

    zin: str
    is_neutraal: bool = False
    over: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Genoemd:
    """A number with its name; waarde None where there is no number. `sleutel` tells equal names apart."""

    naam: str
    waarde: Decimal | None = None
    sleutel: str = ""


def check_daarvan(
    ouder: Genoemd, delen: tuple[Genoemd, ...], *, sluiten_uit: bool | None
) -> tuple[Waarschuwing, ...]:
    """A child above its parent, exclusive children together above it, or a rest that nobody explains."""
    if ouder.waarde is None:
        return ()
    te_hoog = tuple(
        _warn(
            f"‘{deel.naam}’ ({_print(deel)}) is hoger dan het geheel ‘{ouder.naam}’ ({_print(ouder)}).",
            over=deel.sleutel or deel.naam,
        )
        for deel in delen
        if deel.waarde is not None and deel.waarde > ouder.waarde
    )
    return te_hoog or _check_som(ouder, delen, sluiten_uit)


def check_stroom(naam: str, soort: Soort, metingen: Iterable[Meetwaarde]) -> tuple[Waarschuwing, ...]:
    """A stroom that fell within its year."""
    op_volgorde = sorted((m for m in metingen if m.waarde is not None), key=lambda m: (m.peildatum, repr(m)))
    return tuple(
        _warn(
            f"‘{naam}’ daalt binnen een jaar, van {_print_meting(eerder)} naar {_print_meting(later)}.",
            over=later.peildatum.isoformat(),
        )
        for eerder, later in pairwise(op_volgorde)
        if soort is Soort.STROOM
        and eerder.peildatum.year == later.peildatum.year
        and _is_lower(later, eerder)
    )


def check_sprong(naam: str, vorige: Decimal | None, nieuw: Decimal | None) -> tuple[Waarschuwing, ...]:
    """A jump of more than ten times, up or down; from or to nothing is no ratio."""
    if not vorige or not nieuw:
        return ()
    klein, groot = sorted((abs(vorige), abs(nieuw)))
    if groot <= 10 * klein:
        return ()
    sprong = f"van {format_exact(vorige)} naar {format_exact(nieuw)}"
    if (vorige < 0) is not (nieuw < 0):
        return (_warn(f"‘{naam}’ slaat om, {sprong}. Klopt dat?"),)
    woord = "groot" if abs(nieuw) > abs(vorige) else "klein"
    return (_warn(f"‘{naam}’ wordt meer dan tien keer zo {woord}, {sprong}. Klopt dat?"),)


def check_gedrukt_totaal(naam: str, gedrukt: Decimal, som: Decimal) -> tuple[Waarschuwing, ...]:
    """A printed total that differs from the sum."""
    if gedrukt == som:
        return ()
    genoemd, samen, verschil = map(format_bedrag, (gedrukt, som, abs(gedrukt - som)))
    zin = f"Het document noemt voor ‘{naam}’ {genoemd}, de regels zijn samen {samen}: {verschil} verschil."
    return (_warn(zin),)


def check_ontbreekt(
    naam: str, *, start: bool = True, bron: bool = True, eigenaar: bool = True, periode: bool = True
) -> tuple[Waarschuwing, ...]:
    """One sentence that names each thing that is missing (False)."""
    aanwezig = {"een start": start, "een bron": bron, "een eigenaar": eigenaar, "een periode": periode}
    *eerste, laatste = [wat for wat, is_er in aanwezig.items() if not is_er] or [""]
    if not laatste:
        return ()
    if not eerste:
        return (_warn(f"Bij ‘{naam}’ ontbreekt {laatste}."),)
    return (_warn(f"Bij ‘{naam}’ ontbreken {', '.join(eerste)} en {laatste}."),)


def check_oud_cijfer(
    tekst: str, indicator: str, vorige: Decimal | None, nieuw: Decimal | None
) -> tuple[Waarschuwing, ...]:
    """A realisatie that repeats last round's value while the value changed; "van 60 naar 75" does not."""
    if vorige is None or nieuw is None or vorige == nieuw:
        return ()
    if not _mentions(tekst, vorige) or _mentions(tekst, nieuw):
        return ()
    oud, actueel = format_exact(vorige), format_exact(nieuw)
    return (_warn(f"De tekst noemt {oud}, de waarde van de vorige ronde; ‘{indicator}’ is nu {actueel}."),)


def check_kleine_aantallen(naam: str, delen: Iterable[Genoemd]) -> tuple[Waarschuwing, ...]:
    """Counts of 1 to 9 persons, before publication. The caller passes only numbers that count people.

    A deel without a name is the whole.
    """
    return tuple(
        _warn(
            f"‘{naam}’{f', {deel.naam}' if deel.naam else ''}: {_print(deel)} "
            f"{'persoon' if deel.waarde == 1 else 'personen'}. Zo weinig kan te herleiden zijn.",
            over=deel.naam,
        )
        for deel in delen
        if deel.waarde is not None and 1 <= deel.waarde <= 9
    )


def check_tegenspraak(
    tekst: str, onderwerp: str, *, waarden: tuple[str, str], gebruikt: str
) -> tuple[Waarschuwing, ...]:
    """A text that gives the figure of two that disagree which the report does not use (rekenregels 6).

    Numbers below 100 are no proof: "4" stands in many a text.
    """
    anders = set().union(*map(_read_getallen, waarden)) - _read_getallen(gebruikt)
    return tuple(
        _warn(
            f"De tekst noemt {getal}. De bronnen spreken elkaar tegen over ‘{onderwerp}’, "
            f"en wij gebruiken: {gebruikt.rstrip('.')}.",
            over=getal,
        )
        for getal in sorted(anders)
        if getal in _read_getallen(tekst)
    )


def check_vier_ogen(naam: str, ingevuld_door: str, goedgekeurd_door: str) -> tuple[Waarschuwing, ...]:
    """One person both entered and approved; empty is nobody."""
    if not ingevuld_door or ingevuld_door != goedgekeurd_door:
        return ()
    return (_warn(f"‘{naam}’ is ingevuld en goedgekeurd door dezelfde persoon."),)


def _check_som(
    ouder: Genoemd, delen: tuple[Genoemd, ...], sluiten_uit: bool | None
) -> tuple[Waarschuwing, ...]:
    waarden = [deel.waarde for deel in delen if deel.waarde is not None]
    if ouder.waarde is None or not waarden or len(waarden) < len(delen) or sluiten_uit is False:
        return ()
    som = sum(waarden, Decimal(0))
    optelling = f"{' + '.join(format_exact(waarde) for waarde in waarden)} = {format_exact(som)}"
    if som > ouder.waarde and sluiten_uit:
        return (_warn(f"De delen van ‘{ouder.naam}’ zijn samen te veel: {optelling} van {_print(ouder)}."),)
    if som >= ouder.waarde:
        return ()
    rest = format_exact(ouder.waarde - som)
    zin = f"‘{ouder.naam}’: {optelling} van {_print(ouder)}; over de andere {rest} zegt de bron niets."
    return (Waarschuwing(zin=zin, is_neutraal=True),)


def _read_getallen(tekst: str) -> set[str]:
    """The numbers of three digits and more, with their points; "2024" without a point is a year."""
    met_punt, zonder = r"(?<![\d.,/-])\d{1,3}(?:\.\d{3})+(?!\d)", r"(?<![\d.,/-])\d{3,}(?![\d/-])"
    getallen = [
        getal
        for getal in re.findall(f"{met_punt}|{zonder}", tekst)
        if not re.fullmatch(r"(19|20)\d\d", getal)
    ]
    return {format_exact(Decimal(getal.replace(".", ""))) for getal in getallen}


def _mentions(tekst: str, waarde: Decimal) -> bool:
    """As a number of its own: 60 is not in 160, 60,5 or 1.060."""
    schrijfwijzen = {format_exact(waarde), format_exact(waarde).replace(".", "")}
    return any(re.search(rf"(?<![\d.,]){re.escape(getal)}(?![.,]?\d)", tekst) for getal in schrijfwijzen)


def _is_lower(later: Meetwaarde, eerder: Meetwaarde) -> bool:
    return later.waarde is not None and eerder.waarde is not None and later.waarde < eerder.waarde


def _print(deel: Genoemd) -> str:
    return "" if deel.waarde is None else format_exact(deel.waarde)


def _print_meting(meting: Meetwaarde) -> str:
    return "" if meting.waarde is None else f"{format_exact(meting.waarde)} ({meting.periode.tekst})"


def _warn(zin: str, over: str = "") -> Waarschuwing:
    return Waarschuwing(zin=zin, over=over)
