#include "shell/app/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

namespace hengping::shell {

namespace {

constexpr std::array languages{Language::chinese, Language::english};
constexpr std::array themes{ThemePreference::system, ThemePreference::light, ThemePreference::dark};
constexpr std::array roles{Role::bureau, Role::enterprise, Role::inspector, Role::provider, Role::evaluator};

}  // namespace

std::string_view language_tag(Language language) {
  switch (language) {
    case Language::chinese: return "zh-CN";
    case Language::english: return "en";
  }
  return {};
}

std::optional<Language> language_of(std::string_view tag) {
  for (const Language language : languages) {
    if (language_tag(language) == tag) return language;
  }
  return std::nullopt;
}

std::string_view theme_name(ThemePreference theme) {
  switch (theme) {
    case ThemePreference::system: return "system";
    case ThemePreference::light: return "light";
    case ThemePreference::dark: return "dark";
  }
  return {};
}

std::optional<ThemePreference> theme_of(std::string_view name) {
  for (const ThemePreference theme : themes) {
    if (theme_name(theme) == name) return theme;
  }
  return std::nullopt;
}

std::optional<Role> role_of(std::string_view name) {
  for (const Role role : roles) {
    if (role_name(role) == name) return role;
  }
  return std::nullopt;
}

std::string column_widths_text(const ColumnWidths& widths) {
  std::string text;
  for (const auto& [table, columns] : widths) {
    text += std::to_string(table);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      text += column == 0 ? ':' : ',';
      text += std::to_string(columns[column]);
    }
    text += '\n';
  }
  return text;
}

ColumnWidths column_widths_of(std::string_view text) {
  ColumnWidths widths;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const char* const stop = std::find(at, end, '\n');
    std::uint32_t table = 0;
    auto read = std::from_chars(at, stop, table);
    std::vector<std::uint16_t> columns;
    while (read.ec == std::errc() && read.ptr < stop && (*read.ptr == ':' || *read.ptr == ','))
      read = std::from_chars(read.ptr + 1, stop, columns.emplace_back());
    if (read.ec == std::errc() && read.ptr == stop && !columns.empty()) widths[table] = std::move(columns);
    at = stop == end ? end : stop + 1;
  }
  return widths;
}

}  // namespace hengping::shell
