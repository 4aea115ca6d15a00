#!/bin/sh
# Rasa's own command line in its own environment, with the environment that its configuration expects.
set -eu
cd "$(dirname "$0")/.."
export RASA_TELEMETRY_ENABLED=false HOTLINE_CALLBACK_PORT=8002 HOTLINE_CALLBACK_SECRET=unused PYTHONPATH=. PYTHONWARNINGS=ignore TF_CPP_MIN_LOG_LEVEL=3
HOTLINE_ENCODER=$(ls -t "$PWD"/var/models/encoder-*.bin | head -n 1)
HOTLINE_VECTOR_STORE=$(ls -t "$PWD"/var/cache/vectors-*.npz | head -n 1)
export HOTLINE_ENCODER HOTLINE_VECTOR_STORE
exec .venv-rasa/bin/python -m rasa "$@"
