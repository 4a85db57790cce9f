"""What a round asks of people, and what is there: the questions of the work list to the database.

The dates of the round are arguments. Counting is done once, in memory, and not in a subquery a row, which is
five times dearer.
"""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ..regels.begrippen import Doeltoestand

LOPEND = (Doeltoestand.VOORGESTELD, Doeltoestand.AFGESPROKEN)


class RealisatieQuerySet(QuerySet):
    def in_rapportvolgorde(self) -> "RealisatieQuerySet":
        return self.order_by("lijn__volgorde", "lijn_id", "volgorde", "pk")


class IndicatorQuerySet(QuerySet):
    def in_gebruik(self) -> "IndicatorQuerySet":
        return self.filter(gearchiveerd=False)

    def with_vakken_op(self, peildatum: date) -> "IndicatorQuerySet":
        """Each indicator once, or once for each of its categories; `gemeten`: whether a value is there."""
        metingen = self.model._meta.get_field("metingen").related_model.objects
        meting = metingen.alias(deel=Coalesce("categorie_id", 0)).filter(
            indicator=OuterRef("pk"), deel=OuterRef("vak"), peildatum=peildatum, vervangen=False
        )
        return self.alias(vak=Coalesce(F("categorieen__pk"), 0)).annotate(gemeten=Exists(meting))


class DoelQuerySet(QuerySet):
    def gevraagd(self, *, peildatum: date, vorige: date | None) -> "DoelQuerySet":
        """Known to the round, begun, not dropped, and not ended before or on the peildatum of the last one.

        Without a round before it, what ended earlier is not asked.
        """
        einde = Q(periode_tot__isnull=True) | Q(periode_tot__gte=peildatum)
        return self.filter(
            Q(bekend_op__isnull=True) | Q(bekend_op__lte=peildatum),
            Q(periode_van__isnull=True) | Q(periode_van__lte=peildatum),
            einde if vorige is None else einde | Q(periode_tot__gt=vorige),
            toestand__in=LOPEND,
            gearchiveerd=False,
        )
