#include <array>

#include "shell/ui/screens/gallery/gallery.h"
#include "shell/ui/widgets_tree.h"

namespace hengping::ui {

namespace {

constexpr std::array tones = {Tone::neutral, Tone::accent, Tone::positive, Tone::caution, Tone::negative};
constexpr std::array tone_names = {GalleryText::tone_neutral, GalleryText::tone_accent, GalleryText::tone_positive,
                                   GalleryText::tone_caution, GalleryText::tone_negative};

class Content final : public GalleryGroup {
 public:
  void draw(Context& context) override {
    type_scale(context);
    badges(context);
    banners(context);
    amounts(context);
    under_way(context);
    trees(context);
    values(context);
    const auto scope = specimen(context, GalleryText::part_empty);
    const auto empty = empty_state(context.frame, {.icon = Icon::search,
                                                   .title = context.words(UiText::list_no_hits),
                                                   .detail = context.words(UiText::list_no_hits_detail)});
    if (button(context.frame, {.key = "clear", .label = context.words(UiText::action_clear_filters)})) open_ = false;
  }

 private:
  static void type_scale(Context& context) {
    Frame& frame = context.frame;
    const auto scope = specimen(context, GalleryText::part_type);
    const std::string_view sample = say(context, GalleryText::sample_sentence);
    for (const TextSize size :
         {TextSize::display, TextSize::title, TextSize::subtitle, TextSize::body, TextSize::caption})
      frame.text(sample, {.size = size, .semibold = size != TextSize::body && size != TextSize::caption});
    const Theme& theme = frame.theme();
    for (const Color ink : {theme.ink_secondary, theme.ink_muted}) frame.text(sample, {.color = ink});
    Element& cut = frame.text(sample, {.maximum_lines = 1});
    cut.style.width = fixed(180);
  }

  static void badges(Context& context) {
    const auto scope = specimen(context, GalleryText::part_badges);
    for (const bool strong : {false, true}) {
      const auto row = samples(context.frame);
      for (std::size_t index = 0; index < tones.size(); ++index)
        badge(context.frame, say(context, tone_names[index]),
              {.tone = tones[index], .icon = index % 2 == 1 ? Icon::check : Icon::none, .strong = strong});
    }
  }

  static void banners(Context& context) {
    Frame& frame = context.frame;
    const auto scope = specimen(context, GalleryText::part_banners);
    for (std::size_t index = 0; index < tones.size(); ++index) {
      const auto names = frame.keyed("banner", index);
      const auto one = banner(frame, {.key = "banner",
                                      .tone = tones[index],
                                      .title = say(context, tone_names[index]),
                                      .detail = say(context, GalleryText::sample_sentence)});
    }
  }

  void amounts(Context& context) {
    Frame& frame = context.frame;
    const auto scope = specimen(context, GalleryText::part_amounts);
    for (const auto& [count, limit, tone] :
         {std::tuple{1, 4, Tone::neutral}, {3, 4, Tone::caution}, {4, 4, Tone::negative}, {31, 90, Tone::accent}}) {
      const auto names = frame.keyed("meter", static_cast<std::uint64_t>(count));
      const auto row = frame.row({.gap = 12, .width = grow(1, 0, 420)});
      const std::string spoken = context.words(UiText::count_of_limit, {std::to_string(count), std::to_string(limit)});
      meter(frame, count, limit, tone, spoken);
      frame.label(spoken, {.size = TextSize::caption, .maximum_lines = 1});
    }
    share_bar(frame, 6, 2, 1, 8);
    progress(frame, "part", say(context, GalleryText::part_amounts), 0.4F);
    progress(frame, "whole", context.words(UiText::first_done), 1);
    progress(frame, "unknown", context.words(UiText::opening_title), -1);
    if (disclosure(frame, "open", say(context, GalleryText::sample_name), true))
      frame.text(say(context, GalleryText::sample_sentence));
    open_ = disclosure(frame, "closed", say(context, GalleryText::sample_other_name), false);
    if (open_) frame.text(say(context, GalleryText::sample_sentence));
  }

  void under_way(Context& context) {
    Frame& frame = context.frame;
    const auto scope = specimen(context, GalleryText::part_progress);
    const std::string_view cancel = context.words(UiText::action_cancel);
    if (progress(frame, "signing", context.words(UiText::export_signing), 0.65F, cancel) ||
        progress(frame, "reading", context.words(UiText::opening_title), -1, cancel))
      open_ = false;
    skeleton(frame, 4);
  }

  void trees(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = specimen(context, GalleryText::part_tree);
    const std::array<TreeItem, 6> items = {
        {{.key = "a", .label = words(UiText::place_providers)},
         {.key = "b", .label = say(context, GalleryText::sample_name), .level = 2},
         {.key = "c", .label = words(UiText::place_ratings), .level = 3},
         {.key = "d", .label = say(context, GalleryText::sample_other_name), .level = 2},
         {.key = "e", .label = words(UiText::place_awards), .level = 3},
         {.key = "f", .label = words(UiText::place_settings)}}};
    const auto grid = sample_grid(frame);
    const auto one = [&](std::string_view key, GalleryText name, int open_levels, std::size_t& chosen) {
      const auto column = frame.column({.gap = 6, .width = grow(1, 0)});
      frame.text(say(context, name), {.size = TextSize::caption, .color = frame.theme().ink_muted});
      const auto now =
          tree(frame,
               {.key = key, .name = say(context, name), .items = items, .chosen = chosen, .open_levels = open_levels});
      if (now) chosen = *now;
    };
    one("closed", GalleryText::state_plain, 0, none_);
    one("open", GalleryText::state_open, 1, leaf_);
    frame.pretend(Frame::Pretence::hovered);
    one("hovered", GalleryText::state_hovered, 2, none_hovered_);
    frame.pretend(Frame::Pretence::none);
  }

  static void values(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = specimen(context, GalleryText::part_values);
    {
      const auto grid = sample_grid(frame);
      key_value(frame, words(UiText::field_provider_id), "P001");
      key_value(frame, words(UiText::field_contact), {});
      key_value(frame, words(UiText::field_address), say(context, GalleryText::sample_sentence));
    }
    separator(frame);
    const auto row = samples(frame);
    for (int sign = 1; sign <= static_cast<int>(Icon::frown); ++sign)
      icon(frame, static_cast<Icon>(sign), 20, frame.theme().ink_secondary);
  }

  bool open_ = false;
  std::size_t none_ = 6, leaf_ = 1, none_hovered_ = 6;  // as many as there are items: nothing is marked
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_content() { return std::make_unique<Content>(); }

}  // namespace hengping::ui
