// One inspection: what was answered, what was found, what was photographed.
#include <algorithm>
#include <array>
#include <optional>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"
#include "shell/ui/widgets_photo.h"

namespace hengping::ui {

namespace {

struct AnswerLook {
  UiText text;
  Tone tone;
};

AnswerLook look_of(std::optional<shell::ItemAnswer> answer) {
  if (!answer) return {UiText::answer_none, Tone::neutral};
  switch (*answer) {
    case shell::ItemAnswer::meets: return {UiText::answer_meets, Tone::positive};
    case shell::ItemAnswer::fails: return {UiText::answer_fails, Tone::negative};
    case shell::ItemAnswer::not_applicable: return {UiText::answer_not_applicable, Tone::neutral};
  }
  return {UiText::answer_none, Tone::neutral};
}

class InspectionPage final : public Screen {
 public:
  void draw(Context& context) override {
    const std::string id(context.route.part(1));
    if (revision_ != context.app.revision() || id != id_) {
      detail_ = shell::inspection_detail(context.app, id);
      revision_ = context.app.revision();
      id_ = id;
    }
    const Words& words = context.words;
    if (!detail_) {
      missing_page(context, words(UiText::inspection_missing, {id}), words(UiText::place_inspections), "#/inspections");
      return;
    }
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_inspections)), "#/inspections"}}};
    page_head(context, {.title = detail_->checklist, .crumbs = crumbs, .here = detail_->id});
    overview(context);
    findings(context);
    photos(context);
    answers(context);
  }

 private:
  void overview(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "what", words(UiText::inspection_what), summary(words));
    const auto grid = key_value_grid(frame);
    key_value(frame, words(UiText::field_inspected_on), detail_->on);
    party(context, UiText::field_provider, "providers", detail_->provider, detail_->provider_name);
    if (!detail_->engagement.empty()) party(context, UiText::field_engagement, "engagements", detail_->engagement, {});
    party(context, UiText::kind_inspection_conducted, "records", detail_->hash,
          std::string(shell::short_hash(detail_->hash)));
    if (!detail_->note.empty()) key_value(frame, words(UiText::field_note), detail_->note);
  }

  [[nodiscard]] std::string summary(const Words& words) const {
    const auto count = [this](std::optional<shell::ItemAnswer> answer) {
      return std::to_string(std::count_if(detail_->answers.begin(), detail_->answers.end(),
                                          [answer](const shell::AnswerView& one) { return one.answer == answer; }));
    };
    using shell::ItemAnswer;
    return words(UiText::inspection_summary, {count(ItemAnswer::meets), count(ItemAnswer::fails),
                                              count(ItemAnswer::not_applicable), count(std::nullopt)});
  }

  static void party(Context& context, UiText term, std::string_view place, const std::string& id,
                    const std::string& name) {
    const auto names = context.frame.keyed(place);
    const auto pair = key_value_box(context.frame, context.words(term));
    link(context.frame, {.key = "party", .label = name.empty() ? id : name, .address = address_of(place, id)});
  }

  void findings(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "findings", words(UiText::inspection_findings));
    if (detail_->findings.empty())
      frame.text(words(UiText::inspection_no_findings), {.color = frame.theme().ink_muted});
    for (const shell::FindingView& finding : detail_->findings) {
      const auto names = frame.keyed(finding.id);
      const auto column = frame.column({.gap = space::tight});
      frame.text(finding.text);
      const std::string label = finding.id + " \xC2\xB7 " + std::string(words(article_name(finding.article)));
      link(
          frame,
          {.key = "record", .label = label, .address = address_of("records", finding.hash), .size = TextSize::caption});
    }
  }

  void photos(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "photos", words(UiText::inspection_photos));
    constexpr float card_room = 48;
    if (!detail_->photos.empty())
      photo_list(frame, "list", words(UiText::inspection_photos), detail_->photos, context.width - card_room);
    const Color muted = frame.theme().ink_muted;
    if (detail_->photos_missing > 0)
      frame.text(words(UiText::inspection_photos_missing, {std::to_string(detail_->photos_missing)}), {.color = muted});
    else if (detail_->photos.empty())
      frame.text(words(UiText::inspection_no_photos), {.color = muted});
  }

  void answers(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "answers", words(UiText::inspection_answers));
    for (std::size_t index = 0; index < detail_->answers.size(); ++index) {
      const shell::AnswerView& one = detail_->answers[index];
      const auto names = frame.keyed("answer", index);
      if (index > 0) separator(frame);
      BoxStyle line;
      line.gap = space::usual;
      const auto row = frame.row(line);
      {
        const auto column = frame.column({.gap = space::hair, .width = grow(1, 0)});
        frame.text(words(one.text));
        if (!one.article.empty())
          frame.text(words(article_name(one.article)), {.size = TextSize::caption, .color = frame.theme().ink_muted});
        if (!one.remark.empty()) frame.text(one.remark, {.color = frame.theme().ink_secondary});
      }
      const AnswerLook look = look_of(one.answer);
      badge(frame, words(look.text), {.tone = look.tone});
    }
  }

  std::optional<shell::InspectionDetail> detail_;
  std::string id_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_inspection_page() { return std::make_unique<InspectionPage>(); }

}  // namespace hengping::ui
