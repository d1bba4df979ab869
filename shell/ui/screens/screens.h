// The one list of screens. A new screen is one file here, one `make_` below and one line in screens.cpp.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "shell/ui/screen.h"

namespace hengping::ui {

/// A main place, as the navigation names it.
struct Place {
  UiText name = UiText::product_name;
  Icon icon = Icon::none;
  std::string_view address{};  ///< "#/providers"
  std::string_view first_part{};
  bool in_bar = false;  ///< on phones: in the bar below; the others are behind 更多
};
[[nodiscard]] std::span<const Place> places();

/// One screen and its address: parts apart by '/', `*` stands for an identifier.
struct ScreenEntry {
  std::string_view pattern{};
  std::unique_ptr<Screen> (*make)() = nullptr;
};
[[nodiscard]] std::span<const ScreenEntry> screen_entries();
/// The index of the first entry that fits; the number of entries if none does.
[[nodiscard]] std::size_t find_screen(const Route& route);

std::unique_ptr<Screen> make_workbench();
std::unique_ptr<Screen> make_providers();
std::unique_ptr<Screen> make_provider_form();
std::unique_ptr<Screen> make_provider_page();
std::unique_ptr<Screen> make_enterprises();
std::unique_ptr<Screen> make_enterprise_form();
std::unique_ptr<Screen> make_enterprise_page();
std::unique_ptr<Screen> make_engagements();
std::unique_ptr<Screen> make_engagement_form();
std::unique_ptr<Screen> make_engagement_page();
std::unique_ptr<Screen> make_ratings();
std::unique_ptr<Screen> make_rating_form();
std::unique_ptr<Screen> make_inspections();
std::unique_ptr<Screen> make_inspection_form();
std::unique_ptr<Screen> make_inspection_page();
std::unique_ptr<Screen> make_awards();
std::unique_ptr<Screen> make_deadlines();
std::unique_ptr<Screen> make_record_page();
std::unique_ptr<Screen> make_exchange();
std::unique_ptr<Screen> make_uncounted_records();
std::unique_ptr<Screen> make_settings();
std::unique_ptr<Screen> make_gallery();
std::unique_ptr<Screen> make_gallery_page();

}  // namespace hengping::ui
