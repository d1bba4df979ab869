#!/usr/bin/env bash
# Sets up, builds and runs the tests: tests/run.sh [SUITE ...]; without names, all of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash cmake/setup/setup.sh test
bash cmake/setup/build.sh
source cmake/setup/env.sh
bash cmake/setup/configure.sh native-debug
export NINJA_STATUS='[%f/%t %es] '
cmake --build --preset native-debug
cmake --build --preset wasm-release
exec node tests/run.mjs "$@"
