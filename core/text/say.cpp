#include "core/text/say.h"

#include <utility>

namespace hengping {
namespace {

std::string fill(std::string_view pattern, std::initializer_list<Word> words, std::string_view Word::*language) {
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    // The generator has checked that every placeholder is {digit}.
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
      const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (index < words.size()) out += (words.begin() + index)->*language;
      i += 2;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

}  // namespace

Bilingual say(CoreText text, std::initializer_list<Word> words) {
  const auto index = static_cast<std::size_t>(text);
  return Bilingual{fill(core_text_zh[index], words, &Word::zh), fill(core_text_en[index], words, &Word::en)};
}

Fault make_fault(CoreText text, std::string pointer, std::initializer_list<Word> words, std::size_t fact) {
  constexpr std::string_view prefix = "fault.";
  return Fault{std::move(pointer), std::string(core_text_keys[static_cast<std::size_t>(text)].substr(prefix.size())),
               say(text, words), fact};
}

}  // namespace hengping
