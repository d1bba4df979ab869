#include "shell/ui/screens/record_parts.h"

#include <string>
#include <variant>
#include <vector>

#include "shell/ui/screens/detail_parts.h"

namespace hengping::ui {

namespace {

/// The name of a fact's member in words; what this version has no words for stands as it is.
std::string_view member_text(const Words& words, std::string_view name) {
  static constexpr NamedTexts<68> members = {{
      {"about", UiText::member_about},
      {"address", UiText::member_address},
      {"amount", UiText::member_amount},
      {"answers", UiText::member_answers},
      {"article", UiText::member_article},
      {"attachment", UiText::member_attachment},
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
      {"device", UiText::member_device},
      {"district", UiText::member_district},
      {"due_on", UiText::member_due_on},
      {"engagement", UiText::member_engagement},
      {"enterprise", UiText::member_enterprise},
      {"field", UiText::member_field},
      {"finding", UiText::member_finding},
      {"for", UiText::member_for},
      {"from", UiText::member_from},
      {"grounds", UiText::member_grounds},
      {"heads", UiText::member_heads},
      {"industry", UiText::member_industry},
      {"inspection", UiText::member_inspection},
      {"items", UiText::member_items},
      {"keep", UiText::member_keep},
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
      {"record", UiText::member_record},
      {"records", UiText::member_records},
      {"ref", UiText::member_ref},
      {"registered_capital", UiText::member_registered_capital},
      {"role", UiText::member_role},
      {"satisfaction", UiText::member_satisfaction},
      {"scale", UiText::member_scale},
      {"scope", UiText::member_scope},
      {"score", UiText::member_score},
      {"scores", UiText::member_scores},
      {"set_aside", UiText::member_set_aside},
      {"size", UiText::member_size},
      {"tag", UiText::member_tag},
      {"text", UiText::member_text},
      {"through", UiText::member_through},
      {"title", UiText::member_title},
      {"type", UiText::member_type},
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
  static constexpr NamedTexts<31> choices = {{
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
      {"bureau", UiText::role_bureau},
      {"enterprise", UiText::role_enterprise},
      {"inspector", UiText::role_inspector},
      {"provider", UiText::role_provider},
      {"evaluator", UiText::role_evaluator},
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
  void operator()(const shell::RecordsValue& records) const {
    if (records.hashes.empty()) say({});
    std::uint64_t number = 0;
    for (const std::string& hash : records.hashes) {
      const auto names = context.frame.keyed("record", number++);
      const std::string label = context.words(UiText::record_hash, {shell::short_hash(hash)});
      link(context.frame, {.key = "link", .label = label, .address = address_of("records", hash)});
    }
  }
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

bool is_short(const shell::RecordMember& member) {
  using shell::MemberValue;
  constexpr std::size_t few_bytes = 60;  // some twenty ideographs
  if (const auto* text = std::get_if<std::string>(&member.value)) return text->size() <= few_bytes;
  if (const auto* records = std::get_if<shell::RecordsValue>(&member.value)) return records->hashes.size() <= 1;
  if (const auto* refs = std::get_if<std::vector<shell::RefName>>(&member.value)) return refs->size() <= 1;
  return !std::holds_alternative<std::vector<shell::ItemView>>(member.value) &&
         !std::holds_alternative<std::vector<shell::PlanView>>(member.value);
}

void record_member(Context& context, const shell::RecordMember& member) {
  const auto names = context.frame.keyed(member.name);
  const auto pair = key_value_box(context.frame, member_text(context.words, member.name));
  std::visit(MemberWriter{context}, member.value);
}

}  // namespace

void record_contents(Context& context, std::span<const shell::RecordMember> members) {
  Frame& frame = context.frame;
  std::size_t index = 0;
  while (index < members.size()) {
    if (stands_above(members[index].name)) {
      ++index;
    } else if (!is_short(members[index])) {
      record_member(context, members[index++]);
    } else {
      const auto names = frame.keyed("grid", index);
      const auto grid = key_value_grid(frame);
      for (; index < members.size() && (is_short(members[index]) || stands_above(members[index].name)); ++index) {
        if (!stands_above(members[index].name)) record_member(context, members[index]);
      }
    }
  }
}

bool ReasonDialog::draw(Context& context, const Options& options) {
  if (!open_) return false;
  Frame& frame = context.frame;
  const Words& words = context.words;
  Dialog dialog(frame, {.key = "reason-dialog", .title = options.title, .detail = options.detail});
  const std::string error =
      missing_ && reason_.empty() ? words(UiText::form_missing, {words(UiText::field_reason)}) : std::string();
  text_area(frame, {.key = "reason", .label = words(UiText::field_reason), .error = error, .required = true}, reason_,
            3);
  const auto actions = dialog.actions();
  const bool cancel = button(frame, {.key = "cancel", .label = words(UiText::action_cancel)});
  const bool confirm = button(frame, {.key = "confirm", .label = options.action, .kind = options.kind});
  if (cancel || dialog.dismissed()) {
    open_ = false;
    return false;
  }
  if (!confirm) return false;
  if (reason_.empty()) {
    missing_ = true;
    focus_first_error(frame);
    return false;
  }
  open_ = false;
  return true;
}

}  // namespace hengping::ui
