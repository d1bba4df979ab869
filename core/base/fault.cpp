#include "core/base/fault.h"

#include <algorithm>
#include <utility>

#include "core/base/order.h"

namespace hengping {
namespace {

bool earlier(const Fault& left, const Fault& right) {
  // The document's own faults stand first: no_fact + 1 wraps to 0.
  return left.fact + 1 < right.fact + 1;
}

}  // namespace

void FaultList::add(Fault fault) {
  ++total_;
  faults_.push_back(std::move(fault));
  // Faults come out of order (those of sequence after those of form); keep enough to know the first hundred, in bounded memory.
  if (faults_.size() >= 4 * limit) {
    put_in_order(faults_, earlier);
    faults_.resize(limit);
  }
}

void FaultList::take(FaultList other) {
  const std::size_t total = total_ + other.total_;
  for (Fault& fault : other.faults_) add(std::move(fault));
  total_ = total;
}

std::vector<Fault> FaultList::sorted() const {
  std::vector<Fault> result = faults_;
  put_in_order(result, earlier);
  if (result.size() > limit) result.resize(limit);
  return result;
}

void FaultList::clear() {
  faults_.clear();
  total_ = 0;
}

}  // namespace hengping
