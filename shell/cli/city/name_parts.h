// Parts of fictitious names, from assets/city/names.json.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hengping::cli {

struct NameParts {
  struct District {
    std::string code, name;
  };
  struct Industry {
    std::string name;
    std::vector<std::string> words;
  };
  struct ProviderWord {
    std::string word, type;
  };
  struct Item {
    std::string name, function, purpose;
    std::int32_t from = 0, to = 0;  ///< unit price, yuan
    std::int32_t most = 1;          ///< largest quantity
    bool standard = false;
  };
  std::vector<std::string> surnames, rare_surnames, given_first, given_second, roads, brand_first, brand_second, scopes;
  std::vector<District> districts;
  std::vector<Industry> industries;
  std::vector<ProviderWord> provider_words;
  std::vector<Item> items;
  std::vector<std::string> satisfied, basically_satisfied, unsatisfied, correction_notes, withdrawal_reasons;
  std::string city, number_suffix, company_suffix, company_place;
};

/// The embedded parts; a part that is missing stops the program, for the file is built in.
[[nodiscard]] const NameParts& name_parts();

}  // namespace hengping::cli
