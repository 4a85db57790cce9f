"""The way in: the programmes this person may read, and the newest edition of one."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from ..edities import all_readable_edities, newest_per_ronde
from ..lezen import basis_of, newest_editie


@login_not_required
@require_safe
def programmas(request: HttpRequest) -> HttpResponse:
    planken = all_readable_edities(request.user, localdate())
    rijen = [(plank.programma, newest_per_ronde(plank.edities)) for plank in planken]
    return render(request, "rapportage/programmas.html", {"rijen": rijen})


@login_not_required
@require_safe
def programma(request: HttpRequest, programma: str) -> HttpResponse:
    editie = newest_editie(request.user, programma, vandaag=localdate())
    return redirect(basis_of(programma, editie.ronde))
