#include "shell/app/display.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/codec/canonical.h"
#include "shell/app/exact_amount.h"
#include "shell/app/typed_text.h"

namespace hengping::shell {

namespace {

constexpr std::size_t short_hash_digits = 12;
constexpr std::size_t most_words = 64;  // a bit each in SearchQuery::Found
constexpr int china_hours_ahead = 8;    // no summer time since 1992, long before any instant that a device can claim

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// As it is searched: narrow, letters in lower case. `out` is filled anew, so that its memory serves many texts.
void fold_text(std::string& out, std::string_view text) {
  out.clear();
  append_narrow(out, text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
}

}  // namespace

std::string money_text(Money amount) { return ExactAmount::of(amount).money_text(); }

std::string percent_text(Percent percent) { return percent.to_string(); }

std::string total_text(Points points) {
  const std::string cents = std::to_string(points.hundredths % 100);
  return std::to_string(points.hundredths / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

std::string quantity_text(double quantity) {
  std::string text;
  append_json_number(text, quantity);
  return text;
}

std::string count_text(std::int64_t count) {
  const std::string digits = std::to_string(count);
  return count < 0 ? "-" + group_thousands(std::string_view(digits).substr(1)) : group_thousands(digits);
}

std::string_view short_hash(std::string_view hash) { return hash.substr(0, short_hash_digits); }

std::string instant_text(std::string_view at) {
  if (at.size() < 20 || at[10] != 'T' || at[13] != ':' || at[16] != ':' || at.back() != 'Z') return std::string(at);
  const auto date = CivilDate::parse(at.substr(0, 10));
  const auto hour = parse_digits(at.substr(11, 2));
  const auto minute = parse_digits(at.substr(14, 2));
  if (!date || !hour || !minute || *hour > 23 || *minute > 59) return std::string(at);
  const int local = *hour + china_hours_ahead;
  const int local_hour = local % 24;
  std::string text = (*date + local / 24).to_string();
  text += ' ';
  text += static_cast<char>('0' + local_hour / 10);
  text += static_cast<char>('0' + local_hour % 10);
  text += ':';
  text += at.substr(14, 2);
  return text;
}

void RatingTally::add(Satisfaction satisfaction) {
  switch (satisfaction) {
    case Satisfaction::satisfied: ++satisfied; return;
    case Satisfaction::basically_satisfied: ++basically_satisfied; return;
    case Satisfaction::unsatisfied: ++unsatisfied; return;
  }
}

std::strong_ordering compare_natural(std::string_view left, std::string_view right) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() && j < right.size()) {
    if (is_digit(left[i]) && is_digit(right[j])) {
      while (i < left.size() && left[i] == '0') ++i;
      while (j < right.size() && right[j] == '0') ++j;
      std::size_t i_end = i;
      std::size_t j_end = j;
      while (i_end < left.size() && is_digit(left[i_end])) ++i_end;
      while (j_end < right.size() && is_digit(right[j_end])) ++j_end;
      if (i_end - i != j_end - j) return i_end - i <=> j_end - j;
      if (const int order = left.substr(i, i_end - i).compare(right.substr(j, j_end - j)); order != 0)
        return order <=> 0;
      i = i_end;
      j = j_end;
    } else {
      const auto a = static_cast<unsigned char>(left[i]);
      const auto b = static_cast<unsigned char>(right[j]);
      if (a != b) return a <=> b;
      ++i;
      ++j;
    }
  }
  if (const auto rest = left.size() - i <=> right.size() - j; rest != 0) return rest;
  return left.compare(right) <=> 0;  // "01" and "1" are equal by value, not as texts
}

SearchQuery::SearchQuery(std::string_view text) {
  std::string typed;
  fold_text(typed, text);
  std::size_t begin = 0;
  while (begin < typed.size() && words_.size() < most_words) {
    const std::size_t end = std::min(typed.find(' ', begin), typed.size());
    if (end > begin) words_.push_back(typed.substr(begin, end - begin));
    begin = end + 1;
  }
  for (std::size_t i = 0; i < words_.size(); ++i) all_ |= Found{1} << i;
}

SearchQuery::Found SearchQuery::found_in(std::string_view text) const {
  Found found = 0;
  if (words_.empty() || text.empty()) return found;
  fold_text(searched_, text);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (searched_.find(words_[i]) != std::string::npos) found |= Found{1} << i;
  }
  return found;
}

}  // namespace hengping::shell
