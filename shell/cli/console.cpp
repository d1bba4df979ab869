#include "shell/cli/console.h"

#include <unistd.h>

#include <cstdio>

#include "core/codec/json_parts.h"
#include "shell/app/json_text.h"

namespace hengping::cli {

namespace {

/// Wide in East Asian terminals: Hangul Jamo, CJK and its punctuation, full-width forms, and the planes of rare ideographs.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace

Console::Console(const Words& words) : words_(words), terminal_(isatty(STDERR_FILENO) == 1) {}

void Console::print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void Console::print_json(const JsonValue& value) { print(shell::json_text(value) + "\n"); }

void Console::note(std::string_view text) {
  clear_progress();
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fputc('\n', stderr);
}

void Console::progress(std::string_view text) {
  if (!terminal_) return;
  clear_progress();
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
  progress_shown_ = true;
}

void Console::clear_progress() {
  if (!progress_shown_) return;
  std::fputs("\r\x1B[K", stderr);
  progress_shown_ = false;
}

void Console::explain(std::string_view file, const FaultList& faults) {
  note(words_.say(CliText::input_refused, {file, std::to_string(faults.total())}));
  const std::vector<Fault> listed = faults.sorted();
  for (const Fault& fault : listed)
    note("  " + fault.pointer + (fault.pointer.empty() ? "" : "  ") + words_.of(fault.message));
  if (listed.size() < faults.total())
    note("  " + words_.say(CliText::input_more_faults, {std::to_string(faults.total() - listed.size())}));
}

bool Console::flush() {
  clear_progress();
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

JsonValue fault_json(const Fault& fault) {
  JsonValue json = JsonValue::object();
  json.set("pointer", JsonValue::string(fault.pointer))
      .set("code", JsonValue::string(fault.code))
      .set("message", bilingual_json(fault.message));
  return json;
}

std::size_t columns(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k)
      c = (c << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    count += is_wide(c) ? 2U : 1U;
    i += length;
  }
  return count;
}

std::string padded(std::string_view utf8, std::size_t width) {
  const std::size_t have = columns(utf8);
  return std::string(utf8) + std::string(have < width ? width - have : 0, ' ');
}

}  // namespace hengping::cli
