// What the user chose about the app itself. Kept in the store beside the data; nothing of it is secret.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/facts/fact.h"
#include "shell/app/backup.h"

namespace hengping::shell {

enum class Language : std::uint8_t { chinese, english };
enum class ThemePreference : std::uint8_t { system, light, dark };

/// Widths that a person gave columns, whole CSS px by column, 0 where the table decides; by the table's number.
using ColumnWidths = std::map<std::uint32_t, std::vector<std::uint16_t>>;

struct Settings {
  Role role = Role::bureau;  ///< as whom the user works: what shows, and what facts are stated `by`
  Language language = Language::chinese;
  ThemePreference theme = ThemePreference::system;
  ColumnWidths column_widths;
  Backups backups;
  [[nodiscard]] bool operator==(const Settings&) const = default;
};

/// `zh-CN` and `en`, as in HTML's lang.
[[nodiscard]] std::string_view language_tag(Language language);
[[nodiscard]] std::optional<Language> language_of(std::string_view tag);
/// `system`, `light`, `dark`.
[[nodiscard]] std::string_view theme_name(ThemePreference theme);
[[nodiscard]] std::optional<ThemePreference> theme_of(std::string_view name);
[[nodiscard]] std::optional<Role> role_of(std::string_view name);
/// `12:80,0,120` for each table, a line each.
[[nodiscard]] std::string column_widths_text(const ColumnWidths& widths);
/// What can be read of it; lines that cannot are left out.
[[nodiscard]] ColumnWidths column_widths_of(std::string_view text);

}  // namespace hengping::shell
