// One record: what it says, who stated it, and what vouches for it. Everything that rests on a record leads here.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

/// The name of a fact's member in words; what this version has no words for stands as it is.
std::string_view member_text(const Words& words, std::string_view name) {
  static constexpr NamedTexts<55> members = {{
      {"address", UiText::member_address},
      {"amount", UiText::member_amount},
      {"answers", UiText::member_answers},
      {"article", UiText::member_article},
      {"author", UiText::member_author},
      {"baseline_level", UiText::member_baseline_level},
      {"business_scope", UiText::member_business_scope},
      {"changed_on", UiText::member_changed_on},
      {"checklist", UiText::member_checklist},
      {"comment", UiText::member_comment},
      {"complaint", UiText::member_complaint},
      {"consented", UiText::member_consented},
      {"contact", UiText::member_contact},
      {"decision", UiText::member_decision},
      {"deliverable", UiText::member_deliverable},
      {"district", UiText::member_district},
      {"due_on", UiText::member_due_on},
      {"engagement", UiText::member_engagement},
      {"enterprise", UiText::member_enterprise},
      {"field", UiText::member_field},
      {"finding", UiText::member_finding},
      {"for", UiText::member_for},
      {"from", UiText::member_from},
      {"grounds", UiText::member_grounds},
      {"industry", UiText::member_industry},
      {"inspection", UiText::member_inspection},
      {"items", UiText::member_items},
      {"legal_representative", UiText::member_legal_representative},
      {"level", UiText::member_level},
      {"list", UiText::member_list},
      {"name", UiText::member_name},
      {"need", UiText::member_need},
      {"note", UiText::member_note},
      {"order", UiText::member_order},
      {"outcome", UiText::member_outcome},
      {"percent", UiText::member_percent},
      {"period", UiText::member_period},
      {"phase", UiText::member_phase},
      {"plan", UiText::member_plan},
      {"policy", UiText::member_policy},
      {"provider", UiText::member_provider},
      {"reason", UiText::member_reason},
      {"reason_for_longer", UiText::member_reason_for_longer},
      {"ref", UiText::member_ref},
      {"registered_capital", UiText::member_registered_capital},
      {"satisfaction", UiText::member_satisfaction},
      {"scale", UiText::member_scale},
      {"score", UiText::member_score},
      {"scores", UiText::member_scores},
      {"tag", UiText::member_tag},
      {"text", UiText::member_text},
      {"title", UiText::member_title},
      {"types", UiText::member_types},
      {"uscc", UiText::member_uscc},
      {"value", UiText::member_value},
  }};
  return named_text(words, members, name);
}

/// Said by the head of the page already.
bool stands_above(std::string_view member) {
  return member == "kind" || member == "on" || member == "by" || member == "on_behalf";
}

/// The format's own names of choices, in words.
std::string_view choice_text(const Words& words, std::string_view name) {
  static constexpr NamedTexts<26> choices = {{
      {"completed", UiText::choice_completed},
      {"replaced", UiText::choice_replaced},
      {"terminated", UiText::choice_terminated},
      {"problem", UiText::choice_problem},
      {"requirement", UiText::choice_requirement},
      {"scenario", UiText::choice_scenario},
      {"N", UiText::choice_common},
      {"X", UiText::choice_individual},
      {"needs_list", UiText::deliverable_needs_list},
      {"diagnosis_report", UiText::deliverable_diagnosis_report},
      {"transformation_plan", UiText::deliverable_transformation_plan},
      {"implementation_record", UiText::deliverable_implementation_record},
      {"acceptance_application", UiText::deliverable_acceptance_application},
      {"self_assessment_report", UiText::deliverable_self_assessment_report},
      {"typical_case", UiText::deliverable_typical_case},
      {"implementation_guide", UiText::deliverable_implementation_guide},
      {"solution_product", UiText::deliverable_solution_product},
      {"before", UiText::assessment_before},
      {"after", UiText::assessment_after},
      {"passed", UiText::choice_passed},
      {"failed", UiText::choice_failed},
      {"failed_major", UiText::choice_failed_major},
      {"disqualified", UiText::choice_disqualified},
      {"retained", UiText::choice_retained},
      {"upheld", UiText::choice_upheld},
      {"overturned", UiText::choice_overturned},
  }};
  return named_text(words, choices, name);
}

/// Writes a member's value as what it is.
struct MemberWriter {
  Context& context;

  void say(std::string_view text) const { context.frame.text(text.empty() ? std::string_view("\xE2\x80\x94") : text); }
  /// Each in words, side by side.
  template <class Values, class Text>
  void say_all(const Values& values, const Text& text) const {
    std::string all;
    for (const auto& value : values) {
      if (!all.empty()) all += context.words(UiText::member_separator);
      all += text(value);
    }
    say(all);
  }

