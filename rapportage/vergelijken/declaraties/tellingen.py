"""Counts, told in one sentence for the programme and for each line."""

from ...rapport import Tel, Tellingen
from ..dingen import Declaratie, Deel, Ding, Veld
from ..verandering import Aard
from .redenen import HERKENNING

KOP = "Tellingen"


def telling(naam: str, wat: str = "") -> Veld:
    """A count; its words are `wat`, or the name of the pile."""

    def words(ding: Ding) -> str:
        return wat or str(ding.waarde("naam"))

    def afdruk(ding: Ding) -> str:
        return f"{words(ding)}: {ding.waarde(naam) or 0}"

    def bundel(oud: Ding, nieuw: Ding) -> tuple[str, str]:
        return KOP, f"{words(nieuw)} van {oud.waarde(naam) or 0} naar {nieuw.waarde(naam) or 0}"

    return Veld(
        wat="telling",
        aard=Aard.TELLING,
        lees=lambda ding: ding.waarde(naam) or 0,
        afdruk=afdruk,
        bundel=bundel,
    )


DECLARATIES = {
    Tellingen: Declaratie(
        woord="tellingen",
        naam=lambda ding: KOP,
        velden={
            "aantal_activiteiten": telling("aantal_activiteiten", "activiteiten"),
            "aantal_doelen": telling("aantal_doelen", "doelen"),
            "met_koers": telling("met_koers", "doelen met een koers"),
            "beoordeeld": telling("beoordeeld", "beoordeelde activiteiten"),
        },
        delen={
            "doelen": Deel(soort="telling-doelen", sleutel=lambda tel: str(tel.naam)),
            "oordelen": Deel(soort="telling-oordelen", sleutel=lambda tel: str(tel.naam)),
        },
    ),
    Tel: Declaratie(
        woord="telling",
        naam=lambda ding: KOP,
        velden={"aantal": telling("aantal")},
        niet={"naam": HERKENNING},
    ),
}
