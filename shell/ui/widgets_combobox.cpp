// One of many, found by typing: a field and, while it is open, the list of what fits.
#include <algorithm>
#include <cmath>

#include "shell/app/display.h"
#include "shell/ui/widgets_form.h"

namespace hengping::ui {

namespace {

constexpr float edge = 4;  // above and below the options

struct ComboState {
  bool open = false;
  bool typed = false;  ///< `query` says what is looked for; otherwise everything shows
  std::string query;
  std::size_t highlight = 0;  ///< among what fits
};

std::string shown(const Choice& choice, bool name_only) {
  if (name_only) return choice.name;
  return choice.name.empty() || choice.name == choice.id ? choice.id : choice.id + "  " + choice.name;
}

class Combobox {
 public:
  Combobox(Frame& frame, const FieldOptions& options, std::span<const Choice> choices, std::string& chosen)
      : frame_(frame),
        options_(options),
        choices_(choices),
        chosen_(chosen),
        id_(frame.id(options.key)),
        list_(frame.id(options.key, 0x115)),
        state_(frame.memory().local<ComboState>(id_)) {}

  bool run() {
    find_fitting();
    for (const Event& event : frame_.events()) take(event);
    find_fitting();
    paint_field();
    return changed_;
  }

 private:
  [[nodiscard]] float row_height() const { return frame_.theme().touch ? 48.0F : 36.0F; }
  [[nodiscard]] NodeId option_id(std::size_t choice) const { return frame_.id(options_.key, 0x1000 + choice); }

  void find_fitting() {
    fitting_.clear();
    const shell::SearchQuery query(state_.typed ? state_.query : std::string());
    for (std::size_t index = 0; index < choices_.size(); ++index) {
      const std::string_view id = options_.names_only ? std::string_view() : std::string_view(choices_[index].id);
      if (query.matches(id, choices_[index].name)) fitting_.push_back(index);
    }
    if (state_.highlight >= fitting_.size()) state_.highlight = fitting_.empty() ? 0 : fitting_.size() - 1;
  }

  void open() {
    if (options_.disabled || state_.open) return;
    state_.open = true;
    state_.typed = false;
    find_fitting();
    state_.highlight = 0;
    for (std::size_t place = 0; place < fitting_.size(); ++place) {
      if (choices_[fitting_[place]].id == chosen_) state_.highlight = place;
    }
    reveal();
  }

  void close() {
    // who typed the whole of it has chosen
    if (state_.typed) {
      for (const Choice& choice : choices_) {
        if ((options_.names_only ? choice.name : choice.id) == state_.query) choose(choice.id);
      }
      if (state_.query.empty()) choose({});
    }
    state_ = ComboState{};
  }

  void choose(const std::string& id) {
    changed_ = changed_ || chosen_ != id;
    chosen_ = id;
  }

  void choose_highlighted() {
    if (state_.highlight < fitting_.size()) choose(choices_[fitting_[state_.highlight]].id);
    state_ = ComboState{};
  }

