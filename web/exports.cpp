// Every function that the page calls. Texts and bytes come as pointer and size in memory from hp_allocate, which the page releases
// again after the call; what a function gives back says whose it is.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ledger/digest.h"
#include "core/ledger/signature.h"
#include "core/policy/policy.h"
#include "core/rules/evaluate.h"
#include "web/page.h"

namespace {

using hengping::web::Page;

/// The one page; made by hp_open.
std::unique_ptr<Page>& page() {
  static std::unique_ptr<Page> instance;
  return instance;
}

std::string text_of(const char* text, std::size_t size) { return size == 0 ? std::string() : std::string(text, size); }

/// The entries of a load that is under way.
std::vector<hengping::shell::StoreEntry>& incoming() {
  static std::vector<hengping::shell::StoreEntry> entries;
  return entries;
}

bool bit(std::uint32_t flags, unsigned number) { return (flags >> number & 1U) != 0; }

}  // namespace

extern "C" {

// ---- memory

EMSCRIPTEN_KEEPALIVE void* hp_allocate(std::size_t size) { return std::malloc(size == 0 ? 1 : size); }
EMSCRIPTEN_KEEPALIVE void hp_release(void* memory) { std::free(memory); }

// ---- life

/// Makes the app and asks the store for everything. `writes`: 0 where another tab does.
EMSCRIPTEN_KEEPALIVE void hp_open(int writes) {
  page() = std::make_unique<Page>();
  page()->app().store_writer(writes != 0);
  page()->app().open();
}
/// 1 if the page can paint; 0 where the browser gives no WebGL 2.
EMSCRIPTEN_KEEPALIVE int hp_start_painting() { return page()->start_painting() ? 1 : 0; }

// ---- frames

/// `values`: width, height, device pixel ratio, text scale, keyboard inset, safe top, right, bottom, left, pointer x, y (CSS px), canvas
/// width, height (device px), its x, y on the page (CSS px), zoom, the seven colours of SystemColors (whole numbers), megabytes used
/// and given (less than 0: not told).
/// Bits of `flags`: dark, touch, hover, reduced motion, more contrast, forced colours, has pointer, pointer down, demo; two bits: the
/// number of an Offline; newer version; two bits: the number of a Room::Kept; cleared; two bits: the number of a BackupFolder; from bit 20
/// two bits: the number of a Protection; two bits: of an AutoLock.
EMSCRIPTEN_KEEPALIVE void hp_surroundings(const float* values, std::uint32_t flags, const char* route,
                                          std::size_t route_size) {
  hengping::ui::Surroundings next;
  next.width = values[0];
  next.height = values[1];
  next.device_pixel_ratio = values[2];
  next.text_scale = values[3];
  next.keyboard_inset = values[4];
  next.safe_top = values[5];
  next.safe_right = values[6];
  next.safe_bottom = values[7];
  next.safe_left = values[8];
  next.pointer_x = values[9];
  next.pointer_y = values[10];
  next.dark = bit(flags, 0);
  next.touch = bit(flags, 1);
  next.hover = bit(flags, 2);
  next.reduced_motion = bit(flags, 3);
  next.more_contrast = bit(flags, 4);
  next.forced_colors = bit(flags, 5);
  next.has_pointer = bit(flags, 6);
  next.pointer_down = bit(flags, 7);
  next.demo = bit(flags, 8);
  next.offline = static_cast<hengping::ui::Offline>(std::min(flags >> 9U & 3U, 2U));
  next.newer_version = bit(flags, 11);
  next.protection = static_cast<hengping::ui::Protection>(std::min(flags >> 20U & 3U, 2U));
  next.auto_lock = static_cast<hengping::ui::AutoLock>(std::min(flags >> 22U & 3U, 2U));
  const auto color = [values](int index) { return static_cast<std::uint32_t>(values[16 + index]); };
  next.system_colors = {color(0), color(1), color(2), color(3), color(4), color(5), color(6)};
  next.room = {.known = values[24] >= 0,
               .used_mb = values[23],
               .quota_mb = values[24],
               .kept = static_cast<hengping::ui::Room::Kept>(std::min(flags >> 12U & 3U, 2U)),
               .cleared = bit(flags, 14)};
  next.backup_folder = static_cast<hengping::ui::BackupFolder>(flags >> 15U & 3U);
  next.route = text_of(route, route_size);
  page()->surroundings(std::move(next), {.x = values[13],
                                         .y = values[14],
                                         .zoom = values[15],
                                         .width = static_cast<int>(values[11]),
                                         .height = static_cast<int>(values[12])});
}

/// `type` is the number of an EventType. Bits of `flags`: composing, shift, control, alt, meta, checked, visible focus,
/// unreadable.
EMSCRIPTEN_KEEPALIVE void hp_event(int type, std::uint32_t node, const char* text, std::size_t text_size,
                                   const char* bytes, std::size_t bytes_size, float x, float y, std::uint32_t flags) {
  if (type < 0 || type > static_cast<int>(hengping::ui::EventType::photo)) return;
  page()->event({.type = static_cast<hengping::ui::EventType>(type),
                 .node = node,
                 .text = text_of(text, text_size),
                 .bytes = text_of(bytes, bytes_size),
                 .x = x,
                 .y = y,
                 .composing = bit(flags, 0),
                 .shift = bit(flags, 1),
                 .control = bit(flags, 2),
                 .alt = bit(flags, 3),
                 .meta = bit(flags, 4),
                 .visible_focus = bit(flags, 6),
                 .unreadable = bit(flags, 7)},
                bit(flags, 5));
}

/// Paints a frame; JSON (see Page::frame), ended by a zero byte, good until the next call.
EMSCRIPTEN_KEEPALIVE const char* hp_frame(double time_ms) { return page()->frame(time_ms).c_str(); }
EMSCRIPTEN_KEEPALIVE void hp_context_lost() { page()->context_lost(); }
EMSCRIPTEN_KEEPALIVE int hp_context_restored() { return page()->context_restored() ? 1 : 0; }

// ---- the store's answers

/// One entry of a load, in key order; hp_store_loaded ends it.
EMSCRIPTEN_KEEPALIVE void hp_store_entry(const char* key, std::size_t key_size, const char* bytes, std::size_t size) {
  incoming().push_back({.key = text_of(key, key_size), .bytes = text_of(bytes, size)});
}
EMSCRIPTEN_KEEPALIVE void hp_store_loaded() { page()->app().store_loaded(std::exchange(incoming(), {})); }
EMSCRIPTEN_KEEPALIVE void hp_store_load_failed(const char* reason, std::size_t size) {
  incoming().clear();
  page()->app().store_load_failed(text_of(reason, size));
}
EMSCRIPTEN_KEEPALIVE void hp_store_committed(double ticket) {
  page()->app().store_committed(static_cast<std::uint64_t>(ticket));
}
EMSCRIPTEN_KEEPALIVE void hp_store_failed(double ticket, const char* reason, std::size_t size) {
  page()->app().store_failed(static_cast<std::uint64_t>(ticket), text_of(reason, size));
}

EMSCRIPTEN_KEEPALIVE void hp_store_lost() { page()->app().store_lost(); }
EMSCRIPTEN_KEEPALIVE void hp_store_outdated() { page()->app().store_outdated(); }
/// 1 if this tab writes from now on: what is stored, or hp_store_lost, follows. 0 if another does.
EMSCRIPTEN_KEEPALIVE void hp_store_writer(int mine) { page()->app().store_writer(mine != 0); }
/// Ends the entries that another tab has changed.
EMSCRIPTEN_KEEPALIVE void hp_store_followed() { page()->app().store_followed(std::exchange(incoming(), {})); }
/// Sends again what the store has refused, if it has.
EMSCRIPTEN_KEEPALIVE void hp_retry() { page()->app().retry_quietly(); }

// ---- backups

/// 1 if one is called for by now.
EMSCRIPTEN_KEEPALIVE int hp_backup_is_due() { return page()->app().backup_is_due() ? 1 : 0; }
/// Makes one for the chosen folder.
EMSCRIPTEN_KEEPALIVE void hp_back_up() { page()->app().back_up(hengping::shell::BackupPlace::folder); }
/// What became of a backup: the number of a BackupOutcome, its bytes as read back, the reason of a failure. 1 if it gives everything.
EMSCRIPTEN_KEEPALIVE int hp_backup_answered(int outcome, const char* bytes, std::size_t size, const char* reason,
                                            std::size_t reason_size) {
  hengping::shell::App& app = page()->app();
  app.backup_answered(static_cast<hengping::shell::BackupOutcome>(outcome), std::string_view(bytes, size),
                      text_of(reason, reason_size));
  return app.backup_news() == hengping::shell::BackupNews::proven ? 1 : 0;
}

// ---- the key's answers

/// 64 hex digits, or none: this device has no key.
EMSCRIPTEN_KEEPALIVE void hp_key_ready(const char* public_key, std::size_t size) {
  page()->app().key_ready(text_of(public_key, size));
}
EMSCRIPTEN_KEEPALIVE void hp_key_failed(const char* reason, std::size_t size) {
  page()->app().key_failed(text_of(reason, size));
}
/// 128 hex digits, or none and the reason.
EMSCRIPTEN_KEEPALIVE void hp_signature_ready(double ticket, const char* signature, std::size_t signature_size,
                                             const char* reason, std::size_t reason_size) {
  const auto bytes = hengping::from_hex(std::string_view(signature, signature_size), hengping::signature_bytes);
  page()->app().signature_ready(static_cast<std::uint64_t>(ticket), bytes.value_or(std::string()),
                                text_of(reason, reason_size));
}

// ---- the app without its screens: for the demonstration, for recovery, and for tests that look at the store alone

/// 1 if the app is open, writes, and holds no record.
EMSCRIPTEN_KEEPALIVE int hp_is_empty() {
  hengping::shell::App& app = page()->app();
  const bool open = app.phase() == hengping::shell::Phase::ready && app.writing() == hengping::shell::Writing::mine;
  return open && app.ledger().size() == 0 ? 1 : 0;
}
/// Fills an empty ledger with the demonstration city; 1 if it did.
EMSCRIPTEN_KEEPALIVE int hp_demo_city(const char* bytes, std::size_t size) {
  return page()->app().load_demo_city(text_of(bytes, size)) ? 1 : 0;
}
/// Takes in a file as after a person's confirmation; 1 if it was taken in.
EMSCRIPTEN_KEEPALIVE int hp_take_in(const char* bytes, std::size_t size) {
  hengping::shell::App& app = page()->app();
  app.examine_file({}, text_of(bytes, size));
  return app.confirm_import() ? 1 : 0;
}
/// SHA-256, 64 digits each, of attachments that the page has handed to its store: those that records name are kept.
EMSCRIPTEN_KEEPALIVE void hp_keep_attachments(const char* hashes, std::size_t size) {
  constexpr std::size_t digits = 64;
  std::vector<std::string> list;
  for (std::size_t at = 0; at + digits <= size; at += digits) list.emplace_back(hashes + at, digits);
  page()->app().keep_attachments(list);
}
/// Deletes everything.
EMSCRIPTEN_KEEPALIVE void hp_clear() { page()->app().clear(); }
/// The number of a SaveState::Kind.
EMSCRIPTEN_KEEPALIVE int hp_save_state() { return static_cast<int>(page()->app().save_state().kind); }
/// 1 if the app is open and could read all that was stored.
EMSCRIPTEN_KEEPALIVE int hp_is_sound() {
  const hengping::shell::App& app = page()->app();
  return app.phase() == hengping::shell::Phase::ready && app.damage().empty() ? 1 : 0;
}
/// Signs and offers everything that the app holds as a download, by and by; 0 if it has not opened.
EMSCRIPTEN_KEEPALIVE int hp_export() {
  if (page()->app().phase() != hengping::shell::Phase::ready) return 0;
  page()->app().export_bundle();
  return 1;
}

// ---- without a page

/// The answer (spec: `hengping evaluate --json`) for a facts file, bundle or ledger on the day `YYYY-MM-DD`, or the refusal with its
/// faults; null if the day is none. Ended by a zero byte; the caller releases it.
EMSCRIPTEN_KEEPALIVE char* hp_evaluate(const char* text, std::size_t size, const char* date, std::size_t date_size) {
  const auto day = hengping::CivilDate::parse(std::string_view(date, date_size));
  if (!day) return nullptr;
  const auto result = hengping::evaluate_text(std::string_view(text, size), *day);
  auto* answer = static_cast<char*>(std::malloc(result.json.size() + 1));
  if (answer == nullptr) return nullptr;
  std::memcpy(answer, result.json.c_str(), result.json.size() + 1);
  return answer;
}

}  // extern "C"
