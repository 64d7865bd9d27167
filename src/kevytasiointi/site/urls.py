from django.urls import path

from kevytasiointi.site.views import confirm_mailbox, facts, gallery, mailbox, sign_in

app_name = "site"

urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("terms/", sign_in.terms, name="terms"),
    path("accessibility/", facts.accessibility, name="accessibility"),
    path("privacy/", facts.privacy, name="privacy"),
    path("about/", facts.about, name="about"),
    path("mailbox/", mailbox.mailbox, name="mailbox"),
    path("mailboxes/<str:token>/", confirm_mailbox.confirm_mailbox, name="confirm_mailbox"),
    path("components/", gallery.gallery, name="gallery"),
]
