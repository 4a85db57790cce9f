"""The trail."""

from django.urls import path

from ..views import herstel, spoor

SPOOR = "<slug:programma>/wijzigingen"

urlpatterns = [
    path(f"{SPOOR}/", spoor.wijzigingen, name="wijzigingen"),
    path(f"{SPOOR}.csv", spoor.csv, name="wijzigingen-csv"),
    path(f"{SPOOR}.xlsx", spoor.xlsx, name="wijzigingen-xlsx"),
    path(f"{SPOOR}/<uuid:handeling>/", spoor.handeling, name="handeling"),
    path(f"{SPOOR}/<uuid:handeling>/terugzetten/", herstel.terugzetten, name="terugzetten"),
    path(
        f"{SPOOR}/<uuid:handeling>/terugzetten/<int:nummer>/",
        herstel.terugzetten,
        name="wijziging-terugzetten",
    ),
]
