#!/usr/bin/env bash
# Brings the private tool chain into being: emscripten and the sources of Dear ImGui, Catch2 and libsodium.
# Nothing is installed into the system. What is there and whole is left alone; what is missing or broken is made anew.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$repository_root/cmake/setup/versions.sh"
source "$repository_root/cmake/setup/private_apt.sh"

debian_root="$toolchain_root/debian"
emscripten_config="$toolchain_root/emscripten-config.py"
emscripten_cache="$toolchain_root/emscripten-cache"
download_folder="$toolchain_root/download"
staging_folder="$toolchain_root/staging"

# --- an emscripten of the user's own -----------------------------------------------------------------------------

# The version of an em++ on the PATH that is not the private one; nothing when there is none.
own_emscripten_version() {
  local compiler
  compiler="$(command -v em++)" || return 0
  case "$(readlink -f "$compiler")" in "$toolchain_root"/*) return 0 ;; esac
  em++ --version 2>/dev/null | sed -nE '1s/.*[^0-9]([0-9]+\.[0-9]+\.[0-9]+).*/\1/p'
}

# True when the user's own emscripten is to be used. One that is too old stops only who activated it on purpose.
use_own_emscripten() {
  local own="$1"
  [[ -n "$own" ]] || return 1
  ((${own%%.*} < minimum_emscripten_major)) || return 0
  [[ -z "${EMSDK:-}" ]] ||
    fail "the active emsdk is $own; $minimum_emscripten_major or newer is needed" 'activate a newer one, or open a shell without it so that a private one is set up'
  say "emscripten $own on the PATH is too old and left aside"
  return 1
}

# --- emscripten, unpacked --------------------------------------------------------------------------------------------

# The packages emscripten needs, found by following Depends from emscripten itself, so that a newer LLVM is followed too.
# Left out: what the machine has anyway (python, node, ccache), and libraries that only tools never run here ask for.
emscripten_packages() {
  local version="$1" llvm name dependency
  llvm="$(apt-cache "${private_apt[@]}" show "emscripten=$version" | sed -nE 's/^Depends:.*clang-([0-9]+).*/\1/p' | head -n 1)"
  [[ -n "$llvm" ]] || fail "emscripten $version does not say which clang it needs" "$own_tools_remedy"
  local -A seen=()
  local queue=(emscripten "llvm-$llvm-linker-tools" node-xtend)
  while ((${#queue[@]})); do
    name="${queue[0]}"
    queue=("${queue[@]:1}")
    [[ -z "${seen[$name]:-}" ]] || continue
    seen[$name]=1
    while IFS= read -r dependency; do
      case "$dependency" in
        libclang-common-*-dev) ;;
        *-dev | libcurl* | libpfm* | libclang1-* | libc-gconv-*) continue ;;
        lib* | zlib1g | clang-* | lld-* | llvm-* | binaryen | node-acorn) ;;
        *) continue ;;
      esac
      queue+=("$dependency")
    done < <(apt-cache "${private_apt[@]}" show --no-all-versions "$name" |
      sed -nE 's/^(Pre-)?Depends: //p' | tr ',' '\n' | sed -E 's/[|(].*//; s/:any//; s/[[:space:]]//g')
  done
  printf '%s\n' "${!seen[@]}" | sort
}

# Points every program and library at the loader and the libraries of the private folder, at its final place.
bind_to_private_libraries() {
  local root="$1" triplet loader libraries file
  triplet="$(basename "$(dirname "$(find "$root/usr/lib" -name 'libc.so.6' | head -n 1)")")"
  loader="$(basename "$(find "$root/usr" -name 'ld-linux*.so.*' | head -n 1)")"
  libraries="$debian_root/usr/lib/$triplet"
  for file in "$root"/usr/lib/llvm-*/lib; do
    libraries+=":$debian_root/usr/lib/$(basename "$(dirname "$file")")/lib"
  done
  [[ -n "$loader" ]] || return 1
  ln -sfn "$loader" "$root/usr/lib/$triplet/private-loader"
  while IFS= read -r -d '' file; do
    case "$(basename "$file")" in libc.so.6 | ld-linux* | libm.so.6 | libpthread* | libdl.so* | librt.so*) continue ;; esac
    [[ "$(head -c 4 "$file" | tail -c 3)" == ELF ]] || continue
    patchelf --force-rpath --set-rpath "$libraries" "$file" || return 1
    if patchelf --print-interpreter "$file" >/dev/null 2>&1; then
      patchelf --set-interpreter "$debian_root/usr/lib/$triplet/private-loader" "$file" || return 1
    fi
  done < <(find "$root/usr/bin" "$root"/usr/lib/llvm-*/bin "$root"/usr/lib/llvm-*/lib "$root/usr/lib/$triplet" -maxdepth 1 \
    -type f \( -perm -u+x -o -name '*.so*' \) -print0)
}

