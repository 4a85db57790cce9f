"""The Django admin at /beheer/: the tables as they are, read-only, for the beheerder alone.

Everything that writes is a service with its trail (ontwerp 3), so nothing is added, changed or deleted here.
"""

from django.contrib import admin
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect


class Beheersite(admin.AdminSite):
    """Knows only what our own apps register: the tables of Django and allauth are not for looking at."""

    site_header = site_title = "Beheer van de gegevens (alleen lezen)"
    index_title = "Tabellen"
    site_url = "/"

    def admin_view(self, view, cacheable=False):
        """Who is logged in and is no beheerder finds nothing here (404), instead of another log-in page."""
        inner = super().admin_view(view, cacheable)

        def only_for_the_beheerder(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            require_beheerder(self, request)
            return inner(request, *args, **kwargs)

        return only_for_the_beheerder

    def password_change(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """To our own page, which writes through a service."""
        return redirect("wachtwoord")

    def password_change_done(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        return redirect("wachtwoord")


def require_beheerder(site: admin.AdminSite, request: HttpRequest) -> None:
    if request.user.is_authenticated and not site.has_permission(request):
        raise Http404("Deze pagina bestaat niet, of u mag haar niet zien.")


class AlleenLezen(admin.ModelAdmin):
    """A table to look into. Its list costs the same number of queries at any length."""

    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        relaties = [veld.name for veld in self.opts.fields if isinstance(veld, models.ForeignKey)]
        return super().get_queryset(request).select_related(*relaties).defer(*(self.exclude or ()))

    def get_list_filter(self, request: HttpRequest) -> tuple[str, ...]:
        return tuple(veld.name for veld in self.opts.fields if veld.name == "programma")

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return request.user.is_beheerder

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_beheerder

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


def show(*modellen: type[models.Model], zonder: tuple[str, ...] = ()) -> None:
    """Register models on the site; `zonder` names fields that are never loaded or shown."""
    soort = type("AlleenLezen", (AlleenLezen,), {"exclude": zonder})
    for model in modellen:
        beheersite.register(model, soort)


beheersite = Beheersite(name="admin")
