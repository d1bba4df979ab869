// Fields for text: the frame around each, single lines, areas, search.
#include <algorithm>
#include <cassert>

#include "shell/ui/widgets_form.h"

namespace hengping::ui {

namespace {

struct ErrorFocus {
  std::uint64_t wanted_after = 0;  ///< frame of the refusal; 0: nothing is wanted
};

Scope open_frame(Frame& frame, const FieldOptions& options, NodeId field, bool group) {
  BoxStyle style;
  style.gap = 6;
  style.width = grow();
  if (options.width > 0) {
    const float least = std::min(options.width, frame.surroundings().width - 32);
    style.width = frame.phone() ? grow(1, least) : grow(0, least, options.width);
  }
  if (options.compact) style.width = fit();
  if (group) {
    Node node;
    node.id = field;
    node.role = Role::group;
    node.name = options.label;
    return frame.column(style, std::move(node));
  }
  return frame.column(style);
}

float side_padding() { return 12; }

/// What stands for a password: a dot for each character.
std::string dots(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); static_cast<void>(next_code_point(text, at))) out += "\xE2\x80\xA2";
  return out;
}

}  // namespace

void focus_first_error(Frame& frame) { frame.memory().local<ErrorFocus>(0).wanted_after = frame.memory().frame; }

FieldFrame::FieldFrame(Frame& frame, const FieldOptions& options, NodeId field, bool group)
    : frame_(frame),
      options_(options),
      error_(frame.id(options.key, 0xE77)),
      scope_(open_frame(frame, options, field, group)) {
  if (options.hide_label) return;
  const Theme& theme = frame.theme();
  BoxStyle style;
  style.gap = 4;
  const auto row = frame.row(style);
  frame.label(options.label,
              {.size = TextSize::caption, .semibold = true, .color = theme.ink_secondary, .maximum_lines = 1});
  if (options.required) frame.label("*", {.size = TextSize::caption, .semibold = true, .color = theme.negative.ink});
}

FieldFrame::~FieldFrame() {
  const Theme& theme = frame_.theme();
  const auto note = [&](std::string_view text, Icon sign, Color ink, NodeId id) {
    BoxStyle style;
    style.gap = 4;
    style.cross = Align::center;
    const auto row = frame_.row(style);
    if (sign != Icon::none) icon(frame_, sign, theme.size(TextSize::caption) + 2, ink);
    Element& words = frame_.label(text, {.size = TextSize::caption, .color = ink});
    words.style.width = grow(1, 0);
    if (id == 0) return;
    Node node;
    node.id = id;
    node.role = Role::text;
    node.name = text;
    node.font_size = words.face.size;
    frame_.state(words, std::move(node));
  };
  if (!options_.error.empty()) {
    note(options_.error, Icon::warning, theme.negative.ink, error_);
  } else if (!options_.warning.empty()) {
    note(options_.warning, Icon::info, theme.caution.ink, error_);
  } else if (!options_.hint.empty()) {
    note(options_.hint, Icon::none, theme.ink_muted, 0);
  }
}

void FieldFrame::describe(Node& node) const {
  node.name = options_.label;
  node.set(Flag::required, options_.required);
  node.set(Flag::disabled, options_.disabled);
  if (!options_.error.empty()) {
    node.set(Flag::invalid);
    node.error_message = error_;
    ErrorFocus& wanted = frame_.memory().local<ErrorFocus>(0);
    if (wanted.wanted_after != 0 && frame_.painting()) {
      wanted.wanted_after = 0;
      frame_.focus(node.id);
      frame_.effects().scroll_into_view = node.id;
    }
  } else if (!options_.warning.empty()) {
    node.description = options_.warning;
  } else {
    node.description = options_.hint;
  }
}

void field_edge(const Frame& frame, BoxStyle& style, NodeId id, const FieldOptions& options) {
  const Theme& theme = frame.theme();
  const bool focused = frame.focused(id);
  style.background = options.disabled ? theme.sunken : theme.surface;
  style.border = !options.error.empty() ? theme.negative.solid
                 : focused              ? theme.focus
                 : frame.hovered(id)    ? theme.ink_muted
                                        : theme.outline;
  style.border_width = focused || !options.error.empty() ? 2 : 1;
  style.radius = theme.radius_control;
}

