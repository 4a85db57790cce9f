"""Form controls with the classes of NL Design System."""

from uuid import uuid4

from django import forms, template
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dordt_monitor.geladen import Botsingveld, GeladenForm
from dordt_monitor.getypt import Getypt, read_getypt

register = template.Library()

KLASSEN: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.widgets.Input, "utrecht-textbox utrecht-textbox--html-input"),
)


@register.simple_tag
def invoerveld(veld: BoundField) -> SafeString:
    """The control of a bound field; Django itself ties help text and errors to it.

    Without a placeholder: allauth repeats the label there.
    """
    klasse = next((klasse for soort, klasse in KLASSEN if isinstance(veld.field.widget, soort)), "")
    return veld.as_widget(attrs={"class": klasse, "placeholder": False})


@register.filter
def botsing(veld: BoundField) -> Botsingveld | None:
    """What a colleague made of the field meanwhile; None where nobody did."""
    return veld.form.botsing_of(veld.name) if isinstance(veld.form, GeladenForm) else None


@register.simple_tag(takes_context=True)
def formuliernummer(context: Context) -> SafeString:
    """For a form that is no GeladenForm: by which a browser may keep what is typed, until it is saved."""
    nummer = context["request"].POST.get("formulier") or uuid4()
    return format_html('<input type="hidden" name="formulier" value="{}">', nummer)


@register.simple_tag(takes_context=True)
def getypt(context: Context) -> list[Getypt]:
    return read_getypt(context["request"])
