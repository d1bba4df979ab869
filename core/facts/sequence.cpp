#include "core/facts/sequence.h"

#include <string>

#include "core/text/say.h"

namespace hengping {
namespace {

Bilingual name_space_words(NameSpace name_space) {
  switch (name_space) {
    case NameSpace::provider: return say(CoreText::term_provider);
    case NameSpace::enterprise: return say(CoreText::term_enterprise);
    case NameSpace::engagement: return say(CoreText::term_engagement);
  }
  return {};
}

// Of a fact without a sound date: it makes its identifier exist from the beginning, and sees all that exists, so that one
// fault does not bring others.
Since defined_since(const ReadFact& fact) {
  return Since{fact.dated ? fact.fact.on : CivilDate::before_all(), fact.place};
}
Since seen_from(const ReadFact& fact) { return Since{fact.dated ? fact.fact.on : CivilDate::after_all(), fact.place}; }

}  // namespace

bool Identifiers::define(NameSpace name_space, std::uint32_t symbol, const Since& since) {
  const auto [entry, added] = since_.at(static_cast<std::size_t>(name_space)).emplace(symbol, since);
  if (!added && since < entry->second) entry->second = since;
  return added;
}

const Since* Identifiers::find(NameSpace name_space, std::uint32_t symbol) const {
  const auto& map = since_.at(static_cast<std::size_t>(name_space));
  const auto found = map.find(symbol);
  return found == map.end() ? nullptr : &found->second;
}

void check_sequence(std::span<const ReadFact> facts, std::span<const std::uint8_t> skip, const Identifiers& known,
                    const SymbolTable& symbols, FaultList& faults) {
  Identifiers made;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (skip[i] != 0) continue;
    for (const Mention& mention : facts[i].mentions) {
      if (mention.defines) made.define(mention.name_space, mention.symbol, defined_since(facts[i]));
    }
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (skip[i] != 0) continue;
    for (const Mention& mention : facts[i].mentions) {
      const Since* in_ledger = known.find(mention.name_space, mention.symbol);
      const Since* in_file = made.find(mention.name_space, mention.symbol);
      const auto report = [&](CoreText text, const std::string& day) {
        faults.add(make_fault(text, facts[i].pointer + "/" + std::string(mention.member),
                              {name_space_words(mention.name_space), symbols.text(ProviderId{mention.symbol}), day},
                              i));
      };
      if (mention.defines) {
        if (in_ledger != nullptr || *in_file != defined_since(facts[i])) report(CoreText::fault_identifier_exists, {});
        continue;
      }
      const Since now = seen_from(facts[i]);
      const bool exists = (in_ledger != nullptr && *in_ledger < now) || (in_file != nullptr && *in_file < now);
      if (exists) continue;
      if (in_ledger == nullptr && in_file == nullptr) {
        report(CoreText::fault_identifier_unknown, {});
      } else {
        const Since& later = in_ledger != nullptr ? *in_ledger : *in_file;
        report(CoreText::fault_identifier_not_yet, later.on.to_string());
      }
    }
  }
}

}  // namespace hengping
