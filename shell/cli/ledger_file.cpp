#include "shell/cli/ledger_file.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <utility>

#include "shell/cli/files.h"

namespace hengping::cli {

namespace {

Fault file_fault(std::string code, CliText text, std::initializer_list<std::string_view> words) {
  return Fault{
      "", std::move(code), {Words(Language::chinese).say(text, words), Words(Language::english).say(text, words)}};
}

}  // namespace

Fault unreadable_file(std::string_view path, const std::string& reason) {
  return file_fault("file.unreadable", CliText::file_unreadable, {path, reason});
}

Fault unknown_provider(std::string_view id, std::string_view as_of) {
  return file_fault("provider.unknown", CliText::no_provider, {id, as_of});
}

Fault unknown_engagement(std::string_view id, std::string_view as_of) {
  return file_fault("engagement.unknown", CliText::no_engagement, {id, as_of});
}

Fault not_a_ledger(std::string_view path) {
  return file_fault("file.not_a_ledger", CliText::file_not_a_ledger, {path});
}

std::optional<LedgerFile> read_ledger(std::string_view path, std::string_view text, const Policy& policy,
                                      FaultList& faults) {
  LedgerFile file;
  Intake intake = file.ledger.examine(text, policy);
  if (!intake.ok()) {
    faults = intake.faults();
    return std::nullopt;
  }
  if (intake.source() != Intake::Source::bundle) {
    faults.add(not_a_ledger(path));
    return std::nullopt;
  }
  // A bundle's records keep their own authors; none is made here.
  static_cast<void>(file.ledger.take(std::move(intake), Device(), {}));
  file.own = read_ledger_owner(text);
  return file;
}

std::optional<Policy> read_policy_file(const std::string& path, FaultList& faults) {
  const Attempt<std::string> text = read_file(path);
  if (text.value) return read_policy(*text.value, faults);
  faults.add(unreadable_file(path, text.error));
  return std::nullopt;
}

Device new_device(Role role, std::string name) {
  constexpr std::size_t id_bytes = 16;
  std::array<unsigned char, id_bytes> bytes{};
  if (getentropy(bytes.data(), bytes.size()) != 0)
    std::abort();  // no identity is better than one that may be another's
  Device device;
  for (const unsigned char byte : bytes) {
    device.id += "0123456789abcdef"[byte >> 4U];
    device.id += "0123456789abcdef"[byte & 0x0FU];
  }
  device.role = role;
  device.name = std::move(name);
  return device;
}

std::string instant_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), length};
}

}  // namespace hengping::cli
