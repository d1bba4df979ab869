// What the list screens have in common.
#pragma once

#include <string_view>

#include "shell/ui/screen.h"

namespace hengping::ui {

Scope filter_bar(Frame& frame);
/// "12 of 340", said when it changes.
void list_count(Context& context, std::size_t shown, std::size_t all);
/// Nothing is there at all: what to do first.
void list_is_empty(Context& context, Icon sign, UiText title, UiText detail, std::string_view address, UiText action);
/// The filters leave nothing. True when they are to be cleared.
[[nodiscard]] bool list_has_no_hits(Context& context);
/// The first lines of a card on a phone.
void card_title(Frame& frame, std::string_view name, std::string_view id);
/// A cell or line for a text that may be absent.
[[nodiscard]] std::string_view or_dash(std::string_view text);

}  // namespace hengping::ui
