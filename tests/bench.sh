#!/usr/bin/env bash
# Builds and runs every benchmark: tests/bench/*.cpp natively and optimised, tests/bench/compare.mjs natively, as WebAssembly and beside
# JavaScript twins in one run. Options go to compare.mjs: tests/bench.sh --facts 100000 --rounds 3
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash cmake/setup/setup.sh bench
bash cmake/setup/build.sh
source cmake/setup/env.sh
cmake --build --preset native-release --target hengping_benches
cmake --build --preset wasm-release --target hengping_benches
shopt -s nullglob
count=0
for program in build/native-release/tests/bench/*; do
  [[ -f "$program" && -x "$program" ]] || continue
  printf '\nbench: %s\n' "$(basename "$program")"
  "$program"
  count=$((count + 1))
done
if ((count == 0)); then
  printf 'bench: there is no benchmark in tests/bench\n' >&2
  exit 1
fi
printf '\nbench: compare\n'
node --expose-gc tests/bench/compare.mjs "$@"
printf '\nbench: ledger\n'
node tests/bench/ledger.mjs
