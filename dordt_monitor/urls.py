"""Every address of the site. Apps are named as strings only, so that nothing here imports upwards."""

from allauth.account import views as account
from allauth.account.decorators import secure_admin_login
from django.urls import include, path

from .beheer import beheersite

beheersite.login = secure_admin_login(beheersite.login)

handler400 = "dordt_monitor.fouten.onleesbaar"
handler500 = "dordt_monitor.fouten.storing"

urlpatterns = [
    # First, because most requests are for these.
    path("", include("rapportage.urls")),
    path("inloggen/", account.login, name="account_login"),
    path("inloggen/niet-actief/", account.account_inactive, name="account_inactive"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("", include("programmalijnen.urls.wachtwoord")),
    path("beheer/", beheersite.urls),
    # Before the rounds of a programme: "financien" is no round.
    path("werk/", include("financien.urls")),
    path("werk/", include("programmalijnen.urls")),
]
