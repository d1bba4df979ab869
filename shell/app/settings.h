// What the user chose about the app itself. Kept in the store beside the data; nothing of it is secret.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/facts/fact.h"

namespace hengping::shell {

enum class Language : std::uint8_t { chinese, english };
enum class ThemePreference : std::uint8_t { system, light, dark };

struct Settings {
  Role role = Role::bureau;  ///< as whom the user works: what shows, and what facts are stated `by`
  Language language = Language::chinese;
  ThemePreference theme = ThemePreference::system;
  [[nodiscard]] bool operator==(const Settings&) const = default;
};

/// `zh-CN` and `en`, as in HTML's lang.
[[nodiscard]] std::string_view language_tag(Language language);
[[nodiscard]] std::optional<Language> language_of(std::string_view tag);
/// `system`, `light`, `dark`.
[[nodiscard]] std::string_view theme_name(ThemePreference theme);
[[nodiscard]] std::optional<ThemePreference> theme_of(std::string_view name);
[[nodiscard]] std::optional<Role> role_of(std::string_view name);

}  // namespace hengping::shell
