# Thin names over the scripts that do the work. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: run build serve test check bench coverage fuzz golden clean help setup
SHELL := /bin/bash

PORT ?= 8080
export PORT

run: build serve ## Set up what is missing, build, serve the page at http://127.0.0.1:8080/ (PORT= changes it)

setup: ## Set up what building needs: packages, the private tool chain, the font
	@bash cmake/setup/setup.sh build

build: setup ## Build all that ships: build/hengping and build/www/
	@bash cmake/setup/build.sh

serve: ## Serve what is built
	@node web/serve.mjs build/www

test: ## Set up, build and run every test (SUITES="core browser" runs some)
	@bash tests/run.sh $(SUITES)

check: ## Format, lint, guards
	@bash cmake/setup/setup.sh check
	@bash cmake/check.sh

bench: setup ## Measure
	@bash tests/bench.sh

coverage: ## Lines that the native tests reach: build/coverage/index.html
	@bash cmake/setup/setup.sh coverage
	@bash tests/coverage.sh

fuzz: ## Run every fuzz target for FUZZ_SECONDS (default 60)
	@bash cmake/setup/setup.sh fuzz
	@bash tests/fuzz.sh

golden: ## Make the gallery's golden pictures anew, from the page that is built
	@node tests/browser/golden.mjs

clean: ## Delete build results; the tool chain stays
	rm -rf build

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
