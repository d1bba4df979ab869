// Reads the members of one JSON object against what semantics §1 asks of them, and reports every fault with its place.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/base/fault.h"
#include "core/base/symbol.h"
#include "core/base/text.h"
#include "core/codec/json_value.h"
#include "core/facts/names.h"
#include "core/text/say.h"

namespace hengping {

/// The longest text, in characters (semantics §1).
inline constexpr std::size_t longest_text = 100'000;

/// Where faults of one fact go.
class FaultSink {
 public:
  FaultSink(FaultList& faults, std::size_t fact) : faults_(faults), fact_(fact) {}
  void add(CoreText text, std::string pointer, std::initializer_list<Word> words = {}) {
    faults_.add(make_fault(text, std::move(pointer), words, fact_));
    ++count_;
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// That a value was replaced by its normal form.
  void note_normalised() { normalised_ = true; }
  [[nodiscard]] bool normalised() const { return normalised_; }

 private:
  FaultList& faults_;
  std::size_t fact_;
  std::size_t count_ = 0;
  bool normalised_ = false;
};

/// Each function reads one member; a missing or wrong one is reported and a neutral value returned. `finish` reports members
/// that nobody asked for. Money given as a number is replaced by its decimal string in the object, so that what is kept is exact.
class FieldReader {
 public:
  FieldReader(JsonValue& object, std::string pointer, FaultSink& faults, SymbolTable& symbols)
      : object_(object), pointer_(std::move(pointer)), faults_(faults), symbols_(symbols) {}
  /// Of the fact of that index in a facts file; its pointer is written only for faults.
  FieldReader(JsonValue& object, std::size_t fact, FaultSink& faults, SymbolTable& symbols)
      : object_(object), fact_(fact), faults_(faults), symbols_(symbols) {}

  /// An identifier; nothing if it is missing or malformed.
  template <class IdType>
  std::optional<IdType> identifier(std::string_view key) {
    const std::string* text = string(key, true);
    if (text == nullptr) return std::nullopt;
    if (!is_identifier(*text)) {
      faults_.add(CoreText::fault_field_identifier, at(key));
      return std::nullopt;
    }
    return symbols_.intern<IdType>(*text);
  }
  template <class IdType>
  std::optional<IdType> optional_identifier(std::string_view key) {
    if (!has(key)) return std::nullopt;
    return identifier<IdType>(key);
  }
  std::optional<PeriodId> period(std::string_view key);

  std::string text(std::string_view key);                                 ///< required, not empty
  std::optional<std::string> optional_text(std::string_view key);         ///< may be ""
  std::optional<std::string> optional_filled_text(std::string_view key);  ///< if it is there, not empty
  std::string uscc(std::string_view key);
  std::optional<CivilDate> date(std::string_view key);
  std::optional<CivilDate> optional_date(std::string_view key);
  Money money(std::string_view key);
  std::optional<Percent> percent(std::string_view key);
  double positive_number(std::string_view key);
  std::optional<std::uint8_t> level(std::string_view key);  ///< a whole number 0–4
  std::optional<std::uint8_t> optional_level(std::string_view key);
  bool boolean(std::string_view key);
  std::optional<double> optional_number(std::string_view key);
  void any(std::string_view key);  ///< a member that must be there, whatever it is
  /// An object with any content; null, reported if required, if there is none.
  JsonValue* object(std::string_view key, bool required);
  /// An article item such as 7.1 that exists and is one of `articles` (by article number; of 9 only from `least_of_9` on).
  std::optional<ArticleItem> article(std::string_view key, std::span<const int> articles, int least_of_9 = 1);
  std::vector<ArticleItem> articles(std::string_view key, std::span<const int> articles);
  std::vector<NamedRef> refs(std::string_view key);  ///< a list of refs of semantics §3; may be empty
  std::optional<RefId> ref(std::string_view key);
  std::optional<bool> optional_boolean(std::string_view key);
  std::vector<std::pair<std::string, double>> optional_numbers(std::string_view key);  ///< an object of numbers

