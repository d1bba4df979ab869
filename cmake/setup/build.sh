#!/usr/bin/env bash
# Builds all that ships: the command line to build/hengping, the page to build/www. Run set-up first.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$repository_root/cmake/setup/env.sh"

cd "$repository_root"
bash cmake/setup/configure.sh native-release wasm-release
export NINJA_STATUS='[%f/%t %es] '
cmake --build --preset native-release --target hengping
cmp -s build/native-release/shell/cli/hengping build/hengping || install -m 755 build/native-release/shell/cli/hengping build/hengping
cmake --build --preset wasm-release --target hengping_page
# Ninja lays the page together too, for whoever builds the preset alone; here it is done with the finished command line,
# which makes the demonstration city.
python3 cmake/assemble_page.py --source . --module build/wasm-release/web --output build/www --cli build/hengping \
  --report build/sizes.txt --compress
