from django.urls import path

from kevytasiointi.console.views import adoptions, invitations, jobs, joining, people, places, rehearsals, start

app_name = "console"

_AUTHORITY = "console/authorities/<str:public_id>/"
_ADOPTION = "console/adoptions/<str:public_id>/"
_NOTICE = "console/joining/<str:public_id>/"
_PERSON = f"{_AUTHORITY}people/<str:person_id>/"

urlpatterns = [
    path("console/", start.start, name="start"),
    path("console/jobs/", jobs.jobs, name="jobs"),
    path("console/jobs/<str:public_id>/retry/", jobs.retry, name="retry"),
    path("console/authorities/", adoptions.authorities, name="authorities"),
    path(_AUTHORITY, adoptions.authority, name="authority"),
    path(_ADOPTION, adoptions.adoption, name="adoption"),
    path(f"{_ADOPTION}change/", adoptions.change, name="change"),
    path(f"{_ADOPTION}detach/", adoptions.detach, name="detach"),
    path(f"{_AUTHORITY}territory/", places.territory, name="territory"),
    path(f"{_AUTHORITY}right/", places.right, name="right"),
    path(f"{_ADOPTION}places/", places.places, name="places"),
    path(f"{_ADOPTION}rehearsals/", rehearsals.rehearsals, name="rehearsals"),
    path("console/joining/", joining.start, name="join"),
    path(_NOTICE, joining.notice, name="notice"),
    path(f"{_NOTICE}fill/<str:page_id>/", joining.step, name="step"),
    path(f"{_NOTICE}mailbox/", joining.test_mailbox, name="test_mailbox"),
    path(f"{_NOTICE}send/", joining.send, name="send_notice"),
    path(f"{_NOTICE}give-up/", joining.give_up, name="give_up_notice"),
    path(f"{_NOTICE}confirm/", joining.confirm, name="confirm_notice"),
    path(f"{_NOTICE}return/", joining.send_back, name="return_notice"),
    path(f"{_AUTHORITY}people/", people.people, name="people"),
    path(f"{_AUTHORITY}people/history/", people.history, name="people_history"),
    path(f"{_AUTHORITY}people/invite/", invitations.invite, name="invite"),
    path(_PERSON, people.person, name="person"),
    path(f"{_PERSON}dismiss/", people.dismiss, name="dismiss"),
    path(f"{_AUTHORITY}invitations/<str:invitation_id>/withdraw/", invitations.withdraw, name="withdraw_invitation"),
    path("console/invitations/<str:token>/", invitations.invitation, name="invitation"),
]
