"""`kevytasiointi definitions check|load|fmt|paths|schema`: for those who write forms, and for set-up."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from kevytasiointi.catalogue.checking import remarks_on
from kevytasiointi.catalogue.definition import (
    BundleDefinition,
    ElsewhereDefinition,
    FormDefinition,
    ProcedureDefinition,
    StatusesDefinition,
)
from kevytasiointi.catalogue.folder import FOLDER, definition_files, read_folder
from kevytasiointi.catalogue.pathtelling import told_paths
from kevytasiointi.catalogue.services import (
    FormInUse,
    Loading,
    OutcomesForgotten,
    QuestionsRetyped,
    load_definitions,
)
from kevytasiointi.core import clock
from kevytasiointi.core.text import LANGUAGES
from kevytasiointi.formflow.fmt import formatted
from kevytasiointi.formflow.loading import DefinitionErrors
from kevytasiointi.formflow.schema import json_schema
from kevytasiointi.formflow.spec import Definition, Vocabulary

_KINDS: Final[Mapping[str, type[Definition]]] = {
    "procedure": ProcedureDefinition,
    "elsewhere": ElsewhereDefinition,
    "form": FormDefinition,
    "bundle": BundleDefinition,
    "statuses": StatusesDefinition,
    "vocabulary": Vocabulary,
}


class Command(BaseCommand):
    help = "Check, load or format the definitions of procedures, bundles, statuses and shared questions."
    # Authors run this often; whether the server would start is another question.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        check = actions.add_parser("check", help="Say what is wrong and what to look at; ends with 1 at an error.")
        load = actions.add_parser("load", help="Make the catalogue what the folder says.")
        fmt = actions.add_parser("fmt", help="Write files in the one form that reviews like.")
        paths = actions.add_parser("paths", help="Tell the made-up applications that go through all of a form.")
        paths.add_argument("procedure", help="the id of the procedure")
        paths.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="of the form's texts")
        schema = actions.add_parser("schema", help="Print the JSON Schema of a kind of file, for an editor.")
        schema.add_argument("kind", choices=sorted(_KINDS))
        for action in (check, load, paths):
            action.add_argument("folder", nargs="?", type=Path, default=FOLDER)
        fmt.add_argument("paths", nargs="*", type=Path, default=[FOLDER])
        fmt.add_argument("--check", action="store_true", help="Only name the files that would change.")

    def handle(self, *_args: Any, **options: Any) -> None:
        match options["action"]:
            case "check":
                self._check(options["folder"])
            case "load":
                self._load(options["folder"])
            case "fmt":
                self._fmt(options["paths"], only_check=options["check"])
            case "paths":
                self._paths(options["folder"], options["procedure"], options["language"])
            case "schema":
                schema = json_schema(_KINDS[options["kind"]])
                self.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2))

    def _check(self, folder: Path) -> None:
        remarks = remarks_on(folder, today=clock.today())
        for remark in remarks:
            self.stdout.write(str(remark))
        errors = sum(remark.is_error for remark in remarks)
        if errors:
            raise CommandError(f"{errors} to mend.")
        self.stdout.write(f"The definitions can be loaded; {len(remarks)} to look at.")

    def _load(self, folder: Path) -> None:
        try:
            changes = load_definitions(folder=folder, now=clock.now())
        except DefinitionErrors as errors:
            raise CommandError(f"Nothing was loaded.\n{errors}") from None
        except QuestionsRetyped as refusal:
            raise CommandError(
                f"Nothing was loaded. These questions of {refusal.procedure} had another type in an earlier version: "
                f"{', '.join(refusal.questions)}. Give what they ask for now an id of its own."
            ) from None
        except OutcomesForgotten as refusal:
            raise CommandError(
                "Nothing was loaded. Published versions name outcomes that statuses.yaml doesn't have: "
                f"{', '.join(refusal.outcomes)}. Put them back."
            ) from None
        except FormInUse as refusal:
            raise CommandError(
                f"Nothing was loaded. {refusal.procedure} has a published form and can't become something that is "
                "done elsewhere. Take the file out of the folder elsewhere/, or give it another id."
            ) from None
        for change in changes:
            if change.loading is not Loading.UNCHANGED:
                version = f", version {change.version}" if change.version else ""
                self.stdout.write(f"{change.what} {change.slug}: {change.loading}{version}")
        changed = sum(change.loading is not Loading.UNCHANGED for change in changes)
        self.stdout.write(f"Definitions: {changed} loaded, {len(changes) - changed} unchanged.")

    def _paths(self, folder: Path, procedure_id: str, language: str) -> None:
        try:
            procedures = {one.id: one for one in read_folder(folder).procedures}
        except DefinitionErrors as errors:
            raise CommandError(f"The definitions can't be read.\n{errors}") from None
        if procedure_id not in procedures:
            raise CommandError(f"There is no procedure “{procedure_id}”. There are: {', '.join(procedures)}.")
        for line in told_paths(procedures[procedure_id].form, language=language, today=clock.today()):
            self.stdout.write(line)

    def _fmt(self, paths: list[Path], *, only_check: bool) -> None:
        changed = 0
        for path in _files(paths):
            try:
                text = path.read_bytes().decode()
                wanted = formatted(text, file=path.name)
            except (DefinitionErrors, UnicodeDecodeError) as error:
                raise CommandError(f"{path} can't be read.\n{error}") from None
            if wanted != text:
                changed += 1
                self.stdout.write(f"{path}: {'would change' if only_check else 'changed'}")
                if not only_check:
                    path.write_bytes(wanted.encode())
        if only_check and changed:
            raise CommandError(f"{changed} to format: run `kevytasiointi definitions fmt`.")


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from definition_files(path) if path.is_dir() else [path]
