#!/usr/bin/env bash
# Configures presets that are not configured yet, or were for other tools than those named now: configure.sh PRESET ...
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$repository_root/cmake/setup/env.sh"

cd "$repository_root"
for preset in "$@"; do
  folder="build/$preset"
  tools="imgui $IMGUI_DIR catch2 $CATCH2_DIR sodium $SODIUM_DIR json ${NLOHMANN_JSON_DIR:-} rapidjson ${RAPIDJSON_DIR:-} at $repository_root"
  [[ "$preset" != wasm-* ]] || tools+=" emscripten ${EMSCRIPTEN_ROOT:-}"
  if [[ -f "$folder/build.ninja" && -f "$folder/tools.txt" && "$(cat "$folder/tools.txt")" == "$tools" ]]; then
    continue
  fi
  say "configuring $preset"
  # What was found for other tools would be kept in the cache.
  rm -rf "$folder"
  mkdir -p "$folder"
  quietly "$folder/configure.log" cmake --preset "$preset" ||
    fail "cmake could not configure $preset" "see $folder/configure.log; \`make clean\` starts afresh"
  printf '%s\n' "$tools" >"$folder/tools.txt"
done
