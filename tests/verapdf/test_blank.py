import datetime as dt

import pytest
from django.conf import settings

from kevytasiointi.catalogue.folder import read_folder
from kevytasiointi.exports.blank import BlankForm, Recipient, blank_pdf
from kevytasiointi.exports.receipt.glyphs import _available
from support.needs import needs

pytestmark = [pytest.mark.verapdf, needs("java", "jaxb")]

RECIPIENT = Recipient("Esimerkkilän ympäristönsuojelu 😀 王", "Kirjaamo\nPL 1\n\n00001 Esimerkkilä", is_example=True)


def blank(definition, language, recipient=None):
    return BlankForm(
        language=language,
        procedure=definition.name.in_language(language),
        summary=definition.summary.in_language(language),
        version=1,
        sha256=f"{definition.id:0<64}",
        published_at=dt.datetime(2026, 11, 24, tzinfo=dt.UTC),
        form=definition.form,
        recipient=recipient,
    )


def test_every_blank_form_conforms_to_both_profiles_in_every_language(verapdf):
    definitions = read_folder(settings.BASE_DIR / "definitions").procedures
    forms = {(one.id, language): blank(one, language) for one in definitions for language in ("fi", "sv", "en")}
    forms["to", "an authority"] = blank(definitions[0], "fi", RECIPIENT)
    forms["every", "character"] = blank(definitions[0], "fi", Recipient("".join(sorted(_available() - {"\n"})), ""))
    failures = verapdf(*(blank_pdf(each) for each in forms.values()))
    assert dict(zip(forms, failures, strict=True)) == {name: [] for name in forms}
