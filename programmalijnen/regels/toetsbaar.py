"""Toetsbaar? The questions of the audit offices about one doel (rekenregels 4)."""

from collections.abc import Callable
from dataclasses import dataclass

from programmalijnen.regels.begrippen import Relatiefsoort, Richting, Soort, Vorm
from programmalijnen.regels.feiten import Doelfeiten, Meetwaarde

MET_RICHTING = {Vorm.GETAL, Vorm.RICHTING, Vorm.RELATIEF, Vorm.VERGELIJKING}
MET_METING = MET_RICHTING | {Vorm.BANDBREEDTE}
ZONDER_GETAL = {Vorm.RICHTING, Vorm.VERGELIJKING}
DOEL, INDICATOR = "doel", "indicator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsfeiten:
    """A doel with what its surroundings say: who owns it, where the figures come from, what is done."""

    doel: Doelfeiten
    heeft_indicator: bool = False
    eigenaar: str = ""
    bron: str = ""
    aanpak: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """What to do about a gap; it is mended in field `veld` of the `soort` (doel or indicator)."""

    zin: str
    soort: str
    veld: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsvraag:
    """`antwoord` None: the question cannot apply to this doel. `herstel` only where the answer is no."""

    naam: str
    vraag: str
    antwoord: bool | None
    herstel: Herstel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets:
    """The questions with how many of those that apply were answered with yes."""

    vragen: tuple[Toetsvraag, ...]
    ja: int
    van: int


@dataclass(frozen=True, slots=True)
class Vraag:
    naam: str
    zin: str
    test: Callable[[Toetsfeiten], bool | None]
    mend: Callable[[Toetsfeiten], Herstel]


def check_toetsbaar(feiten: Toetsfeiten) -> Toets:
    """Questions that cannot apply (a text, an oplevering, elders) stay out of `van`."""
    vragen = tuple(_ask(vraag, feiten) for vraag in VRAGEN)
    antwoorden = [vraag.antwoord for vraag in vragen if vraag.antwoord is not None]
    return Toets(vragen=vragen, ja=sum(antwoorden), van=len(antwoorden))


def _ask(vraag: Vraag, feiten: Toetsfeiten) -> Toetsvraag:
    antwoord = None if feiten.doel.vorm is Vorm.ELDERS else vraag.test(feiten)
    return Toetsvraag(
        naam=vraag.naam,
        vraag=f"{vraag.naam}: {vraag.zin}",
        antwoord=antwoord,
        herstel=vraag.mend(feiten) if antwoord is False else None,
    )


def _is_specifiek(feiten: Toetsfeiten) -> bool:
    doel = feiten.doel
    return bool(doel.omschrijving) and (doel.vorm not in MET_RICHTING or doel.richting is not Richting.GEEN)


def _mend_specifiek(feiten: Toetsfeiten) -> Herstel:
    if not feiten.doel.omschrijving:
        return _in_doel("Schrijf in één zin op wat er is afgesproken.", "omschrijving")
    return _in_doel("Kies of het meer of minder moet worden.", "richting")


def _is_meetbaar(feiten: Toetsfeiten) -> bool | None:
    doel = feiten.doel
    if doel.vorm not in MET_METING:
        return None
    return feiten.heeft_indicator and (doel.vorm in ZONDER_GETAL or _has_getal(doel))


def _has_getal(doel: Doelfeiten) -> bool:
    if doel.vorm is Vorm.RELATIEF:
        return doel.relatief is not None and doel.relatief.soort is not Relatiefsoort.NIET_AFGESPROKEN
    return any(versie.waarde is not None or versie.laag is not None for versie in doel.streefwaarden)


def _mend_meetbaar(feiten: Toetsfeiten) -> Herstel:
    if not feiten.heeft_indicator:
        return _in_doel("Kies de indicator waarmee u dit doel meet.", "indicator")
    if feiten.doel.vorm is Vorm.RELATIEF and feiten.doel.relatief is not None:
        return _in_doel("Spreek af of het procenten of procentpunten zijn.", "relatief_soort")
    return _in_doel("Leg het afgesproken getal vast als streefwaarde.", "streefwaarden")


def _is_tijdgebonden(feiten: Toetsfeiten) -> bool:
    return feiten.doel.tot is not None


def _has_start(feiten: Toetsfeiten) -> bool | None:
    """A running count towards a number and a comparison with others need no start."""
    doel = feiten.doel
    if doel.vorm not in MET_METING or doel.vorm is Vorm.VERGELIJKING:
        return None
    if doel.soort is Soort.STROOM and doel.vorm in {Vorm.GETAL, Vorm.BANDBREEDTE}:
        return None
    start = _start_of(doel)
    return start is not None and bool(start.bron)


def _start_of(doel: Doelfeiten) -> Meetwaarde | None:
    return doel.start or next((meting for meting in doel.metingen if meting.nulmeting), None)


def _mend_start(feiten: Toetsfeiten) -> Herstel:
    if not feiten.heeft_indicator:
        return _in_doel("Kies eerst een indicator. Wijs daarna de meting van het begin aan.", "indicator")
    if _start_of(feiten.doel) is None:
        return _in_doel("Wijs de meting aan waar dit doel begint, of voeg een nulmeting toe.", "start")
    return _in_indicator("Schrijf bij de meting van het begin waar het cijfer vandaan komt.", "metingen")


def _is_controleerbaar(feiten: Toetsfeiten) -> bool | None:
    """The parts of a doel of the form samengesteld are asked for their own figures."""
    zonder_cijfer = {Vorm.TEKST, Vorm.OPLEVERING, Vorm.SAMENGESTELD}
    return None if feiten.doel.vorm in zonder_cijfer else bool(feiten.bron)


def _mend_bron(feiten: Toetsfeiten) -> Herstel:
    if not feiten.heeft_indicator:
        return _in_doel("Kies eerst een indicator. Schrijf daar de bron van de cijfers op.", "indicator")
    return _in_indicator("Schrijf bij de indicator op waar de cijfers vandaan komen.", "bron")


def _in_doel(zin: str, veld: str) -> Herstel:
    return Herstel(zin=zin, soort=DOEL, veld=veld)


def _in_indicator(zin: str, veld: str) -> Herstel:
    return Herstel(zin=zin, soort=INDICATOR, veld=veld)


VRAGEN = (
    Vraag("Specifiek", "is duidelijk wat er moet veranderen?", _is_specifiek, _mend_specifiek),
    Vraag(
        "Meetbaar",
        "is er een indicator met een afgesproken getal of richting?",
        _is_meetbaar,
        _mend_meetbaar,
    ),
    Vraag(
        "Tijdgebonden",
        "is er een einddatum?",
        _is_tijdgebonden,
        lambda feiten: _in_doel("Schrijf op wanneer het doel gehaald moet zijn.", "periode"),
    ),
    Vraag("Start", "is het vertrekpunt bekend, met datum en bron?", _has_start, _mend_start),
    Vraag(
        "Eigenaar",
        "is bekend wie verantwoordelijk is?",
        lambda feiten: bool(feiten.eigenaar),
        lambda feiten: _in_doel("Schrijf op wie verantwoordelijk is voor dit doel.", "eigenaar"),
    ),
    Vraag("Controleerbaar", "is de bron van de cijfers bekend?", _is_controleerbaar, _mend_bron),
    Vraag(
        "Aanpak",
        "staat er wat er gebeurt om het doel te halen?",
        lambda feiten: bool(feiten.aanpak),
        lambda feiten: _in_doel("Schrijf op wat er gebeurt om dit doel te halen.", "aanpak"),
    ),
)
