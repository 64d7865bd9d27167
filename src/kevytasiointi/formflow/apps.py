from django.apps import AppConfig


class FormflowConfig(AppConfig):
    name = "kevytasiointi.formflow"
    label = "formflow"
