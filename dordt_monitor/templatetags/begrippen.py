"""A word with its explanation behind it: `{% begrip "koers" %}` or `{% begrip "koers" "Koers" %}`."""

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import conditional_escape, format_html

from dordt_monitor.begrippenlijst import UITLEG, anchor_of

register = template.Library()

KNOP = (
    '<button class="dm-begrip" type="button" popovertarget="begrip-{anker}">{tekst}</button>'
    '<span class="dm-begrip__uitleg" id="begrip-{anker}" popover><span>{uitleg}</span>'
    ' <a href="{adres}#{anker}">Alle begrippen<span class="dm-onzichtbaar">: {woord}</span></a></span>'
)


@register.simple_tag(takes_context=True)
def begrip(context: Context, woord: str, tekst: str = "") -> str:
    """`tekst` when other letters are to be seen than `woord`. Only the first time on a page; then plain text.

    So a row may hold it: the ids stay unique and the page calm. KeyError for a word that is not in the list.
    """
    uitleg, tekst = UITLEG[woord], tekst or woord
    gehad = _gehad(context)
    if woord in gehad:
        return conditional_escape(tekst)
    gehad.add(woord)
    adres = reverse("rapportage:begrippen")
    return format_html(KNOP, anker=anchor_of(woord), tekst=tekst, uitleg=uitleg, adres=adres, woord=woord)


def _gehad(context: Context) -> set[str]:
    """Lowest in the pile of the rendering, which the page shares with all it includes, also with `only`."""
    return context.render_context.dicts[0].setdefault("begrippen", set())
