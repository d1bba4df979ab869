#include "core/ledger/rights.h"

#include <utility>

#include "core/ledger/ledger.h"

namespace hengping {

DeviceEnrolled enrolment_of(const Ledger& ledger, const Device& device, Role role, std::string name,
                            std::string scope) {
  DeviceEnrolled enrolled{device.id, role, std::move(name), std::move(scope), std::nullopt};
  if (!device.key.empty()) return enrolled;
  for (const Feed& feed : ledger.feeds()) {
    if (feed.device.id == device.id) enrolled.through = ledger.records()[feed.records.back()].hash;
  }
  return enrolled;
}

DeviceRevoked revocation_of(const Ledger& ledger, const std::string& device, std::string reason) {
  DeviceRevoked revoked{device, {}, std::move(reason)};
  for (const Feed& feed : ledger.feeds()) {
    if (feed.device.id == device) revoked.heads.push_back(ledger.records()[feed.records.back()].hash);
  }
  return revoked;
}

}  // namespace hengping
