"""The rows of a file that have a key, and their parts."""

from django.db.models import Model

from .bestand import Plek, Tabel
from .lader import Lader
from .soorten import Deel, Soort
from .velden import at, has_veld, read_waarde, set_velden


def load_rij(lader: Lader, plek: Plek, soort: Soort, sleutel: str, volgorde: int, velden: Tabel) -> None:
    """A row with a key, and its parts. A row that somebody deleted stays deleted."""
    rij = soort.model._base_manager.filter(programma=lader.programma, sleutel=sleutel).first()
    if rij is None:
        if (soort.model._meta.model_name, sleutel) in lader.uitgegeven:
            return
        rij = soort.model(programma=lader.programma, sleutel=sleutel)
    eigen = {naam: waarde for naam, waarde in velden.items() if naam not in soort.delen}
    save_op_volgorde(lader, plek, rij, volgorde, eigen)
    for naam, deel in soort.delen.items():
        load_delen(lader, at(plek, naam), deel, rij, velden.get(naam, []))


def load_delen(lader: Lader, plek: Plek, deel: Deel, ouder: Model, rijen: object) -> None:
    for volgorde, velden in enumerate(require_tabellen(plek, rijen), start=1):
        hier = Plek(plek.bestand, plek.tabel, f"{plek.veld}[{volgorde}]")
        rij = find_deel(lader, hier, deel, ouder, velden)
        save_op_volgorde(lader, hier, rij, volgorde, velden)


def require_tabellen(plek: Plek, rijen: object) -> list[Tabel]:
    if not isinstance(rijen, list):
        raise plek.fout("hier hoort een rij tabellen.")
    return rijen


def find_deel(lader: Lader, plek: Plek, deel: Deel, ouder: Model, velden: Tabel) -> Model:
    nieuw = deel.model(**{deel.ouder: ouder})
    kenmerk = {
        naam: read_waarde(at(plek, naam), nieuw, lader.programma, velden[naam]) if naam in velden else None
        for naam in deel.herkend_aan
    }
    return deel.model._base_manager.filter(**{deel.ouder: ouder}, **kenmerk).first() or nieuw


def save_op_volgorde(lader: Lader, plek: Plek, rij: Model, volgorde: int, velden: Tabel) -> None:
    """The place in the file is the order, where the model has one and the file does not say another."""
    if has_veld(type(rij), "volgorde"):
        velden = {"volgorde": volgorde} | velden
    set_velden(plek, rij, lader.programma, velden)
    lader.save(plek, rij)
