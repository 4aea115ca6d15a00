#!/bin/sh
# Builds the locked environments that are asked for and missing or out of date.
#   sh tools/environments.sh gateway rasa dev
# gateway: .venv (Python 3.13); rasa: .venv-rasa (Python 3.10, which Rasa 3.6 needs); dev: the test tools, into .venv.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }
fail() { printf 'hotline: %s\n' "$*" >&2; exit 1; }

find_uv() {
  for candidate in "$(command -v uv 2>/dev/null || true)" "$HOME/.local/bin/uv" var/tools/bin/uv; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then UV=$candidate; return; fi
  done
  say "getting uv (installs the locked packages) …"
  python=$(command -v python3) || fail "python3 is missing: install it (Debian, Ubuntu: apt install python3 python3-venv)"
  mkdir -p var
  "$python" -m venv var/tools 2>/dev/null || fail "python3 cannot make environments: apt install python3-venv"
  var/tools/bin/python -m pip install --quiet --disable-pip-version-check uv || fail "uv could not be installed: is the network there?"
  UV=var/tools/bin/uv
}

# The interpreter of a version, wherever it is: on PATH, under pyenv's versions, or managed by uv.
find_python() {
  version=$1
  for candidate in "$(command -v "python$version" 2>/dev/null || true)" \
      "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version"*/bin/"python$version" /opt/python/"$version"*/bin/"python$version"; do
    # pyenv's shims exist for versions that are not switched on, so ask for the version.
    if [ -x "$candidate" ] && "$candidate" -c "import sys; raise SystemExit('%d.%d' % sys.version_info[:2] != '$version')" 2>/dev/null; then
      PYTHON=$candidate
      return
    fi
  done
  if PYTHON=$("$UV" python find "$version" 2>/dev/null); then return; fi
  say "getting Python $version …"
  if "$UV" python install --quiet "$version" 2>/dev/null && PYTHON=$("$UV" python find "$version" 2>/dev/null); then return; fi
  fail "Python $version is missing and could not be fetched. Install it (for example: pyenv install $version, or your distribution's python$version and python$version-venv) and try again."
}

# build NAME FOLDER VERSION LOCK...: makes the environment unless its stamp says that it was made from these very locks.
build() {
  name=$1 folder=$2 version=$3; shift 3
  stamp="$folder/.made-from"
  wanted=$(cat "$@" pyproject.toml | sha256sum)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
  find_uv
  find_python "$version"
  say "building the $name environment with $PYTHON …"
  [ -x "$folder/bin/python" ] || "$UV" venv --quiet --python "$PYTHON" "$folder"
  set -- $(for lock in "$@"; do printf -- '-r %s ' "$lock"; done)
  # --compile-bytecode: the first start is a person waiting
  "$UV" pip install --quiet --compile-bytecode --python "$folder/bin/python" --require-hashes "$@" || fail "the $name environment could not be built: is the network there?"
  if [ "$name" != Rasa ]; then "$UV" pip install --quiet --python "$folder/bin/python" --no-deps --no-build-isolation --editable .; fi
  printf '%s' "$wanted" > "$stamp"
}

for part in "$@"; do
  # The test tools live in the gateway's environment: once they are there, they are kept up to date with it.
  if [ "$part" = gateway ] && [ -f .venv/.with-dev ]; then part=dev; fi
  case $part in
    gateway) build gateway .venv 3.13 requirements.lock ;;
    dev) build "gateway's test" .venv 3.13 requirements.lock requirements-dev.lock; touch .venv/.with-dev ;;
    rasa) build Rasa .venv-rasa 3.10 nlu/requirements.lock ;;
    *) fail "no such environment: $part" ;;
  esac
done
