// What the list screens have in common.
#pragma once

#include <functional>
#include <string_view>

#include "shell/ui/screen.h"

namespace hengping::ui {

/// How many rows the query leaves, and how many there are without it.
struct ListSize {
  std::size_t shown = 0, all = 0;
};

/// What is said while nothing is there at all, and what to do first.
struct EmptyList {
  Icon sign = Icon::none;
  UiText title = UiText::product_name, detail = UiText::product_name;
  UiText action = UiText::product_name;
  std::string_view address{};
};

struct ListScreen {
  PageOptions head{};
  EmptyList empty{};
  std::function<bool()>
      is_empty{};  ///< nothing is there at all; left out: when `update` finds no rows without the query
  std::function<ListSize()> update{};  ///< brings the list up to its query
  std::function<Scope()> tabs{};       ///< draws tabs and opens their panel, for all that follows
  std::function<void()> filters{};     ///< in a bar of their own
  std::function<void()> clear{};       ///< takes the filters back
  std::function<void()> cards{}, table{};
  UiText none = UiText::list_no_hits;  ///< said when there are no rows even without the search
};
/// The frame that all lists share: head, empty state, filters, count, no hits, and the rows as cards on a phone, as a table elsewhere.
void list_screen(Context& context, const ListScreen& list);

Scope filter_bar(Frame& frame);
/// The first lines of a card on a phone.
void card_title(Frame& frame, std::string_view name, std::string_view id);
/// A cell or line for a text that may be absent.
[[nodiscard]] std::string_view or_dash(std::string_view text);

}  // namespace hengping::ui
