// A field for an amount of money.
#include "core/base/decimal.h"
#include "shell/app/display.h"
#include "shell/app/typed_text.h"
#include "shell/ui/widgets_form.h"

namespace hengping::ui {

FieldResult money_field(Frame& frame, const FieldOptions& options, std::string& value) {
  constexpr std::int64_t worth_reading = 100000;  // fen
  FieldOptions money = options;
  money.input_type = InputType::decimal;
  money.numeric = true;
  std::string grouped;
  std::string reading;
  if (const auto amount = Money::parse(shell::plain_digits(value))) {
    grouped = shell::money_text(*amount);
    money.shown = grouped;
    if (money.hint.empty() && amount->fen >= worth_reading) {
      reading = frame.words()(UiText::money_reading, {grouped});
      money.hint = reading;
    }
  }
  return text_field(frame, money, value);
}

}  // namespace hengping::ui
