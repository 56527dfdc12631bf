"""Brings .venv up to a lock file, or sees that it is: python -m scripts.setup requirements.lock.

Needs only the standard library of the Python that it runs on, which becomes the environment's.
Every package is checked against the hashes in the lock file.
"""

import hashlib
import platform
import subprocess
import sys
import venv
from pathlib import Path

VENV = Path(".venv")
PYTHON = VENV / "bin" / "python"
UV_LOCK = Path("requirements-uv.lock")


def state(lock: Path) -> str:
    """What an installation depends on: the Python and the lock file's content."""
    return f"{platform.python_version()} {hashlib.sha256(lock.read_bytes()).hexdigest()}\n"


def version_of(python: Path) -> str | None:
    """The version that the interpreter prints; None when it does not run, as after an upgrade."""
    try:
        shown = subprocess.run([python, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return shown.stdout.split()[-1]


def run(module: str, *arguments: str | Path) -> bool:
    """Runs a module on the environment's Python; whether it succeeded."""
    return subprocess.run([PYTHON, "-m", module, *arguments], check=False).returncode == 0


def pip_install(lock: Path) -> bool:
    options = ("--quiet", "--disable-pip-version-check", "--require-hashes", "--requirement")
    return run("pip", "install", *options, lock)


def uv_install(lock: Path) -> bool:
    options = ("--quiet", "--require-hashes", "--requirement", lock, "--python", PYTHON)
    return pip_install(UV_LOCK) and run("scripts.uv", "pip", "install", *options)


def set_up(lock: Path) -> bool:
    """Makes what `lock` names available in .venv; False when that did not succeed."""
    stamp = VENV / f"{lock.stem}.installed"
    if version_of(PYTHON) != platform.python_version():
        print(f"Making {VENV} with Python {platform.python_version()} ...", flush=True)
        venv.create(VENV, clear=True, symlinks=True, with_pip=True)
    elif stamp.exists() and stamp.read_text() == state(lock):
        return True
    print(f"Installing {lock} into {VENV} ...", flush=True)
    if not uv_install(lock):
        print("The quick installer did not succeed, so pip takes over.", file=sys.stderr)
        if not pip_install(lock):
            print(f"{lock} could not be installed; the lines above say why.", file=sys.stderr)
            return False
    stamp.write_text(state(lock))
    return True


if __name__ == "__main__":
    sys.exit(0 if set_up(Path(sys.argv[1])) else 1)
