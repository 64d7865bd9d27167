"""An application that has been sent, with its attachment, on a tiny form."""

from django.core.files.uploadedfile import SimpleUploadedFile

from attachments import corpus
from kevytasiointi.adoption.models import Adoption
from kevytasiointi.answers import services as sheets
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, Project, Submission
from kevytasiointi.applications.rules import Status
from kevytasiointi.attachments import services as files
from kevytasiointi.catalogue.definition import ProcedureDefinition, canonical, digest
from kevytasiointi.catalogue.models import Form, FormVersion
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Customer
from support.makers import LONG_AGO, NOW, a_municipality, a_person, a_procedure, an_authority


def text(fi, sv):
    return {"fi": fi, "sv": sv, "en": fi}


def tiny_definition():
    nothing = text("-", "-")
    question = {"help": nothing, "purpose": {"basis": "law", "why": nothing}}
    definition = {
        "language_schema": 1,
        "id": "tiny",
        "kind": "notification",
        "authority": {"type": "municipality", "sector": "environment"},
        "bundles": [],
        "name": text("Pieni ilmoitus", "Liten anmälan"),
        "legal_basis": [
            {
                "id": "law",
                "act": "1/2000",
                "section": "1 §",
                "name": nothing,
                "source": "general_knowledge",
                "checked_on": "2026-11-23",
            }
        ],
        "statutory_procedures": [],
        "minutes_to_fill": 5,
        "at_hand": [],
        "what_next": text("Kunta lukee ilmoituksen.", "Kommunen läser anmälan."),
        "outcomes": ["received"],
        "records": {
            "function_code": "",
            "publicity": "public",
            "secrecy": [],
            "personal_data": "basic",
            "retention": {"years": 10, "basis": "general_knowledge"},
        },
        "form": {
            "pages": [
                {
                    "id": "all",
                    "title": text("Tiedot", "Uppgifter"),
                    "questions": [
                        question | {"id": "name", "type": "text", "label": text("Nimi", "Namn")},
                        question | {"id": "site_map", "type": "attachment", "label": text("Kartta", "Karta")},
                    ],
                }
            ]
        },
    }
    others = ("summary", "keywords", "change_note", "who", "when", "cost", "time", "other_channels")
    return ProcedureDefinition.model_validate(definition | dict.fromkeys(others, nothing))


def a_tiny_version():
    content = canonical(tiny_definition())
    return FormVersion.objects.create(
        form=Form.objects.create(slug="tiny", procedure=a_procedure("tiny")),
        number=3,
        content=content,
        sha256=digest(content),
        language_schema=1,
        change_note=Text(),
        published_at=NOW,
    )


def a_submission(*, language="fi", name="Torvien kyläyhdistys 王", is_example=False):
    """Aino's notification with a map, which came with another file that was taken out again."""
    version = a_tiny_version()
    municipality = a_municipality("999", name=Text(fi="Esimerkkilä", sv="Exempelby"))
    authority = an_authority("Esimerkkilän kunta", covering=(municipality,), is_example=is_example)
    aino = a_person("Aino", family_name="Esimerkki")
    customer = Customer.objects.create(account=aino)
    adoption = Adoption.objects.create(
        authority=authority,
        procedure=version.form.procedure,
        valid_from=LONG_AGO,
        alert_address="kunta@example.invalid",
        contact=Text(),
        fee=Text(),
        handling_days=21,
        created_at=NOW,
    )
    application = Application.objects.create(
        project=Project.objects.create(customer=customer, municipality=municipality, created_at=NOW),
        procedure=version.form.procedure,
        authority=authority,
        adoption=adoption,
        municipality=municipality,
        sheet=sheets.open_sheet(version=version, language=language, now=NOW),
        status=Status.SUBMITTED,
        customer=customer,
        language=language,
        reference="KA-7M3Q-9XKD-P4T",
        status_changed_at=NOW,
        created_at=NOW,
    )
    kept, lost = (attached(application, file) for file in ("Äänekosken kartta.pdf", "väärä.pdf"))
    files.mark_removed(file=lost, now=NOW)
    return Submission.objects.create(
        application=application,
        number=1,
        answers={"name": name, "site_map": [kept.public_id]},
        version=version,
        language=language,
        sha256="c3" * 32,
        received_at=NOW,
        sender=aino,
        principal=customer,
    )


def attached(application, name):
    return files.receive(
        owner=queries.files_owner(application),
        uploaded=SimpleUploadedFile(name, corpus.pdf()),
        accept=["pdf"],
        max_bytes=10_000,
        now=NOW,
    )
