"""Make `.venv` from the lock: `python3 tools/bootstrap.py [run|dev]`. Needs nothing but a bare Python.

uv is taken from PATH; else installed beside the environment by pip; else its wheel is fetched from the
package index that this machine is set up with. The last two ways take only the pinned file, by hash.
Where lock and environment already agree, nothing is asked of the network.
"""

from __future__ import annotations  # an older Python must get as far as the sentence that it is too old

import argparse
import base64
import configparser
import hashlib
import os
import platform
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
VENV = HERE / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
OLDEST_PYTHON = (3, 11)

UV_VERSION = "0.13.9"
# (system, machine, C library) → tail of the wheel's name, SHA-256
UV_WHEELS = {
    ("Linux", "x86_64", "glibc"): (
        "manylinux_2_17_x86_64.manylinux2014_x86_64",
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    ("Linux", "x86_64", "other"): (
        "musllinux_1_1_x86_64",
        "2c45530751517d6c3bbc69a19473f6effe47cce047bede01ffd8af7ea7b36b25",
    ),
    ("Linux", "aarch64", "any"): (
        "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64",
        "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe",
    ),
    ("Darwin", "arm64", "any"): (
        "macosx_11_0_arm64",
        "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63",
    ),
    ("Darwin", "x86_64", "any"): (
        "macosx_10_12_x86_64",
        "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5",
    ),
}


class Stop(Exception):  # noqa: N818 - what it holds is the sentence a person reads
    """The environment can't be made; the text says what to do."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Make .venv from the lock.")
    parser.add_argument("kind", nargs="?", choices=["run", "dev"], default="run")
    try:
        _make(parser.parse_args().kind)
    except Stop as reason:
        print(f"bootstrap: {reason}", file=sys.stderr)
        return 1
    return 0


def _make(kind: str) -> None:
    if sys.version_info < OLDEST_PYTHON:
        raise Stop(f"Python 3.11 or newer is needed; this is {platform.python_version()}.")
    if not _works(VENV_PYTHON, "-c", "pass"):
        shutil.rmtree(VENV, ignore_errors=True)
    if _stamp(kind).exists() and _stamp(kind).read_text(encoding="utf-8") == _state(kind):
        return
    with tempfile.TemporaryDirectory(prefix="kevytasiointi-uv-") as scratch:
        uv = _find_uv(Path(scratch))
        if not VENV_PYTHON.exists():
            _run(uv, "venv", "--quiet", "--python", sys.executable, str(VENV))
        print(f"Installing requirements/{kind}.txt into .venv …", flush=True)
        into = ("pip", "install", "--quiet", "--python", str(VENV_PYTHON))
        _run(uv, *into, "--require-hashes", "-r", f"requirements/{kind}.txt")
        _run(uv, *into, "--no-deps", "--no-build-isolation", "-e", ".")
    for made in ("run", "dev") if kind == "dev" else ("run",):  # dev.txt holds all of run.txt
        _stamp(made).write_text(_state(made), encoding="utf-8")


def _stamp(kind: str) -> Path:
    return VENV / f".made-from-{kind}"


def _state(kind: str) -> str:
    """What the environment is made from: the lock, the project's own metadata, this tool, this folder."""
    digest = hashlib.sha256()
    for file in (HERE / "requirements" / f"{kind}.txt", HERE / "pyproject.toml", Path(__file__)):
        digest.update(file.read_bytes())
    return f"{digest.hexdigest()} {HERE}\n"


def _works(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0
    except OSError:
        return False


def _run(*command: str) -> None:
    result = subprocess.run(command, cwd=HERE, env=_environment_of_uv(), check=False)
    if result.returncode:
        raise Stop(f"`{' '.join(Path(part).name for part in command[:3])}` failed; its message is above.")


# Where uv comes from


def _find_uv(scratch: Path) -> str:
    found = shutil.which("uv")
    if found and _works(found, "--version"):
        return found
    key = (platform.system(), platform.machine(), _c_library())
    if key not in UV_WHEELS:
        raise Stop(f"no uv is pinned for {' '.join(key[:2])}: install uv yourself and run this again.")
    if _works(sys.executable, "-m", "pip", "--version"):
        return _uv_by_pip(scratch)
    return _uv_by_hand(scratch, *UV_WHEELS[key])


def _c_library() -> str:
    if platform.system() == "Linux" and platform.machine() == "x86_64":
        return "glibc" if platform.libc_ver()[0] == "glibc" else "other"
    return "any"


def _uv_by_pip(scratch: Path) -> str:
    wanted = scratch / "uv.txt"
    hashes = " ".join(f"--hash=sha256:{sha256}" for _, sha256 in UV_WHEELS.values())
    wanted.write_text(f"uv=={UV_VERSION} {hashes}\n", encoding="utf-8")
    target = scratch / "uv"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    command += ["--require-hashes", "--target", str(target), "-r", str(wanted)]
    if subprocess.run(command, check=False).returncode:
        raise Stop("pip could not install uv; its message is above.")
    return str(target / "bin" / "uv")


def _uv_by_hand(scratch: Path, tail: str, sha256: str) -> str:
    name = f"uv-{UV_VERSION}-py3-none-{tail}.whl"
    wheel = scratch / name
    wheel.write_bytes(_from_index("uv", name))
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != sha256:
        raise Stop(f"{name} is not the file that is pinned here: its SHA-256 differs.")
    with zipfile.ZipFile(wheel) as archive:
        program = Path(archive.extract(f"uv-{UV_VERSION}.data/scripts/uv", scratch))
    program.chmod(0o755)
    return str(program)


def _from_index(project: str, name: str) -> bytes:
    """A file of `project` from the first index that has it."""
    for index in _indexes():
        page_address = f"{index.rstrip('/')}/{project}/"
        try:
            page = _fetch(page_address).decode("utf-8", "replace")
            for link in re.findall(r'href="([^"]+)"', page):
                address = urllib.parse.urljoin(page_address, link.replace("&amp;", "&"))
                if urllib.parse.unquote(urllib.parse.urlsplit(address).path).endswith(f"/{name}"):
                    return _fetch(address)
        except OSError:
            continue
    raise Stop(
        "neither uv nor pip is here, and no package index that this machine names has uv. "
        "Do one of these and run this again:\n"
        "  install pip (Debian, Ubuntu: apt-get install python3-pip),\n"
        "  install uv, or\n"
        "  set PIP_INDEX_URL to the address of the package index you use."
    )


def _fetch(address: str) -> bytes:
    parts = urllib.parse.urlsplit(address)
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    request = urllib.request.Request(bare, headers={"Accept": "text/html, */*"})  # noqa: S310 - the operator's index
    if parts.username:
        login = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
        request.add_header("Authorization", "Basic " + base64.b64encode(login.encode()).decode())
    context = ssl.create_default_context(cafile=_pip("cert") or None)
    with urllib.request.urlopen(request, timeout=120, context=context) as answer:  # noqa: S310
        return bytes(answer.read())


# What the machine says about package indexes


def _indexes() -> list[str]:
    own = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("UV_INDEX_URL") or _pip("index-url")
    return [*([own] if own else []), *_pip("extra-index-url").split()]


def _pip(option: str) -> str:
    """The value pip would use: its variable, else its configuration files, the most particular first."""
    by_variable = os.environ.get("PIP_" + option.upper().replace("-", "_"))
    if by_variable:
        return by_variable
    for file in _pip_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, encoding="utf-8")
        except (configparser.Error, OSError):
            continue
        for section in ("install", "global"):
            if parser.has_option(section, option):
                return parser.get(section, option).strip()
    return ""


def _pip_files() -> list[Path]:
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    shared = (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(os.pathsep)
    files = [config / "pip" / "pip.conf", home / ".pip" / "pip.conf", Path("/etc/pip.conf")]
    files += [Path(folder) / "pip" / "pip.conf" for folder in shared]
    named = os.environ.get("PIP_CONFIG_FILE")
    if named == os.devnull:  # pip's own way to say "none of them"
        return []
    return [Path(named), *files] if named else files


def _environment_of_uv() -> dict[str, str]:
    """uv doesn't read pip's configuration: say it in uv's own words, unless it has been told already."""
    told = dict(os.environ)
    told.setdefault("UV_PYTHON_DOWNLOADS", "never")
    told.setdefault("UV_LINK_MODE", "copy")
    # Each file is checked against the lock's hash, so it may come from whichever index has it.
    told.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")
    if not any(name in told for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL")):
        for name, option in (("UV_DEFAULT_INDEX", "index-url"), ("UV_INDEX", "extra-index-url")):
            if _pip(option):
                told[name] = " ".join(_pip(option).split())
    for name, option in (("SSL_CERT_FILE", "cert"), ("UV_HTTP_TIMEOUT", "default-timeout")):
        if _pip(option):
            told.setdefault(name, _pip(option))
    return told


if __name__ == "__main__":
    sys.exit(main())
