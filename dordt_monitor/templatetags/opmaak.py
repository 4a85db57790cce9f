"""Dutch figures and texts in templates; each filter is one function of `opmaak` or `alineas`."""

from decimal import Decimal

from django import template

from dordt_monitor.alineas import first_sentence, split_tekst
from dordt_monitor.opmaak import (
    format_bedrag,
    format_datum,
    format_getal,
    format_met_precisie,
    keep_together,
    lower_first,
)

register = template.Library()


@register.filter
def bedrag(bedrag: Decimal) -> str:
    """Never broken over two lines."""
    return keep_together(format_bedrag(bedrag))


register.filter("heel", keep_together)
register.filter("datum", format_datum)
register.filter("getal", format_getal)
register.filter("klein_begin", lower_first)
register.filter("blokken", split_tekst)
register.filter("eerste_zin", first_sentence)
register.filter("met_precisie", format_met_precisie)
