"""What `make` does before anything of Baraza runs, as far as it can be tried without a network."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts import setup
from scripts.uv import uv_environment

ROOT = Path(__file__).parents[1]
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
OLD_PYTHON = "#!/bin/sh\nexit 1\n"
PYTHON_WITHOUT_VENV = (
    f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"\n'
)


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(script)
    (folder / name).chmod(0o755)


def find_python(path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Asks scripts/python.sh on a machine whose PATH is `path` and which has no .venv."""
    program(path, "cat", f'#!/bin/sh\nexec {shutil.which("cat")} "$@"\n')
    return subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "python.sh"],
        cwd=path,
        env={"PATH": str(path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_newest_python_that_runs_is_taken(tmp_path: Path) -> None:
    program(tmp_path, "python3.13", OLD_PYTHON)
    program(tmp_path, "python3.12", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    program(tmp_path, "python3", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    assert find_python(tmp_path).stdout == "python3.12\n"


def test_a_named_python_goes_before_all_others(tmp_path: Path) -> None:
    program(tmp_path, "python3.12", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    assert find_python(tmp_path, PYTHON=sys.executable).stdout == f"{sys.executable}\n"


def test_a_machine_without_python_is_told_what_to_install(tmp_path: Path) -> None:
    program(tmp_path, "python3", OLD_PYTHON)
    answer = find_python(tmp_path)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "needs Python 3.11, 3.12 or 3.13" in answer.stderr
    assert "apt-get install python3 python3-venv" in answer.stderr


def test_a_named_python_that_is_too_old_is_not_replaced_silently(tmp_path: Path) -> None:
    program(tmp_path, "old", OLD_PYTHON)
    program(tmp_path, "python3.12", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    answer = find_python(tmp_path, PYTHON="old")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "PYTHON=old does not run, or is older than Python 3.11" in answer.stderr


def test_a_python_without_venv_names_the_package_to_install(tmp_path: Path) -> None:
    program(tmp_path, "python3", PYTHON_WITHOUT_VENV)
    answer = find_python(tmp_path)
    assert (answer.returncode, answer.stdout) == (1, "")
    version = ".".join(platform.python_version_tuple()[:2])
    assert f"apt-get install python{version}-venv" in answer.stderr


def test_uv_downloads_from_where_pip_is_told_to() -> None:
    pip_config = (
        ":env:.index-url='https://env.example/simple'\n"
        "global.index-url='https://global.example/simple'\n"
        "global.extra-index-url='file:///a/simple\\nfile:///b/simple'\n"
        "global.cert='/etc/certificates.pem'\n"
        "global.timeout='60'\n"
    )
    environment = uv_environment(pip_config, {"UV_INDEX": "https://mine.example/simple"})
    assert environment["UV_DEFAULT_INDEX"] == "https://env.example/simple"
    assert environment["UV_INDEX"] == "https://mine.example/simple"
    assert environment["SSL_CERT_FILE"] == "/etc/certificates.pem"
    assert uv_environment(pip_config, {})["UV_INDEX"] == "file:///a/simple file:///b/simple"


@pytest.fixture
def bare_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A virtual environment without pip in an empty folder: whatever has to be installed fails."""
    monkeypatch.chdir(tmp_path)
    venv.create(setup.VENV, symlinks=True)
    lock = tmp_path / RUNTIME
    lock.write_text("baraza==1.0\n")
    return lock


def test_an_installation_that_failed_is_not_taken_for_done(bare_environment: Path) -> None:
    assert not setup.set_up(bare_environment)
    assert not setup.set_up(bare_environment)


def test_an_installation_is_done_again_only_when_the_lock_changes(bare_environment: Path) -> None:
    stamp = setup.VENV / "requirements.installed"
    stamp.write_text(setup.state(bare_environment))
    assert setup.set_up(bare_environment)
    bare_environment.write_text("baraza==1.1\n")
    assert not setup.set_up(bare_environment)


def pins(lock: str) -> dict[str, tuple[str, int]]:
    """Each package of the lock file: its version, and how many hashes it may have."""
    text = (ROOT / lock).read_text().replace("\\\n", " ")
    found = re.findall(r"^(\S+)==(\S+)(.*)$", text, flags=re.MULTILINE)
    return {name: (version, rest.count("--hash=sha256:")) for name, version, rest in found}


@pytest.mark.parametrize(
    "lock", [RUNTIME, DEVELOPMENT, "requirements-uv.lock", "requirements-bench.lock"]
)
def test_a_lock_file_hashes_every_package_and_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert pins(lock)
    assert [name for name, (_, hashes) in pins(lock).items() if hashes == 0] == []
    assert not re.search(r"://|--(extra-)?index-url|--find-links| @ ", text)


def test_the_lock_files_pin_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = project["project"]["dependencies"]
    for lock, names in (
        (RUNTIME, asked),
        (DEVELOPMENT, asked + project["dependency-groups"]["dev"]),
    ):
        locked = pins(lock)
        for requirement in map(Requirement, names):
            version, _ = locked[canonicalize_name(requirement.name)]
            assert version in requirement.specifier


def test_both_lock_files_pin_the_same_versions() -> None:
    runtime, development = pins(RUNTIME), pins(DEVELOPMENT)
    assert {name: development.get(name) for name in runtime} == runtime


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    # without what an outer make hands down: this one is a newcomer's own
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_make_alone_lists_targets_and_each_of_them_is_there() -> None:
    listed = re.findall(r"^  make (\S+) +\S", make().stdout, flags=re.MULTILINE)
    assert {"run", "test", "help"} <= set(listed)
    for target in listed:
        assert make("--dry-run", target).returncode == 0, target
