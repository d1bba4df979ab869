#!/usr/bin/env bash
# Runs every fuzz target for FUZZ_SECONDS (60). Inputs found stay in build/fuzz-corpus; seeds come from tests/fuzz/NAME/,
# those of policies are the policies that ship. libFuzzer lets inputs grow slowly: in ten minutes from nothing to 8 bytes where a run takes 40 ms.
# Programs that read them as a course of events need seeds as long as a course.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source cmake/setup/env.sh
seconds="${FUZZ_SECONDS:-60}"
bash cmake/setup/configure.sh fuzz
NINJA_STATUS='[%f/%t %es] ' cmake --build --preset fuzz --target hengping_fuzz_targets hengping_exhaustive_tests
count=0
failed=0
for program in build/fuzz/tests/fuzz/*; do
  [[ -f "$program" && -x "$program" ]] || continue
  name="$(basename "$program")"
  corpus="build/fuzz-corpus/$name"
  mkdir -p "$corpus" build/fuzz-findings
  folders=("$corpus")
  [[ ! -d "tests/fuzz/$name" ]] || folders+=("tests/fuzz/$name")
  [[ "$name" != policy ]] || folders+=(assets/policy)
  printf 'fuzz: %s for %s seconds\n' "$name" "$seconds"
  count=$((count + 1))
  log="build/fuzz-findings/$name.log"
  if "$program" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="build/fuzz-findings/$name-" "${folders[@]}" >"$log" 2>&1; then
    grep -E 'number_of_executed_units|new_units_added' "$log" | sed 's/^/  /'
  else
    failed=$((failed + 1))
    tail -n 40 "$log"
  fi
done
printf 'fuzz: every altered byte of a small bundle\n'
count=$((count + 1))
build/fuzz/tests/hengping_exhaustive_tests || failed=$((failed + 1))
if ((count == 0)); then
  printf 'fuzz: there is no target in tests/fuzz\n' >&2
  exit 1
fi
printf '%d passed, %d failed\n' "$((count - failed))" "$failed"
((failed == 0))