  void operator()(const std::string& text) const { say(text); }
  void operator()(const shell::PartyValue& party) const {
    using Kind = shell::PartyValue::Kind;
    const std::string_view place = party.kind == Kind::provider     ? "providers"
                                   : party.kind == Kind::enterprise ? "enterprises"
                                                                    : "engagements";
    link(context.frame, {.key = "party",
                         .label = party.name.empty() ? party.id : party.id + " " + party.name,
                         .address = address_of(place, party.id)});
  }
  void operator()(const shell::MoneyValue& money) const { say(context.words(UiText::amount_yuan, {money.text})); }
  void operator()(const shell::PercentValue& percent) const { say(percent.text + "%"); }
  void operator()(const shell::PeriodValue& period) const { say(period_text(context.words, period.text)); }
  void operator()(const shell::ChoiceValue& choice) const { say(choice_text(context.words, choice.name)); }
  void operator()(const shell::DocumentValue& /*elsewhere*/) const { say(context.words(UiText::member_document)); }
  void operator()(bool value) const { say(context.words(value ? UiText::member_yes : UiText::member_no)); }
  void operator()(Satisfaction value) const { say(context.words(text_of(value))); }
  void operator()(EnterpriseScale value) const { say(context.words(text_of(value))); }
  void operator()(ProviderField value) const { say(context.words(text_of(value))); }
  void operator()(const std::vector<ProviderType>& types) const {
    say_all(types, [&](ProviderType type) { return context.words(text_of(type)); });
  }
  void operator()(const std::vector<Bilingual>& names) const {
    say_all(names, [&](const Bilingual& name) { return context.words(name); });
  }
  void operator()(const std::vector<shell::RefName>& refs) const {
    say_all(refs, [&](const shell::RefName& ref) { return ref_text(context.words, ref); });
  }
  void operator()(const std::vector<shell::ItemView>& items) const { item_table(context, items); }
  void operator()(const std::vector<shell::PlanView>& plan) const {
    for (const shell::PlanView& point : plan) say(context.words(UiText::plan_point, {point.on, point.percent}));
  }
};

class RecordPage final : public Screen {
 public:
  void draw(Context& context) override {
    const std::string hash(context.route.part(1));
    if (revision_ != context.app.revision() || hash != hash_) {
      detail_ = shell::record_detail(context.app, hash);
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
                        .detail = words(UiText::record_detail),
                        .crumbs = crumbs,
                        .here = here});
    if (detail_->in_future) {
      const auto scope =
          banner(context.frame, {.key = "future", .tone = Tone::caution, .title = words(UiText::record_future)});
    }
    contents(context);
    origin(context);
    bytes(context);
  }

 private:
  void origin(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "origin", words(UiText::record_origin));
    {
      const auto grid = key_value_grid(frame);
      key_value(frame, words(UiText::record_on), detail_->on);
      const std::string_view role = words(text_of(detail_->by));
      key_value(frame, words(UiText::record_stated_by),
                detail_->on_behalf ? words(UiText::record_on_behalf, {role}) : std::string(role));
      key_value(frame, words(UiText::record_at_time), detail_->at);
      if (!stated(detail_->provider))
        party(context, UiText::field_provider, "providers", detail_->provider, detail_->provider_name);
      if (!stated(detail_->enterprise))
        party(context, UiText::field_enterprise, "enterprises", detail_->enterprise, detail_->enterprise_name);
      if (!stated(detail_->engagement))
        party(context, UiText::field_engagement, "engagements", detail_->engagement, detail_->engagement);
      key_value(frame, words(UiText::record_device),
                detail_->device_name.empty() ? detail_->device : detail_->device_name);
      key_value(frame, words(UiText::record_sequence), shell::count_text(static_cast<std::int64_t>(detail_->sequence)));
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

  /// What is short stands side by side, the rest below it, all in the order of the record.
  void contents(Context& context) {
    Frame& frame = context.frame;
    const auto scope = section(frame, "contents", context.words(UiText::record_contents));
    const auto& members = detail_->members;
    std::size_t index = 0;
    while (index < members.size()) {
      if (stands_above(members[index].name)) {
        ++index;
      } else if (!is_short(members[index])) {
        member(context, members[index++]);
      } else {
        const auto names = frame.keyed("grid", index);
        const auto grid = key_value_grid(frame);
        for (; index < members.size() && (is_short(members[index]) || stands_above(members[index].name)); ++index) {
          if (!stands_above(members[index].name)) member(context, members[index]);
        }
      }
    }
  }

  static bool is_short(const shell::RecordMember& member) {
    using shell::MemberValue;
    constexpr std::size_t few_bytes = 60;  // some twenty ideographs
    if (const auto* text = std::get_if<std::string>(&member.value)) return text->size() <= few_bytes;
    if (const auto* refs = std::get_if<std::vector<shell::RefName>>(&member.value)) return refs->size() <= 1;
    return !std::holds_alternative<std::vector<shell::ItemView>>(member.value) &&
           !std::holds_alternative<std::vector<shell::PlanView>>(member.value);
  }

  static void member(Context& context, const shell::RecordMember& member) {
    const auto names = context.frame.keyed(member.name);
    const auto pair = key_value_box(context.frame, member_text(context.words, member.name));
    std::visit(MemberWriter{context}, member.value);
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
  std::string hash_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_record_page() { return std::make_unique<RecordPage>(); }

}  // namespace hengping::ui
