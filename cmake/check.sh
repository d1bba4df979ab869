#!/usr/bin/env bash
# Format, guards and lint. With --fix the format is written instead of compared.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup/common.sh"
source "$repository_root/cmake/setup/env.sh"
cd "$repository_root"

mapfile -d '' sources < <(find core shell web tests cmake -type f \( -name '*.cpp' -o -name '*.h' -o -name '*.c' \) -print0 | sort -z)
if [[ "${1:-}" == --fix ]]; then
  clang-format -i "${sources[@]}"
  printf 'check: %d sources formatted\n' "${#sources[@]}"
  exit 0
fi

result=0
unformatted="$(clang-format --dry-run "${sources[@]}" 2>&1 | sed -nE 's/^([^ :]+):[0-9]+:.*/\1/p' | sort -u)"
if [[ -n "$unformatted" ]]; then
  printf '%s: not formatted\n' $unformatted
  printf 'check: format: write it with cmake/check.sh --fix\n'
  result=1
else
  printf 'check: format: %d sources in order\n' "${#sources[@]}"
fi

node tests/guards/guards.mjs || result=1

# The lint build runs clang-tidy on what changed since the last time, headers included.
bash cmake/setup/configure.sh lint
if NINJA_STATUS='[%f/%t %es] ' cmake --build --preset lint -- -k 0; then
  printf 'check: lint: nothing found\n'
else
  result=1
fi
exit "$result"
