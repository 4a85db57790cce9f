"""People and their roles."""

from django.urls import path

from ..views import gebruikers, spoor

SPOOR = "gebruikers/wijzigingen"
# An e-mail address may hold a slash.
WIE = "gebruikers/<path:email>"

urlpatterns = [
    path("gebruikers/", gebruikers.gebruikers, name="gebruikers"),
    path("gebruikers/nieuw/", gebruikers.nieuw, name="gebruiker-nieuw"),
    path(f"{SPOOR}/", spoor.wijzigingen, name="gebruikers-wijzigingen"),
    path(f"{SPOOR}.csv", spoor.csv, name="gebruikers-wijzigingen-csv"),
    path(f"{SPOOR}.xlsx", spoor.xlsx, name="gebruikers-wijzigingen-xlsx"),
    path(f"{SPOOR}/<uuid:handeling>/", spoor.handeling, name="gebruikers-handeling"),
    path(f"{WIE}/account/", gebruikers.account, name="gebruiker-account"),
    path(f"{WIE}/inloglink/", gebruikers.inloglink, name="gebruiker-inloglink"),
    path(f"{WIE}/rollen/<slug:programma>/", gebruikers.rol, name="gebruiker-rol"),
    path(f"{WIE}/", gebruikers.gebruiker, name="gebruiker"),
]
