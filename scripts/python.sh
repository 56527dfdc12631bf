#!/bin/sh
# Prints the Python that the set-up uses, or says on stderr why there is none and what to do.
# $PYTHON decides when set; otherwise a virtual environment that stands is kept, then the newest tested version.
set -eu

if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON"
else
    set -- .venv/bin/python python3.13 python3.12 python3.11 python3
fi

without_venv=
for candidate; do
    # A version manager's shim can be on PATH and still run nothing, so each one is tried.
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        printf '%s\n' "$candidate"
        exit 0
    fi
    without_venv=$candidate
done

if [ -n "$without_venv" ]; then
    version=$("$without_venv" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    cat >&2 <<END
Python is here ($version) but cannot make virtual environments: its venv or ensurepip module is missing.
On Debian and Ubuntu install it with: sudo apt-get install $version-venv
Then run the same make command again.
END
elif [ -n "${PYTHON:-}" ]; then
    echo "PYTHON=$PYTHON does not run, or is older than Python 3.11. Name a Python 3.11, 3.12 or 3.13." >&2
else
    cat >&2 <<'END'
Baraza needs Python 3.11, 3.12 or 3.13, and found none on the PATH of this machine.
Install one, on Debian and Ubuntu with: sudo apt-get install python3 python3-venv
or name one that lies elsewhere: make run PYTHON=/path/to/python3.12
END
fi
exit 1
