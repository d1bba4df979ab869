#include "core/facts/field_reader.h"

#include <algorithm>

#include "core/base/uscc.h"
#include "core/codec/canonical.h"
#include "core/facts/references.h"

namespace hengping {

using Kind = JsonValue::Kind;

std::string pointer_token(std::string_view key) {
  std::string out;
  for (const char character : key) {
    if (character == '~') {
      out += "~0";
    } else if (character == '/') {
      out += "~1";
    } else {
      out += character;
    }
  }
  return out;
}

std::string FieldReader::at(std::string_view key) const {
  return (fact_ == in_pointer ? pointer_ : "/facts/" + std::to_string(fact_)) + "/" + pointer_token(key);
}

JsonValue* FieldReader::find(std::string_view key) {
  auto& members = object_.members();
  const std::size_t count = members.size();
  for (std::size_t i = next_; i < count; ++i) {
    if (members[i].first == key) {
      next_ = i;
      return &members[i].second;
    }
  }
  for (std::size_t i = 0; i < next_ && i < count; ++i) {
    if (members[i].first == key) {
      next_ = i;
      return &members[i].second;
    }
  }
  return nullptr;
}

JsonValue* FieldReader::take(std::string_view key) {
  JsonValue* found = find(key);
  if (found == nullptr) return nullptr;
  if (next_ < few_members) {
    known_ |= std::uint64_t{1} << next_;
  } else {
    known_later_.resize(object_.members().size());
    known_later_[next_] = true;
  }
  ++next_;
  return found;
}

JsonValue* FieldReader::required_member(std::string_view key) {
  JsonValue* value = take(key);
  if (value == nullptr) faults_.add(CoreText::fault_field_missing, at(key), {key});
  return value;
}

const std::string* FieldReader::string(std::string_view key, bool required) {
  JsonValue* value = required ? required_member(key) : take(key);
  if (value == nullptr) return nullptr;
  if (!value->is(Kind::string)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_string)});
    return nullptr;
  }
  return &value->text();
}

std::optional<PeriodId> FieldReader::period(std::string_view key) {
  const std::string* text = string(key, true);
  if (text == nullptr) return std::nullopt;
  if (!is_period(*text)) {
    faults_.add(CoreText::fault_field_period, at(key));
    return std::nullopt;
  }
  return symbols_.intern<PeriodId>(*text);
}

void FieldReader::check_length(const std::string& text, std::string_view key) {
  // No text has more characters than bytes.
  if (text.size() > longest_text && count_characters(text) > longest_text) {
    faults_.add(CoreText::fault_field_too_long, at(key), {std::to_string(longest_text)});
  }
}

std::string FieldReader::text(std::string_view key) {
  const std::string* text = string(key, true);
  if (text == nullptr) return {};
  if (text->empty()) {
    faults_.add(CoreText::fault_field_empty, at(key));
  } else {
    check_length(*text, key);
  }
  return *text;
}

std::optional<std::string> FieldReader::optional_text(std::string_view key) {
  const std::string* text = string(key, false);
  if (text == nullptr) return std::nullopt;
  check_length(*text, key);
  return *text;
}

std::string FieldReader::required_text(std::string_view key) {
  if (!has(key)) required_member(key);
  return optional_text(key).value_or("");
}

std::optional<std::string> FieldReader::optional_filled_text(std::string_view key) {
  if (!has(key)) return std::nullopt;
  return text(key);
}

std::optional<CivilDate> FieldReader::optional_date(std::string_view key) {
  if (!has(key)) return std::nullopt;
  return date(key);
}

std::string FieldReader::uscc(std::string_view key) {
  const std::string* text = string(key, true);
  if (text == nullptr) return {};
  if (text->empty()) {
    faults_.add(CoreText::fault_field_empty, at(key));
    return {};
  }
  if (!is_uscc(*text)) {
    const char check = text->size() == 18 ? uscc_check_character(std::string_view(*text).substr(0, 17)) : '\0';
    if (check == '\0') {
      faults_.add(CoreText::fault_field_uscc_form, at(key));
    } else {
      faults_.add(CoreText::fault_field_uscc_check, at(key), {std::string(1, check)});
    }
  }
  return *text;
}

std::optional<CivilDate> FieldReader::date(std::string_view key) {
  const std::string* text = string(key, true);
  if (text == nullptr) return std::nullopt;
  const auto date = CivilDate::parse(*text);
  if (!date) faults_.add(CoreText::fault_field_date, at(key));
  return date;
}

Money FieldReader::money(std::string_view key) {
  JsonValue* value = required_member(key);
  if (value == nullptr) return {};
  std::optional<Money> money;
  if (value->is(Kind::string)) {
    money = Money::parse(value->text());
  } else if (value->is(Kind::number)) {
    money = Money::parse_number(value->text());
    if (money) {
      *value = JsonValue::string(money->to_string());
      faults_.note_normalised();
    }
  } else {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_money)});
    return {};
  }
  if (!money) faults_.add(CoreText::fault_field_money, at(key));
  return money.value_or(Money{});
}

std::optional<Percent> FieldReader::percent(std::string_view key) {
  JsonValue* value = required_member(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is(Kind::number)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_number)});
    return std::nullopt;
  }
  const auto percent = Percent::parse_number(value->text());
  if (!percent) faults_.add(CoreText::fault_field_percent, at(key));
  return percent;
}

double FieldReader::positive_number(std::string_view key) {
  JsonValue* value = required_member(key);
  if (value == nullptr) return 0;
  if (!value->is(Kind::number)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_number)});
    return 0;
  }
  const double number = to_double(value->text());
  if (!(number > 0)) faults_.add(CoreText::fault_field_positive, at(key));
  return number;
}

