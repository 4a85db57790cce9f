"""`{% waarom doel as uitleg %}`: why its koers is what it is, wherever a doel stands."""

from typing import Any

from django import template

from ..rapport import Doelregel
from ..waarom import Uitleg, explain_doel

register = template.Library()


@register.simple_tag(takes_context=True)
def waarom(context: dict[str, Any], doel: Doelregel) -> Uitleg:
    return explain_doel(doel, context["rapport"])
