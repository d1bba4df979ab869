#include "shell/cli/ledger_file.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <utility>

#include "core/ledger/founding.h"
#include "core/ledger/signature.h"
#include "core/text/say.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"

namespace hengping::cli {

namespace {

Fault file_fault(std::string code, CliText text, std::initializer_list<std::string_view> words) {
  return Fault{
      "", std::move(code), {Words(Language::chinese).say(text, words), Words(Language::english).say(text, words)}};
}

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  // Better no key and no salt than one that may be another's.
  if (getentropy(bytes.data(), bytes.size()) != 0) std::abort();
  return bytes;
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

Fault unknown_subject(std::string_view subject) {
  return file_fault("subject.unknown", CliText::no_subject, {subject});
}

Fault not_the_bureau(std::string_view role) { return file_fault("role.not_allowed", CliText::not_the_bureau, {role}); }

std::optional<LedgerFile> read_ledger(std::string_view path, std::string text, const Policy& policy,
                                      FaultList& faults) {
  LedgerFile file;
  const auto kept = std::make_shared<const std::string>(std::move(text));
  Intake intake = file.ledger.examine(*kept, policy);
  if (!intake.ok()) {
    faults = intake.faults();
    return std::nullopt;
  }
  if (intake.source() != Intake::Source::bundle) {
    faults.add(not_a_ledger(path));
    return std::nullopt;
  }
  if (const OwnDevice* own = intake.own()) {
    // A seed that does not make the key would sign what nobody believes.
    if (!own->device.key.empty() && to_hex(public_key_of(own->seed)) != own->device.key) {
      faults.add(make_fault(CoreText::fault_device_seed, "/own/seed"));
      return std::nullopt;
    }
    file.own = *own;
  }
  file.attachments.take(intake, kept);
  file.attachment_faults = intake.attachment_faults();
  file.ledger.open(std::move(intake));
  return file;
}

std::optional<LedgerFile> load_ledger(const std::string& path, Console& console, Exit& exit) {
  console.progress(console.words().say(CliText::progress_reading, {path}));
  Attempt<std::string> text = read_file(path);
  FaultList faults;
  std::optional<LedgerFile> file;
  if (!text.value) {
    faults.add(unreadable_file(path, text.error));
  } else {
    file = read_ledger(path, *std::move(text.value), default_policy(), faults);
  }
  console.clear_progress();
  if (!file) exit = refuse(console, path, faults);
  return file;
}

bool OpenLedger::lock(const std::string& path, Console& console, Exit& exit) {
  const Words& words = console.words();
  path_ = path;
  exit = Exit::refused;
  if (path == standard_stream) {
    exit = wrong_usage(console, CliText::usage_ledger_is_a_file);
    return false;
  }
  switch (lock_.lock(path)) {
    case LedgerLock::Outcome::locked: return true;
    case LedgerLock::Outcome::busy: console.note(words.say(CliText::ledger_busy, {path})); return false;
    case LedgerLock::Outcome::failed:
      console.note(words.say(CliText::file_not_written, {path, lock_.error()}));
      return false;
  }
  return false;
}

bool OpenLedger::create(const std::string& path, OwnDevice own, Console& console, Exit& exit) {
  if (!lock(path, console, exit)) return false;
  if (file_exists(path)) {
    console.note(console.words().say(CliText::ledger_exists, {path}));
    return false;
  }
  is_new_ = true;
  file_.own = std::move(own);
  file_.ledger.set_own_device(file_.own->device.id);
  return true;
}

bool OpenLedger::open(const std::string& path, bool may_be_new, Console& console, Exit& exit) {
  if (!lock(path, console, exit)) return false;
  const Words& words = console.words();
  is_new_ = !file_exists(path);
  if (is_new_ && may_be_new) {
    file_.own = new_device(Role::bureau, {}, {});
    file_.ledger.set_own_device(file_.own->device.id);
    return true;
  }
  console.progress(words.say(CliText::progress_reading, {path}));
  Attempt<std::string> text = read_file(path);
  console.clear_progress();
  FaultList faults;
  if (!text.value) {
    faults.add(unreadable_file(path, text.error));
  } else if (auto loaded = read_ledger(path, *std::move(text.value), default_policy(), faults)) {
    file_ = std::move(*loaded);
    if (!file_.attachment_faults.empty()) console.explain(path, file_.attachment_faults);
    // A bundle is someone's export: it is not turned into a ledger behind their back.
    if (!file_.own) faults.add(not_a_ledger(path));
  }
  if (!faults.empty()) {
    exit = refuse(console, path, faults);
    return false;
  }
  give_key();
  return true;
}

// A ledger of format version 1 has an identity without a key. It goes on under a new one.
void OpenLedger::give_key() {
  if (!file_.own->device.key.empty()) return;
  const Device former = file_.own->device;
  file_.own = new_device(former.role, former.name, {});
  file_.ledger.set_own_device(file_.own->device.id);
  const std::string instant = instant_now();
  static_cast<void>(adopt_former_feed(file_.ledger, former, author_of(device(), instant), today()));
}

void OpenLedger::state(StatementBody body) {
  const std::string instant = instant_now();
  static_cast<void>(file_.ledger.state(Statement{today(), std::move(body)}, author_of(file_.own->device, instant)));
}

bool OpenLedger::save(Console& console) {
  sign_own_feed(file_.ledger, *file_.own);
  OutputFile file;
  if (file.open(path_)) {
    static_cast<void>(file_.attachments.write(file, file_.ledger.write_ledger_file(*file_.own),
                                              AttachmentIndex(file_.ledger).named()));
  }
  if (file.commit()) return true;
  console.note(console.words().say(CliText::file_not_written, {path_, file.error()}));
  return false;
}

Author author_of(const Device& device, std::string_view instant) {
  static const std::function<std::string(std::size_t)> digits = [](std::size_t bytes) {
    return to_hex(random_bytes(bytes));
  };
  return Author{device, instant, digits};
}

void sign_own_feed(Ledger& ledger, const OwnDevice& own) {
  while (const auto head = ledger.head_to_sign(own.device.id)) {
    // The key was checked against the device when the file was read.
    if (!ledger.accept_signature(*head, sign(head->message, own.seed))) std::abort();
  }
}

std::optional<Policy> read_policy_file(const std::string& path, FaultList& faults) {
  const Attempt<std::string> text = read_file(path);
  if (text.value) return read_policy(*text.value, faults);
  faults.add(unreadable_file(path, text.error));
  return std::nullopt;
}

OwnDevice new_device(Role role, std::string name, std::string scope) {
  OwnDevice own;
  own.seed = random_bytes(seed_bytes);
  own.device = make_device(role, std::move(name), std::move(scope), to_hex(public_key_of(own.seed)));
  return own;
}

CivilDate today() {
  using namespace std::chrono;
  const auto in_shanghai = floor<days>(system_clock::now() + hours(8));
  return CivilDate(static_cast<std::int32_t>(in_shanghai.time_since_epoch().count()));
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
