"""Dutch figures and texts in templates; each filter is one function of `opmaak` or `tekst`."""

from django import template

from dordt_monitor.opmaak import format_bedrag, format_datum, format_getal, format_met_precisie
from dordt_monitor.alineas import split_tekst

register = template.Library()
register.filter("bedrag", format_bedrag)
register.filter("datum", format_datum)
register.filter("getal", format_getal)
register.filter("blokken", split_tekst)
register.filter("met_precisie", format_met_precisie)
