"""What a team fills in on one page: merged field by field with what a colleague saved, written at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError

from ..bouwen.blad import Invoerblad
from ..bouwen.ophalen import Plek, fetch_invoerblad
from ..models import Gebruiker, Rapportageronde, Realisatie, Toelichting
from ..regels.samenvoegen import Conflict, Samengevoegd, merge
from .invoerstaten import take_overgang
from .metingvakken import write_meetgroep
from .overgangen import Overgang, note_invulling
from .rondes import lock_ronde
from .samenvoegen import Botsing
from .schrijven import Handeling, begin
from .sloten import find_rij, require_invoer, require_rij
from .stappen import write_stapvak

RIJVELDEN = {"tekst", "oordeel", "oordeel_horizon", "oordeel_oorzaak", "oordeel_gevolg", "oordeel_bijsturing"}
WEGGEHAALD = "Het veld waarin u ‘{}’ typte, is intussen weggehaald. Bewaar die tekst zelf ergens anders."
ZONDER_HORIZON = "Kies waar uw oordeel over gaat: dit jaar of de planperiode."
ZONDER_OORDEEL = "Kies een oordeel, of maak leeg waar het over gaat."


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgeslagen:
    """The names of the fields that were written, and of those taken over from a colleague."""

    gewijzigd: tuple[str, ...] = ()
    overgenomen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Afronding:
    """What is done with the row after its fields were filled in, if anything; `gezien` as in save_invoer."""

    overgang: Overgang | None
    gezien: int | None


def save_invoer(
    *,
    plek: Plek,
    ingevoerd: Mapping[str, str],
    geladen: Mapping[str, str],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    overgang: Overgang | None = None,
    gezien: int | None = None,
) -> Opgeslagen:
    """Write what was typed and differs from what was loaded; the rest stays as it is stored now.

    Both mappings are texts by field of the Invoerblad. `overgang` is done in the same handeling, on the row
    as `gezien`, its versie, showed it. Raises Vergrendeld when round or row is locked, Botsing when a
    colleague changed the same field, ValidationError by field; nothing is saved then.
    """
    naam = overgang.naam if overgang else "vul in"
    with begin(
        naam,
        programma=plek.ronde.programma,
        door=door,
        op=op,
        reden=reden or (overgang.reden if overgang else ""),
    ) as handeling:
        # People take turns, also where there is no row to lock yet, and nobody adopts the round meanwhile.
        ronde = lock_ronde(plek.ronde)
        blad = fetch_invoerblad(plek, lock=True)
        keurt = overgang is not None and overgang.keurt
        if not keurt:
            require_open(handeling, ronde, blad)
        samen = merge_invoer(blad, ingevoerd, geladen)
        huidig = blad.teksten
        gewijzigd = {naam: tekst for naam, tekst in samen.waarden.items() if tekst != huidig[naam]}
        if keurt and gewijzigd:
            require_open(handeling, ronde, blad)
        write_velden(handeling, blad, gewijzigd, Afronding(overgang, gezien))
    return Opgeslagen(gewijzigd=tuple(gewijzigd), overgenomen=samen.overgenomen)


def require_open(handeling: Handeling, ronde: Rapportageronde, blad: Invoerblad) -> None:
    require_invoer(ronde, door=handeling.door, op=handeling.op)
    require_rij(find_rij(blad), door=handeling.door)


def merge_invoer(blad: Invoerblad, ingevoerd: Mapping[str, str], geladen: Mapping[str, str]) -> Samengevoegd:
    """Field by field, but fields that belong together as one. Raises Botsing."""
    require_aanwezig(blad, ingevoerd, geladen)
    huidig = blad.teksten
    namen = [naam for naam in huidig if naam in ingevoerd and naam in geladen]
    samen = merge(*(by_geheel(blad, teksten, namen) for teksten in (geladen, ingevoerd, huidig)))
    plat = Samengevoegd(
        waarden={naam: tekst for geheel in samen.waarden.values() for naam, tekst in geheel.items()},
        overgenomen=tuple(naam for naam in namen if ingevoerd[naam] == geladen[naam] != huidig[naam]),
        conflicten=tuple(
            Conflict(veld=naam, ingevoerd=ingevoerd[naam], huidig=huidig[naam])
            for conflict in samen.conflicten
            for naam in conflict.ingevoerd
            if ingevoerd[naam] != huidig[naam]
        ),
    )
    if plat.conflicten:
        raise Botsing((plat,))
    return plat


def by_geheel(
    blad: Invoerblad, teksten: Mapping[str, str], namen: Iterable[str]
) -> dict[str, dict[str, str]]:
    gehelen: dict[str, dict[str, str]] = defaultdict(dict)
    for naam in namen:
        gehelen[blad.velden[naam].geheel or naam][naam] = teksten[naam]
    return gehelen


def require_aanwezig(blad: Invoerblad, ingevoerd: Mapping[str, str], geladen: Mapping[str, str]) -> None:
    """A field may have gone since it was loaded; what was typed there is said, not dropped."""
    weg = [
        tekst
        for naam, tekst in ingevoerd.items()
        if naam not in blad.velden and tekst != geladen.get(naam, "")
    ]
    if weg:
        raise ValidationError([WEGGEHAALD.format(tekst) for tekst in weg])


def write_velden(
    handeling: Handeling, blad: Invoerblad, gewijzigd: Mapping[str, str], afronding: Afronding
) -> None:
    """Each part says what is wrong with its own fields; all of it is raised together."""
    delen: list[tuple] = [(write_meetgroep, blad.ronde, groep) for groep in blad.groepen]
    delen += [(write_stapvak, blad.ronde, vak) for vak in blad.stapvakken]
    if afronding.overgang or (gewijzigd and blad.rij is not None):
        delen.append((write_rij, afronding, blad.rij))
    fouten: dict[str, list] = {}
    for write, waarmee, deel in delen:
        try:
            write(handeling, waarmee, deel, gewijzigd)
        except ValidationError as fout:
            fout.update_error_dict(fouten)
    if fouten:
        raise ValidationError(fouten)


def write_rij(
    handeling: Handeling,
    afronding: Afronding,
    rij: Realisatie | Toelichting | None,
    gewijzigd: Mapping[str, str],
) -> None:
    """The text and the oordeel, the state that follows from filling in, and what was asked for after it."""
    if rij is not None and gewijzigd:
        fill_rij(handeling, rij, gewijzigd)
    if afronding.overgang is not None:
        take_overgang(handeling, rij, afronding.overgang, afronding.gezien)
    handeling.save(rij)


def fill_rij(handeling: Handeling, rij: Realisatie | Toelichting, gewijzigd: Mapping[str, str]) -> None:
    tekst = RIJVELDEN & gewijzigd.keys()
    for naam in tekst:
        setattr(rij, naam, gewijzigd[naam])
    note_invulling(rij, handeling, met_tekst=bool(tekst))
    if rij.oordeel and not rij.oordeel_horizon:
        raise ValidationError({"oordeel_horizon": ZONDER_HORIZON})
    if rij.oordeel_horizon and not rij.oordeel:
        raise ValidationError({"oordeel": ZONDER_OORDEEL})
