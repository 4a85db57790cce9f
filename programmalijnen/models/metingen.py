"""What is measured: the indicator, its categories, its values over time."""

from django.db import models
from django.db.models import F, Q

from ..regels.begrippen import Precisie, Soort, Toestand
from .basis import Geversioneerd, MetSleutel, MetVindplaats, keuzes
from .structuur import require_zelfde_programma
from .werklijst import IndicatorQuerySet


class MetPlek(models.Model):
    """Hangs on at most one of lijn, ambitie, activiteit; on none of them: on the programme."""

    lijn = models.ForeignKey(
        "programmalijnen.Programmalijn", models.PROTECT, null=True, blank=True, related_name="%(class)s_set"
    )
    ambitie = models.ForeignKey(
        "programmalijnen.Ambitie", models.PROTECT, null=True, blank=True, related_name="%(class)s_set"
    )
    activiteit = models.ForeignKey(
        "programmalijnen.Activiteit", models.PROTECT, null=True, blank=True, related_name="%(class)s_set"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(lijn__isnull=True, ambitie__isnull=True)
                | Q(lijn__isnull=True, activiteit__isnull=True)
                | Q(ambitie__isnull=True, activiteit__isnull=True),
                name="%(class)s_hangt_op_een_plek",
                violation_error_message="Kies één plek: een lijn, een ambitie of een activiteit.",
            )
        ]

    @property
    def plek(self) -> models.Model | None:
        """What it hangs on; None for the programme. People choose one place, so it changes as one."""
        return self.activiteit or self.ambitie or self.lijn

    @plek.setter
    def plek(self, rij: models.Model | None) -> None:
        for naam in ("lijn", "ambitie", "activiteit"):
            soort = self._meta.get_field(naam).related_model
            setattr(self, naam, rij if isinstance(rij, soort) else None)


class Indicator(MetSleutel, MetPlek, MetVindplaats):
    """Something measured. Without a Doel it is a contextcijfer. Values have at most four decimals."""

    naam = models.CharField(max_length=250)
    eenheid = models.CharField(max_length=60, blank=True)
    decimalen = models.PositiveSmallIntegerField(default=0)
    soort = models.CharField(max_length=20, choices=keuzes(Soort), default=Soort.NIET_VERMELD)
    bron = models.CharField(max_length=250, blank=True)
    eigenaar = models.CharField(max_length=120, blank=True)
    toelichting = models.TextField(blank=True)
    categorieen_sluiten_uit = models.BooleanField(
        null=True,
        blank=True,
        help_text="Leeg betekent: niet afgesproken of iemand in meer categorieën kan vallen.",
    )
    volgorde = models.PositiveIntegerField(default=0)
    gearchiveerd = models.BooleanField(default=False)

    objects = IndicatorQuerySet.as_manager()

    class Meta(MetSleutel.Meta):
        verbose_name = "indicator"
        verbose_name_plural = "indicatoren"
        constraints = [
            *MetSleutel.Meta.constraints,
            *MetPlek.Meta.constraints,
            models.CheckConstraint(
                condition=Q(decimalen__lte=4),
                name="indicator_hoogstens_vier_decimalen",
                violation_error_message="Een meting heeft hoogstens vier cijfers achter de komma.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        require_zelfde_programma(self, "lijn", "ambitie", "activiteit")


class Categorie(Geversioneerd):
    """A part of an indicator; `telt_mee` is empty where nobody recorded it (rekenregels 1)."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="categorieen")
    naam = models.CharField(max_length=200)
    telt_mee = models.BooleanField(null=True, blank=True)
    volgorde = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "categorie"
        verbose_name_plural = "categorieën"
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "naam"],
                name="categorie_naam_uniek",
                violation_error_message="Deze categorie bestaat al bij deze indicator.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def programma(self):
        return self.indicator.programma

    @property
    def spoorsleutel(self) -> str:
        return f"{self.indicator.sleutel}/{self.naam}"


class Meting(MetSleutel, MetVindplaats):
    """A value of an indicator over a period as written, of the whole or of one category.

    `peildatum` is the period's last day. A corrected value stays (`vervangen`); its successor points to it.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="metingen")
    categorie = models.ForeignKey(Categorie, models.PROTECT, null=True, blank=True, related_name="metingen")
    periode = models.CharField("periode", max_length=80)
    periode_van = models.DateField(null=True, blank=True)
    peildatum = models.DateField()
    peildatum_afgeleid = models.BooleanField(default=True)
    toestand = models.CharField(max_length=40, choices=keuzes(Toestand), default=Toestand.GEMETEN)
    waarde = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    teller = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    noemer = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    precisie = models.CharField(max_length=12, choices=keuzes(Precisie), default=Precisie.PRECIES)
    is_nulmeting = models.BooleanField("nulmeting", default=False)
    bron = models.CharField(max_length=250, blank=True)
    opmerking = models.CharField(max_length=500, blank=True)
    vervangen = models.BooleanField(default=False, editable=False)
    vervangt = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="opvolger", editable=False
    )

    class Meta(MetSleutel.Meta):
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        constraints = [
            *MetSleutel.Meta.constraints,
            models.UniqueConstraint(
                fields=["indicator", "periode_van", "peildatum"],
                condition=Q(vervangen=False, categorie__isnull=True, periode_van__isnull=False),
                name="meting_uniek_periode",
                violation_error_message="Over deze periode is al een meting vastgelegd.",
            ),
            models.UniqueConstraint(
                fields=["indicator", "peildatum"],
                condition=Q(vervangen=False, categorie__isnull=True, periode_van__isnull=True),
                name="meting_uniek_dag",
                violation_error_message="Op deze datum is al een meting vastgelegd.",
            ),
            models.UniqueConstraint(
                fields=["indicator", "categorie", "peildatum"],
                condition=Q(vervangen=False, categorie__isnull=False),
                name="meting_uniek_categorie",
                violation_error_message="Voor deze categorie is over deze periode al een meting vastgelegd.",
            ),
            models.CheckConstraint(
                condition=Q(toestand=Toestand.GEMETEN, waarde__isnull=False)
                | (~Q(toestand=Toestand.GEMETEN) & Q(waarde__isnull=True)),
                name="meting_waarde_past_bij_toestand",
                violation_error_message="Alleen een gemeten waarde heeft een getal.",
            ),
            models.CheckConstraint(
                condition=Q(periode_van__isnull=True) | Q(periode_van__lte=F("peildatum")),
                name="meting_periode_in_volgorde",
                violation_error_message="De periode eindigt vóór hij begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.naam}, {self.periode}"

    def clean(self) -> None:
        require_zelfde_programma(self, "indicator")
