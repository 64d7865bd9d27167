"""Every address of the service. People's pages have their language in front; machines' have not."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kevytasiointi.api.urls")),
    *i18n_patterns(
        path("", include("kevytasiointi.portal.urls")),
        path("", include("kevytasiointi.desk.urls")),
        path("", include("kevytasiointi.console.urls")),
        path("", include("kevytasiointi.site.urls")),
        prefix_default_language=True,
    ),
]

handler400 = "kevytasiointi.site.errors.bad_request"
handler403 = "kevytasiointi.site.errors.forbidden"
handler404 = "kevytasiointi.site.errors.not_found"
handler500 = "kevytasiointi.site.errors.server_error"
