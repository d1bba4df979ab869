// The strands of a ledger in the order and division in which they are written; private to core/ledger.
#pragma once

#include <cstdint>
#include <vector>

#include "core/ledger/ledger_parts.h"

namespace hengping {

/// Each the records of one strand. How strands are held depends on what came first; how they are written must not: where a feed forks, the record
/// with the smallest hash goes on with the strand, and strands stand by device, first sequence number and hash. What is only shown in part is
/// left out: it is written with its proof. So is what its device has not signed yet.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> written_strands(const Ledger::Implementation& ledger);

/// A part of a feed as it stands in a bundle; `lines` are records or disclosures.
[[nodiscard]] std::string extract_text(const Device& device, const SignedHead& head, const SetProof& proof,
                                       const std::vector<std::string_view>& lines);
/// A whole strand as it stands in a bundle.
void append_strand(std::string& out, const Ledger::Implementation& ledger, const std::vector<std::uint32_t>& strand);
/// A bundle of these feeds.
[[nodiscard]] std::string bundle_of(const std::vector<std::string>& feeds);

}  // namespace hengping
