#!/usr/bin/env bash
# Makes the bundled font once: a subset of Noto Sans CJK SC as WOFF2, kept in the tool chain folder with its licence.
# The page works without it wherever the device has a Chinese face, so its absence is said in a line and no error.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

font_folder="$toolchain_root/font"
font_name=hengping-sans-sc
collection=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
recipe="$(cksum "$repository_root/cmake/setup/font_characters.py" "${BASH_SOURCE[0]}" | cut -d' ' -f1 | tr '\n' ' ')"

make_font() {
  local work="$toolchain_root/staging-font" characters face
  rm -rf "$work"
  mkdir -p "$work"
  characters="$(python3 "$repository_root/cmake/setup/font_characters.py" characters /usr/share/unicode)" || return 1
  face="$(python3 "$repository_root/cmake/setup/font_characters.py" face "$collection" 'Noto Sans CJK SC')" || return 1
  # Horizontal text only: vertical forms and metrics, and the other languages' forms, would double the size.
  hb-subset "$collection" --face-index="$face" --unicodes="$characters" --no-hinting --desubroutinize \
    --layout-features=kern --drop-tables=vhea,vmtx,VORG --output-file="$work/$font_name.otf" || return 1
  woff2_compress "$work/$font_name.otf" || return 1
  [[ -s "$work/$font_name.woff2" ]] || return 1
  cp -L /usr/share/doc/fonts-noto-cjk/copyright "$work/OFL.txt" || return 1
  dpkg-query -W -f '${Version}\n' fonts-noto-cjk >"$work/VERSION" || return 1
  rm "$work/$font_name.otf"
  rm -rf "$font_folder"
  mv "$work" "$font_folder"
}

lock_toolchain
if is_done font "$recipe" "$font_folder" && [[ -s "$font_folder/$font_name.woff2" ]]; then
  say 'font: in place'
  exit 0
fi
mark_undone font
if ! (bash "$repository_root/cmake/setup/packages.sh" font); then
  say "font: what it is made from could not be had; the page ships without $font_name and uses the device's faces"
  exit 0
fi
say 'font: making the subset of Noto Sans CJK SC (about 20 seconds)'
if quietly "$toolchain_root/font.log" make_font; then
  mark_done font "$recipe" "$font_folder"
else
  rm -rf "$font_folder"
  say "font: the subset could not be made; the page ships without $font_name and uses the device's faces"
fi
