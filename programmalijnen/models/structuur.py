"""Lines, ambities, activiteiten and what refers to them from elsewhere."""

from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from ..regels.begrippen import Precisie, Schaal
from .basis import MetSleutel, MetVindplaats, keuzes


def require_zelfde_programma(rij, *velden: str) -> None:
    """Raise a ValidationError on the first of `velden` that points into another programme."""
    for veld in velden:
        ander = getattr(rij, veld)
        if ander is not None and ander.programma_id != rij.programma_id:
            raise ValidationError({veld: "Dit hoort bij een ander programma."})


def require_geen_kring(rij, veld: str) -> None:
    """Raise a ValidationError when `rij` would be above itself by way of `veld`: no report would show it."""
    boven, gezien = getattr(rij, veld), {rij.pk}
    while boven is not None:
        if boven.pk in gezien:
            raise ValidationError({veld: "Zo staat het onder zichzelf. Kies iets anders."})
        gezien.add(boven.pk)
        boven = getattr(boven, veld)


class Programmalijn(MetSleutel, MetVindplaats):
    """A line of a programme, possibly below another (1.1 under 1)."""

    ouder = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="sublijnen")
    code = models.CharField(max_length=12)
    titel = models.CharField(max_length=250)
    doelstelling = models.TextField(blank=True)
    portefeuillehouder = models.CharField(max_length=120, blank=True)
    volgorde = models.PositiveIntegerField(default=0)
    gearchiveerd = models.BooleanField(default=False)

    class Meta(MetSleutel.Meta):
        verbose_name = "lijn"
        verbose_name_plural = "lijnen"
        constraints = [
            *MetSleutel.Meta.constraints,
            models.UniqueConstraint(
                fields=["programma", "code"],
                name="lijn_code_uniek",
                violation_error_message="Dit nummer is in dit programma al gebruikt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.titel}"

    @property
    def sleuteltitel(self) -> str:
        return self.titel

    def clean(self) -> None:
        require_zelfde_programma(self, "ouder")
        require_geen_kring(self, "ouder")


class MetTijdspad(models.Model):
    """A time path as people wrote it, first and now, with why it moved."""

    tijdspad_oorspronkelijk = models.CharField(max_length=250, blank=True)
    tijdspad_actueel = models.CharField(max_length=250, blank=True)
    tijdspad_reden = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True


class Ambitie(MetSleutel, MetVindplaats, MetTijdspad):
    """ "Wat willen we bereiken?": its results (doelen) and its activities are two lists."""

    lijn = models.ForeignKey(Programmalijn, models.PROTECT, related_name="ambities")
    titel = models.TextField()
    volgorde = models.PositiveIntegerField(default=0)
    gearchiveerd = models.BooleanField(default=False)

    class Meta(MetSleutel.Meta):
        verbose_name = "ambitie"
        verbose_name_plural = "ambities"

    def __str__(self) -> str:
        return self.titel

    def clean(self) -> None:
        require_zelfde_programma(self, "lijn")


class Activiteitsoort(StrEnum):
    AFGESPROKEN = "afgesproken"
    EXTRA = "extra"
    VERWANT = "verwant"


class MetPlaats(models.Model):
    """Where an activiteit stands: now (Activiteit) or in one report (Realisatie)."""

    titel = models.CharField(max_length=250)
    lijn = models.ForeignKey(Programmalijn, models.PROTECT, related_name="+")
    ambitie = models.ForeignKey(Ambitie, models.PROTECT, null=True, blank=True, related_name="+")
    onderdeel_van = models.ForeignKey(
        "programmalijnen.Activiteit", models.PROTECT, null=True, blank=True, related_name="+"
    )
    groep = models.CharField(max_length=80, blank=True)
    schaal = models.CharField(max_length=20, choices=keuzes(Schaal), default=Schaal.NIET_VERMELD)
    soort = models.CharField(
        max_length=20, choices=keuzes(Activiteitsoort), default=Activiteitsoort.AFGESPROKEN
    )
    volgorde = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class Activiteit(MetSleutel, MetPlaats, MetVindplaats, MetTijdspad):
    """What is done. Its identity stays when title, line or wording change."""

    lijn = models.ForeignKey(Programmalijn, models.PROTECT, related_name="activiteiten")
    trekker = models.ForeignKey(
        "programmalijnen.Teamlid", models.PROTECT, null=True, blank=True, related_name="activiteiten"
    )
    voortgekomen_uit = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="voortzettingen"
    )
    partners = models.TextField(blank=True)
    projectomvang = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    projectomvang_precisie = models.CharField(
        max_length=12, choices=keuzes(Precisie), default=Precisie.PRECIES
    )
    projectomvang_toelichting = models.CharField(max_length=250, blank=True)
    gearchiveerd = models.BooleanField(default=False)

    class Meta(MetSleutel.Meta):
        verbose_name = "activiteit"
        verbose_name_plural = "activiteiten"

    def __str__(self) -> str:
        return self.titel

    def clean(self) -> None:
        require_zelfde_programma(self, "lijn", "ambitie", "onderdeel_van", "trekker", "voortgekomen_uit")
        require_geen_kring(self, "onderdeel_van")
        require_geen_kring(self, "voortgekomen_uit")


class Zekerheid(StrEnum):
    ZEKER = "zeker"
    MOGELIJK = "mogelijk"


class Verwijzing(MetSleutel, MetVindplaats):
    """A line names an activiteit or indicator of which another line or programme is the owner.

    `programma` is the referring programme; the owner's figures count only in the owner's totals (ontwerp 2).
    `bekend_op` is the peildatum of the first report that knows it; empty: always.
    """

    lijn = models.ForeignKey(Programmalijn, models.PROTECT, related_name="verwijzingen")
    ambitie = models.ForeignKey(Ambitie, models.PROTECT, null=True, blank=True, related_name="verwijzingen")
    activiteit = models.ForeignKey(
        Activiteit, models.PROTECT, null=True, blank=True, related_name="verwijzingen"
    )
    indicator = models.ForeignKey(
        "programmalijnen.Indicator", models.PROTECT, null=True, blank=True, related_name="verwijzingen"
    )
    titel = models.CharField(max_length=250, blank=True)
    tijdspad = models.CharField(max_length=250, blank=True)
    bekend_op = models.DateField(null=True, blank=True)
    zekerheid = models.CharField(max_length=10, choices=keuzes(Zekerheid), default=Zekerheid.ZEKER)
    volgorde = models.PositiveIntegerField(default=0)

    class Meta(MetSleutel.Meta):
        verbose_name = "verwijzing"
        verbose_name_plural = "verwijzingen"
        constraints = [
            *MetSleutel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(activiteit__isnull=True) ^ Q(indicator__isnull=True),
                name="verwijzing_naar_een_ding",
                violation_error_message="Een verwijzing gaat naar één activiteit of naar één indicator.",
            ),
        ]

    def __str__(self) -> str:
        """What another programme calls its thing now is not for this team: it may not be adopted."""
        ding = self.activiteit or self.indicator
        eigen = str(ding) if ding.programma_id == self.programma_id else f"Verwijzing naar {ding.sleutel}"
        return self.titel or eigen

    def clean(self) -> None:
        require_zelfde_programma(self, "lijn", "ambitie")