  void move(std::ptrdiff_t by) {
    if (fitting_.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(fitting_.size()) - 1;
    state_.highlight = static_cast<std::size_t>(
        std::clamp(static_cast<std::ptrdiff_t>(state_.highlight) + by, std::ptrdiff_t{0}, last));
    reveal();
  }

  /// Scrolls the list so that the highlighted option shows.
  void reveal() {
    Memory::Scroll& scroll = frame_.memory().scroll(list_);
    const float room = (scroll.height > 0 ? scroll.height : row_height() * 7) - 2 * edge;
    const float top = static_cast<float>(state_.highlight) * row_height();
    scroll.y = std::max(std::min(scroll.y, top), top + row_height() - room);
  }

  void take(const Event& event) {
    if (state_.open && frame_.escaped(list_)) {
      state_ = ComboState{};
      return;
    }
    if (event.node == id_) {
      take_own(event);
      return;
    }
    if (!state_.open) return;
    if (event.type == EventType::activate) {
      for (const std::size_t index : fitting_) {
        if (event.node != option_id(index)) continue;
        choose(choices_[index].id);
        state_ = ComboState{};
        frame_.focus(id_);
        return;
      }
    }
    if (event.type == EventType::dismiss || (event.type == EventType::focus && event.node != list_)) close();
  }

  void take_own(const Event& event) {
    if (event.type == EventType::activate) open();
    if (event.type == EventType::input) {
      open();
      state_.typed = true;
      state_.query = event.text;
      state_.highlight = 0;
      frame_.memory().scroll(list_).y = 0;
      find_fitting();
    }
    if (event.type == EventType::dismiss) close();
    if (event.type == EventType::commit) {
      if (state_.open) {
        choose_highlighted();
      } else {
        open();
      }
    }
    if (event.type != EventType::key) return;
    if (event.text == "ArrowDown" && !state_.open) {
      open();
    } else if (event.text == "ArrowDown") {
      move(1);
    } else if (event.text == "ArrowUp") {
      move(-1);
    } else if (event.text == "PageDown") {
      move(7);
    } else if (event.text == "PageUp") {
      move(-7);
    } else if (event.text == "Home") {
      move(-static_cast<std::ptrdiff_t>(fitting_.size()));
    } else if (event.text == "End") {
      move(static_cast<std::ptrdiff_t>(fitting_.size()));
    }
  }

  void paint_field() {
    const Theme& theme = frame_.theme();
    const auto current =
        std::find_if(choices_.begin(), choices_.end(), [&](const Choice& choice) { return choice.id == chosen_; });
    const std::string value = state_.typed                ? state_.query
                              : current != choices_.end() ? shown(*current, options_.names_only)
                                                          : chosen_;
    const FieldFrame field(frame_, options_, id_, false);
    Node node;
    node.id = id_;
    node.role = Role::combobox;
    field.describe(node);
    node.value = value;
    node.placeholder = options_.placeholder;
    node.font_size = theme.size(TextSize::body);
    node.text_color = rgba(theme.ink);
    node.padding_x = 12;
    node.set(Flag::popup);
    node.set(state_.open ? Flag::expanded : Flag::collapsed);
    if (state_.open) {
      node.controls = list_;
      if (state_.highlight < fitting_.size()) node.active_descendant = option_id(fitting_[state_.highlight]);
    }
    BoxStyle style;
    style.height = fixed(theme.control_height);
    style.width = grow();
    style.gap = 8;
    style.padding = {12, 0, 10, 0};
    field_edge(frame_, style, id_, options_);
    {
      const auto box = frame_.row(style, std::move(node));
      const bool live = frame_.focused(id_);
      Element& text = frame_.label(live            ? std::string_view()
                                   : value.empty() ? options_.placeholder
                                                   : std::string_view(value),
                                   {.color = value.empty() ? theme.ink_muted : theme.ink, .maximum_lines = 1});
      text.style.width = grow(1, 0);
      icon(frame_, Icon::chevron_down, 16, theme.ink_muted);
    }
    if (state_.open) paint_list();
  }

  void paint_list() {
    const Theme& theme = frame_.theme();
    Node list;
    list.id = list_;
    list.role = Role::listbox;
    list.name = options_.label;
    BoxStyle style;
    style.background = theme.raised;
    style.border = theme.hairline;
    style.radius = theme.radius_control + 2;
    style.shadow = 18;
    style.padding = padding(0, edge);
    style.height = fit(row_height() * 7.5F + 2 * edge);
    const auto popup = frame_.popup(id_, Placement::below, style, std::move(list));
    if (fitting_.empty()) {
      Node nothing;
      nothing.id = option_id(choices_.size());
      nothing.role = Role::option;
      nothing.name = frame_.words()(UiText::combobox_nothing);
      nothing.set(Flag::disabled);
      const auto row = frame_.row({.padding = padding(12, 10)}, std::move(nothing));
      frame_.label(frame_.words()(UiText::combobox_nothing), {.color = theme.ink_muted});
      return;
    }
    const Memory::Scroll& scroll = frame_.memory().scroll(list_);
    frame_.current().scroller = list_;
    frame_.current().scroll_y = scroll.y;
    BoxStyle whole;
    whole.width = grow();
    whole.height = fixed(row_height() * static_cast<float>(fitting_.size()));
    const auto all = frame_.column(whole);
    const float room = row_height() * 8;
    const auto first = static_cast<std::size_t>(std::max(0.0F, std::floor(scroll.y / row_height()) - 3));
    const auto last =
        std::min(fitting_.size(), static_cast<std::size_t>(std::ceil((scroll.y + room) / row_height()) + 3));
    frame_.space(0, static_cast<float>(std::min(first, fitting_.size())) * row_height());
    for (std::size_t place = first; place < last; ++place) paint_option(place);
  }

  void paint_option(std::size_t place) {
    const Theme& theme = frame_.theme();
    const Choice& choice = choices_[fitting_[place]];
    const bool on = choice.id == chosen_;
    Node node;
    node.id = option_id(fitting_[place]);
    node.role = Role::option;
    node.name = shown(choice, options_.names_only);
    node.row = static_cast<std::int32_t>(place + 1);
    node.row_count = static_cast<std::int32_t>(fitting_.size());
    node.set(Flag::selected, on);
    const bool lit = place == state_.highlight || frame_.hovered(node.id);
    BoxStyle style;
    style.height = fixed(row_height());
    style.width = grow();
    style.gap = 8;
    style.padding = padding(12, 0);
    style.background = frame_.pressed(node.id) ? theme.pressed : lit ? theme.accent.soft : 0;
    const auto row = frame_.row(style, std::move(node));
    if (!options_.names_only)
      frame_.label(choice.id,
                   {.semibold = on, .color = choice.name.empty() ? theme.ink : theme.ink_muted, .maximum_lines = 1});
    Element& name = frame_.label(choice.name, {.semibold = on, .maximum_lines = 1});
    name.style.width = grow(1, 0);
    if (on) icon(frame_, Icon::check, 16, theme.accent.ink);
  }

  Frame& frame_;
  const FieldOptions& options_;
  std::span<const Choice> choices_;
  std::string& chosen_;
  NodeId id_, list_;  // the list scrolls by itself
  ComboState& state_;
  std::vector<std::size_t> fitting_;
  bool changed_ = false;
};

}  // namespace

bool combobox(Frame& frame, const FieldOptions& options, std::span<const Choice> choices, std::string& chosen) {
  return Combobox(frame, options, choices, chosen).run();
}

}  // namespace hengping::ui
