"""A difference in plain Dutch: one sentence, and what was and what is."""

from collections.abc import Iterable
from dataclasses import dataclass

from .dingen import Ding, Veld
from .verandering import Aard, Kenmerk, Verandering
from .woorden import diff_woorden

# A text up to this length stands in the sentence itself.
KORT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """A Verandering on its way: what may explain it, and what it may be told together with.

    `waarden` are was and nu in short, `bundel` its (kop, staart) in a sentence about several. What came or
    went with one of its `eigenaars` is part of that, and needs no sentence.
    """

    verandering: Verandering
    waarden: tuple[str, str] = ("", "")
    oorzaken: tuple[Kenmerk, ...] = ()
    stil: bool = False
    zelfde: bool = False
    eigenaars: frozenset[Kenmerk] = frozenset()
    bundel: tuple[str, str] | None = None


def describe_weg_of_nieuw(ding: Ding, *, is_nieuw: bool) -> Melding:
    declaratie = ding.declaratie
    naam, kern = ding.naam, declaratie.kern(ding)
    wat = f"{ding.woord} {quote(naam)}" if naam else ding.woord
    inhoud = declaratie.inhoud(ding) if declaratie.inhoud else kern or naam
    kop = "Nieuw" if is_nieuw else "Niet meer genoemd"
    verandering = Verandering(
        aard=declaratie.aard_nieuw if is_nieuw else Aard.WEG,
        kenmerk=(*ding.ref, ""),
        onderwerp=naam or ding.woord.capitalize(),
        lijn=ding.lijn,
        wat=ding.woord,
        was="" if is_nieuw else inhoud,
        nu=inhoud if is_nieuw else "",
        zin=f"{kop}: {wat}{f', {kern}' if kern and is_nieuw else ''}.",
        pad=ding.pad,
    )
    eigenaars = tuple(owners_of(ding))
    return Melding(
        verandering=verandering,
        oorzaken=(*eigenaars, *declaratie.oorzaken(ding)),
        stil=declaratie.stil,
        eigenaars=frozenset() if ding.is_eigen else frozenset(eigenaars),
    )


def owners_of(ding: Ding) -> Iterable[Kenmerk]:
    """What it is part of, nearest first: new or gone together."""
    ouder = ding.ouder
    while ouder is not None and ouder.declaratie.draagt:
        yield (*ouder.ref, "")
        ouder = ouder.ouder


def describe_plek(oud: Ding, nieuw: Ding, van: Ding, naar: Ding) -> Melding:
    """It stands at another owner than before."""
    was, nu = van.plaats, naar.plaats
    wat = f"{nieuw.woord.capitalize()} {quote(nieuw.naam)}"
    verandering = Verandering(
        aard=Aard.VERPLAATST,
        kenmerk=(*nieuw.ref, "plek"),
        onderwerp=nieuw.naam,
        lijn=nieuw.lijn,
        wat="plaats",
        was=was,
        nu=nu,
        zin=f"{wat} stond bij {was} en staat nu bij {nu}.",
        pad=nieuw.pad,
    )
    oorzaken = ((*van.ref, ""), (*naar.ref, "")) if naar.declaratie.draagt else ()
    bundel = (f"Nu bij {nu}, eerder bij {was}", f"{nieuw.woord} {quote(nieuw.naam)}")
    return Melding(verandering=verandering, oorzaken=oorzaken, bundel=bundel)


def describe_veld(naam: str, veld: Veld, oud: Ding, nieuw: Ding) -> Melding:
    was, nu = veld.afdruk(oud), veld.afdruk(nieuw)
    verschil = veld.verschil(oud, nieuw)
    kolom = veld.kolom or veld.afdruk
    bundel = veld.bundel(oud, nieuw) if veld.bundel else None
    verandering = Verandering(
        aard=veld.aard,
        kenmerk=(*nieuw.ref, naam),
        onderwerp=nieuw.naam or oud.naam,
        lijn=nieuw.lijn,
        wat=veld.wat,
        was=kolom(oud),
        nu=kolom(nieuw),
        zin=f"{': '.join(bundel)}." if bundel else make_zin(nieuw.naam, veld, was, nu, verschil),
        verschil=verschil,
        woorden=diff_woorden(was, nu) if veld.woorden else (),
        pad=nieuw.pad,
    )
    return Melding(
        verandering=verandering,
        waarden=(was, nu),
        oorzaken=(*veld.oorzaken(nieuw), *veld.oorzaken(oud)),
        stil=veld.stil,
        zelfde=veld.zelfde,
        bundel=bundel,
    )


def make_zin(naam: str, veld: Veld, was: str, nu: str, verschil: str) -> str:
    """ "Partners St. MBO: van 67 naar 75 (8 meer)."; a long text is only said to differ."""
    if veld.is_naam and was and nu:
        return f"{quote(was)} heet nu {quote(nu)}."
    kop = f"{naam.removesuffix('.')}: {veld.wat}".rstrip()
    tonen = quote if veld.woorden else str
    if not was or not nu:
        waarde = was or nu
        gezegd = f": {tonen(waarde)}" if len(waarde) <= KORT else ""
        return end_zin(f"{kop} {'is erbij gekomen' if nu else 'staat er niet meer'}{gezegd}")
    if max(len(was), len(nu)) > KORT:
        return f"{kop} is anders."
    afstand = f" ({verschil})" if verschil else ""
    # A verdict is a phrase of its own ("geen koers"), which would run on in the sentence.
    tonen = quote if veld.aard == Aard.OORDEEL else tonen
    if tonen is str and not (has_cijfers(was) and has_cijfers(nu)):
        # "Van 0 naar niet gemeten" reads as a way that was gone.
        return end_zin(f"{kop} was {was}, nu {nu}{afstand}")
    return end_zin(f"{kop} van {tonen(was)} naar {tonen(nu)}{afstand}")


def has_cijfers(tekst: str) -> bool:
    return any(teken.isdigit() for teken in tekst)


def end_zin(zin: str) -> str:
    return zin if zin.endswith((".’", ".”")) else f"{zin}."


def quote(tekst: str) -> str:
    """Between quotation marks, other ones than the text has itself."""
    regel = " ".join(tekst.split())
    return f"“{regel}”" if "‘" in regel else f"‘{regel}’"
