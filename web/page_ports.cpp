#include "web/page_ports.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/ledger/digest.h"
#include "web/host.h"

namespace hengping::web {

namespace {

constexpr double milliseconds_per_day = 86'400'000.0;
/// Asia/Shanghai has kept UTC+8 without daylight saving since 1991.
constexpr double shanghai_offset = 8 * 3'600'000.0;

void append_size(std::string& out, std::size_t size) {
  auto rest = static_cast<std::uint32_t>(size);
  for (int i = 0; i < 4; ++i) {
    out += static_cast<char>(rest & 0xFFU);
    rest >>= 8U;
  }
}

void append_sized(std::string& out, std::string_view bytes) {
  append_size(out, bytes.size());
  out += bytes;
}

// The page reads drawings out of memory by these offsets (page/glyphs.js).
static_assert(sizeof(ui::GlyphDrawing) == 24 && sizeof(ui::GlyphDrawing::text) == 4);
static_assert(offsetof(ui::GlyphDrawing, text_bytes) == 4 && offsetof(ui::GlyphDrawing, size) == 8);
static_assert(offsetof(ui::GlyphDrawing, weight) == 12 && offsetof(ui::GlyphDrawing, x) == 16);
static_assert(offsetof(ui::GlyphDrawing, baseline) == 20);

// Little-endian 32-bit sizes: remove_everything (0 or 1), count of removals, then each key sized; count of puts, then each key and its
// bytes sized; count of blobs, then each SHA-256 sized; the same of blob removals. page/store.js reads it.
std::string encode(const shell::StoreChange& change) {
  std::string encoded;
  append_size(encoded, change.remove_everything ? 1 : 0);
  const auto append_list = [&encoded](const std::vector<std::string>& list) {
    append_size(encoded, list.size());
    for (const std::string& one : list) append_sized(encoded, one);
  };
  append_list(change.removals);
  append_size(encoded, change.puts.size());
  for (const shell::StoreEntry& entry : change.puts) {
    append_sized(encoded, entry.key);
    append_sized(encoded, entry.bytes);
  }
  append_list(change.blobs);
  append_list(change.blob_removals);
  return encoded;
}

const std::uint8_t* bytes_of(const std::string& text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

}  // namespace

void WebStore::load() { hp_host_store_load(); }
void WebStore::write(std::uint64_t ticket, const shell::StoreChange& change) {
  const std::string encoded = encode(change);
  hp_host_store_write(static_cast<double>(ticket), bytes_of(encoded), encoded.size());
}
void WebStore::hold(std::uint64_t ticket, const shell::StoreChange& change) {
  const std::string encoded = encode(change);
  hp_host_store_hold(static_cast<double>(ticket), bytes_of(encoded), encoded.size());
}

std::string WebClock::now() {
  const double instant = hp_host_milliseconds();
  const double day = std::floor(instant / milliseconds_per_day);
  const auto rest = static_cast<unsigned>(instant - day * milliseconds_per_day);
  std::array<char, 24> time{};
  std::snprintf(time.data(), time.size(), "T%02u:%02u:%02u.%03uZ", rest / 3'600'000U % 24U, rest / 60'000U % 60U,
                rest / 1000U % 60U, rest % 1000U);
  return CivilDate(static_cast<std::int32_t>(day)).to_string() + time.data();
}

CivilDate WebClock::today() {
  return CivilDate(
      static_cast<std::int32_t>(std::floor((hp_host_milliseconds() + shanghai_offset) / milliseconds_per_day)));
}

std::string WebIds::random_hex(std::size_t bytes) {
  // Drawn in stock: every record takes a few, and each call into the browser costs more than they do.
  constexpr std::size_t stock_bytes = 16'384;
  if (stock_.size() < bytes) {
    stock_.resize(std::max(bytes, stock_bytes));
    hp_host_random(reinterpret_cast<std::uint8_t*>(stock_.data()), stock_.size());
  }
  const std::string raw = stock_.substr(stock_.size() - bytes);
  stock_.resize(stock_.size() - bytes);
  return to_hex(raw);
}

void WebSigner::ask_for_key() { hp_host_ask_for_key(0); }
void WebSigner::renew_key() { hp_host_ask_for_key(1); }
void WebSigner::sign(std::uint64_t ticket, std::string_view message) {
  hp_host_sign(static_cast<double>(ticket), message.data(), message.size());
}

void WebFiles::save(std::string_view name, std::string_view mime, std::string_view bytes) {
  hp_host_save_file(name.data(), name.size(), mime.data(), mime.size(), bytes.data(), bytes.size());
}

ui::GlyphExtent WebGlyphs::measure(std::string_view text, float size, ui::Weight weight) {
  std::array<float, 5> extent{};
  hp_host_measure_glyph(text.data(), text.size(), size, static_cast<int>(weight), extent.data());
  return {extent[0], extent[1], extent[2], extent[3], extent[4]};
}

void WebGlyphs::draw(std::span<const ui::GlyphDrawing> drawings, int width, int height,
                     std::span<std::uint8_t> coverage) {
  hp_host_draw_glyphs(drawings.data(), drawings.size(), width, height, coverage.data());
}

}  // namespace hengping::web
