// What an author may state, checked when facts are taken in (semantics §5).
#pragma once

#include <cstdint>
#include <deque>
#include <span>

#include "core/facts/read_fact.h"
#include "core/ledger/ledger_parts.h"

namespace hengping {

/// Reports facts that the author's role may not state, at `/facts/<n>/by`, and of another party than its own. The bureau states what it takes in
/// as its own: `by` says on whose paper it rests.
void check_author(const Ledger::Implementation& ledger, const Device& author, const std::deque<ReadFact>& facts,
                  std::span<const std::uint8_t> skip, FaultList& faults);

}  // namespace hengping
