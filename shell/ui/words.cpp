#include "shell/ui/words.h"

namespace hengping::ui {

std::string_view Words::operator()(UiText text) const {
  const auto index = static_cast<std::size_t>(text);
  return language_ == shell::Language::chinese ? ui_text_zh.at(index) : ui_text_en.at(index);
}

std::string Words::operator()(UiText text, std::initializer_list<std::string_view> values) const {
  const std::string_view pattern = (*this)(text);
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}' &&
                       pattern[at + 1] >= '0' && pattern[at + 1] <= '9';
    if (!place) {
      out += pattern[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (index < values.size()) out += values.begin()[index];
    at += 2;
  }
  return out;
}

}  // namespace hengping::ui
