"""Decisions and milestones."""

from enum import StrEnum

from django.core.validators import URLValidator
from django.db import models

from .basis import WEB, Geversioneerd, MetSleutel, MetVindplaats, keuzes
from .structuur import require_zelfde_programma


class Besluit(MetSleutel, MetVindplaats):
    """A council or college decision; number and date only when a source gives them."""

    nummer = models.CharField(max_length=60, blank=True)
    titel = models.CharField(max_length=250)
    orgaan = models.CharField(max_length=60, blank=True)
    datum = models.DateField(null=True, blank=True)
    datum_tekst = models.CharField(max_length=80, blank=True)
    url = models.URLField(max_length=500, blank=True, validators=[URLValidator(schemes=WEB)])
    volgorde = models.PositiveIntegerField(default=0)

    class Meta(MetSleutel.Meta):
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"

    def __str__(self) -> str:
        return f"{self.titel} ({self.nummer})" if self.nummer else self.titel


class Mijlpaal(MetSleutel, MetVindplaats):
    """A milestone of the programme, a line or an activiteit; what is known of it are its standen."""

    lijn = models.ForeignKey(
        "programmalijnen.Programmalijn", models.PROTECT, null=True, blank=True, related_name="mijlpalen"
    )
    activiteit = models.ForeignKey(
        "programmalijnen.Activiteit", models.PROTECT, null=True, blank=True, related_name="mijlpalen"
    )
    titel = models.CharField(max_length=250)
    groep = models.CharField(max_length=80, blank=True)
    bestuurlijk = models.BooleanField(default=False)
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="mijlpalen")
    volgorde = models.PositiveIntegerField(default=0)
    gearchiveerd = models.BooleanField(default=False)

    class Meta(MetSleutel.Meta):
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"

    def __str__(self) -> str:
        return self.titel

    def clean(self) -> None:
        require_zelfde_programma(self, "lijn", "activiteit", "besluit")


class Mijlpaalstaat(StrEnum):
    GEPLAND = "gepland"
    GEHAALD = "gehaald"
    VERSCHOVEN = "verschoven"
    VERVALLEN = "vervallen"
    NIET_VERMELD = "niet vermeld"


class Mijlpaalstand(Geversioneerd, MetVindplaats):
    """What was known of a milestone from `bekend_op`: the moment as written, its state, why it moved.

    The first stand is the original planning; a report shows the last one known on its peildatum.
    """

    mijlpaal = models.ForeignKey(Mijlpaal, models.CASCADE, related_name="standen")
    bekend_op = models.DateField()
    tijdspad = models.CharField(max_length=250)
    staat = models.CharField(max_length=12, choices=keuzes(Mijlpaalstaat), default=Mijlpaalstaat.GEPLAND)
    reden = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "stand van een mijlpaal"
        verbose_name_plural = "standen van mijlpalen"
        constraints = [
            models.UniqueConstraint(
                fields=["mijlpaal", "bekend_op"],
                name="mijlpaalstand_dag_uniek",
                violation_error_message="Voor deze dag is al een stand vastgelegd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tijdspad}, {self.staat}"

    @property
    def programma(self):
        return self.mijlpaal.programma

    @property
    def spoorsleutel(self) -> str:
        return f"{self.mijlpaal.sleutel}/{self.bekend_op}"
