// What a form was told about itself: the faults that core found, beside which fields they belong.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/screen.h"

namespace hengping::ui {

class FormState {
 public:
  void clear() {
    faults_.clear();
    elsewhere_ = false;
  }
  /// Takes the faults of a refusal; the first field with one gets the focus.
  void refuse(Frame& frame, shell::SubmitResult result);
  [[nodiscard]] bool empty() const { return faults_.empty(); }
  /// The words of the fault at that pointer, or below it if `below`; empty if there is none.
  [[nodiscard]] std::string_view error(const Words& words, std::string_view pointer, bool below = false);
  /// Whether what that field makes is missing altogether.
  [[nodiscard]] bool is_missing(std::string_view pointer) const;
  /// The field was changed: its fault is out of date.
  void forget(std::string_view pointer);
  void take_warnings(std::vector<shell::FormWarning> warnings) { warnings_ = std::move(warnings); }
  [[nodiscard]] std::string warning(const Words& words, std::string_view pointer) const;
  /// Faults that no field shows, and that another tab writes.
  void banner(Context& context) const;

 private:
  std::vector<Fault> faults_;
  bool elsewhere_ = false;
  std::vector<shell::FormWarning> warnings_;
  std::set<std::string, std::less<>> asked_;
};

/// One form's fields: each is named by the member of the fact that it makes.
class FormFields {
 public:
  FormFields(Context& context, FormState& state) : context_(context), state_(state) {}

  struct Field {
    std::string_view pointer{};
    UiText label = UiText::product_name;
    bool required = false;
    std::string_view hint{};
    std::string_view placeholder{};
    std::string_view suffix{};
    InputType input_type = InputType::text;
    int maximum_length = 0;
    float width = 0;
    std::string_view autocomplete{};
  };
  void text(const Field& field, std::string& value);
  void area(const Field& field, std::string& value, int lines);
  void date(const Field& field, std::string& value);
  void money(const Field& field, std::string& value);
  void pick(const Field& field, std::span<const Choice> choices, std::string& value);
  [[nodiscard]] FieldOptions options(const Field& field);
  [[nodiscard]] bool committed() const { return committed_; }
  [[nodiscard]] bool changed() const { return changed_; }
  void note(const Field& field, const FieldResult& result);

 private:
  Context& context_;
  FormState& state_;
  std::string warning_, error_;  // of the field last asked for
  bool committed_ = false;
  bool changed_ = false;
};

/// The buttons at the end of a form.
struct FormEnd {
  bool save = false, cancel = false;
};
[[nodiscard]] FormEnd form_end(Context& context);

/// Columns of fields as wide as is good to read; the scope holds them.
Scope field_grid(Frame& frame, float minimum = 260, int columns = 2);

}  // namespace hengping::ui
