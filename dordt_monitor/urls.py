"""Every address of the site. Apps are named as strings only, so that nothing here imports upwards."""

from allauth.account import views as account
from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("inloggen/", account.login, name="account_login"),
    path("inloggen/niet-actief/", account.account_inactive, name="account_inactive"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("beheer/", admin.site.urls),
    path("werk/", include("programmalijnen.urls")),
    path("werk/", include("financien.urls")),
    path("", include("rapportage.urls")),
]
