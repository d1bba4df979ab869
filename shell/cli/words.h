// What the program says, in the language that was asked for (assets/strings/cli.*.json).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/bilingual.h"
#include "hengping/cli_text.gen.h"
#include "shell/app/settings.h"

namespace hengping::cli {

using shell::Language;

class Words {
 public:
  explicit Words(Language language) : language_(language) {}
  /// The text with {0}, {1} … replaced.
  [[nodiscard]] std::string say(CliText text, std::initializer_list<std::string_view> words = {}) const;
  [[nodiscard]] const std::string& of(const Bilingual& both) const {
    return language_ == Language::chinese ? both.zh : both.en;
  }
  [[nodiscard]] Language language() const { return language_; }

 private:
  Language language_;
};

}  // namespace hengping::cli
