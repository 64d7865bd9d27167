from django.urls import path

from kevytasiointi.console import views

app_name = "console"

urlpatterns = [
    path("console/jobs/", views.jobs, name="jobs"),
    path("console/jobs/<str:public_id>/retry/", views.retry, name="retry"),
]
