#include <array>
#include <string>

#include "shell/ui/screens/gallery/gallery.h"

namespace hengping::ui {

namespace {

class Buttons final : public GalleryGroup {
 public:
  void draw(Context& context) override {
    Frame& frame = context.frame;
    const Words& words = context.words;
    {
      const auto scope = specimen(context, GalleryText::group_buttons);
      in_state(context, GalleryText::state_plain, Frame::Pretence::none, false);
      in_state(context, GalleryText::state_hovered, Frame::Pretence::hovered, false);
      in_state(context, GalleryText::state_pressed, Frame::Pretence::pressed, false);
      in_state(context, GalleryText::state_disabled, Frame::Pretence::none, true);
    }
    {
      const auto scope = specimen(context, GalleryText::part_sizes);
      {
        const auto row = samples(frame);
        press(frame, {.key = "small", .label = words(UiText::action_retry), .icon = Icon::retry, .small = true});
        press(frame, {.key = "icon", .label = words(UiText::action_close), .icon = Icon::cross, .icon_only = true});
        press(frame, {.key = "quiet-icon",
                      .label = words(UiText::action_close),
                      .kind = ButtonKind::quiet,
                      .icon = Icon::dots,
                      .icon_only = true,
                      .small = true});
        ChosenFile file;
        if (file_button(frame,
                        {.key = "file",
                         .label = words(UiText::action_import),
                         .kind = ButtonKind::primary,
                         .icon = Icon::upload},
                        ".json", file) ||
            file_button(frame, {.key = "file-too", .label = words(UiText::action_import), .icon = Icon::file}, ".json",
                        file))
          pressed_ = file.name;
      }
      press(frame, {.key = "wide", .label = words(UiText::action_save), .kind = ButtonKind::primary, .fill = true});
    }
    const auto scope = specimen(context, GalleryText::part_links);
    const auto row = samples(frame);
    link(frame, {.key = "link", .label = words(UiText::place_providers), .address = "#/providers"});
    link(frame, {.key = "strong", .label = words(UiText::place_ratings), .address = "#/ratings", .semibold = true});
    link(frame, {.key = "quiet", .label = words(UiText::place_awards), .address = "#/awards", .quiet = true});
    frame.pretend(Frame::Pretence::hovered);
    link(frame, {.key = "hovered", .label = words(UiText::place_engagements), .address = "#/engagements"});
    frame.pretend(Frame::Pretence::none);
    link_button(frame, "#/settings", {.key = "button", .label = words(UiText::place_settings), .icon = Icon::settings});
  }

 private:
  void press(Frame& frame, const ButtonOptions& options) {
    if (button(frame, options)) pressed_ = options.key;
  }

  void in_state(Context& context, GalleryText state, Frame::Pretence look, bool disabled) {
    Frame& frame = context.frame;
    const auto names = frame.keyed(say(context, state));
    const auto row = samples(frame);
    Element& name = frame.text(say(context, state), {.size = TextSize::caption, .color = frame.theme().ink_muted});
    name.style.width = fixed(72);
    frame.pretend(look);
    const auto one = [&](std::string_view key, UiText label, ButtonKind kind, Icon sign) {
      press(frame, {.key = key, .label = context.words(label), .kind = kind, .icon = sign, .disabled = disabled});
    };
    one("primary", UiText::action_save, ButtonKind::primary, Icon::none);
    one("secondary", UiText::action_export, ButtonKind::secondary, Icon::download);
    one("danger", UiText::action_clear, ButtonKind::danger, Icon::trash);
    one("quiet", UiText::action_cancel, ButtonKind::quiet, Icon::none);
    frame.pretend(Frame::Pretence::none);
  }

  std::string pressed_;
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_buttons() { return std::make_unique<Buttons>(); }

}  // namespace hengping::ui
