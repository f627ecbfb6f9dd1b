# The front door. Each target does its own set-up; nothing else needs to be run first.
# Settings are environment variables or words after the target: make run HTTP_PORT=9090

SHELL := /bin/bash
SEED ?= 1
HOURS ?= 24
KILLS ?= 50

.DEFAULT_GOAL := help
.PHONY: help run demo test sim sim-mutants waits bench bench-check lint chaos screens

help: ## this list
	@echo "make run        start the server (HTTP_PORT SIP_PORT BIND RTP_PORTS DATA_DIR CONFIG CARRIER)"
	@echo "make demo       start a server of its own and play all scenes with real SIP phones"
	@echo "make test       everything: unit tests, kept and new seeds of the simulation, five kills, the scenes"
	@echo "make sim        simulate a contact centre on virtual time, on all cores (SEED=1 HOURS=24); make sim SEED=1 HOURS=10000 is the long one"
	@echo "make sim-mutants  break one rule after the other on purpose: the simulation has to notice (ONLY=NN for one of tests/mutants)"
	@echo "make waits      compare the estimators of the expected wait on three load shapes (SEED=1)"
	@echo "make chaos      kill a server under load again and again, and check its promises (KILLS=50 SEED=1)"
	@echo "make bench      what the server costs (FILTER=table for the goals, FILTER=queue or store for a part; RUNS=3, TARGET=HOST:PORT for another server)"
	@echo "make bench-check  count instructions, bytes, messages and commits of the hot paths and hold them against bench/baseline.json (ACCEPT=1 keeps them; FILTER=sip)"
	@echo "make screens    take the pictures of every page in docs/screens anew"
	@echo "make lint       code style and the tidy rules"

# exec: a signal to make reaches the server itself, not a shell between them.
run:
	@exec eng/run.sh

demo:
	@exec eng/demo.sh

test:
	@exec eng/test.sh

sim:
	@exec eng/sim.sh "$(SEED)" "$(HOURS)"

sim-mutants:
	@ONLY="$(ONLY)" exec eng/mutants.sh

waits:
	@exec eng/waits.sh "$(SEED)"

chaos:
	@exec eng/chaos.sh "$(KILLS)" "$(SEED)"

bench:
	@exec eng/bench.sh $(FILTER)

bench-check:
	@exec eng/bench-check.sh $(if $(ACCEPT),accept) $(FILTER)

lint:
	@exec eng/lint.sh

screens:
	@exec eng/screens.sh
