"""The way in: the programmes this person may read, and the newest edition of one."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from ..lezen import basis_van, newest_editie, programmas_met_edities


@login_not_required
@require_safe
def programmas(request: HttpRequest) -> HttpResponse:
    rijen = programmas_met_edities(request.user, vandaag=localdate())
    return render(request, "rapportage/programmas.html", {"rijen": rijen})


@login_not_required
@require_safe
def programma(request: HttpRequest, programma: str) -> HttpResponse:
    editie = newest_editie(request.user, programma, vandaag=localdate())
    return redirect(basis_van(programma, editie.ronde.slug))
