#include "core/rules/explanation.h"

#include <algorithm>

#include "core/base/order.h"

namespace hengping {

Bilingual name_refs(const std::vector<std::string>& refs) {
  Bilingual names;
  for (std::size_t i = 0; i < refs.size() && i < most_named; ++i) {
    const Bilingual separator = i == 0 ? Bilingual{} : say(CoreText::list_separator);
    names.zh += separator.zh + refs[i];
    names.en += separator.en + refs[i];
  }
  if (refs.size() <= most_named) return names;
  return say(CoreText::list_shortened, {names, std::to_string(refs.size())});
}

Explanation& Explanation::add(CoreText text, std::initializer_list<Word> words) {
  const Bilingual sentence = say(text, words);
  words_.zh += sentence.zh;
  if (!words_.en.empty()) words_.en += ' ';
  words_.en += sentence.en;
  return *this;
}

Explanation& Explanation::add_left_out(CoreText text, std::vector<std::string> refs) {
  if (refs.empty()) return *this;
  put_in_order(refs);
  return add(text, {std::to_string(refs.size()), name_refs(refs)});
}

}  // namespace hengping