# What it links into the page (its runtime, musl, libc++) ships, and the licence texts with it.
keep_emscripten_license() {
  mkdir -p "$toolchain_root/licenses"
  cp -L "$1/usr/share/doc/emscripten/copyright" "$toolchain_root/licenses/emscripten.txt"
}

# For a tool chain that was set up before its licence text was kept.
fetch_emscripten_license() {
  [[ ! -s "$toolchain_root/licenses/emscripten.txt" ]] || return 0
  local folder="$staging_folder/license"
  private_apt_update
  rm -rf "$folder"
  mkdir -p "$folder"
  say 'emscripten: fetching its licence text'
  (cd "$folder" && quietly "$toolchain_root/download.log" apt-get "${private_apt[@]}" download emscripten && dpkg -x emscripten_*.deb unpacked) ||
    fail "the licence text of emscripten could not be fetched" "run the command again; if it persists, $own_tools_remedy"
  keep_emscripten_license "$folder/unpacked"
}

unpack_emscripten() {
  local version packages wanted package
  version="$(chosen_version binary emscripten "$known_emscripten")"
  packages="$(emscripten_packages "$version")"
  say "emscripten $version: fetching $(wc -l <<<"$packages") packages (about 100 MB)"
  mkdir -p "$download_folder"
  wanted=()
  for package in $packages; do
    [[ "$package" == emscripten ]] && package="emscripten=$version"
    wanted+=("$package")
  done
  (cd "$download_folder" && quietly "$toolchain_root/download.log" apt-get "${private_apt[@]}" download "${wanted[@]}") ||
    fail 'the packages of emscripten could not be fetched' "run the command again; if it persists, $own_tools_remedy"
  say 'emscripten: unpacking into the private folder'
  rm -rf "$staging_folder/debian"
  mkdir -p "$staging_folder/debian"
  for package in "$download_folder"/*.deb; do
    dpkg -x "$package" "$staging_folder/debian" || fail "$package is damaged" "delete $download_folder and run the command again"
  done
  local root="$staging_folder/debian"
  keep_emscripten_license "$root"
  rm -rf "$root/usr/share/doc" "$root/usr/share/man" "$root/usr/share/locale" "$root/usr/share/lintian"
  # Packages still ship files under /lib; only this machine's merged /usr would make both names one folder.
  if [[ -d "$root/lib" && ! -L "$root/lib" ]]; then
    cp -a "$root/lib/." "$root/usr/lib/" && rm -rf "$root/lib"
  fi
  bind_to_private_libraries "$root" ||
    fail 'the unpacked tools could not be pointed at their own libraries' "see that the package patchelf is installed; else $own_tools_remedy"
  # emscripten runs acorn from a node_modules of its own, and refuses one that is a link.
  rm -rf "$root/usr/share/emscripten/node_modules"
  cp -aL "$root/usr/share/nodejs" "$root/usr/share/emscripten/node_modules"
  rm -rf "$debian_root"
  mv "$root" "$debian_root"
  rm -rf "$download_folder"
}

write_emscripten_config() {
  local llvm
  llvm="$(basename "$(dirname "$(find "$debian_root"/usr/lib/llvm-*/bin -name clang | head -n 1 | xargs dirname)")")"
  cat >"$emscripten_config" <<CONFIG
import shutil
LLVM_ROOT = '$debian_root/usr/lib/$llvm/bin'
BINARYEN_ROOT = '$debian_root/usr'
EMSCRIPTEN_ROOT = '$debian_root/usr/share/emscripten'
NODE_JS = shutil.which('node') or shutil.which('nodejs')
CACHE = '$emscripten_cache'
COMPILER_WRAPPER = shutil.which('ccache')
CONFIG
}

# Compiles, links with the flags of what ships, and runs under node. The first link builds emscripten's system libraries.
check_emscripten() {
  local folder="$staging_folder/check"
  rm -rf "$folder"
  mkdir -p "$folder"
  cat >"$folder/check.cpp" <<'PROGRAM'
#include <cstdio>
#include <GLES3/gl3.h>
#include <map>
#include <stdexcept>
#include <string>
int main(int count, char**) {
  std::map<std::string, int> seen;
  try {
    seen["thrown"] = count;
    if (count > 100) glFlush();
    throw std::runtime_error("caught");
  } catch (const std::runtime_error& error) {
    std::printf("%s %d\n", error.what(), seen.at("thrown"));
  }
}
PROGRAM
  (
    cd "$folder"
    em++ -std=c++20 -O2 -fwasm-exceptions -sWASM_LEGACY_EXCEPTIONS=1 check.cpp -o check.mjs -sENVIRONMENT=web,node \
      -sALLOW_MEMORY_GROWTH -sMODULARIZE -sEXPORT_ES6 -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -lGL -sMAX_WEBGL_VERSION=2 \
      -sMIN_WEBGL_VERSION=2 &&
      printf 'import start from "./check.mjs";\nawait start();\n' >run.mjs && node run.mjs >answer.txt && grep -qx 'caught 1' answer.txt
  )
}

