#!/usr/bin/env bash
# Installs what is missing of the machine's own Debian packages: packages.sh build|test|bench|check|coverage|fuzz ...
# What is there already, from whatever source, is left alone; nothing is upgraded and no other suite is touched.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

missing=()
need_command() { command -v "$1" >/dev/null || missing+=("$2"); }
need_file() { [[ -e "$1" ]] || missing+=("$2"); }

# One of several names that a program goes by.
need_any() {
  local package="$1" name
  shift
  for name in "$@"; do command -v "$name" >/dev/null && return; done
  missing+=("$package")
}

packages_for() {
  case "$1" in
    build)
      need_command g++ g++
      need_command cmake cmake
      need_command ninja ninja-build
      need_command python3 python3
      need_any nodejs node
      need_command brotli brotli
      need_command xz xz-utils
      [[ -n "${NLOHMANN_JSON_DIR:-}" ]] || need_file /usr/include/nlohmann/json.hpp nlohmann-json3-dev
      [[ -n "${RAPIDJSON_DIR:-}" ]] || need_file /usr/include/rapidjson/reader.h rapidjson-dev
      [[ -n "${CLI11_DIR:-}" ]] || need_file /usr/include/CLI/CLI.hpp libcli11-dev
      # Needed to point unpacked tools at their libraries; an emsdk of the user's own needs none.
      [[ -n "${EMSDK:-}" ]] || need_command patchelf patchelf
      ;;
    font)
      need_command hb-subset libharfbuzz-bin
      need_command woff2_compress woff2
      need_file /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
      need_file /usr/share/unicode/UnicodeData.txt unicode-data
      ;;
    test)
      need_command npm npm
      [[ -n "${CHROMIUM:-}" ]] || need_any chromium chromium google-chrome chromium-browser
      ;;
    check)
      need_command clang-format clang-format
      need_command clang-tidy clang-tidy
      need_command clang++ clang
      ;;
    bench) need_command npm npm ;;
    coverage) need_command gcovr gcovr ;;
    fuzz)
      need_command clang++ clang
      compgen -G '/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*' >/dev/null || missing+=("libclang-rt-$(clang_major)-dev")
      ;;
    *) fail "packages.sh does not know '$1'" 'use build, font, test, bench, check, coverage or fuzz' ;;
  esac
}

clang_major() {
  local major
  major="$(clang++ --version 2>/dev/null | sed -nE '1s/.*version ([0-9]+).*/\1/p')"
  printf '%s' "${major:-14}"
}

as_root() {
  if [[ "$(id -u)" == 0 ]]; then "$@"; else sudo "$@"; fi
}

install_missing() {
  command -v apt-get >/dev/null ||
    { say "missing here: ${missing[*]} (Debian's names); this system has no apt-get to install them with"; return 1; }
  [[ "$(id -u)" == 0 ]] || command -v sudo >/dev/null ||
    { say "missing: ${missing[*]}; run as root or with sudo: apt-get install ${missing[*]}"; return 1; }
  say "installing from this machine's own suite: ${missing[*]}"
  mkdir -p "$toolchain_root"
  local log="$toolchain_root/packages.log"
  local command=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}")
  # The lists may be missing or stale; fetching them anew is tried only when they are.
  as_root "${command[@]}" >"$log" 2>&1 </dev/null && return
  as_root apt-get update -q >>"$log" 2>&1 </dev/null || true
  quietly "$log" as_root "${command[@]}" </dev/null
}

for group in "$@"; do packages_for "$group"; done
if ((${#missing[@]})); then
  install_missing || fail "packages are missing: ${missing[*]}" 'install them by hand, or see the lines above, then run the command again'
fi