std::optional<std::uint8_t> FieldReader::level(std::string_view key) {
  const JsonValue* value = required_member(key);
  return value == nullptr ? std::nullopt : level_at(*value, key);
}

std::optional<std::uint8_t> FieldReader::optional_level(std::string_view key) {
  const JsonValue* value = take(key);
  return value == nullptr ? std::nullopt : level_at(*value, key);
}

std::optional<std::uint8_t> FieldReader::level_at(const JsonValue& value, std::string_view key) {
  if (!value.is(Kind::number)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_number)});
    return std::nullopt;
  }
  const auto decimal = Decimal::parse(value.text());
  const auto level = decimal ? decimal->scaled(0) : std::nullopt;
  if (!level || *level < 0 || *level > 4) {
    faults_.add(CoreText::fault_field_level, at(key));
    return std::nullopt;
  }
  return static_cast<std::uint8_t>(*level);
}

bool FieldReader::boolean(std::string_view key) {
  if (!has(key)) required_member(key);
  return optional_boolean(key).value_or(false);
}

std::optional<double> FieldReader::optional_number(std::string_view key) {
  const JsonValue* value = take(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is(Kind::number)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_number)});
    return std::nullopt;
  }
  return to_double(value->text());
}

void FieldReader::any(std::string_view key) { required_member(key); }

JsonValue* FieldReader::object(std::string_view key, bool required) {
  JsonValue* value = required ? required_member(key) : take(key);
  if (value == nullptr || value->is(Kind::object)) return value;
  faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_object)});
  return nullptr;
}

std::optional<bool> FieldReader::optional_boolean(std::string_view key) {
  JsonValue* value = take(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is(Kind::boolean)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_boolean)});
    return std::nullopt;
  }
  return value->as_boolean();
}

std::vector<std::pair<std::string, double>> FieldReader::optional_numbers(std::string_view key) {
  std::vector<std::pair<std::string, double>> result;
  JsonValue* value = take(key);
  if (value == nullptr) return result;
  if (!value->is(Kind::object)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_object)});
    return result;
  }
  for (const auto& [name, number] : value->members()) {
    if (number.is(Kind::number)) {
      result.emplace_back(name, to_double(number.text()));
    } else {
      faults_.add(CoreText::fault_field_type, at(key) + "/" + pointer_token(name), {say(CoreText::type_number)});
    }
  }
  return result;
}

JsonValue* FieldReader::array(std::string_view key, bool required) {
  JsonValue* value = required ? required_member(key) : take(key);
  if (value == nullptr) return nullptr;
  if (!value->is(Kind::array)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_array)});
    return nullptr;
  }
  if (value->items().empty()) {
    faults_.add(CoreText::fault_field_empty_list, at(key));
    return nullptr;
  }
  return value;
}

std::optional<ArticleItem> FieldReader::article_at(const JsonValue& value, const std::string& place,
                                                   std::span<const int> articles, int least_of_9) {
  if (!value.is(Kind::string)) {
    faults_.add(CoreText::fault_field_type, place, {say(CoreText::type_string)});
    return std::nullopt;
  }
  const auto item = parse_article_item(value.text());
  const bool allowed = item && std::find(articles.begin(), articles.end(), item->article) != articles.end() &&
                       (item->article != 9 || item->item >= least_of_9);
  if (allowed) return item;
  std::string expected;
  for (const int article : articles) {
    if (!expected.empty()) expected += ", ";
    expected += std::to_string(article) + (article == 9 && least_of_9 > 1 ? ".4–9.6" : ".x");
  }
  faults_.add(CoreText::fault_field_article, place, {expected});
  return std::nullopt;
}

std::optional<ArticleItem> FieldReader::article(std::string_view key, std::span<const int> articles, int least_of_9) {
  const JsonValue* value = required_member(key);
  return value == nullptr ? std::nullopt : article_at(*value, at(key), articles, least_of_9);
}

std::vector<ArticleItem> FieldReader::articles(std::string_view key, std::span<const int> articles) {
  std::vector<ArticleItem> result;
  const JsonValue* list = array(key, true);
  if (list == nullptr) return result;
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    if (const auto item = article_at(list->items()[i], at(key) + "/" + std::to_string(i), articles, 1)) {
      result.push_back(*item);
    }
  }
  return result;
}

std::optional<RefId> FieldReader::ref_at(const JsonValue& value, const std::string& place) {
  if (!value.is(Kind::string)) {
    faults_.add(CoreText::fault_field_type, place, {say(CoreText::type_string)});
    return std::nullopt;
  }
  if (!parse_ref(value.text())) {
    faults_.add(CoreText::fault_ref_form, place);
    return std::nullopt;
  }
  return symbols_.intern<RefId>(value.text());
}

std::optional<RefId> FieldReader::ref(std::string_view key) {
  const JsonValue* value = required_member(key);
  return value == nullptr ? std::nullopt : ref_at(*value, at(key));
}

std::vector<NamedRef> FieldReader::refs(std::string_view key) {
  std::vector<NamedRef> result;
  const JsonValue* list = required_member(key);
  if (list == nullptr) return result;
  if (!list->is(Kind::array)) {
    faults_.add(CoreText::fault_field_type, at(key), {say(CoreText::type_array)});
    return result;
  }
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    if (const auto ref = ref_at(list->items()[i], at(key) + "/" + std::to_string(i)))
      result.push_back(NamedRef{*ref, i});
  }
  return result;
}

void FieldReader::finish() {
  const auto& members = object_.members();
  for (std::size_t i = 0; i < members.size(); ++i) {
    const bool known = i < few_members ? (known_ >> i & 1U) != 0 : i < known_later_.size() && known_later_[i];
    if (!known) faults_.add(CoreText::fault_field_unknown, at(members[i].first), {members[i].first});
  }
}

}  // namespace hengping
