#include "core/facts/references.h"

#include <array>

#include "core/base/text.h"
#include "core/facts/names.h"

namespace hengping {
namespace {

constexpr std::string_view acceptance_prefix = "acceptance:";
constexpr std::string_view change_prefix = "change:";
constexpr std::string_view amendment_prefix = "amendment:";

// The part before the next colon; `text` is left after it. Nothing if there is no colon.
std::optional<std::string_view> next_part(std::string_view& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view part = text.substr(0, colon);
  text.remove_prefix(colon + 1);
  return part;
}

struct DatedEngagement {
  std::string_view engagement;
  CivilDate on;
};

std::optional<DatedEngagement> parse_dated_engagement(std::string_view rest) {
  const auto engagement = next_part(rest);
  const auto on = CivilDate::parse(rest);
  if (!engagement || !is_identifier(*engagement) || !on) return std::nullopt;
  return DatedEngagement{*engagement, *on};
}

std::optional<ParsedRef> parse_change(std::string_view rest) {
  const auto provider = next_part(rest);
  const auto name = provider ? next_part(rest) : std::nullopt;
  const auto changed_on = CivilDate::parse(rest);
  if (!name || !is_identifier(*provider) || !changed_on) return std::nullopt;
  for (const auto& choice : reportable_field_choices) {
    if (choice.name == *name) return ChangeRef{*provider, choice.value, *changed_on};
  }
  return std::nullopt;
}

}  // namespace

std::optional<ArticleItem> parse_article_item(std::string_view text) {
  if (text.size() != 3 || text[1] != '.') return std::nullopt;
  const auto article = parse_digits(text.substr(0, 1));
  const auto item = parse_digits(text.substr(2, 1));
  if (!article || !item) return std::nullopt;
  constexpr std::array<int, 10> items = {0, 0, 0, 0, 0, 7, 6, 5, 0, 6};  // by article
  if (*item < 1 || *item > items.at(static_cast<std::size_t>(*article))) return std::nullopt;
  return ArticleItem{static_cast<std::uint8_t>(*article), static_cast<std::uint8_t>(*item)};
}

std::optional<ParsedRef> parse_ref(std::string_view text) {
  if (text.starts_with(acceptance_prefix)) {
    const auto parts = parse_dated_engagement(text.substr(acceptance_prefix.size()));
    if (!parts) return std::nullopt;
    return AcceptanceRef{parts->engagement, parts->on};
  }
  if (text.starts_with(amendment_prefix)) {
    const auto parts = parse_dated_engagement(text.substr(amendment_prefix.size()));
    if (!parts) return std::nullopt;
    return AmendmentRef{parts->engagement, parts->on};
  }
  if (text.starts_with(change_prefix)) return parse_change(text.substr(change_prefix.size()));
  if (is_identifier(text)) return CaseRef{text};
  return std::nullopt;
}

std::string contract_acceptance_ref(std::string_view engagement) {
  return std::string(acceptance_prefix) + std::string(engagement);
}

std::optional<std::string_view> parse_contract_acceptance_ref(std::string_view text) {
  if (!text.starts_with(acceptance_prefix)) return std::nullopt;
  text.remove_prefix(acceptance_prefix.size());
  if (!is_identifier(text)) return std::nullopt;
  return text;
}

std::string acceptance_ref(std::string_view engagement, CivilDate on) {
  return std::string(acceptance_prefix) + std::string(engagement) + ":" + on.to_string();
}

std::string change_ref(std::string_view provider, ProviderField field, CivilDate changed_on) {
  return std::string(change_prefix) + std::string(provider) + ":" + std::string(provider_field_name(field)) + ":" +
         changed_on.to_string();
}

std::string amendment_ref(std::string_view engagement, CivilDate on) {
  return std::string(amendment_prefix) + std::string(engagement) + ":" + on.to_string();
}

}  // namespace hengping
