"""From the trail back to rows and values: the row of a key, and a printed value as a field holds it."""

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models

from ..bouwen.spoortitels import models_by_soort
from ..models import Gebruiker, MetSleutel, Programma, Rapportageronde

# The key of these begins with that of the row they hang on: its field, and what identifies it there.
HANGT_AAN = {
    "teamlid": ("gebruiker", "email"),
    "realisatie": ("ronde", "slug"),
    "toelichting": ("ronde", "slug"),
    "uitzondering": ("ronde", "slug"),
    "waarschuwingsantwoord": ("ronde", "slug"),
    "streefwaarde": ("doel", "sleutel"),
    "tussenwaarde": ("doel", "sleutel"),
    "stapmelding": ("doel", "sleutel"),
    "categorie": ("indicator", "sleutel"),
    "mijlpaalstand": ("mijlpaal", "sleutel"),
    "kostenpostlijn": ("kostenpost", "sleutel"),
    "uitgave": ("kostenpost", "sleutel"),
}
# What else the key or the programme of such a row is made of.
ERBIJ = {
    "realisatie": ("activiteit",),
    "toelichting": ("lijn",),
    "kostenpostlijn": ("lijn",),
    "uitzondering": ("teamlid__gebruiker",),
}
ONVINDBAAR = "‘{}’ is er niet meer, en daar verwijst dit naar."


class Rijzoeker:
    """Finds rows of one programme by their key and locks them; parts of one row are fetched together."""

    def __init__(self, programma: Programma) -> None:
        self.programma = programma
        self.per_ouder: dict[tuple[str, str], dict[str, models.Model]] = {}

    def find(self, soort: str, sleutel: str) -> models.Model | None:
        """As it is stored now, or None."""
        model = models_by_soort()[soort]
        if soort in HANGT_AAN:
            return self._find_deel(model, soort, sleutel)
        rijen = model._base_manager.select_for_update(of=("self",), no_key=True)
        if model is Programma:
            return rijen.filter(slug=sleutel).first()
        if model is Gebruiker:
            return rijen.filter(email=sleutel).first()
        if model is Rapportageronde:
            return rijen.filter(programma=self.programma, slug=sleutel).first()
        if issubclass(model, MetSleutel):
            return rijen.filter(programma=self.programma, sleutel=sleutel).first()
        return None

    def forget(self, soort: str, sleutel: str) -> None:
        """Read it again the next time: it was written."""
        self.per_ouder.pop((soort, sleutel.split("/", 1)[0]), None)

    def _find_deel(self, model: type[models.Model], soort: str, sleutel: str) -> models.Model | None:
        begin = sleutel.split("/", 1)[0]
        if (soort, begin) not in self.per_ouder:
            ouder, veld = HANGT_AAN[soort]
            van = (
                {"programma": self.programma}
                if soort == "teamlid"
                else {f"{ouder}__programma": self.programma}
            )
            extra = ("programma",) if soort == "teamlid" else (f"{ouder}__programma",)
            rijen = model._base_manager.filter(**van, **{f"{ouder}__{veld}": begin})
            rijen = rijen.select_related(ouder, *extra, *ERBIJ.get(soort, ()))
            self.per_ouder[soort, begin] = {
                rij.spoorsleutel: rij
                for rij in rijen.select_for_update(of=("self",), no_key=True).order_by("pk")
            }
        return self.per_ouder[soort, begin].get(sleutel)

    def read(self, veld: models.Field, waarde: object) -> object:
        """A value of the trail as the field holds it. Raises ValidationError for a row that is gone."""
        if waarde is None or isinstance(waarde, bool):
            return waarde
        if isinstance(veld, models.ForeignKey):
            rij = self.find(veld.related_model._meta.model_name, str(waarde))
            if rij is None:
                raise ValidationError({veld.name: ONVINDBAAR.format(waarde)})
            return rij
        tekst = str(waarde)
        if isinstance(veld, models.DateTimeField):
            return datetime.fromisoformat(tekst)
        if isinstance(veld, models.DateField):
            return date.fromisoformat(tekst)
        return Decimal(tekst) if isinstance(veld, models.DecimalField) else waarde
