// Widgets that take something in: fields, choices, files. What was typed stays in the caller's strings until it is sent off.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/widgets_basic.h"

namespace hengping::ui {

struct FieldOptions {
  std::string_view key{};
  std::string_view label{};
  std::string_view hint{};
  std::string_view error{};    ///< what is wrong; empty: nothing
  std::string_view warning{};  ///< worth a second look, no fault
  std::string_view placeholder{};
  std::string_view suffix{};  ///< a unit, "元"
  std::string_view shown{};         ///< painted in place of the value while nobody writes; empty: the value itself
  std::string_view autocomplete{};  ///< an HTML token; a password's is `current-password` or `new-password`
  bool required = false;
  bool disabled = false;
  bool hide_label = false;  ///< named, but the label is not painted
  bool numeric = false;     ///< aligned at the right
  InputType input_type = InputType::text;
  int maximum_length = 0;   ///< characters
  float width = 0;          ///< px; 0: all there is
  bool compact = false;     ///< as wide as its content
  bool names_only = false;  ///< of a combobox: the choices' ids are not for people
};

struct FieldResult {
  bool changed = false;
  bool committed = false;  ///< Enter was pressed
};

/// Takes the focus if it shows an error and nothing before it in this pass has: see `focus_first_error`.
FieldResult text_field(Frame& frame, const FieldOptions& options, std::string& value);
FieldResult text_area(Frame& frame, const FieldOptions& options, std::string& value, int lines);
/// An amount in yuan: at the right edge, its thousands apart while nobody writes; a large one is read out below.
FieldResult money_field(Frame& frame, const FieldOptions& options, std::string& value);
FieldResult search_box(Frame& frame, const FieldOptions& options, std::string& value);
/// `YYYY-MM-DD`, with a calendar. Other notations of a day are rewritten so when the field is left (shell::typed_date).
FieldResult date_field(Frame& frame, const FieldOptions& options, std::string& value, CivilDate today);

struct Choice {
  std::string id;
  std::string name;  ///< may be empty
};
/// One of many, found by typing; `chosen` is its id, empty while none is.
bool combobox(Frame& frame, const FieldOptions& options, std::span<const Choice> choices, std::string& chosen);

struct RadioOption {
  std::string_view label{};
  std::string_view detail{};
  Icon icon = Icon::none;
  Tone tone = Tone::accent;
};
/// A few choices side by side in one bar; `chosen` below 0 is none. True when it changed.
bool segments(Frame& frame, const FieldOptions& options, std::span<const RadioOption> choices, int& chosen);
/// The same as large cards, for answers that weigh.
bool choice_cards(Frame& frame, const FieldOptions& options, std::span<const RadioOption> choices, int& chosen);

bool checkbox(Frame& frame, std::string_view key, std::string_view label, bool& checked);

struct ChosenFile {
  std::string name, bytes;
  bool unreadable = false;  ///< the device could not read it: moved, in a cloud that is not reached, too large
};
/// A button that opens the file chooser; `accept` as in HTML. True when a file came.
[[nodiscard]] bool file_button(Frame& frame, const ButtonOptions& options, std::string_view accept, ChosenFile& file);

/// After a refusal: the first field with an error that is painted next takes the focus.
void focus_first_error(Frame& frame);

/// The label above and hint, warning or error below whatever the scope holds.
class FieldFrame {
 public:
  FieldFrame(Frame& frame, const FieldOptions& options, NodeId field, bool group);
  ~FieldFrame();
  FieldFrame(const FieldFrame&) = delete;
  FieldFrame& operator=(const FieldFrame&) = delete;
  /// What the control's node must say of it.
  void describe(Node& node) const;

 private:
  Frame& frame_;
  const FieldOptions& options_;
  NodeId error_;
  Scope scope_;
};

/// The edge of a field in its state.
void field_edge(const Frame& frame, BoxStyle& style, NodeId id, const FieldOptions& options);

}  // namespace hengping::ui
