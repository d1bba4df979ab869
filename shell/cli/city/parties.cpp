#include "shell/cli/city/parties.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "core/base/uscc.h"
#include "core/codec/canonical.h"

namespace hengping::cli {

namespace {

constexpr std::int32_t registration_days = 75;
constexpr std::int32_t late_registration_days = 160;

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

std::string street(Random& random, const NameParts::District& district) {
  const NameParts& parts = name_parts();
  std::string out = parts.city + district.name;
  out += random.pick(parts.roads);
  out += std::to_string(random.between(1, 2999)) + parts.number_suffix;
  return out;
}

std::uint64_t uscc_number(const CityRequest& request, std::uint64_t index, bool provider) {
  constexpr std::uint64_t shifts = 100'000;
  return index * 2 + (provider ? 1U : 0U) + request.seed % shifts;
}

}  // namespace

std::string provider_id(const CityRequest& request, std::uint64_t index) {
  return numbered('P', index + 1, request.providers);
}

std::string enterprise_id(const CityRequest& request, std::uint64_t index) {
  return numbered('Q', index + 1, request.enterprises);
}

CivilDate registered_on(const CityRequest& request, Stream stream, std::uint64_t index) {
  constexpr std::uint32_t late = 200'000;
  constexpr std::uint64_t days_kind = 1'000'000;
  Random random(request.seed, stream + days_kind, index);
  const std::int32_t days = random.chance(late) ? late_registration_days : registration_days;
  return first_day + random.between(0, days);
}

// One draw a statement: within an expression compilers may draw in any order.
Company company(const CityRequest& request, Stream stream, std::uint64_t index) {
  const NameParts& parts = name_parts();
  Random random(request.seed, stream, index);
  Company made;
  made.district = &random.pick(parts.districts);
  made.name = parts.company_place;
  made.name += random.pick(parts.brand_first);
  made.name += random.pick(parts.brand_second);
  if (stream == provider_stream) {
    const auto& word = random.pick(parts.provider_words);
    made.name += word.word;
    made.kind = word.type;
  } else {
    const auto& industry = random.pick(parts.industries);
    made.kind = industry.name;
    made.name += random.pick(industry.words);
  }
  made.name += parts.company_suffix;
  made.random = random;
  return made;
}

std::string person_name(Random& random) {
  constexpr std::uint32_t rare = 60'000;
  constexpr std::uint32_t one_character = 250'000;
  const NameParts& parts = name_parts();
  std::string name = random.chance(rare) ? random.pick(parts.rare_surnames) : random.pick(parts.surnames);
  if (!random.chance(one_character)) name += random.pick(parts.given_first);
  return name + random.pick(parts.given_second);
}

std::string address(Random& random) { return street(random, random.pick(name_parts().districts)); }

void write_provider(FactWriter& out, const CityRequest& request, std::uint64_t index) {
  constexpr std::uint32_t with_contact = 700'000;
  Company provider = company(request, provider_stream, index);
  Random& random = provider.random;
  out.begin("provider.registered", registered_on(request, provider_stream, index));
  out.text("provider", provider_id(request, index)).text("name", provider.name);
  out.text("uscc", make_uscc(provider.district->code, uscc_number(request, index, true)));
  out.text("address", street(random, *provider.district));
  out.text("legal_representative", person_name(random));
  out.text("business_scope", random.pick(name_parts().scopes));
  out.text("registered_capital", std::to_string(random.between(20, 600) * 50'000LL));
  std::string types = "[";
  append_json_string(types, provider.kind);
  out.raw("types", types + "]");
  if (random.chance(with_contact)) out.text("contact", person_name(random));
  out.end();
}

void write_enterprise(FactWriter& out, const CityRequest& request, std::uint64_t index) {
  constexpr std::array scales{EnterpriseScale::above_designated, EnterpriseScale::below_designated,
                              EnterpriseScale::specialised};
  Company enterprise = company(request, enterprise_stream, index);
  out.begin("enterprise.registered", registered_on(request, enterprise_stream, index));
  out.text("enterprise", enterprise_id(request, index)).text("name", enterprise.name);
  out.text("uscc", make_uscc(enterprise.district->code, uscc_number(request, index, false)));
  out.text("industry", enterprise.kind);
  out.text("scale", enterprise_scale_name(scales[enterprise.random.below(scales.size())]));
  out.text("district", enterprise.district->name);
  out.end();
}

}  // namespace hengping::cli
