#include "shell/ui/text/clusters.h"

#include <algorithm>
#include <iterator>

namespace hengping::ui {

namespace {

struct Span {
  char32_t first, last;
};

template <std::size_t Count>
bool within(const Span (&spans)[Count], char32_t code) {
  return std::any_of(std::begin(spans), std::end(spans),
                     [code](const Span& span) { return code >= span.first && code <= span.last; });
}

/// Changes what stands before it: combining marks, variation selectors, skin tones, joiners, tags.
bool is_mark(char32_t code) {
  static constexpr Span marks[] = {{0x300, 0x36F},    {0x483, 0x489},   {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},
                                   {0x200C, 0x200D},  {0x20D0, 0x20F0}, {0x302A, 0x302F},   {0x3099, 0x309A},
                                   {0xFE00, 0xFE0F},  {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F},
                                   {0xE0100, 0xE01EF}};
  return code >= 0x300 && within(marks, code);
}

// Scripts whose letters join, or stand on or before each other; of them a word is one piece. Blocks, coarsely.
bool is_shaped(char32_t code) {
  static constexpr Span scripts[] = {
      {0x590, 0x8FF},      // Hebrew, Arabic (Uyghur, Kazakh, Kirghiz), Syriac, Thaana, N'Ko
      {0x900, 0x109F},     // of India, Thai, Lao, Tibetan, Myanmar
      {0x1100, 0x11FF},    // Hangul letters
      {0x1780, 0x18AF},    // Khmer, Mongolian (Todo, Xibe and Manchu too)
      {0x1900, 0x1C4F},    // Limbu, Dai (Tai Le, New Tai Lue, Tai Tham), of Indonesia
      {0xA840, 0xAADF},    // 'Phags-pa, of India, Tai Viet
      {0xABC0, 0xABFF},    // Meetei
      {0xFB1D, 0xFDFF},    // forms of Hebrew and Arabic
      {0xFE70, 0xFEFC},    // forms of Arabic
      {0x11000, 0x11C8F},  // of India, Mongolian's signs
      {0x16F00, 0x16F9F},  // Miao
  };
  return code >= 0x590 && within(scripts, code);
}

/// Scripts that put no spaces between words; their marks, for a piece to begin with none.
bool is_without_spaces(char32_t code) {
  static constexpr Span scripts[] = {
      {0xE00, 0xEFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x1950, 0x1AAF}, {0xAA60, 0xAADF}};
  return within(scripts, code);
}

bool hangs_on(char32_t code) {
  static constexpr Span marks[] = {
      {0xE31, 0xE31},   {0xE33, 0xE3A},   {0xE47, 0xE4E},   {0xEB1, 0xEB1},   {0xEB3, 0xEBC},   {0xEC8, 0xECE},
      {0x102B, 0x103E}, {0x1056, 0x1060}, {0x1062, 0x1064}, {0x1067, 0x106D}, {0x1071, 0x1074}, {0x1082, 0x108F},
      {0x109A, 0x109D}, {0x17B4, 0x17D3}, {0x17DD, 0x17DD}, {0x19B0, 0x19C9}, {0x1A55, 0x1A7F}, {0xAAB0, 0xAAC2}};
  return is_mark(code) || within(marks, code);
}

/// Puts the letter that follows below or into the one before.
bool stacks(char32_t code) { return code == 0x1039 || code == 0x17D2 || code == 0x1A60 || code == 0x200D; }

/// Tibetan's dots between syllables and strokes between sentences: where its lines break.
bool ends_syllable(char32_t code) { return code >= 0xF0B && code <= 0xF14 && code != 0xF0C; }

/// Code points in one piece. Longer ones are taken apart, or a text without spaces would be one picture and would fit nowhere.
constexpr int most_of_a_word = 48;
constexpr int most_without_spaces = 12;

std::size_t word_end(std::string_view text, char32_t first, std::size_t at) {
  const int most = is_without_spaces(first) ? most_without_spaces : most_of_a_word;
  char32_t before = first;
  int count = 1;
  while (at < text.size()) {
    std::size_t after = at;
    const char32_t code = next_code_point(text, after);
    if (!is_mark(code) && !is_shaped(code)) break;
    if (ends_syllable(before) && !ends_syllable(code)) break;
    if (count >= most && !hangs_on(code) && !stacks(before)) break;
    if (count >= 2 * most) break;
    before = code;
    at = after;
    ++count;
  }
  return at;
}

std::size_t marks_end(std::string_view text, std::size_t at) {
  static constexpr Span signs[] = {{0x2190, 0x2BFF}, {0x1F000, 0x1FAFF}};  // what joiners join, emoji among them
  bool joins = false;
  while (at < text.size()) {
    std::size_t after = at;
    const char32_t code = next_code_point(text, after);
    if (!joins && !is_mark(code)) break;
    if (joins && !is_mark(code) && !within(signs, code)) break;
    joins = code == 0x200D;
    at = after;
  }
  return at;
}

bool is_flag_letter(char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const unsigned char first = byte(at);
  std::size_t length = 1;
  char32_t code = first;
  if (first >= 0xF0U) {
    length = 4;
    code = first & 0x07U;
  } else if (first >= 0xE0U) {
    length = 3;
    code = first & 0x0FU;
  } else if (first >= 0xC0U) {
    length = 2;
    code = first & 0x1FU;
  } else if (first >= 0x80U) {
    ++at;
    return 0xFFFD;
  }
  if (at + length > text.size()) {
    at = text.size();
    return 0xFFFD;
  }
  for (std::size_t index = 1; index < length; ++index) {
    const unsigned char next = byte(at + index);
    if ((next & 0xC0U) != 0x80U) {
      at += index;
      return 0xFFFD;
    }
    code = (code << 6U) | (next & 0x3FU);
  }
  at += length;
  return Clusters::is_number(code) ? 0xFFFD : code;
}

std::size_t cluster_end(std::string_view text, char32_t first, std::size_t at) {
  if (first < 0x20 || !may_belong(text, at)) return at;
  if (is_shaped(first)) return word_end(text, first, at);
  if (is_flag_letter(first)) {
    std::size_t after = at;
    if (is_flag_letter(next_code_point(text, after))) at = after;
  }
  return marks_end(text, at);
}

bool is_right_to_left(char32_t code) {
  static constexpr Span scripts[] = {
      {0x590, 0x8FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
  return code >= 0x590 && within(scripts, code);
}

char32_t Clusters::number(std::string_view cluster) {
  if (const auto known = numbers_.find(cluster); known != numbers_.end()) return known->second;
  if (texts_.size() >= most) return 0xFFFD;
  const char32_t made = first_number + static_cast<char32_t>(texts_.size());
  numbers_.emplace(texts_.emplace_back(cluster), made);
  return made;
}

std::string_view Clusters::text(char32_t number) const {
  const std::size_t index = number - first_number;
  return index < texts_.size() ? std::string_view(texts_[index]) : std::string_view();
}

void Clusters::clear() {
  numbers_.clear();
  texts_.clear();
}

}  // namespace hengping::ui
