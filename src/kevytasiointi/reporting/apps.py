from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "kevytasiointi.reporting"
    label = "reporting"
    default_auto_field = "django.db.models.BigAutoField"
