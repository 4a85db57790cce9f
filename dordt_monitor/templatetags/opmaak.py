"""Dutch figures in templates; each filter is one function of `dordt_monitor.opmaak`."""

from django import template

from dordt_monitor.opmaak import format_bedrag, format_datum, format_getal

register = template.Library()
register.filter("bedrag", format_bedrag)
register.filter("datum", format_datum)
register.filter("getal", format_getal)
