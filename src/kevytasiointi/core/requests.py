"""Requests whose middleware-made attributes have types."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class WebRequest(HttpRequest):
    htmx: HtmxDetails
    LANGUAGE_CODE: str
