#include "shell/ui/ledger_vocabulary.h"

#include "core/facts/names.h"
#include "shell/ui/vocabulary.h"

namespace hengping::ui {

UiText text_of(RecordStanding standing) {
  switch (standing) {
    case RecordStanding::counts: return UiText::standing_counts;
    case RecordStanding::not_understood: return UiText::standing_not_understood;
    case RecordStanding::missing_part: return UiText::standing_missing_part;
    case RecordStanding::unknown_device: return UiText::standing_unknown_device;
    case RecordStanding::refused_device: return UiText::standing_refused_device;
    case RecordStanding::after_revocation: return UiText::standing_after_revocation;
    case RecordStanding::outside_rights: return UiText::standing_outside_rights;
    case RecordStanding::rejected: return UiText::standing_rejected;
    case RecordStanding::set_aside: return UiText::standing_set_aside;
  }
  return UiText::standing_counts;
}

UiText next_of(RecordStanding standing) {
  switch (standing) {
    case RecordStanding::counts: return UiText::standing_counts;
    case RecordStanding::not_understood: return UiText::standing_not_understood_next;
    case RecordStanding::missing_part: return UiText::standing_missing_part_next;
    case RecordStanding::unknown_device: return UiText::standing_unknown_device_next;
    case RecordStanding::refused_device: return UiText::standing_refused_device_next;
    case RecordStanding::after_revocation: return UiText::standing_after_revocation_next;
    case RecordStanding::outside_rights: return UiText::standing_outside_rights_next;
    case RecordStanding::rejected: return UiText::standing_rejected_next;
    case RecordStanding::set_aside: return UiText::standing_set_aside_next;
  }
  return UiText::standing_counts;
}

UiText text_of(shell::StoreTrouble trouble) {
  switch (trouble) {
    case shell::StoreTrouble::full: return UiText::store_full;
    case shell::StoreTrouble::newer: return UiText::store_newer;
    case shell::StoreTrouble::blocked: return UiText::store_blocked;
    case shell::StoreTrouble::denied: return UiText::store_denied;
    case shell::StoreTrouble::interrupted: return UiText::store_interrupted;
    case shell::StoreTrouble::attachment_gone: return UiText::store_attachment_gone;
    case shell::StoreTrouble::unknown: return UiText::store_unknown;
  }
  return UiText::store_unknown;
}

UiText text_of(DeviceStanding standing) {
  switch (standing) {
    case DeviceStanding::free: return UiText::device_standing_free;
    case DeviceStanding::root: return UiText::device_standing_root;
    case DeviceStanding::enrolled: return UiText::device_standing_enrolled;
    case DeviceStanding::unknown: return UiText::device_standing_unknown;
    case DeviceStanding::refused: return UiText::device_standing_refused;
    case DeviceStanding::revoked: return UiText::device_standing_revoked;
  }
  return UiText::device_standing_unknown;
}

Tone tone_of(DeviceStanding standing) {
  switch (standing) {
    case DeviceStanding::free: return Tone::neutral;
    case DeviceStanding::root:
    case DeviceStanding::enrolled: return Tone::positive;
    case DeviceStanding::unknown: return Tone::caution;
    case DeviceStanding::refused:
    case DeviceStanding::revoked: return Tone::negative;
  }
  return Tone::neutral;
}

UiText text_of(Matter matter) {
  switch (matter) {
    case Matter::registration: return UiText::matter_registration;
    case Matter::provider_field: return UiText::matter_provider_field;
    case Matter::provider_standing: return UiText::matter_provider_standing;
    case Matter::procedure: return UiText::matter_procedure;
    case Matter::contract_terms: return UiText::matter_contract_terms;
    case Matter::contract_end: return UiText::matter_contract_end;
    case Matter::need: return UiText::matter_need;
    case Matter::progress: return UiText::matter_progress;
    case Matter::assessment: return UiText::matter_assessment;
    case Matter::acceptance: return UiText::matter_acceptance;
    case Matter::rating: return UiText::matter_rating;
    case Matter::case_verdict: return UiText::matter_case_verdict;
    case Matter::trigger: return UiText::matter_trigger;
    case Matter::order_outcome: return UiText::matter_order_outcome;
    case Matter::order_due_date: return UiText::matter_order_due_date;
    case Matter::replacement: return UiText::matter_replacement;
    case Matter::award: return UiText::matter_award;
    case Matter::policy: return UiText::matter_policy;
  }
  return UiText::matter_registration;
}

std::string conflict_text(const Words& words, const shell::ConflictView& conflict) {
  const std::string_view matter = words(text_of(conflict.matter));
  std::string detail = conflict.detail;
  if (conflict.matter == Matter::provider_field) {
    if (const auto field = value_of<ProviderField>(detail, provider_field_choices)) detail = words(text_of(*field));
  } else if (conflict.matter == Matter::rating) {
    detail = period_text(words, detail);
  } else if (conflict.matter == Matter::assessment) {
    detail = words(detail == "before" ? UiText::assessment_before : UiText::assessment_after);
  } else if (conflict.matter == Matter::contract_terms) {
    static constexpr NamedTexts<4> terms = {{{"amount", UiText::member_amount},
                                             {"due_on", UiText::member_due_on},
                                             {"items", UiText::member_items},
                                             {"plan", UiText::member_plan}}};
    detail = named_text(words, terms, detail);
  }
  return detail.empty() ? words(UiText::conflict_about, {matter, conflict.id})
                        : words(UiText::conflict_about_detail, {matter, conflict.id, detail});
}

std::string irregularity_text(const Words& words, const Irregularity& one) {
  const std::string name = device_text(one.device_name, one.device);
  const std::string sequence = std::to_string(one.sequence);
  switch (one.kind) {
    case Irregularity::Kind::unsigned_feed: return words(UiText::irregular_unsigned_feed, {name});
    case Irregularity::Kind::fork: return words(UiText::irregular_fork, {name, sequence});
    case Irregularity::Kind::missing_part: return words(UiText::irregular_missing_part, {name, sequence});
    case Irregularity::Kind::clock_back: return words(UiText::irregular_clock_back, {name, sequence, one.at});
    case Irregularity::Kind::clock_ahead:
      return words(UiText::irregular_clock_ahead, {name, sequence, one.at, one.other_at});
  }
  return {};
}

std::string device_text(const std::string& name, const std::string& id) {
  constexpr std::size_t few_digits = 8;
  return name.empty() ? id.substr(0, few_digits) : name;
}

}  // namespace hengping::ui
