#include <array>

#include "shell/ui/screens/gallery/gallery.h"

namespace hengping::ui {

namespace {

class Choices final : public GalleryGroup {
 public:
  void draw(Context& context) override {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::array<RadioOption, 3> answers = {
        {{.label = words(text_of(Satisfaction::satisfied)),
          .detail = say(context, GalleryText::sample_hint),
          .icon = Icon::smile,
          .tone = Tone::positive},
         {.label = words(text_of(Satisfaction::basically_satisfied)),
          .icon = Icon::neutral_face,
          .tone = Tone::neutral},
         {.label = words(text_of(Satisfaction::unsatisfied)), .icon = Icon::frown, .tone = Tone::negative}}};
    {
      const auto scope = specimen(context, GalleryText::part_segments);
      segments(frame, {.key = "bar", .label = say(context, GalleryText::state_plain)}, answers, segment_);
      frame.pretend(Frame::Pretence::hovered);
      segments(frame, {.key = "hovered", .label = say(context, GalleryText::state_hovered)}, answers, hovered_);
      frame.pretend(Frame::Pretence::none);
    }
    {
      const auto scope = specimen(context, GalleryText::part_cards);
      choice_cards(frame, {.key = "cards", .label = say(context, GalleryText::state_plain)}, answers, card_);
      choice_cards(frame,
                   {.key = "wrong",
                    .label = say(context, GalleryText::state_error),
                    .error = say(context, GalleryText::sample_error),
                    .required = true},
                   answers, none_);
    }
    {
      const auto scope = specimen(context, GalleryText::part_ticks);
      const auto row = samples(frame);
      checkbox(frame, "on", words(UiText::standing_in_pool), on_);
      checkbox(frame, "off", say(context, GalleryText::state_plain), off_);
      frame.pretend(Frame::Pretence::hovered);
      checkbox(frame, "tick-hovered", say(context, GalleryText::state_hovered), tick_hovered_);
      frame.pretend(Frame::Pretence::none);
    }
    const auto scope = specimen(context, GalleryText::part_tabs);
    const std::array<TabOption, 3> options = {{{"a", words(UiText::place_ratings), "12"},
                                               {"b", words(UiText::place_engagements), "3"},
                                               {"c", words(UiText::place_awards), {}}}};
    const std::size_t chosen = tabs(frame, "tabs", say(context, GalleryText::part_tabs), options);
    frame.text(options[chosen].label);
  }

 private:
  int segment_ = 0, hovered_ = 1, card_ = 2, none_ = -1;
  bool on_ = true, off_ = false, tick_hovered_ = false;
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_choices() { return std::make_unique<Choices>(); }

}  // namespace hengping::ui
