// Records that something rests on, as the views name them.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/facts/fact.h"
#include "core/ledger/ledger.h"
#include "shell/app/app.h"
#include "shell/app/subject.h"

namespace hengping::shell {

/// A record that something rests on.
struct RecordReference {
  std::size_t record = 0;  ///< index into Ledger::records()
  std::string kind;
  std::string on;
  std::string hash;  ///< empty: there is no such record
  std::string device_name;
  std::string at;  ///< see instant_text
};

[[nodiscard]] RecordReference reference_to(const Ledger& ledger, std::size_t index);

/// The records that concern one thing, found in one pass over the ledger; those of the future too.
class Records {
 public:
  Records(App& app, const std::function<bool(const Subject&)>& concerns);

  /// By the address of the body (see body_address); without a hash if it is none of these records.
  [[nodiscard]] RecordReference find(const void* body) const;
  /// By what a duty of Article 5 calls it (core/rules/duties.h); of several of the same name the first.
  [[nodiscard]] RecordReference find_duty_record(std::string_view ref) const;
  /// Latest first: by day, then by place in the ledger.
  [[nodiscard]] std::vector<RecordReference> list() const;

 private:
  const Ledger& ledger_;
  std::unordered_map<const void*, std::size_t> by_body_;
  std::vector<std::size_t> indices_;
};

/// The records that hold these facts of the ledger, found in one pass.
[[nodiscard]] std::unordered_map<const Fact*, RecordReference> references_to(const Ledger& ledger,
                                                                             const std::vector<const Fact*>& facts);

/// `need:<engagement>:<need>` and so on for what can meet a duty of Article 5; nothing for other facts.
[[nodiscard]] std::optional<std::string> duty_record_name(const Fact& fact, const SymbolTable& symbols);

}  // namespace hengping::shell
