"""What every editable row shares: a version for merging, a key for people, a place in a source."""

from enum import StrEnum

from django.db import models

# A link leads to a page, never to a script.
WEB = ("http", "https")


def keuzes(woorden: type[StrEnum]) -> list[tuple[str, str]]:
    """Choices of a model field from a vocabulary whose values are the printed words."""
    return [(woord.value, woord.value) for woord in woorden]


class Geversioneerd(models.Model):
    """A row that people edit; `versie` rises with every accepted change (ontwerp 3, "Losing nothing")."""

    versie = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    @property
    def spoorsleutel(self) -> str:
        """The key under which the trail and the pages know this row, unique in its programme and kind."""
        return self.sleutel


class MetSleutel(Geversioneerd):
    """A row of one programme with a short readable key: given once, never changed or reused."""

    programma = models.ForeignKey("programmalijnen.Programma", models.PROTECT, related_name="+")
    sleutel = models.SlugField(max_length=60, allow_unicode=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "sleutel"],
                name="%(app_label)s_%(class)s_sleutel_uniek",
                violation_error_message="Deze sleutel is in dit programma al gebruikt.",
            )
        ]

    @property
    def sleuteltitel(self) -> str:
        """The words its key is made of when it is new."""
        return str(self)


class MetVindplaats(models.Model):
    """A fact taken from a document says where: "Voortgangsrapportage augustus 2024, regel 117"."""

    vindplaats = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True
