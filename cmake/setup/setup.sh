#!/usr/bin/env bash
# Everything a command needs, brought into being where it is missing: setup.sh build|test|bench|check|coverage|fuzz ...
set -euo pipefail
here="$(dirname "${BASH_SOURCE[0]}")"

groups=(build)
wants_npm=''
for group in "$@"; do
  [[ "$group" == build ]] || groups+=("$group")
  [[ "$group" != test && "$group" != bench ]] || wants_npm=yes
done
bash "$here/packages.sh" "${groups[@]}"
bash "$here/toolchain.sh"
bash "$here/font.sh"
[[ -z "$wants_npm" ]] || bash "$here/node_modules.sh"
