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

# Runs a command quietly; its output goes to a log whose last lines are shown only when it fails. On a terminal the
# seconds are counted meanwhile, so that a long step is seen to live.
quietly() {
  local log="$1" ticker='' status=0
  shift
  if [[ -t 1 ]]; then
    (
      seconds=0
      while sleep 1; do
        seconds=$((seconds + 1))
        printf '\rsetup:   … %d s ' "$seconds"
      done
    ) &
    ticker=$!
  fi
  "$@" >"$log" 2>&1 || status=$?
  if [[ -n "$ticker" ]]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    printf '\r\033[K'
  fi
  if ((status)); then
    printf 'setup: %s failed; the end of its output (all of it: %s):\n' "$1" "$log" >&2
    tail -n 15 "$log" >&2
  fi
  return "$status"
}

# What a folder holds, as one number: names and sizes of its files, but for what programs write there when they run.
fingerprint() {
  [[ -d "$1" ]] || return 0
  (cd "$1" && find . -name __pycache__ -prune -o \( -type f -o -type l \) -printf '%P %s %l\n' | LC_ALL=C sort | cksum)
}

# A step is done when its stamp holds exactly what would be asked for now, and its folder what it held then.
# is_done STEP WANTED [FOLDER]
is_done() {
  local stamp="$toolchain_root/stamps/$1"
  [[ -f "$stamp" && "$(cat "$stamp")" == "$2 ${3:+$(fingerprint "$3")}" ]]
}
mark_done() {
  mkdir -p "$toolchain_root/stamps"
  printf '%s\n' "$2 ${3:+$(fingerprint "$3")}" >"$toolchain_root/stamps/$1.new"
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
