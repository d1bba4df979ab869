// The measures' words for the enumerations of the core and the app.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/rules/verdict.h"
#include "shell/app/view_models.h"
#include "shell/ui/icons.h"
#include "shell/ui/theme.h"
#include "shell/ui/words.h"

namespace hengping::ui {

[[nodiscard]] UiText text_of(Standing standing);
[[nodiscard]] UiText text_of(Satisfaction satisfaction);
[[nodiscard]] UiText text_of(ProviderType type);
[[nodiscard]] UiText text_of(EnterpriseScale scale);
[[nodiscard]] UiText text_of(hengping::Role role);
[[nodiscard]] UiText text_of(shell::RatingStatus status);
/// Names of the format with their words.
template <std::size_t count>
using NamedTexts = std::array<std::pair<std::string_view, UiText>, count>;
/// The words for a name; one that this version does not know stands as it is.
template <std::size_t count>
[[nodiscard]] std::string_view named_text(const Words& words, const NamedTexts<count>& texts, std::string_view name) {
  for (const auto& [known, text] : texts) {
    if (known == name) return words(text);
  }
  return name;
}

/// Of a record kind, "rating.given"; kinds that this version does not know show as they are.
[[nodiscard]] std::string_view kind_text(const Words& words, std::string_view kind);

/// A sign for what a record is about.
[[nodiscard]] Icon icon_of_kind(std::string_view kind);

[[nodiscard]] UiText text_of(OrderStatus status);
[[nodiscard]] UiText text_of(DutyStatus status);
[[nodiscard]] Tone tone_of(DutyStatus status);
[[nodiscard]] Icon icon_of(DutyStatus status);
[[nodiscard]] Tone tone_of(shell::Urgency urgency);
[[nodiscard]] Icon icon_of(shell::Urgency urgency);
/// "逾期 3 天", "今天到期", "还有 12 天", "等待办理".
[[nodiscard]] std::string urgency_text(const Words& words, const Deadline& deadline);
[[nodiscard]] Tone tone_of(OrderStatus status);
[[nodiscard]] Tone tone_of(Standing standing);
[[nodiscard]] Tone tone_of(Satisfaction satisfaction);
[[nodiscard]] Icon icon_of(Standing standing);
[[nodiscard]] Icon icon_of(Satisfaction satisfaction);

[[nodiscard]] UiText text_of(ProviderField field);
/// "合同E002的验收", "2025-12-10变更法定代表人".
[[nodiscard]] std::string ref_text(const Words& words, const shell::RefName& name);

/// "2025-03" → "2025年3月", "2025-Q1" → "2025年第1季度", "final" → "终期".
[[nodiscard]] std::string period_text(const Words& words, std::string_view period);

/// "512 B", "1.5 KB", "12.0 MB".
[[nodiscard]] std::string size_text(const Words& words, std::uint64_t bytes);

}  // namespace hengping::ui
