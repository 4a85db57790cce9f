"""The question before something is put back."""

from django import forms

from dordt_monitor.velden import Tekstveld


class HerstelForm(forms.Form):
    """`gezien` says which plan the person saw."""

    gezien = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    reden = Tekstveld(
        label="Waarom zet u dit terug?",
        max_length=500,
        help_text="Dat hoeft niet; de wijziging noemt zelf al wat er is teruggezet.",
    )
