from django.urls import path

from kevytasiointi.portal.views import catalogue, coverage, fill, find, follow

app_name = "portal"

urlpatterns = [
    path("", find.front, name="front"),
    path("search/", find.search, name="search"),
    path("procedures/<slug:slug>/", find.procedure, name="procedure"),
    path("procedures/<slug:slug>/start/", fill.start, name="start"),
    path("procedures/<slug:slug>/would-use/", coverage.wish, name="wish"),
    path("coverage/", coverage.index, name="coverage"),
    path("coverage/municipalities/<str:code>/", coverage.municipality, name="coverage_municipality"),
    path("coverage/<slug:slug>/", coverage.procedure, name="coverage_procedure"),
    path("coverage/<slug:slug>/would-use.csv", coverage.wishes_csv, name="wishes_csv"),
    path("for-authorities/", catalogue.index, name="catalogue"),
    path("for-authorities/<slug:slug>/", catalogue.procedure, name="catalogue_procedure"),
    path("for-authorities/<slug:slug>/form.pdf", catalogue.paper, name="blank_pdf"),
    path("for-authorities/<slug:slug>/try/", catalogue.trial, name="trial"),
    path("applications/", follow.applications, name="applications"),
    path("applications/<str:public_id>/", follow.application, name="application"),
    path("applications/<str:public_id>/fill/<slug:page_id>/", fill.step, name="step"),
    path("applications/<str:public_id>/check/", fill.check, name="check"),
    path("applications/<str:public_id>/send/", fill.send, name="send"),
    path("applications/<str:public_id>/receipt/", follow.receipt, name="receipt"),
    path("applications/<str:public_id>/receipt.pdf", follow.receipt_pdf, name="receipt_pdf"),
    path("applications/<str:public_id>/files/<str:file_id>/", follow.file, name="file"),
    path("applications/<str:public_id>/messages/", follow.message, name="message"),
    path("applications/<str:public_id>/sent-elsewhere/", follow.sent_elsewhere, name="sent_elsewhere"),
    path("applications/<str:public_id>/withdraw/", follow.withdraw, name="withdraw"),
]
