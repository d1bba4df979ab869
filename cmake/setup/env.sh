# Sourced by bash, zsh or a POSIX shell from the repository's root or from a set-up script:  . cmake/setup/env.sh
# Names the tools of the private folder, unless the user has named others: an emsdk on the PATH or a folder of sources
# given by variable wins. Sets nothing else and installs nothing.

HENGPING_TOOLCHAIN="${HENGPING_TOOLCHAIN:-${XDG_CACHE_HOME:-$HOME/.cache}/hengping/toolchain}"
export HENGPING_TOOLCHAIN

# An emsdk says that it is active by EMSDK; any other em++ may be too old, so the private one goes before it.
if [ -z "${EMSDK:-}" ] && [ -d "$HENGPING_TOOLCHAIN/debian/usr/share/emscripten" ]; then
  EM_CONFIG="$HENGPING_TOOLCHAIN/emscripten-config.py"
  case ":$PATH:" in
    *":$HENGPING_TOOLCHAIN/debian/usr/share/emscripten:"*) ;;
    *) PATH="$HENGPING_TOOLCHAIN/debian/usr/share/emscripten:$PATH" ;;
  esac
  export EM_CONFIG PATH
fi

if command -v em++ >/dev/null 2>&1; then
  EMSCRIPTEN_ROOT="$(dirname "$(readlink -f "$(command -v em++)")")"
  export EMSCRIPTEN_ROOT
fi

IMGUI_DIR="${IMGUI_DIR:-$HENGPING_TOOLCHAIN/imgui}"
CATCH2_DIR="${CATCH2_DIR:-$HENGPING_TOOLCHAIN/catch2}"
SODIUM_DIR="${SODIUM_DIR:-$HENGPING_TOOLCHAIN/libsodium}"
export IMGUI_DIR CATCH2_DIR SODIUM_DIR
