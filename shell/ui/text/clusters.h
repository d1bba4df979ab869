// What of a text is drawn as one. A character with the marks that follow it, a flag, a family of emoji, and a word of a script whose letters
// join or stand on each other have shapes that their characters do not have one by one: the glyph source gets them whole.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hengping::ui {

/// Reads one code point and moves on; U+FFFD for bytes that are no UTF-8, surrogates among them. `at` must be within `text`.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

/// Whether what begins at `at` may belong to the character before it, judged by its bytes alone: plain texts are told apart by this.
[[nodiscard]] inline bool may_belong(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xCCU || (lead >= 0xE4U && lead <= 0xE9U)) return false;  // ASCII, ideographs
  if (at + 1 >= text.size()) return true;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (lead == 0xEFU) return second < 0xBCU;  // from there on full-width forms
  const bool east_asian_punctuation =
      lead == 0xE3U && second == 0x80U && at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) < 0xAAU;
  return !east_asian_punctuation;
}

/// Where that which begins with `first` ends; `at` lies behind `first`. The same as `at` for most characters.
[[nodiscard]] std::size_t cluster_end(std::string_view text, char32_t first, std::size_t at);

/// Whether it is written from right to left.
[[nodiscard]] bool is_right_to_left(char32_t code);

/// Numbers for clusters, so that an atlas of glyphs can hold them beside characters. They are surrogates: no text has these code points.
class Clusters {
 public:
  static constexpr char32_t first_number = 0xD800;
  static constexpr std::size_t most = 2048;
  [[nodiscard]] static constexpr bool is_number(char32_t code) {
    return code >= first_number && code < first_number + most;
  }

  /// The same for the same text; U+FFFD once there are `most`, until `clear`.
  [[nodiscard]] char32_t number(std::string_view cluster);
  /// What a number stands for; good until `clear`.
  [[nodiscard]] std::string_view text(char32_t number) const;
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  void clear();

 private:
  std::unordered_map<std::string_view, char32_t> numbers_;  // of the texts below
  std::deque<std::string> texts_;                           // which do not move
};

}  // namespace hengping::ui
