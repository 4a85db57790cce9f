"""The addresses of the team under /werk/ (ontwerp 3, "URLs").

What is not of a round comes before the rounds, so none of them may have such a name as its slug; and no
programme may be called as what is not of a programme.
"""

from . import gebruikers, invoer, programma, ronde, spoor, structuur, toetsbaar

app_name = "werk"

urlpatterns = [
    *gebruikers.urlpatterns,
    *programma.urlpatterns,
    *structuur.urlpatterns,
    *toetsbaar.urlpatterns,
    *spoor.urlpatterns,
    *ronde.urlpatterns,
    *invoer.urlpatterns,
]
