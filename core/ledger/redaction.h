// Which records would tell who complained, or tell of a leaked secret.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/ledger.h"
#include "core/ledger/parties.h"

namespace hengping {

class Redaction {
 public:
  Redaction(const Ledger& ledger, const Parties& parties);

  /// Whether the record must not be shown.
  [[nodiscard]] bool withholds(std::uint32_t record) const;

 private:
  /// What gives an enterprise away.
  struct Tells {
    std::string engagement, enterprise, name;
  };

  void note_case(const Fact& fact, const Parties& parties);
  [[nodiscard]] bool refers_to_withheld(const Body& body) const;
  [[nodiscard]] bool tells_of_complaint(const Record& record) const;

  const Ledger& ledger_;
  std::map<std::uint32_t, Tells> complaints_;  // by symbol of the complaint
  std::set<std::uint32_t> sealed_;             // cases of leaked secrets, by symbol
  std::set<std::uint32_t> orders_;             // that must not be shown, by symbol
  std::set<std::string> own_devices_;          // of enterprises
};

}  // namespace hengping
