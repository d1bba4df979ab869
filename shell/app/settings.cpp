#include "shell/app/settings.h"

#include <array>

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

}  // namespace hengping::shell
