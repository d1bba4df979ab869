// Widgets that show or trigger something: buttons, links, icons, badges, cards, banners, meters, key–value lists.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shell/ui/frame.h"
#include "shell/ui/icons.h"

namespace hengping::ui {

enum class ButtonKind : std::uint8_t { primary, secondary, danger, quiet };

struct ButtonOptions {
  std::string_view key{};
  std::string_view label{};
  ButtonKind kind = ButtonKind::secondary;
  Icon icon = Icon::none;
  bool icon_only = false;  ///< the label names it but is not painted
  bool small = false;
  bool disabled = false;
  std::string_view description{};  ///< of a disabled button: why
  bool fill = false;               ///< as wide as there is room
};
/// True when it was pressed.
[[nodiscard]] bool button(Frame& frame, const ButtonOptions& options);

struct LinkOptions {
  std::string_view key{};
  std::string_view label{};
  std::string_view address{};  ///< "#/providers/P001"
  bool semibold = false;
  bool quiet = false;  ///< in the colour of the text around it
  TextSize size = TextSize::body;
};
/// A link within text.
void link(Frame& frame, const LinkOptions& options);
/// A link that looks like a button.
void link_button(Frame& frame, std::string_view address, const ButtonOptions& options);

/// An icon; what it says must stand beside it in words.
Element& icon(Frame& frame, Icon sign, float size, Color color);

struct BadgeOptions {
  Tone tone = Tone::neutral;
  Icon icon = Icon::none;
  bool strong = false;  ///< on a solid ground
};
void badge(Frame& frame, std::string_view label, const BadgeOptions& options);
/// How wide the badge will be, px: for columns that have to hold it whole.
[[nodiscard]] float badge_width(const Frame& frame, std::string_view label, bool with_icon = true);

/// A list of that name, from top to bottom with this gap.
[[nodiscard]] Scope named_list(Frame& frame, std::string_view key, std::string_view name, float gap = 0);
/// One entry of a list; `keyed` tells it from its neighbours.
[[nodiscard]] Scope list_item(Frame& frame, const BoxStyle& style);

/// A raised sheet; the scope holds its content.
Scope card(Frame& frame, BoxStyle style = {});
/// A card that is a named part of the page, headed by its name.
Scope section(Frame& frame, std::string_view key, std::string_view title, std::string_view detail = {});
void separator(Frame& frame);

struct BannerOptions {
  std::string_view key{};
  Tone tone = Tone::neutral;
  std::string_view title{};
  std::string_view detail{};
  bool live = false;   ///< announced when it appears
  bool quiet = false;  ///< announced too, but without interrupting
};
/// A note that stands until its cause is gone; the scope may add actions.
Scope banner(Frame& frame, const BannerOptions& options);

/// `count` of `limit` as cells, or as a bar where there are many.
void meter(Frame& frame, std::int64_t count, std::int64_t limit, Tone tone, std::string_view spoken);
/// Shares of a whole as one bar: satisfied, basically satisfied, unsatisfied.
void share_bar(Frame& frame, std::size_t positive, std::size_t neutral, std::size_t negative, float height);
/// How far something is, from 0 to 1; below 0 while the end is not known: then the bar moves, unless the user wants nothing to move.
/// With `cancel`, the label of a button beside it: true when that was pressed.
bool progress(Frame& frame, std::string_view key, std::string_view name, float share, std::string_view cancel = {});
/// Bars where so many lines of text will stand. Nothing is stated: what is under way says so itself.
void skeleton(Frame& frame, int lines);

/// A term and what it is; many of them in a grid.
void key_value(Frame& frame, std::string_view term, std::string_view value);
Scope key_value_box(Frame& frame, std::string_view term);

struct EmptyOptions {
  Icon icon = Icon::none;
  std::string_view title{};
  std::string_view detail{};
};
/// Says that nothing is here and what to do; the scope may add actions.
Scope empty_state(Frame& frame, const EmptyOptions& options);

/// A headline of a part of the page with its content behind it. True while open.
[[nodiscard]] bool disclosure(Frame& frame, std::string_view key, std::string_view label, bool open_at_first);

/// Choices of one kind of view; returns the one chosen. What it shows belongs into their `tab_panel`.
struct TabOption {
  std::string_view key{}, label{};
  std::string_view count{};  ///< may be empty
};
[[nodiscard]] std::size_t tabs(Frame& frame, std::string_view key, std::string_view name,
                               std::span<const TabOption> options);
/// Holds what the chosen one of the tabs shows. `key` is theirs; they are drawn before it.
Scope tab_panel(Frame& frame, std::string_view key, BoxStyle style);

}  // namespace hengping::ui