set_up_emscripten() {
  local own
  own="$(own_emscripten_version)"
  if use_own_emscripten "$own"; then
    say "emscripten $own: the one that is active is used"
    if ! is_done emscripten-own "$own $(command -v em++)"; then
      say "emscripten $own: compiling and running a first program (its first link may build system libraries)"
      mkdir -p "$staging_folder"
      quietly "$toolchain_root/check.log" check_emscripten || fail "emscripten $own did not compile and run a small program" 'see the lines above'
      mark_done emscripten-own "$own $(command -v em++)"
    fi
    return
  fi
  local wanted="known $known_emscripten at $debian_root"
  if is_done emscripten "$wanted" "$debian_root" && [[ -d "$emscripten_cache/sysroot" ]]; then
    write_emscripten_config
    fetch_emscripten_license
    say "emscripten: in place ($toolchain_root)"
    return
  fi
  mark_undone emscripten
  # Unpacked and bound, but not yet checked: an interruption during the long first link need not fetch again.
  if ! is_done emscripten-unpacked "$wanted" "$debian_root"; then
    mark_undone emscripten-unpacked
    private_apt_update
    unpack_emscripten
    mark_done emscripten-unpacked "$wanted" "$debian_root"
  fi
  write_emscripten_config
  source "$repository_root/cmake/setup/env.sh"
  say 'emscripten: compiling and running a first program, which builds its system libraries (1 to 4 minutes)'
  rm -rf "$emscripten_cache"
  mkdir -p "$staging_folder"
  if ! quietly "$toolchain_root/check.log" check_emscripten; then
    mark_undone emscripten-unpacked
    fail "the emscripten that Debian $private_apt_suite holds today did not compile and run a small program" "$own_tools_remedy"
  fi
  mark_done emscripten "$wanted" "$debian_root"
  say 'emscripten: ready'
}

# --- libraries that come as source --------------------------------------------------------------------------------------

# set_up_source NAME KNOWN VARIABLE PROBE: unpacks a source package's original archive into the tool chain folder.
set_up_source() {
  local name="$1" known="$2" variable="$3" probe="$4"
  local given="${!variable:-}" target="$toolchain_root/$name" version folder
  if [[ -n "$given" && "$given" != "$target" ]]; then
    [[ -f "$given/$probe" ]] || fail "$variable is $given, which has no $probe" "set $variable to the root of the sources of $name"
    say "$name: the one at $variable is used"
    return
  fi
  if is_done "$name" "known $known" "$target" && [[ -f "$target/$probe" ]]; then
    say "$name: in place"
    return
  fi
  mark_undone "$name"
  private_apt_update
  version="$(chosen_version source "$name" "$known")"
  folder="$staging_folder/$name"
  rm -rf "$folder"
  mkdir -p "$folder/archive" "$folder/unpacked"
  say "$name $version: fetching its source"
  (cd "$folder/archive" && quietly "$toolchain_root/source.log" apt-get "${private_apt[@]}" source --download-only "$name=$version") ||
    fail "the source of $name could not be fetched" "run the command again; if it persists, $own_tools_remedy"
  tar -C "$folder/unpacked" --strip-components=1 -xf "$(find "$folder/archive" -name '*.orig.tar.*' ! -name '*.asc' | head -n 1)"
  [[ -f "$folder/unpacked/$probe" ]] || fail "the source of $name $version has no $probe" "$own_tools_remedy"
  rm -rf "$target"
  mv "$folder/unpacked" "$target"
  mark_done "$name" "known $known" "$target"
}

check_imgui() {
  local number
  number="$(sed -nE 's/^#define IMGUI_VERSION_NUM[[:space:]]+([0-9]+).*/\1/p' "${IMGUI_DIR:-$toolchain_root/imgui}/imgui.h")"
  ((${number:-0} >= minimum_imgui_number)) ||
    fail "Dear ImGui is $number; $minimum_imgui_number or newer is needed for glyphs made on demand" 'set IMGUI_DIR to Dear ImGui 1.92 or newer'
}

lock_toolchain
trap 'rm -rf "$staging_folder"' EXIT
set_up_emscripten
set_up_source imgui "$known_imgui" IMGUI_DIR imgui.h
set_up_source catch2 "$known_catch2" CATCH2_DIR src/catch2/catch_all.hpp
set_up_source libsodium "$known_libsodium" SODIUM_DIR src/libsodium/include/sodium.h
check_imgui
rm -rf "$private_apt_root"
