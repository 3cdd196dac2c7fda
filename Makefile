# The front doors. Everything else is CMake (CMakePresets.json) and ctest.
SHELL := /bin/bash
.DEFAULT_GOAL := build
JOBS := $(shell nproc)
ONLY ?= .

.PHONY: install build build-tests demo test list-tests check tsan tidy format bench bench-formats fuzz clean

install: build/.installed
build/.installed: cmake/install-packages.sh
	@mkdir -p build
	@bash cmake/install-packages.sh
	@touch $@

build/release/build.ninja: build/.installed
	@cmake --preset release

build: build/release/build.ninja
	@cmake --build --preset release --target besteld -j $(JOBS)

build-tests: build/release/build.ninja
	@cmake --build --preset release -j $(JOBS)

demo: build
	@exec python3 tests/support/demo.py

# `make test ONLY=regex` runs the tests whose names match.
test: build-tests
	@cd build/release && ctest --output-on-failure -j $(JOBS) -R '$(ONLY)'

list-tests: build-tests
	@cd build/release && ctest -N

check: build/.installed
	@cmake --workflow --preset check

tsan: build/.installed
	@cmake --workflow --preset tsan

# Each file by itself, which also shows that it includes what it uses.
tidy: build/.installed
	@cmake --preset tidy >/dev/null
	@python3 cmake/tidy.py build/tidy

format:
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format-19 -i

bench: build bench-formats
	@python3 bench/run.py

# The readers alone: every format, then an interchange of 1 GB that is never in memory as a whole.
bench-formats: build/release/build.ninja
	@cmake --build --preset release --target bench_formats -j $(JOBS)
	@build/release/bench/bench_formats
	@build/release/bench/bench_formats stream

clean:
	@rm -rf build
