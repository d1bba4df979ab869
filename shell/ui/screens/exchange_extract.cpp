// 部分导出: what concerns one party, and without who complained.
#include <array>

#include "shell/ui/screens/exchange_parts.h"
#include "shell/ui/screens/form_parts.h"

namespace hengping::ui {

void ExtractSection::draw(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto count = [](std::size_t value) { return shell::count_text(static_cast<std::int64_t>(value)); };
  const auto scope = section(frame, "extract", words(UiText::extract_title), words(UiText::extract_detail));
  const std::array<RadioOption, 2> kinds = {
      {{.label = words(UiText::field_provider)}, {.label = words(UiText::field_enterprise)}}};
  segments(frame, {.key = "whose", .label = words(UiText::extract_party), .compact = true}, kinds, whose_);
  const bool of_provider = whose_ == 0;
  if (chosen_from_ != whose_) party_.clear();
  if (chosen_from_ != whose_ || revision_ != context.app.revision()) {
    choices_ = as_choices(of_provider ? shell::provider_choices(context.app) : shell::enterprise_choices(context.app));
    chosen_from_ = whose_;
    revision_ = context.app.revision();
  }
  combobox(frame,
           {.key = "party",
            .label = words(of_provider ? UiText::field_provider : UiText::field_enterprise),
            .placeholder = words(UiText::extract_all_parties)},
           choices_, party_);
  checkbox(frame, "redact", words(UiText::extract_redact), redact_);
  frame.text(words(UiText::extract_redact_detail), {.size = TextSize::caption, .color = frame.theme().ink_muted});
  const bool nothing = party_.empty();
  {
    BoxStyle line;
    const auto row = frame.row(line);
    if (button(frame, {.key = "save",
                       .label = words(UiText::action_export_extract),
                       .icon = Icon::download,
                       .disabled = nothing,
                       .description = nothing ? words(UiText::extract_none) : std::string_view()}))
      context.app.export_extract(
          {of_provider ? hengping::Role::provider : hengping::Role::enterprise, party_, redact_});
  }
  const auto& last = context.app.last_extract();
  if (!last) return;
  std::string detail;
  const auto add = [&](UiText text, std::size_t records) {
    if (records == 0) return;
    if (!detail.empty()) detail += '\n';
    detail += words(text, {count(records)});
  };
  add(UiText::extract_withheld, last->withheld);
  add(UiText::extract_unsigned, last->unsigned_records);
  const std::string title = words(UiText::extract_done, {count(last->shown)});
  const auto note =
      banner(frame, {.key = "done", .tone = Tone::neutral, .title = title, .detail = detail, .live = true});
}

}  // namespace hengping::ui
