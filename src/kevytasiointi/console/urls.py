from django.urls import path

from kevytasiointi.console.views import invitations, jobs, people, rehearsals, start

app_name = "console"

_AUTHORITY = "console/authorities/<str:public_id>/"
_PERSON = f"{_AUTHORITY}people/<str:person_id>/"

urlpatterns = [
    path("console/", start.start, name="start"),
    path("console/jobs/", jobs.jobs, name="jobs"),
    path("console/jobs/<str:public_id>/retry/", jobs.retry, name="retry"),
    path(f"{_AUTHORITY}people/", people.people, name="people"),
    path(f"{_AUTHORITY}people/history/", people.history, name="people_history"),
    path(f"{_AUTHORITY}people/invite/", invitations.invite, name="invite"),
    path(_PERSON, people.person, name="person"),
    path(f"{_PERSON}dismiss/", people.dismiss, name="dismiss"),
    path(f"{_AUTHORITY}invitations/<str:invitation_id>/withdraw/", invitations.withdraw, name="withdraw_invitation"),
    path("console/adoptions/<str:public_id>/rehearsals/", rehearsals.rehearsals, name="rehearsals"),
    path("console/invitations/<str:token>/", invitations.invitation, name="invitation"),
]
