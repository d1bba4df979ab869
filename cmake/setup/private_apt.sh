# A private view of Debian's unstable suite, derived from the machine's own sources. Nothing of the machine's apt state
# is read as ours or written: lists, cache and status live in the tool chain folder; the machine's apt.conf.d (proxies,
# credentials) stays in force and signatures are checked. Sourced by toolchain.sh.

private_apt_root="$toolchain_root/apt"
private_apt_suite=unstable

# machine_archive [FOLDER]: prints "URI<tab>signed-by" of the archive that the machine installs its own release from.
# Reads both forms of apt's source files: one-line entries and deb822 stanzas.
machine_archive() {
  local folder="${1:-/etc/apt}" files=() candidate
  for candidate in "$folder"/sources.list "$folder"/sources.list.d/*.list "$folder"/sources.list.d/*.sources; do
    [[ -r "$candidate" ]] && files+=("$candidate")
  done
  ((${#files[@]})) || return 1
  awk '
    function offer(uri, suites, components, signed,    i, n, list) {
      if (found || uri !~ /^(https?|file|mirror|mirror\+[a-z]+|ftp|tor\+https?):/) return
      if (components !~ /(^|[ \t])main([ \t]|$)/) return
      n = split(suites, list, /[ \t]+/)
      for (i = 1; i <= n; i++)
        if (list[i] != "" && list[i] !~ /\// && list[i] !~ /-(security|updates|backports|proposed-updates|backports-sloppy)$/) {
          sub(/\/+$/, "", uri); print uri "\t" signed; found = 1; return
        }
    }
    function flush_stanza() {
      if (types ~ /(^|[ \t])deb([ \t]|$)/ && enabled !~ /^[ \t]*(no|false|0)/) {
        split(uris, first, /[ \t]+/); offer(first[1] == "" ? first[2] : first[1], suites, components, signed)
      }
      types = uris = suites = components = signed = enabled = field = ""
    }
    FNR == 1 { flush_stanza(); deb822 = (FILENAME ~ /\.sources$/) }
    /^[ \t]*#/ { next }
    deb822 && /^[ \t]*$/ { flush_stanza(); next }
    deb822 && /^[A-Za-z-]+:/ {
      field = tolower($0); sub(/:.*/, "", field); value = $0; sub(/^[^:]*:[ \t]*/, "", value)
      if (field == "types") types = value
      else if (field == "uris") uris = value
      else if (field == "suites") suites = value
      else if (field == "components") components = value
      else if (field == "enabled") enabled = value
      else if (field == "signed-by") signed = value
      next
    }
    # A key written into the stanza itself spans lines; "\n" keeps them on one for the caller.
    deb822 && field == "signed-by" { signed = signed "\\n" $0; next }
    deb822 && field == "uris" { uris = uris " " $0; next }
    deb822 && field == "suites" { suites = suites " " $0; next }
    !deb822 && $1 == "deb" {
      line = $0; signed = ""
      if (match(line, /\[[^]]*\]/)) {
        options = substr(line, RSTART + 1, RLENGTH - 2); line = substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
        if (match(options, /signed-by=[^ \t]+/)) signed = substr(options, RSTART + 10, RLENGTH - 10)
        gsub(/,/, " ", signed)
      }
      count = split(line, part, /[ \t]+/); rest = ""
      for (i = 4; i <= count; i++) rest = rest " " part[i]
      offer(part[2], part[3], rest, signed)
    }
    END { flush_stanza() }
  ' "${files[@]}" | grep . || return 1
}

# Options that turn apt away from the machine's state. The sandbox user could not write below a home folder, hence root.
private_apt_options() {
  private_apt=(
    -o "Dir::State=$private_apt_root/state" -o "Dir::State::status=$private_apt_root/status"
    -o "Dir::Cache=$private_apt_root/cache" -o Dir::Log=/dev/null
    -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$private_apt_root/sources"
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null
    -o "APT::Sandbox::User=$(id -un)" -o Acquire::Languages=none -o Acquire::Retries=3 -q
  )
}

# Makes the private list and fetches the suite's index once per set-up run.
private_apt_update() {
  [[ -n "${private_apt_ready:-}" ]] && return
  command -v apt-get >/dev/null || fail 'this system has no apt-get, and the tools come from Debian' "$own_tools_remedy"
  local archive uri signed
  archive="$(machine_archive)" ||
    fail 'no Debian archive with the component main was found in /etc/apt' "$own_tools_remedy"
  uri="${archive%%$'\t'*}"
  signed="${archive#*$'\t'}"
  mkdir -p "$private_apt_root/state/lists/partial" "$private_apt_root/cache/archives/partial" "$private_apt_root/sources"
  : >"$private_apt_root/status"
  {
    printf 'Types: deb deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$uri" "$private_apt_suite"
    [[ -z "$signed" ]] || printf 'Signed-By: %b\n' "$signed"
  } >"$private_apt_root/sources/private.sources"
  private_apt_options
  say "reading the index of Debian $private_apt_suite into the private folder (about 25 MB)"
  quietly "$private_apt_root/update.log" apt-get "${private_apt[@]}" update ||
    fail "the index of Debian $private_apt_suite could not be fetched from the machine's own archive" \
      "check the network and the keyring (package debian-archive-keyring), or $own_tools_remedy"
  # apt reports a suite that could not be fetched as a warning only.
  apt-cache "${private_apt[@]}" show emscripten >/dev/null 2>&1 ||
    fail "Debian $private_apt_suite could not be read, or no longer holds emscripten" \
      "see $private_apt_root/update.log, or $own_tools_remedy"
  private_apt_ready=yes
}

# chosen_version binary|source NAME KNOWN: the known version when the suite has it, else the newest there, said in a line.
chosen_version() {
  local versions
  if [[ "$1" == source ]]; then
    versions="$(apt-cache "${private_apt[@]}" showsrc --only-source "$2" 2>/dev/null | sed -n 's/^Version: //p')"
  else
    versions="$(apt-cache "${private_apt[@]}" show "$2" 2>/dev/null | sed -n 's/^Version: //p')"
  fi
  [[ -n "$versions" ]] || fail "Debian $private_apt_suite no longer holds $2" "$own_tools_remedy"
  if grep -qxF -- "$3" <<<"$versions"; then
    printf '%s\n' "$3"
    return
  fi
  local newest
  newest="$(sort -V <<<"$versions" | tail -n 1)"
  say "$2 $3, known to work, is gone; taking $newest" >&2
  printf '%s\n' "$newest"
}
