#!/bin/sh
# Usage: start.sh NAME [ARGUMENT...]: run scripts/NAME.py with the Python of .venv, which is made when missing.
# Everything that must work before Python is known to be good is here; the rest is Python.
set -eu
cd "$(dirname "$0")/.."

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

new_enough() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

# Debian splits the venv module off Python.
require_venv() {
    if "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; then return; fi
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        die "Python mist de module venv. Installeer die met: sudo apt-get install $package"
    fi
    echo "Even geduld: $package wordt geïnstalleerd."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "$package"; } >/dev/null ||
        die "Het lukt niet om $package te installeren. Probeer zelf: apt-get install $package"
}

if ! .venv/bin/python -c 'import pip' >/dev/null 2>&1; then
    python=$(find_python)
    [ -n "$python" ] || die "Python 3.11 of nieuwer is nodig en niet gevonden. Installeer die met: sudo apt-get install python3"
    require_venv "$python"
    "$python" -m venv --clear .venv || die "Het lukt niet om .venv te maken met $python."
fi

name=$1
shift
exec .venv/bin/python -m "scripts.$(printf '%s' "$name" | tr - _)" "$@"
