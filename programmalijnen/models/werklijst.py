"""What a round asks of people and is not there yet: the questions of the work list to the database.

The dates of the round are arguments; each answer has one row a missing thing, so that counting is done once,
in memory, and not in a subquery a row, which is five times dearer.
"""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ..regels.begrippen import Doeltoestand, Stap, Vorm

ZONDER_EINDSTAND = (Vorm.TEKST, Vorm.ELDERS, Vorm.OPLEVERING, Vorm.SAMENGESTELD)
KLAAR = (Stap.GEREED, Stap.VERVALLEN)


class RealisatieQuerySet(QuerySet):
    def in_rapportvolgorde(self) -> "RealisatieQuerySet":
        return self.order_by("lijn__volgorde", "lijn_id", "volgorde", "pk")


class IndicatorQuerySet(QuerySet):
    def in_gebruik(self) -> "IndicatorQuerySet":
        return self.filter(gearchiveerd=False)

    def without_meting_op(self, peildatum: date) -> "IndicatorQuerySet":
        """Each indicator without a value on that day; one with categories once for each that has none."""
        metingen = self.model._meta.get_field("metingen").related_model.objects
        meting = metingen.alias(deel=Coalesce("categorie_id", 0)).filter(
            indicator=OuterRef("pk"), deel=OuterRef("vak"), peildatum=peildatum, vervangen=False
        )
        return self.alias(vak=Coalesce(F("categorieen__pk"), 0)).filter(~Exists(meting))


class DoelQuerySet(QuerySet):
    def gevraagd(self, *, peildatum: date, vorige: date | None) -> "DoelQuerySet":
        """Known to the round, begun, not dropped, and not ended before or on the peildatum of the last one.

        Without a round before it, what ended earlier is not asked.
        """
        einde = Q(periode_tot__isnull=True) | Q(periode_tot__gte=peildatum)
        return (
            self.filter(gearchiveerd=False)
            .exclude(toestand=Doeltoestand.VERVALLEN)
            .filter(Q(bekend_op__isnull=True) | Q(bekend_op__lte=peildatum))
            .filter(Q(periode_van__isnull=True) | Q(periode_van__lte=peildatum))
            .filter(einde if vorige is None else einde | Q(periode_tot__gt=vorige))
        )

    def ended_before(self, peildatum: date) -> "DoelQuerySet":
        """Those that ended, and whose end is a value of an indicator."""
        return self.filter(periode_tot__lt=peildatum, indicator__gearchiveerd=False).exclude(
            vorm__in=ZONDER_EINDSTAND
        )

    def without_eindstand(self) -> "DoelQuerySet":
        """Those without a value of their indicator, or of one of its categories, on their last day."""
        metingen = self.model._meta.get_field("start").related_model.objects
        return self.filter(
            ~Exists(
                metingen.filter(
                    indicator=OuterRef("indicator"), peildatum=OuterRef("periode_tot"), vervangen=False
                )
            )
        )

    def opleveringen(self) -> "DoelQuerySet":
        return self.filter(vorm=Vorm.OPLEVERING)

    def without_stap_op(self, peildatum: date) -> "DoelQuerySet":
        """Those of which no step is set on that day and that were not done before it."""
        stappen = self.model._meta.get_field("stappen").related_model.objects.filter(doel=OuterRef("pk"))
        eerder_klaar = Q(peildatum__lt=peildatum, stap__in=KLAAR)
        return self.filter(~Exists(stappen.filter(Q(peildatum=peildatum) | eerder_klaar)))
