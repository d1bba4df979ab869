// Storylines in the registers: changes reported in time and late (Article 7(2)), corrections, an enterprise that leaves, awards (Article 10).
#include "core/facts/references.h"
#include "shell/cli/city/parties.h"
#include "shell/cli/city/storyline_teller.h"

namespace hengping::cli {

namespace {

constexpr std::size_t award_of_2025 = 0;  // the first title
constexpr std::size_t later_awards = 2;   // the titles after it

}  // namespace

StorylineTeller::StorylineTeller(const Layout& layout, FactWriter& out, Numbers& numbers, std::uint64_t storyline)
    : layout_(layout),
      out_(out),
      storyline_(storyline),
      random_(layout.request().seed, extra_stream, storyline),
      bureau_(out, random_, numbers),
      start_(storyline_start(layout.request(), storyline)),
      provider_(provider_id(layout.request(), layout.provider_of_storyline(storyline))) {}

void StorylineTeller::tell() {
  switch (storyline_at(layout_.request(), storyline_)) {
    case Storyline::clean: break;
    case Storyline::exemplary: tell_exemplary(); break;
    case Storyline::complaint_settled: tell_complaint_settled(); break;
    case Storyline::late_change: tell_late_change(); break;
    case Storyline::unagreed_amendment: tell_unagreed_amendment(); break;
    case Storyline::failed_acceptance: tell_failed_acceptance(); break;
    case Storyline::unfinished: tell_unfinished(); break;
    case Storyline::refusal: tell_refusal(); break;
    case Storyline::repeated_orders: tell_repeated_orders(); break;
    case Storyline::lagging: tell_lagging(); break;
    case Storyline::leak: tell_leak(); break;
    case Storyline::improper_benefit: tell_improper_benefit(); break;
    case Storyline::reinstated: tell_reinstated(); break;
  }
}

void StorylineTeller::correct(CivilDate on) {
  out_.begin("provider.corrected", on).text("provider", provider_).text("field", "contact");
  out_.text("value", person_name(random_));
  out_.text("reason", random_.pick(name_parts().about(Topic::corrected))).end();
}

std::string StorylineTeller::report_change(ProviderField field, CivilDate on, std::int32_t days_before) {
  const CivilDate changed_on = on - days_before;
  out_.begin("provider.change_reported", on, Role::provider).text("provider", provider_);
  out_.text("field", provider_field_name(field));
  if (field == ProviderField::registered_capital) {
    out_.text("value", std::to_string(random_.between(30, 800) * 50'000LL));
  } else if (field == ProviderField::legal_representative) {
    out_.text("value", person_name(random_));
  } else if (field == ProviderField::business_scope) {
    out_.text("value", random_.pick(name_parts().scopes));
  } else {
    out_.text("value", address(random_));
  }
  out_.date("changed_on", changed_on).end();
  return change_ref(provider_, field, changed_on);
}

void StorylineTeller::tell_exemplary() {
  correct(start_ - random_.between(200, 300));
  const std::int32_t days_after = random_.between(3, 30);
  report_change(ProviderField::registered_capital, start_ - random_.between(20, 90), days_after);
  bureau_.award(provider_, start_, award_of_2025 + 1 + random_.below(later_awards), true);
}

void StorylineTeller::tell_late_change() {
  const std::string first = report_change(ProviderField::legal_representative, start_, random_.between(31, 45));
  bureau_.waive(provider_, first, start_ + random_.between(5, 15), Topic::waived_change);

  // The second is rectified, but late, extension and all.
  const CivilDate reported = start_ + random_.between(30, 50);
  const std::string second = report_change(ProviderField::address, reported, random_.between(60, 150));
  const CivilDate ordered = reported + random_.between(4, 10);
  const std::string order = bureau_.order(provider_, {}, {second}, ordered);
  bureau_.extend(order, ordered + random_.between(20, 29), ordered + 40);
  const CivilDate submitted = ordered + random_.between(42, 55);
  bureau_.submit(order, submitted, "7.2");
  bureau_.verify(order, submitted + random_.between(3, 9), true);

  const Contract contract = slot(2);
  bureau_.end(contract.id, departure_day, "terminated");
  out_.begin("enterprise.removed", departure_day + random_.between(2, 12));
  out_.text("enterprise", enterprise_id(layout_.request(), contract.enterprise));
  out_.text("reason", random_.pick(name_parts().about(Topic::enterprise_removed))).end();
}

}  // namespace hengping::cli
