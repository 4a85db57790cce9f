"""The reporting round and the rows that belong to it."""

from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from ..regels.begrippen import Horizon, Oordeel, Rapportvorm
from .basis import Geversioneerd, MetVindplaats, keuzes
from .opgave import Invoerstaat, Opgave
from .structuur import MetPlaats
from .werklijst import RealisatieQuerySet


class Rondestaat(StrEnum):
    OPEN = "open"
    GESLOTEN = "gesloten voor invoer"
    VASTGESTELD = "vastgesteld"
    IN_RECTIFICATIE = "in rectificatie"


# Pages under /werk/<programma>/ or /programmas/<programma>/: a round with such a name could not be reached.
VASTE_PAGINAS = frozenset(
    {
        "aannames",
        "activiteiten",
        "ambities",
        "besluiten",
        "doelen",
        "edities",
        "financien",
        "gebruikers",
        "geld",
        "indicatoren",
        "instellingen",
        "lijnen",
        "mijlpalen",
        "nieuw",
        "planning",
        "relaties",
        "rondes",
        "structuur",
        "team",
        "tegenspraken",
        "toetsbaar",
        "verwijzingen",
        "wijzigingen",
    }
)


class Rapportageronde(Geversioneerd, MetVindplaats):
    """A round of one programme. `peildatum` is the day the figures speak of, `label` how people say it."""

    programma = models.ForeignKey("programmalijnen.Programma", models.PROTECT, related_name="rondes")
    slug = models.SlugField(max_length=60)
    titel = models.CharField(max_length=200)
    label = models.CharField(max_length=60)
    peildatum = models.DateField()
    jaar = models.PositiveSmallIntegerField()
    deadline = models.DateField(null=True, blank=True)
    staat = models.CharField(max_length=24, choices=keuzes(Rondestaat), default=Rondestaat.OPEN)
    gesloten_op = models.DateField(null=True, blank=True)
    rectificatiereden = models.CharField(max_length=1000, blank=True)
    # How the report is shown, not what it says: it may change after adoption. Empty: as the programme has it.
    vorm = models.CharField(max_length=24, choices=keuzes(Rapportvorm), blank=True)

    class Meta:
        verbose_name = "rapportageronde"
        verbose_name_plural = "rapportagerondes"
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "slug"],
                name="ronde_slug_uniek",
                violation_error_message="Dit programma heeft al een ronde met deze naam.",
            ),
            models.UniqueConstraint(
                fields=["programma", "peildatum"],
                name="ronde_peildatum_uniek",
                violation_error_message="Dit programma heeft al een ronde met deze peildatum.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def clean(self) -> None:
        if self.slug in VASTE_PAGINAS:
            raise ValidationError({"slug": f"Een ronde kan niet ‘{self.slug}’ heten: zo heet al een pagina."})

    @property
    def spoorsleutel(self) -> str:
        return self.slug

    @property
    def is_bewerkbaar(self) -> bool:
        return self.staat in (Rondestaat.OPEN, Rondestaat.IN_RECTIFICATIE)


class Invoer(Geversioneerd, MetVindplaats):
    """A text that is written, submitted and approved within one round, and who is asked for it."""

    trekker = models.ForeignKey(
        "programmalijnen.Teamlid", models.PROTECT, null=True, blank=True, related_name="+"
    )
    tekst = models.TextField(blank=True, max_length=20_000)
    staat = models.CharField(max_length=16, choices=keuzes(Invoerstaat), default=Invoerstaat.LEEG)
    teruggeefreden = models.CharField(max_length=1000, blank=True)
    geen_opgave_reden = models.CharField(max_length=500, blank=True)
    ingevuld_door = models.ForeignKey(
        "programmalijnen.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingediend_door = models.ForeignKey(
        "programmalijnen.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingediend_op = models.DateTimeField(null=True, blank=True)
    akkoord_door = models.ForeignKey(
        "programmalijnen.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+"
    )
    akkoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def programma(self):
        return self.ronde.programma


class MetOordeel(models.Model):
    """A person's verdict, over this year or the whole plan period, with cause, consequence and correction."""

    oordeel = models.CharField(max_length=40, choices=keuzes(Oordeel), blank=True, default="")
    oordeel_horizon = models.CharField(max_length=20, choices=keuzes(Horizon), blank=True, default="")
    oordeel_oorzaak = models.TextField(blank=True, max_length=2000)
    oordeel_gevolg = models.TextField(blank=True, max_length=2000)
    oordeel_bijsturing = models.TextField(blank=True, max_length=2000)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(oordeel="", oordeel_horizon="") | (~Q(oordeel="") & ~Q(oordeel_horizon="")),
                name="%(class)s_oordeel_met_horizon",
                violation_error_message="Zeg bij een oordeel of het over dit jaar of de planperiode gaat.",
            )
        ]

    def clean(self) -> None:
        vraagt_uitleg = self.oordeel in (Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR)
        if vraagt_uitleg and not (self.oordeel_oorzaak or self.oordeel_gevolg or self.oordeel_bijsturing):
            raise ValidationError(
                {"oordeel_oorzaak": "Leg bij dit oordeel uit: de oorzaak, het gevolg of de bijsturing."}
            )


