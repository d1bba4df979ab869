// The screens' texts in the language chosen.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/bilingual.h"
#include "hengping/ui_text.gen.h"
#include "shell/app/settings.h"

namespace hengping::ui {

class Words {
 public:
  explicit Words(shell::Language language = shell::Language::chinese) : language_(language) {}

  [[nodiscard]] shell::Language language() const { return language_; }
  [[nodiscard]] std::string_view operator()(UiText text) const;
  /// With {0}, {1} … replaced.
  [[nodiscard]] std::string operator()(UiText text, std::initializer_list<std::string_view> values) const;
  [[nodiscard]] std::string_view operator()(const Bilingual& text) const {
    return language_ == shell::Language::chinese ? std::string_view(text.zh) : std::string_view(text.en);
  }

 private:
  shell::Language language_;
};

}  // namespace hengping::ui
