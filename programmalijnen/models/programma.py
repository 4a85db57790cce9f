"""A programme and the people who may work in it."""

from decimal import Decimal
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from ..regels.begrippen import Rapportvorm
from .basis import Geversioneerd, keuzes

# Pages under /werk/: a programme with such a name could not be reached.
VASTE_PAGINAS = frozenset({"gebruikers", "programmas"})


class Programma(Geversioneerd):
    """An uitvoeringsprogramma; says what its lines are called and where its bands lie (rekenregels 3)."""

    slug = models.SlugField(max_length=60, unique=True)
    naam = models.CharField(max_length=200)
    ondertitel = models.CharField(max_length=200, blank=True)
    omschrijving = models.TextField(blank=True)
    lijn_enkelvoud = models.CharField(max_length=40, default="programmalijn")
    lijn_meervoud = models.CharField(max_length=40, default="programmalijnen")
    partners = models.TextField(blank=True)
    looptijd = models.CharField(max_length=80, blank=True)
    vorm = models.CharField(
        max_length=24, choices=keuzes(Rapportvorm), default=Rapportvorm.VOORTGANGSRAPPORTAGE
    )
    openbaar = models.BooleanField(default=False)
    toon_toetsbaar = models.BooleanField(default=False)
    grens_op_schema = models.DecimalField(max_digits=4, decimal_places=2, default=Decimal("0.95"))
    grens_aandacht = models.DecimalField(max_digits=4, decimal_places=2, default=Decimal("0.80"))

    class Meta:
        verbose_name = "programma"
        verbose_name_plural = "programma’s"
        constraints = [
            models.CheckConstraint(
                condition=Q(grens_aandacht__gt=0)
                & Q(grens_op_schema__gte=F("grens_aandacht"))
                & Q(grens_op_schema__lte=1),
                name="programma_grenzen_in_volgorde",
                violation_error_message="De grens voor ‘op schema’ ligt tussen die voor ‘aandacht’ en 1.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        if self.slug in VASTE_PAGINAS:
            raise ValidationError(
                {"slug": f"Een programma kan niet ‘{self.slug}’ heten: zo heet al een pagina."}
            )

    @property
    def programma(self) -> "Programma":
        return self

    @property
    def spoorsleutel(self) -> str:
        return self.slug


class Rol(StrEnum):
    MEELEZER = "meelezer"
    MEDEWERKER = "medewerker"
    PROGRAMMAMANAGER = "programmamanager"


SCHRIJVERS = frozenset({Rol.MEDEWERKER, Rol.PROGRAMMAMANAGER})


class Teamlid(Geversioneerd):
    """One person's role in one programme (ontwerp 4)."""

    gebruiker = models.ForeignKey("programmalijnen.Gebruiker", models.PROTECT, related_name="teamleden")
    programma = models.ForeignKey(Programma, models.PROTECT, related_name="teamleden")
    rol = models.CharField(max_length=20, choices=keuzes(Rol))
    # Who left the team stays the trekker of older rounds, without any right.
    actief = models.BooleanField(default=True)

    class Meta:
        verbose_name = "teamlid"
        verbose_name_plural = "teamleden"
        constraints = [
            models.UniqueConstraint(
                fields=["gebruiker", "programma"],
                name="teamlid_een_rol",
                violation_error_message="Deze persoon heeft in dit programma al een rol.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker} ({self.rol})"

    @property
    def spoorsleutel(self) -> str:
        return self.gebruiker.email

    @property
    def vult_in(self) -> bool:
        """Whether something can be asked of this person."""
        return self.actief and self.rol in SCHRIJVERS and self.gebruiker.is_active
