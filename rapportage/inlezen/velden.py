"""From a value in the file to the value of a model's field."""

from datetime import date
from decimal import Decimal, InvalidOperation

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from programmalijnen.models import Categorie, MetSleutel, Programma

from .bestand import Plek, Tabel, Veld

# Set by the program, or about people: a file of facts says nothing of them.
GESLOTEN = frozenset({"id", "versie", "programma", "sleutel", "trekker", "ronde"})

SOORTNAMEN: list[tuple[type[models.Field], type, str]] = [
    (models.BooleanField, bool, "true of false"),
    (models.DateField, date, "een datum als 2024-07-31"),
    (models.IntegerField, int, "een heel getal"),
    (models.CharField, str, "tekst tussen aanhalingstekens"),
    (models.TextField, str, "tekst tussen aanhalingstekens"),
    (models.ForeignKey, str, "een sleutel tussen aanhalingstekens"),
]


def set_velden(plek: Plek, rij: models.Model, programma: Programma, velden: Tabel) -> None:
    """Set the fields the file gives, in the order of the model; raises Leesfout."""
    bekend = [veld.name for veld in rij._meta.concrete_fields if veld.editable and veld.name not in GESLOTEN]
    for naam in velden:
        if naam not in bekend:
            raise at(plek, naam).fout("dit veld kennen wij niet.")
    for naam in filter(velden.__contains__, bekend):
        setattr(rij, naam, read_waarde(at(plek, naam), rij, programma, velden[naam]))


def at(plek: Plek, naam: str) -> Plek:
    return Plek(plek.bestand, plek.tabel, f"{plek.veld}.{naam}" if plek.veld else naam)


def has_veld(model: type[models.Model], naam: str) -> bool:
    try:
        model._meta.get_field(naam)
    except FieldDoesNotExist:
        return False
    return True


def read_waarde(plek: Plek, rij: models.Model, programma: Programma, waarde: Veld) -> object:
    veld = rij._meta.get_field(plek.veld.rpartition(".")[2])
    if isinstance(veld, models.DecimalField):
        return read_decimal(plek, waarde)
    for soort, verwacht, woorden in SOORTNAMEN:
        if isinstance(veld, soort) and type(waarde) is not verwacht:
            raise plek.fout(f"hier hoort {woorden}.")
    if isinstance(veld, models.ForeignKey):
        return find_rij(plek, veld, rij, programma, str(waarde))
    return waarde


def read_decimal(plek: Plek, waarde: Veld) -> Decimal:
    """A whole number, or a decimal between quotation marks with a point: "12.5"."""
    if isinstance(waarde, (int, str)) and not isinstance(waarde, bool):
        try:
            getal = Decimal(waarde)
        except InvalidOperation:
            getal = Decimal("NaN")
        if getal.is_finite():
            return getal
    raise plek.fout("hier hoort een heel getal, of een getal met een punt tussen aanhalingstekens.")


def find_rij(
    plek: Plek, veld: models.ForeignKey, rij: models.Model, programma: Programma, sleutel: str
) -> models.Model | None:
    """The row a key points to; "" points to none, "programma/sleutel" into another programme."""
    if not sleutel:
        return None
    gevonden = search(veld.related_model, rij, programma, sleutel).first()
    if gevonden is None:
        require_ander_programma(plek, veld.related_model, sleutel)
        naam = veld.related_model._meta.verbose_name
        raise plek.fout(f"een {naam} ‘{sleutel}’ is er (nog) niet.")
    return gevonden


def require_ander_programma(plek: Plek, model: type[models.Model], sleutel: str) -> None:
    """Raises Leesfout when what is pointed to stands in a programme that is not there."""
    slug = sleutel if model is Programma else sleutel.rpartition("/")[0]
    if slug and not Programma.objects.filter(slug=slug).exists():
        raise plek.fout(f"het programma ‘{slug}’ is er nog niet. Laad dat bestand in dezelfde opdracht mee.")


def search(
    model: type[models.Model], rij: models.Model, programma: Programma, sleutel: str
) -> models.QuerySet:
    if model is Programma:
        return Programma.objects.filter(slug=sleutel)
    if model is Categorie:
        return Categorie.objects.filter(indicator=rij.indicator, naam=sleutel)
    if not issubclass(model, MetSleutel):
        return model._base_manager.none()
    ander, streep, eigen = sleutel.rpartition("/")
    return model._base_manager.filter(programma__slug=ander if streep else programma.slug, sleutel=eigen)
