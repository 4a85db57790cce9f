"""The money over the years, on whatever page of a report it stands."""

from typing import Any

from django import template

from ..geldjaren import Geldjaren, Jaarkosten, make_geldjaren, make_jaarkosten
from ..rapport import Financien

register = template.Library()


@register.simple_tag(takes_context=True)
def geldjaren(context: dict[str, Any], financien: Financien) -> Geldjaren:
    """Of a line, or of the programme when it is the money of `rapport` itself."""
    return make_geldjaren(financien, van_lijn=financien is not context["rapport"].financien)


@register.simple_tag(takes_context=True)
def jaarkosten(context: dict[str, Any], financien: Financien) -> Jaarkosten:
    """In the round's own year, of a line or of the programme."""
    rapport = context["rapport"]
    return make_jaarkosten(financien, rapport.ronde.jaar, van_lijn=financien is not rapport.financien)