  template <class Enum, std::size_t count>
  std::optional<Enum> choice(std::string_view key, const std::array<Choice<Enum>, count>& choices,
                             bool required = true) {
    const std::string* text = string(key, required);
    if (text == nullptr) return std::nullopt;
    const auto value = value_of<Enum>(*text, choices);
    if (!value) report_choice<Enum>(choices, at(key));
    return value;
  }
  template <class Enum, std::size_t count>
  std::vector<Enum> optional_choices(std::string_view key, const std::array<Choice<Enum>, count>& choices) {
    std::vector<Enum> result;
    JsonValue* list = array(key, false);
    if (list == nullptr) return result;
    for (std::size_t i = 0; i < list->items().size(); ++i) {
      const JsonValue& item = list->items()[i];
      if (!item.is(JsonValue::Kind::string)) {
        faults_.add(CoreText::fault_field_type, at(key, i), {say(CoreText::type_string)});
      } else if (const auto value = value_of<Enum>(item.text(), choices)) {
        result.push_back(*value);
      } else {
        report_choice<Enum>(choices, at(key, i));
      }
    }
    return result;
  }

  /// Like optional_choices, but the member must be there.
  template <class Enum, std::size_t count>
  std::vector<Enum> choices(std::string_view key, const std::array<Choice<Enum>, count>& choices) {
    if (!has(key)) required_member(key);
    return optional_choices(key, choices);
  }
  std::string required_text(std::string_view key);  ///< must be there, may be ""

  /// A list that is not empty; null if it is missing or wrong.
  JsonValue* array(std::string_view key, bool required);
  [[nodiscard]] bool has(std::string_view key) { return find(key) != nullptr; }
  /// The member of that name whatever it is, or null; marks it as known.
  JsonValue* take(std::string_view key);
  /// Reports every member that was not asked for.
  void finish();

  [[nodiscard]] std::string at(std::string_view key) const;
  /// The same of an element of that member.
  [[nodiscard]] std::string at(std::string_view key, std::size_t index) const {
    return at(key) + "/" + std::to_string(index);
  }
  [[nodiscard]] FaultSink& faults() { return faults_; }
  [[nodiscard]] SymbolTable& symbols() { return symbols_; }

 private:
  std::optional<ArticleItem> article_at(const JsonValue& value, const std::string& place, std::span<const int> articles,
                                        int least_of_9);
  std::optional<RefId> ref_at(const JsonValue& value, const std::string& place);
  std::optional<std::uint8_t> level_at(const JsonValue& value, std::string_view key);
  const std::string* string(std::string_view key, bool required);
  JsonValue* required_member(std::string_view key);

  template <class Enum>
  void report_choice(std::span<const Choice<Enum>> choices, std::string place) {
    std::string expected;
    for (const auto& choice : choices) {
      expected += expected.empty() ? "" : " / ";
      expected += choice.name;
    }
    faults_.add(CoreText::fault_field_choice, std::move(place), {expected});
  }
  JsonValue* find(std::string_view key);
  void check_length(const std::string& text, std::string_view key);

  static constexpr std::size_t in_pointer = static_cast<std::size_t>(-1);
  static constexpr std::size_t few_members = 64;

  JsonValue& object_;
  std::string pointer_;
  std::size_t fact_ = in_pointer;
  FaultSink& faults_;
  SymbolTable& symbols_;
  // By place in the object: which members were asked for.
  std::uint64_t known_ = 0;
  std::vector<bool> known_later_;  // after the first `few_members`
  std::size_t next_ =
      0;  // where the next member is looked for first: most stand in the order in which they are asked for
};

/// A JSON Pointer's reference token: `~` and `/` escaped (RFC 6901).
[[nodiscard]] std::string pointer_token(std::string_view key);

}  // namespace hengping
