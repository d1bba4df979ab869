#!/usr/bin/env bash
# Runs the native tests in a counting build and writes which lines they reach: build/coverage/index.html and a summary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source cmake/setup/env.sh
bash cmake/setup/configure.sh coverage
NINJA_STATUS='[%f/%t %es] ' cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete
result=0
export HENGPING_CLI="$PWD/build/coverage/shell/cli/hengping"
for program in build/coverage/tests/hengping_*_tests; do
  printf 'coverage: %s\n' "$(basename "$program")"
  "$program" || result=1
done
shopt -s nullglob
command_line_tests=(tests/cli/*.test.mjs)
if ((${#command_line_tests[@]})); then node --test "${command_line_tests[@]}" || result=1; fi
gcovr --root . --object-directory build/coverage --filter 'core/' --filter 'shell/' --exclude-unreachable-branches --exclude-throw-branches \
  --html-details build/coverage/index.html --json-summary build/coverage/summary.json
node tests/coverage.mjs build/coverage/summary.json || result=1
printf 'coverage: details in build/coverage/index.html\n'
exit "$result"
