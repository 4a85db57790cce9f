"""Where a word can be found: one row for everything with a name, live or in an edition."""

from django.db import models


class Vindplaats(models.Model):
    """A thing as the search knows it: of the live data (`editie` empty), or as an edition shows it.

    Not data but an index of it: written in the transaction that writes the thing, and it can be made anew.
    `editie` is "augustus-2024/v1". `tekst` is for an excerpt, `genormaliseerd` is title and text after NFKD
    and casefold. `pad` is the address below the programme or the edition. `naar` is
    "programma/soort/sleutel" of what a verwijzing or relatie points to.
    """

    programma = models.ForeignKey("programmalijnen.Programma", models.CASCADE, related_name="vindplaatsen")
    editie = models.CharField(max_length=80, blank=True)
    soort = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=300)
    titel = models.CharField(max_length=500)
    tekst = models.TextField(blank=True)
    genormaliseerd = models.TextField()
    pad = models.CharField(max_length=400)
    naar = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "vindplaats"
        verbose_name_plural = "vindplaatsen"
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "editie", "soort", "sleutel"], name="vindplaats_uniek"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.titel}"