FieldResult text_field(Frame& frame, const FieldOptions& options, std::string& value) {
  const Theme& theme = frame.theme();
  const NodeId id = frame.id(options.key);
  FieldResult result;
  if (const Event* event = frame.find(EventType::input, id); event != nullptr && !options.disabled) {
    result.changed = value != event->text;
    value = event->text;
  }
  result.committed = frame.find(EventType::commit, id) != nullptr;

  const bool secret = options.input_type == InputType::password;
  assert((!secret || !options.autocomplete.empty()) && "password managers must know which password it is");
  const FieldFrame field(frame, options, id, false);
  Node node;
  node.id = id;
  node.role = options.input_type == InputType::search ? Role::searchbox : Role::textbox;
  field.describe(node);
  node.value = value;
  node.placeholder = options.placeholder;
  node.autocomplete = options.autocomplete;
  node.input_type = options.input_type;
  node.maximum_length = options.maximum_length;
  node.font_size = theme.size(TextSize::body);
  node.text_color = rgba(options.disabled ? theme.ink_disabled : theme.ink);
  node.set(Flag::align_end, options.numeric);
  const bool search = options.input_type == InputType::search;
  node.padding_x = search ? 36.0F : side_padding();
  BoxStyle style;
  style.height = fixed(theme.control_height);
  style.width = grow();
  style.gap = 8;
  style.padding = padding(side_padding(), 0);
  field_edge(frame, style, id, options);

  // the unit stands beside the field, for the live text must not run into it
  BoxStyle line;
  line.gap = 8;
  line.width = grow();
  const auto whole = frame.row(line);
  {
    const auto box = frame.row(style, std::move(node));
    if (search) icon(frame, Icon::search, 16, theme.ink_muted);
    const bool empty = value.empty();
    // the live element shows its own text while it has the focus
    const bool live = frame.focused(id);
    const std::string hidden = secret ? dots(value) : std::string();
    // as the live element sets them: figures must not move when the field takes the focus
    const bool figures = options.input_type == InputType::decimal || options.input_type == InputType::integer;
    Element& text = frame.label(live                     ? std::string_view()
                                : empty                  ? options.placeholder
                                : secret                 ? std::string_view(hidden)
                                : !options.shown.empty() ? options.shown
                                                         : std::string_view(value),
                                {.color = options.disabled ? theme.ink_disabled
                                          : empty          ? theme.ink_muted
                                                           : theme.ink,
                                 .maximum_lines = 1,
                                 .align = options.numeric ? Align::end : Align::start,
                                 .tabular = figures});
    text.style.width = grow(1, 0);
  }
  if (!options.suffix.empty()) frame.label(options.suffix, {.color = theme.ink_secondary, .maximum_lines = 1});
  return result;
}

FieldResult search_box(Frame& frame, const FieldOptions& options, std::string& value) {
  FieldOptions search = options;
  search.input_type = InputType::search;
  search.hide_label = true;
  return text_field(frame, search, value);
}

FieldResult text_area(Frame& frame, const FieldOptions& options, std::string& value, int lines) {
  const Theme& theme = frame.theme();
  const NodeId id = frame.id(options.key);
  FieldResult result;
  if (const Event* event = frame.find(EventType::input, id); event != nullptr && !options.disabled) {
    result.changed = value != event->text;
    value = event->text;
  }
  const FieldFrame field(frame, options, id, false);
  Node node;
  node.id = id;
  node.role = Role::textarea;
  field.describe(node);
  node.value = value;
  node.placeholder = options.placeholder;
  node.maximum_length = options.maximum_length;
  node.font_size = theme.size(TextSize::body);
  node.line_height = theme.line_height(TextSize::body);
  node.padding_x = side_padding();
  node.padding_y = 8;
  node.text_color = rgba(theme.ink);
  BoxStyle style;
  style.height = fixed(node.line_height * static_cast<float>(lines) + 16);
  style.width = grow();
  style.padding = padding(side_padding(), 8);
  style.clip = true;
  field_edge(frame, style, id, options);
  const auto box = frame.column(style, std::move(node));
  if (frame.focused(id)) return result;
  const bool empty = value.empty();
  Element& text = frame.label(empty ? options.placeholder : std::string_view(value),
                              {.color = empty ? theme.ink_muted : theme.ink, .maximum_lines = lines});
  text.style.width = grow();
  return result;
}

}  // namespace hengping::ui
