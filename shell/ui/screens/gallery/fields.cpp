#include <array>
#include <string>
#include <vector>

#include "shell/ui/screens/gallery/gallery.h"

namespace hengping::ui {

namespace {

class Fields final : public GalleryGroup {
 public:
  void draw(Context& context) override {
    Frame& frame = context.frame;
    const Words& words = context.words;
    {
      const auto scope = specimen(context, GalleryText::part_text_fields);
      const auto grid = sample_grid(frame);
      one(frame, {.key = "empty", .label = say(context, GalleryText::state_plain), .hint = hint(context)}, empty_);
      one(frame,
          {.key = "placeholder",
           .label = words(UiText::field_contact),
           .placeholder = say(context, GalleryText::sample_placeholder),
           .required = true},
          placeholder_);
      one(frame, {.key = "filled", .label = words(UiText::field_legal_representative)}, filled_);
      one(frame,
          {.key = "error",
           .label = say(context, GalleryText::state_error),
           .error = say(context, GalleryText::sample_error),
           .required = true},
          wrong_);
      one(frame,
          {.key = "warning",
           .label = say(context, GalleryText::state_warning),
           .warning = say(context, GalleryText::sample_warning)},
          doubtful_);
      one(frame, {.key = "disabled", .label = say(context, GalleryText::state_disabled), .disabled = true}, fixed_);
      one(frame,
          {.key = "money",
           .label = words(UiText::field_registered_capital),
           .suffix = words(UiText::chart_yuan),
           .numeric = true,
           .input_type = InputType::decimal},
          money_);
      frame.pretend(Frame::Pretence::hovered);
      one(frame, {.key = "hovered", .label = say(context, GalleryText::state_hovered)}, hovered_);
      frame.pretend(Frame::Pretence::none);
    }
    amounts(context);
    {
      const auto scope = specimen(context, GalleryText::part_other_fields);
      {
        const auto grid = sample_grid(frame);
        search_box(frame, {.key = "search", .label = say(context, GalleryText::sample_placeholder)}, search_);
        date_field(frame, {.key = "day", .label = words(UiText::field_registered_on), .required = true}, day_, today());
        date_field(frame,
                   {.key = "day-wrong",
                    .label = say(context, GalleryText::state_error),
                    .error = say(context, GalleryText::sample_error)},
                   day_wrong_, today());
        const std::vector<Choice> choices = {{"P001", std::string(say(context, GalleryText::sample_name))},
                                             {"P002", std::string(say(context, GalleryText::sample_other_name))}};
        combobox(frame, {.key = "provider", .label = words(UiText::place_providers)}, choices, chosen_);
        combobox(frame, {.key = "none", .label = say(context, GalleryText::state_plain), .hint = hint(context)},
                 choices, unchosen_);
      }
      text_area(frame, {.key = "area", .label = words(UiText::field_business_scope), .hint = hint(context)}, area_, 3);
    }
  }

 private:
  static std::string_view hint(const Context& context) { return say(context, GalleryText::sample_hint); }
  static CivilDate today() { return CivilDate::parse("2026-11-23").value_or(CivilDate()); }
  void amounts(Context& context) {
    Frame& frame = context.frame;
    const auto scope = specimen(context, GalleryText::part_money);
    const auto grid = sample_grid(frame);
    const auto amount = [&](FieldOptions options, std::string& value) {
      options.suffix = context.words(UiText::chart_yuan);
      const auto box = frame.column({.width = grow(1, 0)});
      money_field(frame, options, value);
    };
    amount({.key = "amount", .label = context.words(UiText::field_registered_capital), .required = true}, amount_);
    amount({.key = "small", .label = say(context, GalleryText::state_plain), .hint = hint(context)}, amount_small_);
    amount({.key = "nothing", .label = say(context, GalleryText::part_money)}, amount_none_);
    amount({.key = "not-one",
            .label = say(context, GalleryText::state_error),
            .error = say(context, GalleryText::sample_not_money)},
           amount_wrong_);
    amount({.key = "fixed-amount", .label = say(context, GalleryText::state_disabled), .disabled = true},
           amount_fixed_);
  }

  static void one(Frame& frame, const FieldOptions& options, std::string& value) {
    const auto box = frame.column({.width = grow(1, 0)});
    text_field(frame, options, value);
  }

  std::string amount_ = "98765432.10", amount_small_ = "980", amount_none_, amount_wrong_ = "12.345.6",
              amount_fixed_ = "5000000";
  std::string empty_, placeholder_, unchosen_, search_;
  std::string filled_ = "\xF0\xA0\xAE\xB7\xE7\x94\xB0";  // a family name beyond the BMP
  std::string wrong_ = "91220102MA1F4FE12X", doubtful_ = "999999999", fixed_ = "P001", money_ = "1234567.80",
              hovered_ = "Q001", day_ = "2026-11-23", day_wrong_ = "2026-02-30", chosen_ = "P001";
  std::string area_ = "1\n2\n3";
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_fields() { return std::make_unique<Fields>(); }

}  // namespace hengping::ui
