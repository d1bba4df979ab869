// Putting explanations together: sentences in both languages, lists of records that stay readable.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "core/base/bilingual.h"
#include "core/text/say.h"

namespace hengping {

/// A notice names so many records; all of them stand in `refs`.
inline constexpr std::size_t most_named = 20;

/// "A、B等，共36项": at most `most_named` of the refs.
[[nodiscard]] Bilingual name_refs(const std::vector<std::string>& refs);

/// Sentences one after the other.
class Explanation {
 public:
  Explanation& add(CoreText text, std::initializer_list<Word> words = {});
  /// The sentence about what was left out, if anything was: {0} how many, {1} which.
  Explanation& add_left_out(CoreText text, std::vector<std::string> refs);
  [[nodiscard]] Bilingual take() { return std::move(words_); }

 private:
  Bilingual words_;
};

}  // namespace hengping
