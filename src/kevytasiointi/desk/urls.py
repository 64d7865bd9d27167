from django.urls import path

from kevytasiointi.desk import views

app_name = "desk"

urlpatterns = [
    path("desk/", views.inbox, name="inbox"),
    path("desk/cases/<str:public_id>/", views.case, name="case"),
    path("desk/cases/<str:public_id>/take/", views.take, name="take"),
    path("desk/cases/<str:public_id>/handler/", views.hand_over, name="handler"),
    path("desk/cases/<str:public_id>/case-number/", views.case_number, name="case_number"),
    path("desk/cases/<str:public_id>/status/", views.change_status, name="status"),
    path("desk/cases/<str:public_id>/messages/", views.message, name="message"),
    path("desk/cases/<str:public_id>/package.zip", views.package, name="package"),
    path("desk/cases/<str:public_id>/application.pdf", views.pdf, name="pdf"),
    path("desk/cases/<str:public_id>/files/<str:file_id>/", views.file, name="file"),
]
