#include <string>

#include "shell/ui/screens/gallery/gallery.h"

namespace hengping::ui {

namespace {

class Overlays final : public GalleryGroup {
 public:
  void draw(Context& context) override {
    Frame& frame = context.frame;
    const auto scope = specimen(context, GalleryText::group_overlays);
    const auto row = samples(frame);
    if (button(frame, {.key = "dialog", .label = say(context, GalleryText::open_dialog)})) open_ = true;
    const std::string sentence(say(context, GalleryText::sample_sentence));
    if (button(frame, {.key = "good", .label = say(context, GalleryText::say_good), .icon = Icon::check}))
      context.toaster.say(sentence, Tone::positive);
    if (button(frame, {.key = "bad", .label = say(context, GalleryText::say_bad), .icon = Icon::warning}))
      context.toaster.say(sentence, Tone::negative);
    if (button(frame, {.key = "undo", .label = say(context, GalleryText::say_undo), .icon = Icon::info}))
      context.toaster.say(sentence, Tone::neutral,
                          {.key = "gallery-undo", .label = std::string(say(context, GalleryText::undo))});
    if (context.toaster.taken("gallery-undo"))
      context.toaster.say(std::string(say(context, GalleryText::undone)), Tone::positive);
    if (open_) dialog(context);
  }

 private:
  void dialog(Context& context) {
    Frame& frame = context.frame;
    Dialog dialog(frame, {.key = "sample",
                          .title = say(context, GalleryText::open_dialog),
                          .detail = say(context, GalleryText::sample_sentence)});
    text_field(frame, {.key = "name", .label = context.words(UiText::field_name), .required = true}, name_);
    const auto actions = dialog.actions();
    const bool cancel = button(frame, {.key = "cancel", .label = context.words(UiText::action_cancel)});
    const bool save =
        button(frame, {.key = "save", .label = context.words(UiText::action_save), .kind = ButtonKind::primary});
    if (cancel || save || dialog.dismissed()) open_ = false;
  }

  bool open_ = false;
  std::string name_;
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_overlays() { return std::make_unique<Overlays>(); }

}  // namespace hengping::ui
