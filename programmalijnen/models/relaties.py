"""What a programme has to do with other programmes and policies."""

from django.core.validators import URLValidator
from django.db import models

from .basis import WEB, MetSleutel, MetVindplaats
from .structuur import Programmalijn, require_zelfde_programma


class Relatie(MetSleutel, MetVindplaats):
    """A bond with another programme or policy, in the system or not; it carries no figures.

    `bekend_op` is the peildatum of the first report that knows it; empty: always.
    """

    lijn = models.ForeignKey(Programmalijn, models.PROTECT, null=True, blank=True, related_name="relaties")
    titel = models.CharField(max_length=250)
    tekst = models.TextField(blank=True, max_length=5000)
    ander_programma = models.ForeignKey(
        "programmalijnen.Programma", models.PROTECT, null=True, blank=True, related_name="relaties_hiermee"
    )
    andere_lijn = models.ForeignKey(
        Programmalijn, models.PROTECT, null=True, blank=True, related_name="relaties_hiermee"
    )
    url = models.URLField(max_length=500, blank=True, validators=[URLValidator(schemes=WEB)])
    bekend_op = models.DateField(null=True, blank=True)
    volgorde = models.PositiveIntegerField(default=0)

    class Meta(MetSleutel.Meta):
        verbose_name = "relatie"
        verbose_name_plural = "relaties"

    def __str__(self) -> str:
        return self.titel

    def clean(self) -> None:
        require_zelfde_programma(self, "lijn")
