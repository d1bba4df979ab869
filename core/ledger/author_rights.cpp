#include "core/ledger/author_rights.h"

#include <algorithm>
#include <string>

#include "core/ledger/parties.h"
#include "core/text/say.h"

namespace hengping {

void check_author(const Ledger::Implementation& ledger, const Device& author, const std::deque<ReadFact>& facts,
                  std::span<const std::uint8_t> skip, FaultList& faults) {
  Role role = author.role;
  std::string scope = author.scope;
  const auto enrolled = std::find_if(ledger.rights.begin(), ledger.rights.end(), [&](const DeviceRights& one) {
    return one.device.id == author.id && one.standing == DeviceStanding::enrolled;
  });
  if (enrolled != ledger.rights.end()) {
    role = enrolled->role;
    scope = enrolled->scope;
  }
  if (role == Role::bureau) return;
  Parties parties;
  if (!scope.empty()) {
    for (const Record& record : ledger.records) {
      if (record.counts_as_fact()) parties.learn(record.fact);
    }
    for (const ReadFact& read : facts) {
      if (read.sound) parties.learn(read.fact);
    }
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const ReadFact& read = facts[i];
    if (skip[i] != 0 || !read.sound) continue;
    if (read.fact.by != role) {
      faults.add(make_fault(CoreText::fault_role_not_author, read.pointer(i) + "/by",
                            {role_name(role), role_name(read.fact.by)}, i));
    } else if (!parties.is_of(read.fact.body, role, scope, ledger.symbols)) {
      faults.add(make_fault(CoreText::fault_role_not_own, read.pointer(i) + "/kind", {scope}, i));
    }
  }
}

}  // namespace hengping
