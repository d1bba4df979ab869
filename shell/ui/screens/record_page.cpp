// One record: what it says, who stated it, and what vouches for it. Everything that rests on a record leads here.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/record_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class RecordPage final : public Screen {
 public:
  void draw(Context& context) override {
    const std::string hash(context.route.part(1));
    if (revision_ != context.app.revision() || hash != hash_) {
      if (hash != hash_) dialog_ = {};
      detail_ = shell::record_detail(context.app, hash);
      judgement_ = detail_ ? shell::judgement_of(context.app, detail_->index) : shell::Judgement();
      revision_ = context.app.revision();
      hash_ = hash;
    }
    const Words& words = context.words;
    if (!detail_) {
      missing_page(context, words(UiText::record_missing), words(UiText::place_workbench), "#/");
      return;
    }
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_workbench)), "#/"}}};
    const std::string here = words(UiText::record_hash, {shell::short_hash(detail_->hash)});
    page_head(context, {.title = kind_text(words, detail_->kind),
                        .detail = words(detail_->is_statement() ? UiText::record_statement : UiText::record_detail),
                        .crumbs = crumbs,
                        .here = here});
    if (detail_->in_future) {
      const auto scope =
          banner(context.frame, {.key = "future", .tone = Tone::caution, .title = words(UiText::record_future)});
    }
    standing(context);
    contents(context);
    origin(context);
    bytes(context);
  }

 private:
  /// Why it does not count, and what the bureau may decide of it.
  void standing(Context& context) {
    if (detail_->standing == RecordStanding::counts) return;
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::string_view why = words(text_of(detail_->standing));
    const std::string title = words(UiText::record_not_counting, {why});
    std::string detail(words(next_of(detail_->standing)));
    if (detail_->not_understood) detail += "\n" + std::string(words(*detail_->not_understood));
    {
      const auto note =
          banner(frame, {.key = "standing", .tone = Tone::caution, .title = title, .detail = detail, .live = true});
      BoxStyle style;
      style.gap = space::usual;
      style.wrap = true;
      const auto row = frame.row(style);
      if (judgement_.may_admit &&
          button(frame, {.key = "admit", .label = words(UiText::action_admit), .kind = ButtonKind::primary})) {
        admits_ = true;
        dialog_.open();
      }
      if (judgement_.may_reject &&
          button(frame, {.key = "reject", .label = words(UiText::action_reject), .kind = ButtonKind::danger})) {
        admits_ = false;
        dialog_.open();
      }
    }
    const std::string admit_detail = words(UiText::record_judge_admit_detail, {why});
    const ReasonDialog::Options options =
        admits_ ? ReasonDialog::Options{words(UiText::action_admit), admit_detail, words(UiText::action_admit)}
                : ReasonDialog::Options{words(UiText::action_reject), words(UiText::record_judge_reject_detail),
                                        words(UiText::action_reject), ButtonKind::danger};
    if (!dialog_.draw(context, options)) return;
    const bool stated = admits_ ? shell::admit_record(context.app, hash_, dialog_.reason())
                                : shell::reject_record(context.app, hash_, dialog_.reason());
    if (stated) context.toaster.say(std::string(words(UiText::record_judged)), Tone::positive);
  }

  void origin(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "origin", words(UiText::record_origin));
    {
      const auto grid = key_value_grid(frame);
      key_value(frame, words(UiText::record_on), or_dash(detail_->on));
      const std::string_view role = words(text_of(detail_->by));
      key_value(frame, words(UiText::record_stated_by),
                detail_->on_behalf ? words(UiText::record_on_behalf, {role}) : std::string(role));
      const std::string_view unknown = words(UiText::record_not_known);
      key_value(frame, words(UiText::record_at_time), detail_->disclosed ? unknown : std::string_view(detail_->at));
      if (!stated(detail_->provider))
        party(context, UiText::field_provider, "providers", detail_->provider, detail_->provider_name);
      if (!stated(detail_->enterprise))
        party(context, UiText::field_enterprise, "enterprises", detail_->enterprise, detail_->enterprise_name);
      if (!stated(detail_->engagement))
        party(context, UiText::field_engagement, "engagements", detail_->engagement, detail_->engagement);
      key_value(frame, words(UiText::record_device),
                detail_->device_name.empty() ? detail_->device : detail_->device_name);
      key_value(
          frame, words(UiText::record_sequence),
          detail_->disclosed ? std::string(unknown) : shell::count_text(static_cast<std::int64_t>(detail_->sequence)));
    }
    key_value(frame, words(UiText::record_hash_whole), detail_->hash);
  }

  /// Whether the contents name it already, or there is nothing to name.
  [[nodiscard]] bool stated(std::string_view id) const {
    return id.empty() || std::any_of(detail_->members.begin(), detail_->members.end(), [id](const auto& member) {
             const auto* party = std::get_if<shell::PartyValue>(&member.value);
             return party != nullptr && party->id == id;
           });
  }

  /// Whom it concerns; a link where the register has a page for it.
  static void party(Context& context, UiText term, std::string_view place, const std::string& id,
                    const std::string& name) {
    const auto names = context.frame.keyed(place);
    const auto pair = key_value_box(context.frame, context.words(term));
    link(context.frame, {.key = "party", .label = name.empty() ? id : name, .address = address_of(place, id)});
  }

  void contents(Context& context) {
    const auto scope = section(context.frame, "contents", context.words(UiText::record_contents));
    record_contents(context, detail_->members);
  }

  void bytes(Context& context) {
    Frame& frame = context.frame;
    const auto scope = card(frame);
    if (!disclosure(frame, "bytes", context.words(UiText::record_bytes), false)) return;
    frame.text(context.words(UiText::record_bytes_detail),
               {.size = TextSize::caption, .color = frame.theme().ink_muted});
    frame.text(detail_->bytes, {.size = TextSize::caption, .color = frame.theme().ink_secondary});
  }

  std::optional<shell::RecordDetail> detail_;
  shell::Judgement judgement_;
  ReasonDialog dialog_;
  bool admits_ = false;
  std::string hash_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_record_page() { return std::make_unique<RecordPage>(); }

}  // namespace hengping::ui
