"""Runs uv with pip's configuration: python -m scripts.uv <arguments of uv>.

uv installs several times faster than pip but reads none of pip's settings. A machine whose index,
certificate or proxy is set for pip must not need setting a second time: they are handed over here.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

# pip's option -> uv's variable, and what stands between several values there
TRANSLATION = {
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "cert": ("SSL_CERT_FILE", " "),
    "client-cert": ("SSL_CLIENT_CERT", " "),
    "proxy": ("ALL_PROXY", " "),
}
SCOPES = ("global", "install", ":env:")  # a later one wins, as in pip


def uv_environment(pip_config: str, environ: Mapping[str, str]) -> dict[str, str]:
    """The environment in which uv downloads from where pip would.

    `pip_config` is what `pip config list` prints. What `environ` says already stays as it is.
    """
    # As pip does: the best version of any index. The hashes keep that safe.
    environment = {"UV_SYSTEM_CERTS": "1", "UV_INDEX_STRATEGY": "unsafe-best-match"}
    entries = [line.partition("=") for line in pip_config.splitlines() if "=" in line]
    for scope in SCOPES:
        for key, _, value in entries:
            where, _, option = key.partition(".")
            if where == scope and option in TRANSLATION:
                name, separator = TRANSLATION[option]
                environment[name] = separator.join(str(ast.literal_eval(value)).split())
    return {**environment, **environ}


def run_uv(arguments: Sequence[str]) -> int:
    """Runs this environment's own uv; its exit status, also not 0 when it is not installed."""
    pip_config = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    )
    environment = uv_environment(pip_config.stdout, os.environ)
    command = [sys.executable, "-m", "uv", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(run_uv(sys.argv[1:]))
