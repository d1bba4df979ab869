# Words and helpers shared by the set-up scripts. Sourced; expects bash with `set -euo pipefail`.

repository_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
toolchain_root="${HENGPING_TOOLCHAIN:-${XDG_CACHE_HOME:-$HOME/.cache}/hengping/toolchain}"

say() { printf 'setup: %s\n' "$*"; }

# fail WHAT REMEDY: two short lines and the end; never a page of errors.
fail() {
  printf 'setup: stopped: %s\n' "$1" >&2
  printf 'setup: remedy: %s\n' "$2" >&2
  exit 1
}

own_tools_remedy='activate an emsdk (version 4 or newer) and set IMGUI_DIR, CATCH2_DIR and SODIUM_DIR to sources of your own, then run the command again (README, "Other systems")'

# Runs a command quietly; its output goes to a log whose last lines are shown only when it fails.
quietly() {
  local log="$1"
  shift
  if ! "$@" >"$log" 2>&1; then
    printf 'setup: %s failed; the end of its output (all of it: %s):\n' "$1" "$log" >&2
    tail -n 15 "$log" >&2
    return 1
  fi
}

# A step is done when its stamp holds exactly what would be asked for now.
is_done() { [[ -f "$toolchain_root/stamps/$1" && "$(cat "$toolchain_root/stamps/$1")" == "$2" ]]; }
mark_done() {
  mkdir -p "$toolchain_root/stamps"
  printf '%s\n' "$2" >"$toolchain_root/stamps/$1.new"
  mv "$toolchain_root/stamps/$1.new" "$toolchain_root/stamps/$1"
}
mark_undone() { rm -f "$toolchain_root/stamps/$1"; }

# Only one set-up at a time works on a tool chain folder; a second one waits.
lock_toolchain() {
  mkdir -p "$toolchain_root"
  exec 9>"$toolchain_root/.lock"
  if command -v flock >/dev/null && ! flock --nonblock 9; then
    say 'another set-up is at work on this tool chain; waiting for it'
    flock 9
  fi
}
