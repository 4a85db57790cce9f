"""What was agreed: the doel in words, the versions of its number, the steps towards it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from ..regels.begrippen import (
    Doelniveau,
    Doeltoestand,
    Precisie,
    Relatiefsoort,
    Richting,
    Stap,
    Tussenverwachting,
    Vorm,
)
from .basis import Geversioneerd, MetSleutel, MetVindplaats, keuzes
from .metingen import MetPlek
from .structuur import require_geen_kring, require_zelfde_programma
from .werklijst import DoelQuerySet


class Doel(MetSleutel, MetPlek, MetVindplaats):
    """An agreement in words, with its form and period (rekenregels 2).

    `onderdeel_van` is "daarvan"; below a doel of the form samengesteld it names one of its parts.
    """

    omschrijving = models.TextField()
    vorm = models.CharField(max_length=20, choices=keuzes(Vorm))
    richting = models.CharField(max_length=10, choices=keuzes(Richting), default=Richting.GEEN, blank=True)
    toestand = models.CharField(max_length=20, choices=keuzes(Doeltoestand), default=Doeltoestand.AFGESPROKEN)
    niveau = models.CharField(max_length=24, choices=keuzes(Doelniveau), blank=True)
    besluit = models.ForeignKey(
        "programmalijnen.Besluit", models.PROTECT, null=True, blank=True, related_name="doelen"
    )
    periode = models.CharField(max_length=80, blank=True)
    periode_van = models.DateField(null=True, blank=True)
    periode_tot = models.DateField(null=True, blank=True)
    indicator = models.ForeignKey(
        "programmalijnen.Indicator", models.PROTECT, null=True, blank=True, related_name="doelen"
    )
    vergelijkcijfer = models.ForeignKey(
        "programmalijnen.Indicator", models.PROTECT, null=True, blank=True, related_name="benchmark_van"
    )
    start = models.ForeignKey(
        "programmalijnen.Meting", models.PROTECT, null=True, blank=True, related_name="start_van"
    )
    onderdeel_van = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="onderdelen"
    )
    onderdelen_sluiten_uit = models.BooleanField(null=True, blank=True)
    relatief_soort = models.CharField(max_length=20, choices=keuzes(Relatiefsoort), blank=True)
    relatief_per_jaar = models.BooleanField(default=False)
    marge = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    tussenverwachting = models.CharField(
        max_length=40, choices=keuzes(Tussenverwachting), default=Tussenverwachting.GELIJKMATIG
    )
    bekend_op = models.DateField(
        null=True, blank=True, help_text="Peildatum van de eerste ronde die dit doel kent; leeg: altijd."
    )
    aanpak = models.TextField(blank=True)
    eigenaar = models.CharField(max_length=120, blank=True)
    elders = models.CharField(max_length=250, blank=True)
    elders_programma = models.ForeignKey(
        "programmalijnen.Programma", models.PROTECT, null=True, blank=True, related_name="+"
    )
    volgorde = models.PositiveIntegerField(default=0)
    gearchiveerd = models.BooleanField(default=False)

    objects = DoelQuerySet.as_manager()

    class Meta(MetSleutel.Meta):
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        constraints = [
            *MetSleutel.Meta.constraints,
            *MetPlek.Meta.constraints,
            models.CheckConstraint(
                condition=Q(periode_van__isnull=True)
                | Q(periode_tot__isnull=True)
                | Q(periode_van__lte=F("periode_tot")),
                name="doel_periode_in_volgorde",
                violation_error_message="De periode eindigt vóór hij begint.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving

    def clean(self) -> None:
        require_zelfde_programma(
            self, "lijn", "ambitie", "activiteit", "besluit", "indicator", "onderdeel_van"
        )
        require_geen_kring(self, "onderdeel_van")
        if self.vorm == Vorm.RELATIEF and not self.relatief_soort:
            raise ValidationError(
                {"relatief_soort": "Kies procent, procentpunt of ‘niet afgesproken’ bij een relatief doel."}
            )


class VanDoel(Geversioneerd, MetVindplaats):
    """A part that cannot live without its doel; known in the trail by doel and number."""

    class Meta:
        abstract = True

    @property
    def programma(self):
        return self.doel.programma

    @property
    def spoorsleutel(self) -> str:
        return f"{self.doel.sleutel}/{self.moment or 'begin'}"


class Streefwaarde(VanDoel):
    """A version of a doel's number, in force from `vanaf` (empty: from the beginning)."""

    doel = models.ForeignKey(Doel, models.CASCADE, related_name="streefwaarden")
    waarde = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    laag = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    hoog = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    precisie = models.CharField(max_length=12, choices=keuzes(Precisie), default=Precisie.PRECIES)
    vanaf = models.DateField(null=True, blank=True)
    besluit = models.ForeignKey(
        "programmalijnen.Besluit", models.PROTECT, null=True, blank=True, related_name="streefwaarden"
    )
    reden = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "streefwaarde"
        verbose_name_plural = "streefwaarden"
        constraints = [
            models.UniqueConstraint(
                fields=["doel", "vanaf"],
                name="streefwaarde_vanaf_uniek",
                violation_error_message="Op deze datum gaat al een streefwaarde in.",
            ),
            models.UniqueConstraint(
                fields=["doel"],
                condition=Q(vanaf__isnull=True),
                name="streefwaarde_begin_uniek",
                violation_error_message="Dit doel heeft al een eerste streefwaarde.",
            ),
            models.CheckConstraint(
                condition=Q(waarde__isnull=False, laag__isnull=True, hoog__isnull=True)
                | Q(waarde__isnull=True, laag__isnull=False, hoog__isnull=False, laag__lte=F("hoog")),
                name="streefwaarde_getal_of_band",
                violation_error_message="Geef één getal, of een laagste en een hoogste waarde.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.waarde if self.waarde is not None else f"{self.laag} - {self.hoog}")

    @property
    def moment(self):
        return self.vanaf


class Tussenwaarde(VanDoel):
    """An agreed value on the way: an earlier streefwaarde, or a point of the agreed fasering."""

    doel = models.ForeignKey(Doel, models.CASCADE, related_name="tussenwaarden")
    datum = models.DateField()
    waarde = models.DecimalField(max_digits=18, decimal_places=4)
    is_fasering = models.BooleanField(default=False)

    class Meta:
        verbose_name = "tussenwaarde"
        verbose_name_plural = "tussenwaarden"
        constraints = [
            models.UniqueConstraint(
                fields=["doel", "datum"],
                name="tussenwaarde_datum_uniek",
                violation_error_message="Voor deze datum is al een tussenwaarde afgesproken.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.waarde} op {self.datum}"

    @property
    def moment(self):
        return self.datum


class Stapmelding(VanDoel):
    """The step of an oplevering on a day, with the words it rests on; the latest one counts."""

    doel = models.ForeignKey(Doel, models.CASCADE, related_name="stappen")
    peildatum = models.DateField()
    stap = models.CharField(max_length=20, choices=keuzes(Stap))
    woorden = models.CharField(max_length=500)

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        constraints = [
            models.UniqueConstraint(
                fields=["doel", "peildatum"],
                name="stap_peildatum_uniek",
                violation_error_message="Op deze peildatum is al een stap vastgelegd.",
            )
        ]

    def __str__(self) -> str:
        return self.stap

    @property
    def moment(self):
        return self.peildatum
