# The hotline's commands. `make help` lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PY := .venv/bin/python

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

run: build ## build what is missing and run the hotline
	@exec .venv/bin/hotline run

build: ## environments, models, database: what is missing or out of date
	@sh tools/environments.sh gateway rasa
	@.venv/bin/hotline train
	@.venv/bin/hotline migrate

test: build ## the whole test suite
	@sh tools/environments.sh gateway dev
	@$(PY) -m pytest -n 2 --dist loadfile

lint: ## style and the arrows of the house
	@sh tools/environments.sh gateway dev
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/lint-imports

types: ## strict types
	@sh tools/environments.sh gateway dev
	@.venv/bin/mypy bot actions

validate: build ## let Rasa check its data
	@sh tools/rasa.sh data validate

readers: ## keep what the readers have learnt from changed phrases, so that nobody's first start has to
	@sh tools/environments.sh gateway
	@.venv/bin/hotline train --no-rasa
	@for made in var/models/understanding-*.npz; do [ ! -e "$$made" ] || mv "$$made" nlu/readers.npz; done

screenshots: build ## the pictures in the README, from the running program
	@sh tools/environments.sh gateway dev
	@$(PY) tools/screenshots.py

bench-quality: ## measure understanding on the sets kept apart, write docs/benchmarks/quality.md
	@sh tools/environments.sh gateway
	@.venv/bin/hotline train --no-rasa
	@$(PY) tools/bench_quality.py

bench-relay: build ## measure how quickly person and counselor hear each other, write docs/benchmarks/relay.md
	@sh tools/environments.sh gateway dev
	@$(PY) tools/bench_relay.py

kill-relay: build ## kill the gateway among 1,000 messages and compare both sides, write docs/benchmarks/relay.md
	@sh tools/environments.sh gateway dev
	@$(PY) tools/kill_relay.py

doctor: ## check the installation
	@.venv/bin/hotline doctor

lock: ## renew the locked dependencies
	@sh tools/lock.sh

clean: ## remove environments, models and caches, but neither database nor key
	@rm -rf .venv .venv-rasa var/models var/cache .pytest_cache .mypy_cache .ruff_cache

.PHONY: help run build test lint types validate readers screenshots bench-quality bench-relay kill-relay doctor lock clean
