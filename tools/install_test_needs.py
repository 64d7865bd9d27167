"""Install from Debian what the tests need beside Python: asks first, unless `CI` is set."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_CLUSTERS = Path("/etc/postgresql-common/createcluster.conf")


@dataclass(frozen=True)
class Need:
    package: str
    what_for: str
    is_here: Callable[[], object]


def _on_path(*names: str) -> Callable[[], object]:
    return lambda: any(map(shutil.which, names))


NEEDS = (
    Need("chromium", "the tests in a browser", _on_path("chromium", "chromium-browser", "google-chrome")),
    Need(
        "postgresql",
        "the tests on PostgreSQL",
        lambda: shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")),
    ),
    Need("default-jdk-headless", "the check of PDF/A and PDF/UA", _on_path("javac")),
    Need("libjaxb-java", "the check of PDF/A and PDF/UA", Path("/usr/share/java/jaxb-api.jar").exists),
    Need("npm", "the judges of HTML and of whole pages", _on_path("npm")),
    Need("strace", "the crash sweep", _on_path("strace")),
)


def main() -> int:
    missing = [need for need in NEEDS if not need.is_here()]
    if not missing:
        return 0
    print("The tests need from the system:")
    for need in missing:
        print(f"  {need.package:22} for {need.what_for}")
    if not shutil.which("apt-get"):
        print("This system has no apt-get: install them in its own way. What is missing will be skipped.")
        return 0
    if not _may_install():
        print(f"Not installed; what needs them will be skipped: apt-get install {' '.join(n.package for n in missing)}")
        return 0
    return _install([need.package for need in missing])


def _may_install() -> bool:
    if os.environ.get("CI"):
        return True
    if not sys.stdin.isatty():
        return False
    return input("Install them now with apt-get? [y/N] ").strip().lower() in {"y", "yes"}


def _install(packages: list[str]) -> int:
    if _apt("update") != 0:
        print("apt-get update failed; trying with the lists that are here.", file=sys.stderr)
    if "postgresql" in packages:
        # The tests make clusters of their own: Debian needn't make and start one.
        if code := _apt("install", "postgresql-common"):
            return code
        _keep_from_making_a_cluster()
    return _apt("install", *packages)


def _apt(action: str, *packages: str) -> int:
    root = [] if os.geteuid() == 0 else ["sudo"]
    options = ["--yes", "--no-install-recommends"] if action == "install" else []
    command = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", action, *options, *packages]
    return subprocess.run(command, check=False).returncode


def _keep_from_making_a_cluster() -> None:
    if os.geteuid() != 0 or not _CLUSTERS.exists():
        return
    text = _CLUSTERS.read_text(encoding="utf-8")
    said = re.sub(r"^#?\s*create_main_cluster\s*=.*$", "create_main_cluster = false", text, flags=re.MULTILINE)
    _CLUSTERS.write_text(said, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
