// The core's words, in both languages, from assets/strings/core.*.json. No other file of the core holds words.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/bilingual.h"
#include "core/base/fault.h"
#include "hengping/core_text.gen.h"

namespace hengping {

/// An argument of a text: the same in both languages, or worded in each.
struct Word {
  Word(std::string_view both) : zh(both), en(both) {}  // NOLINT(google-explicit-constructor): reads as a list of words
  Word(const std::string& both) : zh(both), en(both) {}         // NOLINT(google-explicit-constructor)
  Word(const char* both) : zh(both), en(both) {}                // NOLINT(google-explicit-constructor)
  Word(const Bilingual& words) : zh(words.zh), en(words.en) {}  // NOLINT(google-explicit-constructor)
  std::string_view zh;
  std::string_view en;
};

/// The text with {0}, {1} … replaced.
[[nodiscard]] Bilingual say(CoreText text, std::initializer_list<Word> words = {});

/// A fault whose code is the text's key without its leading "fault.": CoreText::fault_field_missing gives "field.missing".
[[nodiscard]] Fault make_fault(CoreText text, std::string pointer, std::initializer_list<Word> words = {},
                               std::size_t fact = Fault::no_fact);

}  // namespace hengping
