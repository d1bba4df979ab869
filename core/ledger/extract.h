// Bundles that show only what concerns one party, or hide who complained; with proofs that still verify (core/ledger/FORMAT.md "Parts").
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/facts/fact.h"
#include "core/ledger/attachments.h"
#include "core/ledger/ledger.h"

namespace hengping {

struct ExtractOptions {
  /// Role::provider or Role::enterprise with its identifier: only what concerns that party. Role::bureau: everything.
  Role party = Role::bureau;
  std::string id;
  /// Leaves out who complained: complaints and what became of them, whatever the enterprises stated from devices of their own, cases of leaked
  /// secrets (Articles 6(6) and 9(4)), and records that would tell one of these. Shows bodies only, in no order that means anything.
  bool redact = false;
};

struct ExtractedBundle {
  std::string bundle;
  std::size_t shown = 0;
  std::size_t withheld = 0;  ///< that concern the party and were left out for `redact`
  std::size_t unsigned_records =
      0;  ///< that could not be shown, for what their devices have signed proves nothing of them
  /// What stands attached to the records shown that are the party's own matter, each once, by hash: whose bytes may go along. Valid until the ledger changes.
  std::vector<const AttachmentAdded*> attachments;
};

/// Every feed of a device with a key must be signed up to its end. Parts of feeds that are held in part themselves are left out.
[[nodiscard]] ExtractedBundle extract_bundle(const Ledger& ledger, const ExtractOptions& options);

}  // namespace hengping
