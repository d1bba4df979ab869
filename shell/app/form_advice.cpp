// What a form can suggest, and what it should ask twice about.
#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "core/base/text.h"
#include "core/base/order.h"
#include "core/base/uscc.h"
#include "shell/app/display.h"
#include "shell/app/exact_amount.h"
#include "shell/app/forms.h"
#include "shell/app/typed_text.h"

namespace hengping::shell {

namespace {

constexpr std::size_t most_months = 12;
constexpr std::size_t uscc_length = 18;
constexpr std::size_t longest_number = 15;  // digits of an identifier that are still counted on

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string padded(std::uint64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// Goes on where the latest numbered identifier's series has come to.
class Numbering {
 public:
  explicit Numbering(std::string first_prefix) : latest_prefix_(std::move(first_prefix)) {}

  void see(const std::string& id) {
    std::size_t begin = id.size();
    while (begin > 0 && is_digit(id[begin - 1]) && id.size() - begin < longest_number) --begin;
    if (begin == id.size()) return;
    std::uint64_t value = 0;
    for (std::size_t i = begin; i < id.size(); ++i) value = value * 10 + static_cast<std::uint64_t>(id[i] - '0');
    latest_prefix_ = id.substr(0, begin);
    Series& series = series_[latest_prefix_];
    series.largest = std::max(series.largest, value);
    series.width = std::max(series.width, id.size() - begin);
  }

  [[nodiscard]] std::string next() const {
    const auto found = series_.find(latest_prefix_);
    if (found == series_.end()) return latest_prefix_ + "001";
    return latest_prefix_ + padded(found->second.largest + 1, found->second.width);
  }

 private:
  struct Series {
    std::uint64_t largest = 0;
    std::size_t width = 0;
  };
  std::string latest_prefix_;
  std::map<std::string, Series> series_;
};

/// The next identifier after those of one kind of record.
template <class Registered, class Member>
std::string next_id(const App& app, const char* first_prefix, Member member) {
  Numbering numbering(first_prefix);
  for (const Record& record : app.ledger().records()) {
    if (!record.is_fact) continue;
    if (const auto* body = body_as<Registered>(record.fact.body))
      numbering.see(app.ledger().symbols().text(body->*member));
  }
  return numbering.next();
}

/// Year and month, counted on.
struct Month {
  int year = 0;
  int month = 1;
  [[nodiscard]] static Month of(CivilDate date) {
    const std::string text = date.to_string();
    return {parse_digits(text.substr(0, 4)).value_or(0), parse_digits(text.substr(5, 2)).value_or(1)};
  }
  [[nodiscard]] Month before() const { return month == 1 ? Month{year - 1, 12} : Month{year, month - 1}; }
  [[nodiscard]] std::string name() const {
    return padded(static_cast<std::uint64_t>(year), 4) + "-" + padded(static_cast<std::uint64_t>(month), 2);
  }
  [[nodiscard]] std::string quarter() const {
    return padded(static_cast<std::uint64_t>(year), 4) + "-Q" + std::to_string((month + 2) / 3);
  }
  [[nodiscard]] bool operator==(const Month&) const = default;
};

std::optional<Satisfaction> effective_rating(const State& state, const EngagementState* engagement,
                                             std::string_view period) {
  if (engagement == nullptr) return std::nullopt;
  for (const RatingSlot& slot : engagement->ratings) {
    if (state.symbols().text(slot.period) != period) continue;
    if (const RatingGiven* rating = slot.effective()) return rating->satisfaction;
  }
  return std::nullopt;
}

void warn_of_future(std::vector<FormWarning>& out, const App& app, const std::string& on) {
  const auto date = CivilDate::parse(trimmed(on));
  if (date && *date > app.today()) out.push_back({WarningKind::date_in_future, "/on", {}});
}

/// Codes and names that stand on another party of the same kind already, also if only from a later day on.
template <class Registered, class Member>
void warn_of_twins(std::vector<FormWarning>& out, const App& app, Member id, const std::string& uscc,
                   const std::string& name) {
  const std::string code = plain_code(uscc);
  const std::string called = trimmed(name);
  bool same_code = false;
  bool same_name = false;
  for (const Record& record : app.ledger().records()) {
    const auto* body = record.counts_as_fact() ? body_as<Registered>(record.fact.body) : nullptr;
    if (body == nullptr) continue;
    const std::string& other = app.ledger().symbols().text(body->*id);
    if (!same_code && !code.empty() && body->uscc == code) {
      same_code = true;
      out.push_back({WarningKind::uscc_registered, "/uscc", other});
    }
    if (!same_name && !called.empty() && body->name == called) {
      same_name = true;
      out.push_back({WarningKind::name_registered, "/name", other});
    }
  }
}

std::vector<PartyChoice> sorted(std::vector<PartyChoice> choices) {
  put_in_order(choices,
            [](const PartyChoice& a, const PartyChoice& b) { return compare_natural(a.id, b.id) < 0; });
  return choices;
}

}  // namespace

std::string next_provider_id(App& app) { return next_id<ProviderRegistered>(app, "P", &ProviderRegistered::provider); }
std::string next_enterprise_id(App& app) {
  return next_id<EnterpriseRegistered>(app, "Q", &EnterpriseRegistered::enterprise);
}
std::string next_engagement_id(App& app) { return next_id<EngagementSigned>(app, "E", &EngagementSigned::engagement); }

ProviderForm new_provider_form(App& app) {
  ProviderForm form;
  form.on = app.today().to_string();
  form.provider = next_provider_id(app);
  return form;
}

EnterpriseForm new_enterprise_form(App& app) {
  EnterpriseForm form;
  form.on = app.today().to_string();
  form.enterprise = next_enterprise_id(app);
  return form;
}

EngagementForm new_engagement_form(App& app, std::string_view provider, std::string_view enterprise) {
  EngagementForm form;
  form.on = app.today().to_string();
  form.engagement = next_engagement_id(app);
  form.provider = provider;
  form.enterprise = enterprise;
  form.items.emplace_back();
  return form;
}

RatingForm new_rating_form(App& app, std::string_view engagement) {
  RatingForm form;
  form.on = app.today().to_string();
  form.engagement = engagement;
  form.period = Month::of(app.today()).name();
  return form;
}

WithdrawalForm new_withdrawal_form(App& app, std::string_view engagement, std::string_view period) {
  WithdrawalForm form;
  form.on = app.today().to_string();
  form.engagement = engagement;
  form.period = period;
  return form;
}

std::vector<PeriodChoice> period_choices(App& app, std::string_view engagement) {
  const State& state = app.state();
  const EngagementState* contract = state.engagement(engagement);
  const Month first = contract != nullptr ? Month::of(contract->signed_on) : Month::of(app.today());
  std::vector<std::string> periods;
  std::vector<std::string> quarters;
  Month month = Month::of(app.today());
  for (std::size_t i = 0; i < most_months; ++i, month = month.before()) {
    periods.push_back(month.name());
    if (quarters.empty() || quarters.back() != month.quarter()) quarters.push_back(month.quarter());
    if (month == first) break;
  }
  periods.insert(periods.end(), quarters.begin(), quarters.end());
  periods.emplace_back("final");
  std::vector<PeriodChoice> choices;
  for (std::string& period : periods) {
    const auto effective = effective_rating(state, contract, period);
    choices.push_back({std::move(period), effective});
  }
  return choices;
}

std::vector<PartyChoice> provider_choices(App& app) {
  const State& state = app.state();
  std::vector<PartyChoice> choices;
  for (const ProviderState& provider : state.providers())
    choices.push_back({state.symbols().text(provider.id), provider.profile.name});
  return sorted(std::move(choices));
}

std::vector<PartyChoice> enterprise_choices(App& app) {
  const State& state = app.state();
  std::vector<PartyChoice> choices;
  for (const EnterpriseState& enterprise : state.enterprises()) {
    choices.push_back({state.symbols().text(enterprise.id), enterprise.registration->name});
  }
  return sorted(std::move(choices));
}

std::vector<PartyChoice> engagement_choices(App& app) {
  const State& state = app.state();
  std::vector<PartyChoice> choices;
  for (const EngagementState& engagement : state.engagements()) {
    choices.push_back(
        {state.symbols().text(engagement.id), state.providers()[engagement.provider].profile.name + " · " +
                                                  state.enterprises()[engagement.enterprise].registration->name});
  }
  return sorted(std::move(choices));
}

UsccAdvice uscc_advice(std::string_view text) {
  const std::string code = plain_code(text);
  UsccAdvice advice;
  advice.length = count_characters(code);
  if (code.empty()) return advice;
  // The check function knows the alphabet: a code of one repeated possible character has a check character.
  const bool possible = std::all_of(
      code.begin(), code.end(), [](char c) { return uscc_check_character(std::string(uscc_length - 1, c)) != '\0'; });
  if (!possible || code.size() > uscc_length) {
    advice.hint = UsccHint::impossible;
  } else if (code.size() < uscc_length) {
    advice.hint = UsccHint::incomplete;
  } else if (is_uscc(code)) {
    advice.hint = UsccHint::good;
  } else {
    advice.hint = UsccHint::wrong_check;
    advice.expected = uscc_check_character(std::string_view(code).substr(0, uscc_length - 1));
  }
  return advice;
}

std::vector<FormWarning> warnings(App& app, const ProviderForm& form) {
  std::vector<FormWarning> out;
  warn_of_future(out, app, form.on);
  warn_of_twins<ProviderRegistered>(out, app, &ProviderRegistered::provider, form.uscc, form.name);
  return out;
}

std::vector<FormWarning> warnings(App& app, const EnterpriseForm& form) {
  std::vector<FormWarning> out;
  warn_of_future(out, app, form.on);
  warn_of_twins<EnterpriseRegistered>(out, app, &EnterpriseRegistered::enterprise, form.uscc, form.name);
  return out;
}

std::vector<FormWarning> warnings(App& app, const EngagementForm& form) {
  std::vector<FormWarning> out;
  warn_of_future(out, app, form.on);
  const std::string total = items_total(form);
  const auto amount = Money::parse(plain_digits(form.amount));
  if (amount && !total.empty() && total != money_text(*amount))
    out.push_back({WarningKind::amount_differs, "/amount", total});
  if (!form.plan.empty()) {
    const auto last = Percent::parse_number(plain_digits(form.plan.back().percent));
    if (last && *last != Percent{10'000}) {
      out.push_back({WarningKind::plan_incomplete, "/plan/" + std::to_string(form.plan.size() - 1) + "/percent", {}});
    }
  }
  return out;
}

std::vector<FormWarning> warnings(App& app, const RatingForm& form) {
  std::vector<FormWarning> out;
  warn_of_future(out, app, form.on);
  const State& state = app.state();
  const EngagementState* engagement = state.engagement(trimmed(form.engagement));
  if (engagement == nullptr) return out;
  const auto date = CivilDate::parse(trimmed(form.on));
  if (date && *date < engagement->signed_on)
    out.push_back({WarningKind::rating_before_signing, "/on", trimmed(form.engagement)});
  const std::string period = trimmed(form.period);
  if (effective_rating(state, engagement, period)) out.push_back({WarningKind::rating_replaces, "/period", period});
  return out;
}

std::vector<FormWarning> warnings(App& app, const WithdrawalForm& form) {
  std::vector<FormWarning> out;
  warn_of_future(out, app, form.on);
  const State& state = app.state();
  const EngagementState* engagement = state.engagement(trimmed(form.engagement));
  const std::string period = trimmed(form.period);
  if (engagement != nullptr && !period.empty() && !effective_rating(state, engagement, period)) {
    out.push_back({WarningKind::nothing_to_withdraw, "/period", period});
  }
  return out;
}

}  // namespace hengping::shell
