from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from kevytasiointi.config import translations


class Command(BaseCommand):
    help = "Join, check and compile the rooms' translations."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own declaration

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["compile", "check"])

    def handle(self, *_args: Any, **options: Any) -> None:
        folder = Path(settings.LOCALE_PATHS[0])
        catalogues = [translations.read_catalogue(folder, name) for name in translations.languages_of(folder)]
        if options["action"] == "compile":
            self._compile(folder, catalogues)
        else:
            self._check(catalogues)

    def _compile(self, folder: Path, catalogues: list[translations.Catalogue]) -> None:
        for catalogue in catalogues:
            if catalogue.clashes:
                raise CommandError("\n".join(catalogue.clashes))
            translations.compile_catalogue(folder, catalogue)

    def _check(self, catalogues: list[translations.Catalogue]) -> None:
        uses = [
            *translations.uses_in_templates(settings.BASE_DIR / "templates"),
            *translations.uses_in_python(settings.BASE_DIR / "src" / "kevytasiointi"),
        ]
        problems = [problem for catalogue in catalogues for problem in translations.problems_of(catalogue, uses)]
        if problems:
            raise CommandError("\n".join([*problems, f"{len(problems)} problems in the translations"]))
        self.stdout.write(f"{len({use.key for use in uses})} messages, whole in {len(catalogues)} languages")
