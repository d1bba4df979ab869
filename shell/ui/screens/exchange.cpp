// 数据交换: files in and out, who may state what, what does not count and why, and deleting everything.
#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/exchange_parts.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"
#include "shell/ui/widgets_photo.h"

namespace hengping::ui {

namespace {

class Exchange final : public Screen {
 public:
  void draw(Context& context) override {
    // An export signs what is there, which changes nothing else.
    if (revision_ != context.app.revision() || exports_ != context.app.exports()) {
      exports_ = context.app.exports();
      view_ = shell::exchange_view(context.app);
      devices_ = shell::devices_view(context.app);
      revision_ = context.app.revision();
    }
    const Words& words = context.words;
    page_head(context, {.title = words(UiText::place_exchange), .detail = words(UiText::exchange_detail)});
    within(context, "own", [&] { own_.draw(context, devices_); });
    BoxStyle grid;
    grid.grid_minimum = 320;
    grid.grid_maximum = 2;
    grid.gap = space::wide;
    grid.cross = Align::stretch;
    {
      const auto halves = context.frame.box(grid);
      take_in(context);
      hand_out(context);
    }
    preview(context);
    within(context, "devices", [&] { all_devices_.draw(context, devices_); });
    within(context, "uncounted", [&] { uncounted_.draw(context); });
    within(context, "conflicts", [&] { conflicts_.draw(context, devices_); });
    within(context, "late", [&] { late_.draw(context); });
    within(context, "irregular", [&] { irregularities_.draw(context); });
    within(context, "extract", [&] { extract_.draw(context); });
    held(context);
    danger(context);
  }

 private:
  /// Names the controls of each part apart.
  template <class Draw>
  static void within(Context& context, std::string_view key, const Draw& draw) {
    const auto names = context.frame.keyed(key);
    draw();
  }

  static void take_in(Context& context) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "import", words(UiText::import_title), words(UiText::import_detail));
    ChosenFile file;
    if (file_button(
            context.frame,
            {.key = "file", .label = words(UiText::action_import), .kind = ButtonKind::primary, .icon = Icon::upload},
            ".json,application/json", file)) {
      if (file.unreadable)
        context.toaster.say(words(UiText::import_unreadable, {file.name}), Tone::negative);
      else
        context.app.examine_file(std::move(file.name), std::move(file.bytes));
    }
  }

  /// A new preview is brought into view: it stands below what was pressed, on a phone outside the window.
  void preview(Context& context) {
    const shell::ImportPreview* there = context.app.import_preview();
    const std::string name = there == nullptr ? std::string() : there->name;
    const bool is_new = there != nullptr && name != previewed_ && context.frame.painting();
    if (there == nullptr || context.frame.painting()) previewed_ = name;
    import_preview(context, is_new);
  }

  void hand_out(Context& context) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "export", words(UiText::export_title), words(UiText::export_detail));
    const bool nothing = view_.records == 0;
    if (button(context.frame, {.key = "save",
                               .label = words(UiText::action_export),
                               .icon = Icon::download,
                               .disabled = nothing,
                               .description = nothing ? words(UiText::export_nothing) : std::string_view()}))
      context.app.export_bundle();
    if (context.app.exporting() &&
        progress(context.frame, "signing", words(UiText::export_signing), -1, words(UiText::action_cancel)))
      context.app.cancel_export();
    if (context.app.export_failure().empty()) return;
    const std::string detail = words(UiText::export_failed_detail, {context.app.export_failure()});
    const auto note = banner(context.frame, {.key = "failed",
                                             .tone = Tone::negative,
                                             .title = words(UiText::export_failed),
                                             .detail = detail,
                                             .live = true});
  }

  void held(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::string count = shell::count_text(static_cast<std::int64_t>(view_.records));
    const std::string detail = words(UiText::held_detail, {count, size_text(words, view_.bytes)});
    const auto scope = section(frame, "held", words(UiText::held_title), detail);
    const auto grid = key_value_grid(frame, 150);
    for (const auto& [kind, records] : view_.by_kind)
      key_value(frame, kind_text(words, kind), shell::count_text(static_cast<std::int64_t>(records)));
  }

  void danger(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "danger", words(UiText::clear_title), words(UiText::clear_detail));
    if (button(
            frame,
            {.key = "clear", .label = words(UiText::action_clear), .kind = ButtonKind::danger, .icon = Icon::trash})) {
      clearing_ = true;
      typed_.clear();
    }
    if (!clearing_) return;
    const std::string count = shell::count_text(static_cast<std::int64_t>(view_.records));
    const std::string detail = words(UiText::clear_dialog_detail, {count});
    const std::string_view word = words(UiText::clear_word);
    const std::string field_label = words(UiText::clear_field, {word});
    Dialog dialog(frame, {.key = "clear-dialog", .title = words(UiText::clear_dialog_title), .detail = detail});
    text_field(frame, {.key = "word", .label = field_label}, typed_);
    const auto actions = dialog.actions();
    const bool cancel = button(frame, {.key = "cancel", .label = words(UiText::action_cancel)});
    const bool fits = typed_ == word;
    const bool confirm = button(frame, {.key = "confirm",
                                        .label = words(UiText::action_clear_now),
                                        .kind = ButtonKind::danger,
                                        .disabled = !fits,
                                        .description = fits ? std::string_view() : words(UiText::clear_type_first)});
    if (cancel || dialog.dismissed()) clearing_ = false;
    if (!confirm) return;
    clearing_ = false;
    context.app.clear();
  }

  shell::ExchangeView view_;
  shell::DevicesView devices_;
  OwnDeviceSection own_;
  DevicesSection all_devices_;
  UncountedSection uncounted_;
  ConflictsSection conflicts_;
  LateSection late_;
  IrregularitiesSection irregularities_;
  ExtractSection extract_;
  std::string previewed_;  // the file's name
  std::uint64_t revision_ = 0;
  std::size_t exports_ = 0;
  bool clearing_ = false;
  std::string typed_;
};

}  // namespace

std::unique_ptr<Screen> make_exchange() { return std::make_unique<Exchange>(); }

}  // namespace hengping::ui
