"""Toetsbaar? The questions of the audit offices about one doel (rekenregels 4)."""

from collections.abc import Callable
from dataclasses import dataclass

from programmalijnen.regels.begrippen import Relatiefsoort, Richting, Soort, Vorm
from programmalijnen.regels.feiten import Doelfeiten

MET_RICHTING = {Vorm.GETAL, Vorm.RICHTING, Vorm.RELATIEF, Vorm.VERGELIJKING}
MET_METING = MET_RICHTING | {Vorm.BANDBREEDTE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsfeiten:
    """A doel with what its surroundings say: who owns it, where the figures come from, what is done."""

    doel: Doelfeiten
    heeft_indicator: bool = False
    eigenaar: str = ""
    bron: str = ""
    aanpak: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsvraag:
    """`antwoord` None: the question cannot apply to this doel."""

    vraag: str
    antwoord: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets:
    """The questions with how many of those that apply were answered with yes."""

    vragen: tuple[Toetsvraag, ...]
    ja: int
    van: int


def check_toetsbaar(feiten: Toetsfeiten) -> Toets:
    """Questions that cannot apply (a text, an oplevering, elders) stay out of `van`."""
    if feiten.doel.vorm is Vorm.ELDERS:
        return _count(tuple(Toetsvraag(vraag=vraag, antwoord=None) for vraag in VRAGEN))
    return _count(tuple(Toetsvraag(vraag=vraag, antwoord=test(feiten)) for vraag, test in VRAGEN.items()))


def _count(vragen: tuple[Toetsvraag, ...]) -> Toets:
    antwoorden = [vraag.antwoord for vraag in vragen if vraag.antwoord is not None]
    return Toets(vragen=vragen, ja=sum(antwoorden), van=len(antwoorden))


def _is_specifiek(feiten: Toetsfeiten) -> bool:
    doel = feiten.doel
    return bool(doel.omschrijving) and (doel.vorm not in MET_RICHTING or doel.richting is not Richting.GEEN)


def _is_meetbaar(feiten: Toetsfeiten) -> bool | None:
    doel = feiten.doel
    if doel.vorm not in MET_METING:
        return None
    return feiten.heeft_indicator and (doel.vorm in {Vorm.RICHTING, Vorm.VERGELIJKING} or _has_getal(doel))


def _has_getal(doel: Doelfeiten) -> bool:
    if doel.vorm is Vorm.RELATIEF:
        return doel.relatief is not None and doel.relatief.soort is not Relatiefsoort.NIET_AFGESPROKEN
    return any(versie.waarde is not None or versie.laag is not None for versie in doel.streefwaarden)


def _is_tijdgebonden(feiten: Toetsfeiten) -> bool:
    return feiten.doel.tot is not None


def _has_start(feiten: Toetsfeiten) -> bool | None:
    """A running count towards a number and a comparison with others need no start."""
    doel = feiten.doel
    if doel.vorm not in MET_METING or doel.vorm is Vorm.VERGELIJKING:
        return None
    if doel.soort is Soort.STROOM and doel.vorm in {Vorm.GETAL, Vorm.BANDBREEDTE}:
        return None
    start = doel.start or next((meting for meting in doel.metingen if meting.nulmeting), None)
    return start is not None and bool(start.bron)


def _is_controleerbaar(feiten: Toetsfeiten) -> bool | None:
    return None if feiten.doel.vorm in {Vorm.TEKST, Vorm.OPLEVERING} else bool(feiten.bron)


VRAGEN: dict[str, Callable[[Toetsfeiten], bool | None]] = {
    "Specifiek: is duidelijk wat er moet veranderen?": _is_specifiek,
    "Meetbaar: is er een indicator met een afgesproken getal of richting?": _is_meetbaar,
    "Tijdgebonden: is er een einddatum?": _is_tijdgebonden,
    "Start: is het vertrekpunt bekend, met datum en bron?": _has_start,
    "Eigenaar: is bekend wie verantwoordelijk is?": lambda feiten: bool(feiten.eigenaar),
    "Controleerbaar: is de bron van de cijfers bekend?": _is_controleerbaar,
    "Aanpak: staat er wat er gebeurt om het doel te halen?": lambda feiten: bool(feiten.aanpak),
}
