#!/usr/bin/env bash
# Builds and runs every benchmark: tests/bench/*.cpp natively and optimised, tests/bench/*.mjs under node.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash cmake/setup/build.sh
source cmake/setup/env.sh
cmake --build --preset native-release --target hengping_benches
shopt -s nullglob
count=0
for program in build/native-release/tests/bench/* tests/bench/*.mjs; do
  [[ -f "$program" && ("$program" == *.mjs || -x "$program") ]] || continue
  printf '\nbench: %s\n' "$(basename "$program")"
  if [[ "$program" == *.mjs ]]; then node "$program"; else "$program"; fi
  count=$((count + 1))
done
if ((count == 0)); then
  printf 'bench: there is no benchmark in tests/bench\n' >&2
  exit 1
fi