class Realisatie(Invoer, MetOordeel, MetPlaats):
    """The row of one activiteit in one round: its place in this report, what was achieved, the verdict."""

    ronde = models.ForeignKey(Rapportageronde, models.PROTECT, related_name="realisaties")
    activiteit = models.ForeignKey("programmalijnen.Activiteit", models.PROTECT, related_name="realisaties")
    opgave = models.CharField(max_length=40, choices=keuzes(Opgave), default=Opgave.HIER)
    elders_waar = models.CharField(max_length=250, blank=True)
    elders_programma = models.ForeignKey(
        "programmalijnen.Programma", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RealisatieQuerySet.as_manager()

    class Meta:
        verbose_name = "realisatie"
        verbose_name_plural = "realisaties"
        constraints = [
            *MetOordeel.Meta.constraints,
            models.UniqueConstraint(
                fields=["ronde", "activiteit"],
                name="realisatie_een_rij",
                violation_error_message="Deze activiteit staat al in deze ronde.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} ({self.ronde})"

    @property
    def spoorsleutel(self) -> str:
        return f"{self.ronde.slug}/{self.activiteit.sleutel}"


class Onderwerp(StrEnum):
    INLEIDING = "inleiding"
    VOORTGANG = "voortgang"
    FINANCIEN = "financiën"


class Toelichting(Invoer, MetOordeel):
    """What a round says about the programme (no lijn) or a line."""

    ronde = models.ForeignKey(Rapportageronde, models.PROTECT, related_name="toelichtingen")
    lijn = models.ForeignKey(
        "programmalijnen.Programmalijn", models.PROTECT, null=True, blank=True, related_name="toelichtingen"
    )
    onderwerp = models.CharField(max_length=20, choices=keuzes(Onderwerp))

    class Meta:
        verbose_name = "toelichting"
        verbose_name_plural = "toelichtingen"
        constraints = [
            *MetOordeel.Meta.constraints,
            models.UniqueConstraint(
                fields=["ronde", "lijn", "onderwerp"],
                name="toelichting_lijn_uniek",
                violation_error_message="Deze toelichting bestaat al in deze ronde.",
            ),
            models.UniqueConstraint(
                fields=["ronde", "onderwerp"],
                condition=Q(lijn__isnull=True),
                name="toelichting_programma_uniek",
                violation_error_message="Deze toelichting bestaat al in deze ronde.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.onderwerp}, {self.lijn or self.ronde.programma}"

    @property
    def sleutel(self) -> str:
        """`financien` for the programme, `1-financien` for line 1; unique in its round."""
        onderwerp = self.onderwerp.replace("ë", "e")
        return f"{self.lijn.code}-{onderwerp}" if self.lijn_id else onderwerp

    @property
    def spoorsleutel(self) -> str:
        return f"{self.ronde.slug}/{self.sleutel}"
