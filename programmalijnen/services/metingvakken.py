"""The values of one indicator over one period, as they were typed on a page."""

from collections import defaultdict
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from dordt_monitor.opmaak import OnleesbareInvoer

from ..bouwen.vakken import Meetgroep, Vak
from ..models import Meting, Rapportageronde
from ..regels.begrippen import Toestand
from ..regels.waarden import read_meetwaarde
from .metingen import is_adopted, write_meting
from .schrijven import Handeling

NIET_LEEG = (
    "Deze waarde staat in een vastgesteld rapport en kan niet leeg. "
    "Verbeter hem, of schrijf ‘niet gemeten’ of ‘niet van toepassing’."
)
IS_START = "Deze waarde is de start van een doel en kan niet weg."
BRON_ZONDER_WAARDE = "Vul ook een waarde in; een bron alleen kunnen wij niet bewaren."


def write_meetgroep(
    handeling: Handeling, ronde: Rapportageronde, groep: Meetgroep, gewijzigd: Mapping[str, str]
) -> None:
    """Raises ValidationError by field, with `reden` where an adopted report rests on what is changed."""
    bron = gewijzigd.get(groep.naam_bron)
    fouten: dict[str, list] = defaultdict(list)
    gevuld = False
    for vak in groep.vakken:
        tekst = gewijzigd.get(vak.naam)
        gevuld |= bool(tekst) if tekst is not None else vak.meting is not None
        try:
            write_vak(handeling, groep, vak, tekst, bron)
        except ValidationError as fout:
            for naam, melding in fout.message_dict.items():
                fouten[naam if naam == "reden" else vak.naam] += melding
    if bron and not gevuld:
        fouten[groep.naam_bron].append(BRON_ZONDER_WAARDE)
    if fouten:
        raise ValidationError(fouten)


def write_vak(handeling: Handeling, groep: Meetgroep, vak: Vak, tekst: str | None, bron: str | None) -> None:
    """`tekst` and `bron` are None when they stay as they are; a new value takes the bron its group has."""
    if tekst == "":
        remove_meting(handeling, vak.meting)
        return
    velden = {} if tekst is None else read_velden(vak, tekst)
    if bron is not None:
        velden["bron"] = bron
    elif vak.meting is None:
        velden["bron"] = groep.bron
    if velden and (vak.meting or tekst):
        write_meting(
            handeling,
            indicator=vak.indicator,
            categorie=vak.categorie,
            periode=vak.periode,
            velden=value_of(vak.meting) | velden,
        )


def read_velden(vak: Vak, tekst: str) -> dict:
    """What was typed as fields of a Meting. Teller and noemer belonged to the value it replaces."""
    try:
        invoer = read_meetwaarde(tekst, vak.indicator.eenheid)
    except OnleesbareInvoer as fout:
        raise ValidationError({"waarde": str(fout)}) from fout
    return {
        "waarde": invoer.waarde,
        "toestand": invoer.toestand or Toestand.GEMETEN,
        "precisie": invoer.precisie,
        "teller": None,
        "noemer": None,
    }


def value_of(meting: Meting | None) -> dict:
    """All that a successor of this value starts from."""
    namen = ("waarde", "toestand", "precisie", "teller", "noemer", "bron", "opmerking")
    return {naam: getattr(meting, naam) for naam in namen} if meting else {}


def remove_meting(handeling: Handeling, meting: Meting | None) -> None:
    """Empty again. Raises ValidationError for a value that an adopted report or a doel rests on."""
    if meting is None:
        return
    if meting.vervangt_id or is_adopted(meting):
        raise ValidationError({"waarde": NIET_LEEG})
    try:
        handeling.delete(meting)
    except ProtectedError as fout:
        raise ValidationError({"waarde": IS_START}) from fout
