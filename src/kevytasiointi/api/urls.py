from django.urls import path

from kevytasiointi.api import coverage, views

app_name = "api"

urlpatterns = [
    path("health/", views.health, name="health"),
    path("coverage.json", coverage.summary_json, name="coverage_summary_json"),
    path("coverage.csv", coverage.summary_csv, name="coverage_summary_csv"),
    path("coverage/<slug:slug>.json", coverage.procedure_json, name="coverage_json"),
    path("coverage/<slug:slug>.csv", coverage.procedure_csv, name="coverage_csv"),
]
