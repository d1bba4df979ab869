// The first words of a bureau's ledger.
#pragma once

#include <string>
#include <vector>

#include "core/ledger/ledger.h"

namespace hengping {

/// A device of the bureau that knows of no other founds its ledger (bureau.founded) and makes its own key the root, before the first thing that
/// it states. Does nothing for other roles, and where there is a root or nobody asks for one.
std::vector<Appended> found_if_first(Ledger& ledger, const Author& author, CivilDate today);

/// Who took in a bundle of founders without knowing any root so far trusts these from now on. Whether the roots have changed.
bool trust_first_founders(Ledger& ledger);

/// The bureau's own feed from the time before its device had a key: enrolled as it stands, as the bureau's word.
std::vector<Appended> adopt_former_feed(Ledger& ledger, const Device& former, const Author& author, CivilDate today);

/// The bureau's receipt for records that others have made: from then on it is provable that it had them. Nothing for devices that do not speak for
/// the bureau, and where nothing but receipts has come.
std::vector<Appended> acknowledge(Ledger& ledger, const std::vector<Appended>& received, const Author& author,
                                  CivilDate today);

}  // namespace hengping
