#include <array>

#include "shell/ui/screens/gallery/gallery.h"

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
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_content() { return std::make_unique<Content>(); }

}  // namespace hengping::ui
