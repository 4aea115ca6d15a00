#!/bin/sh
# Renews the locks from pyproject.toml and nlu/requirements.in. The locks name versions and hashes and no index.
set -eu
cd "$(dirname "$0")/.."
UV=$(command -v uv || echo var/tools/bin/uv)
lock() { "$UV" pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate "$@"; }
lock --python-version 3.13 pyproject.toml tools/build.in -o requirements.lock
lock --python-version 3.13 --group dev -c requirements.lock -o requirements-dev.lock
lock --python-version 3.10 nlu/requirements.in -o nlu/requirements.lock
