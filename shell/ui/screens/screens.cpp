#include "shell/ui/screens/screens.h"

#include <array>

namespace hengping::ui {

std::span<const Place> places() {
  static constexpr std::array<Place, 9> all = {{
      {UiText::place_workbench, Icon::home, "#/", "", true},
      {UiText::place_providers, Icon::provider, "#/providers", "providers", true},
      {UiText::place_enterprises, Icon::enterprise, "#/enterprises", "enterprises", false},
      {UiText::place_engagements, Icon::contract, "#/engagements", "engagements", true},
      {UiText::place_ratings, Icon::rating, "#/ratings", "ratings", true},
      {UiText::place_inspections, Icon::checklist, "#/inspections", "inspections", false},
      {UiText::place_awards, Icon::award, "#/awards", "awards", false},
      {UiText::place_exchange, Icon::exchange, "#/exchange", "exchange", false},
      {UiText::place_settings, Icon::settings, "#/settings", "settings", false},
  }};
  return all;
}

std::span<const ScreenEntry> screen_entries() {
  static constexpr std::array<ScreenEntry, 23> all = {{
      {"", make_workbench},
      {"providers", make_providers},
      {"providers/new", make_provider_form},
      {"providers/*", make_provider_page},
      {"enterprises", make_enterprises},
      {"enterprises/new", make_enterprise_form},
      {"enterprises/*", make_enterprise_page},
      {"engagements", make_engagements},
      {"engagements/new", make_engagement_form},
      {"engagements/*", make_engagement_page},
      {"ratings", make_ratings},
      {"ratings/new", make_rating_form},
      {"inspections", make_inspections},
      {"inspections/new", make_inspection_form},
      {"inspections/*", make_inspection_page},
      {"awards", make_awards},
      {"deadlines", make_deadlines},
      {"records/*", make_record_page},
      {"exchange", make_exchange},
      {"exchange/records", make_uncounted_records},
      {"settings", make_settings},
      {"gallery", make_gallery},
      {"gallery/*", make_gallery_page},
  }};
  return all;
}

std::size_t find_screen(const Route& route) {
  const auto entries = screen_entries();
  for (std::size_t index = 0; index < entries.size(); ++index) {
    std::string_view pattern = entries[index].pattern;
    std::size_t part = 0;
    bool fits = true;
    while (fits && !pattern.empty()) {
      const std::size_t end = pattern.find('/');
      const std::string_view wanted = pattern.substr(0, end);
      fits = part < route.parts.size() && (wanted == "*" || wanted == route.parts[part]);
      ++part;
      pattern = end == std::string_view::npos ? std::string_view() : pattern.substr(end + 1);
    }
    if (fits && part == route.parts.size()) return index;
  }
  return entries.size();
}

}  // namespace hengping::ui
