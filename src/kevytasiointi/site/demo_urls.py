"""Pages that exist only where nothing is real; production doesn't have these addresses."""

from django.urls import path

from kevytasiointi.site.views import gallery, mailbox

app_name = "demo"

urlpatterns = [
    path("components/", gallery.gallery, name="gallery"),
    path("mailbox/", mailbox.mailbox, name="mailbox"),
]
