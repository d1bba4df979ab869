// What is odd about feeds, in a way that loses nothing: forks, missing parts, clocks that cannot be right.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/ledger/ledger.h"

namespace hengping {

struct Irregularity {
  enum class Kind : std::uint8_t {
    unsigned_feed,  ///< the device has no key
    fork,  ///< two records follow one: the device was restored from a backup and used twice, or its key was copied
    missing_part,  ///< records before this one are not here
    clock_back,    ///< the record claims an earlier instant than the one before it in its feed
    clock_ahead,   ///< the record claims a later instant than one of another device that had seen it
  };
  Kind kind = Kind::unsigned_feed;
  std::string device;  ///< identifier
  std::string device_name;
  std::uint64_t sequence = 0;  ///< of the record; of a fork the first after it
  std::string at;              ///< what the record claims
  std::string other_at;        ///< of clock_ahead: what the one that had seen it claims
};
/// "unsigned_feed", "fork" and so on.
[[nodiscard]] std::string_view irregularity_name(Irregularity::Kind kind);

/// By device, then by sequence; of each device's clock only the first record of a kind. Clocks of two devices may differ by five minutes before
/// it is worth a word.
[[nodiscard]] std::vector<Irregularity> find_irregularities(const Ledger& ledger);

}  // namespace hengping
