#include "shell/cli/words.h"

namespace hengping::cli {

std::string Words::say(CliText text, std::initializer_list<std::string_view> words) const {
  const auto index = static_cast<std::size_t>(text);
  const std::string_view pattern = language_ == Language::chinese ? cli_text_zh[index] : cli_text_en[index];
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
      const auto word = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (word < words.size()) out += *(words.begin() + word);
      i += 2;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

}  // namespace hengping::cli
