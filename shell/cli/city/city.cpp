#include "shell/cli/city/city.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/base/uscc.h"
#include "core/codec/canonical.h"
#include "shell/cli/city/calendar.h"
#include "shell/cli/city/name_parts.h"

namespace hengping::cli {

namespace {

// Names of the random streams.
enum Stream : std::uint64_t { provider_stream = 1, enterprise_stream = 2, contract_stream = 3 };

constexpr std::uint64_t facts_per_engagement = 10;  // the contract and about nine ratings
constexpr std::size_t flush_bytes = 1U << 16U;

constexpr CivilDate first_day{20028};  // 2024-11-01
constexpr CivilDate last_day{20757};   // 2026-10-31
constexpr std::int32_t registration_days = 75;
constexpr std::int32_t late_registration_days = 160;
constexpr std::int32_t month_days = 31;
constexpr std::uint64_t quarter_days = 92;

std::string numbered(char prefix, std::uint64_t number, std::uint64_t count) {
  const std::string digits = std::to_string(number);
  const std::size_t width = std::max<std::size_t>(3, std::to_string(count).size());
  return std::string(1, prefix) + std::string(width - digits.size(), '0') + digits;
}

constexpr std::string_view uscc_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The check character of a nine-character organisation code (GB 11714): weights 3 7 9 10 5 8 4 2, modulo 11.
char organisation_check(std::string_view eight) {
  constexpr std::array<unsigned, 8> weights{3, 7, 9, 10, 5, 8, 4, 2};
  unsigned sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const char c = eight[i];
    sum += weights[i] * static_cast<unsigned>(c >= 'A' ? c - 'A' + 10 : c - '0');
  }
  const unsigned check = (11 - sum % 11) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

/// A valid code of a company ("91") of the district. Different numbers below 31⁶ give different codes.
std::string make_uscc(std::string_view district, std::uint64_t number) {
  constexpr std::uint64_t codes = 887'503'681;  // 31⁶
  std::uint64_t scattered = (number * 514'229'017U + 23'456'789U) % codes;
  std::string organisation = "MA";
  for (int i = 0; i < 6; ++i) {
    organisation += uscc_alphabet[scattered % uscc_alphabet.size()];
    scattered /= uscc_alphabet.size();
  }
  organisation += organisation_check(organisation);
  std::string code = "91" + std::string(district) + organisation;
  code += uscc_check_character(code);
  return code;
}

std::string person_name(Random& random, const NameParts& parts) {
  constexpr std::uint32_t rare = 60'000;
  constexpr std::uint32_t one_character = 250'000;
  std::string name = random.chance(rare) ? random.pick(parts.rare_surnames) : random.pick(parts.surnames);
  if (!random.chance(one_character)) name += random.pick(parts.given_first);
  return name + random.pick(parts.given_second);
}

}  // namespace

std::uint64_t fewest_facts(std::uint64_t providers, std::uint64_t enterprises) { return providers + 2 * enterprises; }

std::optional<CityPlan> plan_city(const CityRequest& request) {
  if (request.facts < fewest_facts(request.providers, request.enterprises)) return std::nullopt;
  const std::uint64_t rest = request.facts - request.providers - request.enterprises;
  CityPlan plan;
  plan.engagements = std::max(request.enterprises, rest / facts_per_engagement);
  plan.rating_facts = rest - plan.engagements;
  return plan;
}

CityWriter::CityWriter(const CityRequest& request, const CityPlan& plan, Sink sink, Progress progress)
    : request_(request), plan_(plan), sink_(std::move(sink)), progress_(std::move(progress)) {}

void CityWriter::write() {
  buffer_ = "{\"format\":\"hengping.facts\",\"version\":1,\"facts\":[";
  for (std::uint64_t i = 0; i < request_.providers; ++i) write_provider(i);
  for (std::uint64_t i = 0; i < request_.enterprises; ++i) write_enterprise(i);
  for (std::uint64_t i = 0; i < plan_.engagements; ++i) write_contract(i);
  buffer_ += "\n]}\n";
  sink_(buffer_);
  buffer_.clear();
  progress_(written_);
}

// ---------------------------------------------------------------- parties

CityWriter::Party CityWriter::party(std::uint64_t kind, std::uint64_t index) const {
  constexpr std::uint32_t late = 200'000;
  const NameParts& parts = name_parts();
  Random random(request_.seed, kind, index);
  Party party;
  const bool is_provider = kind == provider_stream;
  party.id =
      is_provider ? numbered('P', index + 1, request_.providers) : numbered('Q', index + 1, request_.enterprises);
  const auto& district = random.pick(parts.districts);
  party.district = district.name;
  party.uscc = make_uscc(district.code, index * 2 + (is_provider ? 1U : 0U) + request_.seed % 100'000);
  // One draw a statement: within an expression compilers may draw in any order.
  party.name = parts.company_place;
  party.name += random.pick(parts.brand_first);
  party.name += random.pick(parts.brand_second);
  if (is_provider) {
    const auto& word = random.pick(parts.provider_words);
    party.name += word.word;
    party.type = word.type;
  } else {
    const auto& industry = random.pick(parts.industries);
    party.industry = industry.name;
    party.name += random.pick(industry.words);
  }
  party.name += parts.company_suffix;
  party.address = parts.city + district.name;
  party.address += random.pick(parts.roads);
  party.address += std::to_string(random.between(1, 2999)) + parts.number_suffix;
  party.person = person_name(random, parts);
  const std::int32_t days = random.chance(late) ? late_registration_days : registration_days;
  party.registered_on = first_day + random.between(0, days);
  return party;
}

void CityWriter::write_provider(std::uint64_t index) {
  const Party provider = party(provider_stream, index);
  Random random(request_.seed, provider_stream, index + request_.providers);
  begin_fact("provider.registered", provider.registered_on, Role::bureau);
  field("provider", provider.id);
  field("name", provider.name);
  field("uscc", provider.uscc);
  field("address", provider.address);
  field("legal_representative", provider.person);
  field("business_scope", random.pick(name_parts().scopes));
  field("registered_capital", std::to_string(random.between(20, 600) * 50'000LL));
  buffer_ += ",\"types\":[";
  append_json_string(buffer_, provider.type);
  buffer_ += ']';
  end_fact();
}

void CityWriter::write_enterprise(std::uint64_t index) {
  const Party enterprise = party(enterprise_stream, index);
  Random random(request_.seed, enterprise_stream, index + request_.enterprises);
  constexpr std::array scales{EnterpriseScale::above_designated, EnterpriseScale::below_designated,
                              EnterpriseScale::specialised};
  begin_fact("enterprise.registered", enterprise.registered_on, Role::bureau);
  field("enterprise", enterprise.id);
  field("name", enterprise.name);
  field("uscc", enterprise.uscc);
  field("industry", enterprise.industry);
  field("scale", enterprise_scale_name(scales[random.below(scales.size())]));
  field("district", enterprise.district);
  end_fact();
}

// ---------------------------------------------------------------- contracts

std::uint64_t CityWriter::rating_facts_of(std::uint64_t contract) const {
  // Shares that add up exactly, shifted between the two contracts of each pair so that they differ.
  const auto up_to = [this](std::uint64_t count) {
    const std::uint64_t base = plan_.rating_facts / plan_.engagements;
    const std::uint64_t more = plan_.rating_facts % plan_.engagements;
    return base * count + std::min(more, count);
  };
  const std::uint64_t share = up_to(contract + 1) - up_to(contract);
  const std::uint64_t pair = contract / 2;
  if (pair * 2 + 1 >= plan_.engagements) return share;
  const std::uint64_t base = plan_.rating_facts / plan_.engagements;
  const std::uint64_t shift =
      Random(request_.seed, contract_stream, plan_.engagements + pair).below(static_cast<std::uint32_t>(base / 2 + 1));
  return contract % 2 == 0 ? share + shift : share - shift;
}

CityWriter::Contract CityWriter::contract(std::uint64_t index, Random& random) const {
  Contract contract;
  contract.id = numbered('E', index + 1, plan_.engagements);
  // Every provider has its share of the work; chance moves a quarter of it.
  constexpr std::uint32_t moved = 250'000;
  contract.provider = (index + index / request_.enterprises) % request_.providers;
  if (index >= request_.providers && random.chance(moved)) contract.provider = random.next() % request_.providers;
  contract.rating_facts = rating_facts_of(index);
  const CivilDate from = std::max(party(provider_stream, contract.provider).registered_on,
                                  party(enterprise_stream, index % request_.enterprises).registered_on) +
                         3;
  // Late enough for the registrations, early enough for most of the ratings that are to follow month by month.
  const auto months = static_cast<std::int32_t>(std::min<std::uint64_t>(contract.rating_facts + 2, 24));
  const CivilDate until = std::max(from, last_day - months * month_days);
  contract.signed_on = from + random.between(0, until - from);
  contract.due_on = contract.signed_on + random.between(180, 420);
  return contract;
}

void CityWriter::write_contract(std::uint64_t index) {
  const NameParts& parts = name_parts();
  Random random(request_.seed, contract_stream, index);
  const Contract signed_contract = contract(index, random);
  begin_fact("engagement.signed", signed_contract.signed_on, Role::bureau);
  field("engagement", signed_contract.id);
  field("provider", party(provider_stream, signed_contract.provider).id);
  field("enterprise", party(enterprise_stream, index % request_.enterprises).id);

  std::int64_t amount = 0;
  std::string items;
  const std::uint32_t count = 1 + random.below(4);
  const std::uint32_t first = random.below(static_cast<std::uint32_t>(parts.items.size()));
  for (std::uint32_t i = 0; i < count; ++i) {
    const NameParts::Item& item = parts.items[(first + i) % parts.items.size()];
    const std::int64_t price = random.between(item.from / 100, item.to / 100) * 100LL;
    const std::int64_t quantity = random.between(1, item.most);
    amount += price * quantity;
    items += i == 0 ? "{\"name\":" : ",{\"name\":";
    append_json_string(items, item.name);
    items += ",\"function\":";
    append_json_string(items, item.function);
    items += ",\"purpose\":";
    append_json_string(items, item.purpose);
    items += ",\"unit_price\":\"" + std::to_string(price) + "\",\"quantity\":" + std::to_string(quantity);
    items += item.standard ? ",\"standard\":true}" : ",\"standard\":false}";
  }
  field("amount", std::to_string(amount));
  field("due_on", signed_contract.due_on.to_string());
  buffer_ += ",\"baseline_level\":" + std::to_string(random.below(3));
  buffer_ += ",\"items\":[" + items + ']';

  constexpr std::uint32_t with_plan = 850'000;
  if (random.chance(with_plan)) {
    const std::int32_t points = random.between(3, 5);
    const std::int32_t days = signed_contract.due_on - signed_contract.signed_on;
    buffer_ += ",\"plan\":[";
    for (std::int32_t i = 1; i <= points; ++i) {
      const std::int32_t percent = i == points ? 100 : 100 * i / points - random.between(0, 9);
      if (i > 1) buffer_ += ',';
      buffer_ += "{\"on\":\"" + (signed_contract.signed_on + days * i / points).to_string() +
                 "\",\"percent\":" + std::to_string(percent) + '}';
    }
    buffer_ += ']';
  }
  end_fact();
  write_ratings(signed_contract, random);
}

// ---------------------------------------------------------------- ratings

std::uint32_t CityWriter::unsatisfied_rate(std::uint64_t provider) const {
  // About one in eight disappoints beyond the limit of Article 9(2), one in six comes near it, the rest seldom disappoint: whatever the number of
  // ratings, so that a small city has its cases too and a large one is not all bad.
  const std::uint64_t ratings = std::max<std::uint64_t>(1, plan_.rating_facts / request_.providers);
  const auto rate = [ratings](std::uint64_t expected, std::uint64_t most) {
    return static_cast<std::uint32_t>(std::min(expected * 1'000'000 / ratings, most));
  };
  if (provider % 8 == 3) return rate(12, 450'000);
  if (provider % 6 == 5) return rate(3, 200'000);
  return rate(1, 20'000) / 2;
}

void CityWriter::write_ratings(const Contract& contract, Random& random) {
  constexpr std::uint32_t quarterly = 250'000;
  constexpr std::uint32_t corrected = 40'000;
  constexpr std::uint32_t withdrawn = 20'000;
  constexpr std::uint32_t basically = 220'000;
  const std::uint32_t bad = unsatisfied_rate(contract.provider);
  // By quarter only where there are quarters enough for what is to be said.
  const bool by_quarter = random.chance(quarterly) && contract.rating_facts * quarter_days <=
                                                          static_cast<std::uint64_t>(last_day - contract.signed_on);
  Periods periods(contract.signed_on, contract.due_on, last_day, by_quarter);
  CivilDate on = contract.signed_on;
  std::string period;
  Satisfaction last = Satisfaction::satisfied;
  bool standing = false;  // a rating of `period` is effective
  for (std::uint64_t i = 0; i < contract.rating_facts; ++i) {
    const bool again = standing && (random.chance(corrected) || periods.at_end());
    if (standing && i + 1 < contract.rating_facts && random.chance(withdrawn)) {
      on = std::min(on + random.between(2, 12), last_day);
      write_withdrawal(contract, random, on, period);
      standing = false;
      continue;
    }
    if (again || periods.at_end()) {
      on = std::min(on + random.between(1, 9), last_day);
      last = last == Satisfaction::satisfied ? Satisfaction::basically_satisfied : Satisfaction::satisfied;
      if (period.empty()) period = periods.earliest();
      write_rating(contract, random, on, period, last, standing);
      standing = true;
      continue;
    }
    const Periods::Period next = periods.take();
    period = next.name;
    on = std::max(on, std::min(next.ends_on + random.between(-3, 8), last_day));
    if (random.chance(bad)) {
      last = Satisfaction::unsatisfied;
    } else {
      last = random.chance(basically) ? Satisfaction::basically_satisfied : Satisfaction::satisfied;
    }
    write_rating(contract, random, on, period, last, false);
    standing = true;
  }
}

void CityWriter::write_rating(const Contract& contract, Random& random, CivilDate on, std::string_view period,
                              Satisfaction satisfaction, bool corrected) {
  constexpr std::uint32_t commented = 350'000;
  const NameParts& parts = name_parts();
  const std::vector<std::string>* comments = &parts.satisfied;
  switch (satisfaction) {
    case Satisfaction::satisfied: break;
    case Satisfaction::basically_satisfied: comments = &parts.basically_satisfied; break;
    case Satisfaction::unsatisfied: comments = &parts.unsatisfied; break;
  }
  begin_fact("rating.given", on, Role::enterprise);
  field("engagement", contract.id);
  field("period", period);
  field("satisfaction", satisfaction_name(satisfaction));
  if (corrected) {
    field("note", random.pick(parts.correction_notes));
  } else if (satisfaction == Satisfaction::unsatisfied || random.chance(commented)) {
    field("comment", random.pick(*comments));
  }
  end_fact();
}

void CityWriter::write_withdrawal(const Contract& contract, Random& random, CivilDate on, std::string_view period) {
  begin_fact("rating.withdrawn", on, Role::enterprise);
  field("engagement", contract.id);
  field("period", period);
  field("reason", random.pick(name_parts().withdrawal_reasons));
  end_fact();
}

// ---------------------------------------------------------------- text

void CityWriter::begin_fact(std::string_view kind, CivilDate on, Role by) {
  buffer_ += written_ == 0 ? "\n{\"kind\":\"" : ",\n{\"kind\":\"";
  buffer_ += kind;
  buffer_ += "\",\"on\":\"" + on.to_string() + "\",\"by\":\"";
  buffer_ += role_name(by);
  buffer_ += '"';
}

void CityWriter::field(std::string_view key, std::string_view text) {
  buffer_ += ",\"";
  buffer_ += key;
  buffer_ += "\":";
  append_json_string(buffer_, text);
}

void CityWriter::end_fact() {
  buffer_ += '}';
  ++written_;
  if (buffer_.size() < flush_bytes) return;
  sink_(buffer_);
  buffer_.clear();
  progress_(written_);
}

}  // namespace hengping::cli
