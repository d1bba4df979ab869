// 数据交换: what is held, what a file would do, export, and deleting everything.
#include <array>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class Exchange final : public Screen {
 public:
  void draw(Context& context) override {
    if (revision_ != context.app.revision()) {
      view_ = shell::exchange_view(context.app);
      revision_ = context.app.revision();
    }
    const Words& words = context.words;
    page_head(context, {.title = words(UiText::place_exchange), .detail = words(UiText::exchange_detail)});
    BoxStyle grid;
    grid.grid_minimum = 320;
    grid.grid_maximum = 2;
    grid.gap = 20;
    grid.cross = Align::stretch;
    {
      const auto halves = context.frame.box(grid);
      take_in(context);
      hand_out(context);
    }
    if (context.app.import_preview() != nullptr) preview(context);
    held(context);
    feeds(context);
    danger(context);
  }

 private:
  static void take_in(Context& context) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "import", words(UiText::import_title), words(UiText::import_detail));
    ChosenFile file;
    if (file_button(
            context.frame,
            {.key = "file", .label = words(UiText::action_import), .kind = ButtonKind::primary, .icon = Icon::upload},
            ".json,application/json", file)) {
      context.app.examine_file(std::move(file.name), std::move(file.bytes));
    }
  }

  void hand_out(Context& context) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "export", words(UiText::export_title), words(UiText::export_detail));
    const bool nothing = view_.records == 0;
    if (button(context.frame, {.key = "save",
                               .label = words(UiText::action_export),
                               .icon = Icon::download,
                               .disabled = nothing,
                               .description = nothing ? words(UiText::export_nothing) : std::string_view()})) {
      context.app.export_bundle();
      context.toaster.say(std::string(words(UiText::export_done)), Tone::positive);
    }
  }

  void preview(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const shell::ImportPreview preview = *context.app.import_preview();  // commands below let go of it
    const std::string title = words(UiText::preview_title, {preview.name});
    const auto scope = section(frame, "preview", title);
    if (preview.ok) {
      accepted(context, preview);
    } else {
      refused(context, preview);
    }
    BoxStyle style;
    style.gap = 10;
    const auto row = frame.row(style);
    if (preview.ok && preview.added > 0) {
      if (button(frame, {.key = "confirm",
                         .label = words(UiText::action_confirm_import),
                         .kind = ButtonKind::primary,
                         .icon = Icon::check}) &&
          context.app.confirm_import()) {
        context.toaster.say(words(UiText::import_done, {shell::count_text(static_cast<std::int64_t>(preview.added))}),
                            Tone::positive);
      }
    }
    const bool only_close = !preview.ok || preview.added == 0;
    if (button(frame, {.key = "discard", .label = words(only_close ? UiText::action_close : UiText::action_cancel)}))
      context.app.discard_import();
  }

  static void accepted(Context& context, const shell::ImportPreview& preview) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::string added = shell::count_text(static_cast<std::int64_t>(preview.added));
    const std::string there = shell::count_text(static_cast<std::int64_t>(preview.already_there));
    {
      const std::string title =
          preview.added > 0 ? words(UiText::preview_ok, {added}) : std::string(words(UiText::preview_nothing_new));
      const std::string detail = words(UiText::preview_there, {there});
      const auto note = banner(frame, {.key = "ok",
                                       .tone = preview.added > 0 ? Tone::positive : Tone::neutral,
                                       .title = title,
                                       .detail = detail,
                                       .live = true});
    }
    const auto grid = key_value_grid(frame, 150);
    for (const auto& [kind, count] : preview.added_by_kind)
      key_value(frame, kind_text(words, kind), shell::count_text(static_cast<std::int64_t>(count)));
  }

  static void refused(Context& context, const shell::ImportPreview& preview) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const Words& words = context.words;
    const std::string total = shell::count_text(static_cast<std::int64_t>(preview.fault_total));
    {
      const std::string title = words(UiText::preview_refused, {total});
      const auto note = banner(frame, {.key = "refused",
                                       .tone = Tone::negative,
                                       .title = title,
                                       .detail = words(UiText::preview_refused_detail),
                                       .live = true});
    }
    Node list;
    list.id = frame.id("faults");
    list.role = Role::list;
    list.name = words(UiText::faults_name);
    BoxStyle style;
    const auto all = frame.column(style, std::move(list));
    for (std::size_t index = 0; index < preview.faults.size(); ++index) {
      const shell::ImportFault& fault = preview.faults[index];
      const auto names = frame.keyed("fault", index);
      Node item;
      item.id = frame.id("item");
      item.role = Role::listitem;
      BoxStyle line;
      line.gap = 2;
      line.padding = padding(0, 10);
      const auto entry = frame.column(line, std::move(item));
      if (index > 0) separator(frame);
      frame.text(words(fault.fault.message), {.semibold = true});
      const std::string place = fault.fault.pointer.empty() ? std::string(words(UiText::fault_whole))
                                                            : words(UiText::fault_place, {fault.fault.pointer});
      frame.text(place, {.size = TextSize::caption, .color = theme.ink_secondary});
      if (!fault.offending.empty())
        frame.text(words(UiText::fault_text, {fault.offending}), {.size = TextSize::caption, .color = theme.ink_muted});
    }
    if (preview.fault_total > preview.faults.size()) {
      const std::string more =
          shell::count_text(static_cast<std::int64_t>(preview.fault_total - preview.faults.size()));
      frame.text(words(UiText::faults_more, {more}), {.color = theme.ink_muted});
    }
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

  void feeds(Context& context) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const Words& words = context.words;
    const auto scope = section(frame, "feeds", words(UiText::feeds_title), words(UiText::feeds_detail));
    for (std::size_t index = 0; index < view_.feeds.size(); ++index) {
      const shell::FeedRow& feed = view_.feeds[index];
      const auto names = frame.keyed("feed", index);
      if (index > 0) separator(frame);
      BoxStyle column_style;
      column_style.gap = 4;
      const auto column = frame.column(column_style);
      {
        BoxStyle line;
        line.gap = 8;
        line.wrap = true;
        const auto row = frame.row(line);
        frame.text(feed.name.empty() ? std::string_view(feed.device).substr(0, 8) : std::string_view(feed.name),
                   {.semibold = true, .maximum_lines = 1});
        badge(frame, words(text_of(feed.role)), {});
        if (feed.own) badge(frame, words(UiText::feed_own), {.tone = Tone::accent});
      }
      const std::string count = shell::count_text(static_cast<std::int64_t>(feed.records));
      frame.text(words(UiText::feed_records,
                       {count, feed.last_at.empty() ? std::string(or_dash({})) : shell::instant_text(feed.last_at)}),
                 {.color = theme.ink_secondary});
      frame.text(words(UiText::feed_device, {feed.device}), {.size = TextSize::caption, .color = theme.ink_muted});
      if (!feed.head_hash.empty())
        frame.text(words(UiText::feed_head, {feed.head_hash}), {.size = TextSize::caption, .color = theme.ink_muted});
    }
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
    context.toaster.say(std::string(words(UiText::clear_done)), Tone::positive);
  }

  static std::string size_text(const Words& words, std::size_t bytes) {
    if (bytes < 1024) return words(UiText::size_bytes, {std::to_string(bytes)});
    const std::size_t tenths = bytes * 10 / 1024;
    if (tenths < 10240)
      return words(UiText::size_kibibytes, {std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)});
    const std::size_t mebi = tenths / 1024;
    return words(UiText::size_mebibytes, {std::to_string(mebi / 10) + "." + std::to_string(mebi % 10)});
  }

  shell::ExchangeView view_;
  std::uint64_t revision_ = 0;
  bool clearing_ = false;
  std::string typed_;
};

}  // namespace

std::unique_ptr<Screen> make_exchange() { return std::make_unique<Exchange>(); }

}  // namespace hengping::ui
