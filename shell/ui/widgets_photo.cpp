#include "shell/ui/widgets_photo.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "shell/ui/row_window.h"
#include "shell/ui/vocabulary.h"
#include "shell/ui/widgets_form.h"
#include "shell/ui/widgets_overlay.h"

namespace hengping::ui {

namespace {

constexpr float gap = 10;
constexpr float tile_minimum = 104;
constexpr float picture_shape = 0.75F;  // height by width of a thumbnail
constexpr float frame_room = 3;         // the focus shows around a picture
constexpr std::string_view accepted = "image/*,application/pdf";

struct Looking {
  int at = -1;  ///< the photo that is shown whole; below 0: none
};

bool is_picture(const shell::Attachment& file) { return file.type.starts_with("image/"); }

/// "<SHA-256> <type> <bytes> …"; nothing where it says what was in the way.
std::optional<shell::Attachment> read_ready(const Event& event) {
  const std::string_view text = event.bytes;
  const std::size_t hash_end = text.find(' ');
  const std::size_t type_end = hash_end == std::string_view::npos ? hash_end : text.find(' ', hash_end + 1);
  if (type_end == std::string_view::npos) return std::nullopt;
  shell::Attachment file;
  file.sha256 = text.substr(0, hash_end);
  file.type = text.substr(hash_end + 1, type_end - hash_end - 1);
  file.name = event.text;
  std::from_chars(text.data() + type_end + 1, text.data() + text.size(), file.size);
  return file;
}

void note_fault(const Words& words, PhotoProgress& taking, UiText text, const std::string& name) {
  if (!taking.faults.empty()) taking.faults += '\n';
  taking.faults += words(text, {name});
  ++taking.faulty;
}

void take_event(const Frame& frame, const Event& event, PhotoProgress& taking, std::vector<shell::Attachment>& photos) {
  const Words& words = frame.words();
  taking.total = static_cast<int>(event.y);
  taking.done = static_cast<int>(event.x);
  if (taking.done == 0) {
    taking.faults.clear();
    taking.faulty = 0;
  }
  if (auto file = read_ready(event)) {
    const bool there = std::any_of(photos.begin(), photos.end(),
                                   [&](const shell::Attachment& one) { return one.sha256 == file->sha256; });
    if (there) {
      note_fault(words, taking, UiText::photo_doubled, event.text);
    } else {
      photos.push_back(*std::move(file));
    }
  }
  if (event.bytes == "unreadable") note_fault(words, taking, UiText::photo_unreadable, event.text);
  if (event.bytes == "large") note_fault(words, taking, UiText::photo_large, event.text);
}

void stop(Frame& frame, PhotoProgress& taking) {
  if (taking.done < taking.total) frame.effects().stop_photos = taking.chooser;
  taking.total = taking.done;
}

/// A chooser that looks like a button; the page makes ready what is chosen.
NodeId chooser(Frame& frame, std::string_view key, UiText label, Icon sign, bool camera, const PhotoRules& rules) {
  const Theme& theme = frame.theme();
  Node node;
  node.id = frame.id(key);
  node.role = Role::file;
  node.name = frame.words()(label);
  node.value = camera ? "image/*" : accepted;
  node.maximum_length = rules.longest_side;
  node.number = rules.quality;
  node.row_count = rules.largest_bytes;
  node.set(Flag::photos);
  node.set(Flag::camera, camera);
  node.set(Flag::keeps_metadata, rules.keeps_metadata);
  const NodeId id = node.id;
  BoxStyle style;
  style.height = fixed(theme.control_height);
  style.padding = {12, 0, 14, 0};
  style.gap = 6;
  style.main = Align::center;
  style.opt_out = true;
  style.radius = theme.radius_control;
  style.background = frame.pressed(id) ? theme.neutral.soft : frame.hovered(id) ? theme.sunken : theme.surface;
  style.border = theme.neutral.line;
  const auto row = frame.row(style, std::move(node));
  icon(frame, sign, theme.size(TextSize::body) + 3, theme.ink);
  frame.label(frame.words()(label), {.semibold = true, .color = theme.ink, .maximum_lines = 1});
  return id;
}

std::string title_of(const Words& words, const shell::Attachment& file, std::size_t index) {
  const std::string number = std::to_string(index + 1);
  return words(is_picture(file) ? UiText::photo_title : UiText::photo_document, {number, file.name});
}

/// The place that the page shows the picture over.
void picture(Frame& frame, const shell::Attachment& file, std::string name, bool whole) {
  Node node;
  node.id = frame.id("picture");
  node.role = Role::photo;
  node.name = std::move(name);
  node.value = file.sha256;
  node.level = whole ? 1 : 0;
  BoxStyle style;
  style.width = grow();
  style.height = grow();
  const auto box = frame.box(style, std::move(node));
}

class Grid {
 public:
  Grid(Frame& frame, float width, std::span<const shell::Attachment> photos, bool removes)
      : frame_(frame), photos_(photos), removes_(removes) {
    columns_ = std::max<std::size_t>(2, static_cast<std::size_t>((width + gap) / (tile_minimum + gap)));
    const auto count = static_cast<float>(columns_);
    tile_ = std::floor((width - gap * (count - 1)) / count);
    foot_ = removes ? frame.theme().control_height : frame.theme().line_height(TextSize::caption) + 6;
  }

  /// `name` is the list's.
  void draw(std::string_view name) {
    Node node;
    node.id = frame_.id("list");
    node.role = Role::list;
    node.name = name;
    const NodeId list = node.id;
    const std::size_t rows = (photos_.size() + columns_ - 1) / columns_;
    const float height = std::floor(tile_ * picture_shape) + foot_ + gap;
    BoxStyle style;
    style.width = grow();
    const auto column = frame_.column(style, std::move(node));
    const Frame::Range range = frame_.visible_rows(list, rows, height);
    each_row(frame_, list, range, rows, height, [&](std::size_t row) {
      BoxStyle line;
      line.gap = gap;
      line.height = fixed(height);
      line.cross = Align::start;
      const auto tiles = frame_.row(line);
      const std::size_t end = std::min(photos_.size(), (row + 1) * columns_);
      for (std::size_t index = row * columns_; index < end; ++index) tile(index);
    });
  }

  std::optional<std::size_t> opened, removed;

 private:
  void tile(std::size_t index) {
    const shell::Attachment& file = photos_[index];
    const Theme& theme = frame_.theme();
    const Words& words = frame_.words();
    const auto names = frame_.keyed("photo", index);
    const std::string title = title_of(words, file, index);
    Node item;
    item.id = frame_.id("item");
    item.role = Role::listitem;
    item.row = static_cast<std::int32_t>(index + 1);
    item.row_count = static_cast<std::int32_t>(photos_.size());
    BoxStyle style;
    style.width = fixed(tile_);
    const auto column = frame_.column(style, std::move(item));
    {
      Node node;
      node.id = frame_.id("view");
      node.role = Role::button;
      node.name = words(UiText::photo_view, {title});
      if (frame_.activated(node.id)) opened = index;
      BoxStyle plate;
      plate.width = grow();
      plate.height = fixed(std::floor(tile_ * picture_shape));
      plate.padding = padding(frame_room);
      plate.radius = 10;
      plate.background = frame_.pressed(node.id) ? theme.neutral.line : theme.neutral.soft;
      plate.main = Align::center;
      plate.cross = Align::center;
      const auto box = frame_.column(plate, std::move(node));
      if (is_picture(file))
        picture(frame_, file, title, false);
      else
        icon(frame_, Icon::file, 32, theme.ink_muted);
    }
    BoxStyle line;
    line.height = fixed(foot_);
    line.gap = space::tight;
    const auto row = frame_.row(line);
    const std::string size = size_text(words, file.size);
    Element& label = frame_.label(is_picture(file) ? std::string_view(size) : std::string_view(file.name),
                                  {.size = TextSize::caption, .color = theme.ink_muted, .maximum_lines = 1});
    label.style.width = grow(1, 0);
    if (!removes_) return;
    const std::string remove = words(UiText::photo_remove, {title});
    if (button(frame_, {.key = "remove",
                        .label = remove,
                        .kind = ButtonKind::quiet,
                        .icon = Icon::trash,
                        .icon_only = true,
                        .small = true}))
      removed = index;
  }

  Frame& frame_;
  std::span<const shell::Attachment> photos_;
  bool removes_;
  std::size_t columns_ = 2;
  float tile_ = 0, foot_ = 0;
};

/// The whole picture over the page.
void look(Frame& frame, Looking& looking, std::span<const shell::Attachment> photos) {
  const int count = static_cast<int>(photos.size());
  if (looking.at >= count) looking.at = -1;
  if (looking.at < 0) return;
  const auto index = static_cast<std::size_t>(looking.at);
  const shell::Attachment& file = photos[index];
  const Words& words = frame.words();
  const std::string title = title_of(words, file, index);
  const std::string size = size_text(words, file.size);
  Dialog dialog(frame, {.key = "look", .title = title, .detail = size, .width = 960});
  const auto names = frame.keyed(file.sha256);
  {
    constexpr float around = 260;  // title and buttons
    BoxStyle style;
    style.width = grow();
    style.height = fixed(std::max(160.0F, frame.surroundings().height - around));
    style.main = Align::center;
    style.cross = Align::center;
    style.background = frame.theme().neutral.soft;
    style.radius = 8;
    const auto box = frame.column(style);
    if (is_picture(file))
      picture(frame, file, title, true);
    else
      icon(frame, Icon::file, 64, frame.theme().ink_muted);
  }
  const auto actions = dialog.actions();
  const auto step = [&](std::string_view key, UiText label, Icon sign, int to) {
    if (count > 1 &&
        button(frame,
               {.key = key, .label = words(label), .icon = sign, .icon_only = true, .disabled = to < 0 || to >= count}))
      looking.at = to;
  };
  step("before", UiText::photo_before, Icon::chevron_left, looking.at - 1);
  step("after", UiText::photo_after, Icon::chevron_right, looking.at + 1);
  if (button(frame, {.key = "save", .label = words(UiText::photo_save), .icon = Icon::download})) {
    frame.effects().save_photo = file.sha256;
    frame.effects().save_photo_name = file.name.empty() ? file.sha256.substr(0, 12) : file.name;
  }
  const bool close = button(frame, {.key = "close", .label = words(UiText::action_close), .kind = ButtonKind::primary});
  if (close || dialog.dismissed()) looking.at = -1;
}

}  // namespace

void stop_photos(Frame& frame, std::string_view key) {
  const auto names = frame.keyed(key);
  stop(frame, frame.memory().local<PhotoProgress>(frame.id("field")));
}

void pretend_photos(Frame& frame, std::string_view key, PhotoProgress progress) {
  const auto names = frame.keyed(key);
  frame.memory().local<PhotoProgress>(frame.id("field")) = std::move(progress);
}

bool photo_field(Frame& frame, const PhotoFieldOptions& options, std::vector<shell::Attachment>& photos) {
  const Words& words = frame.words();
  const auto names = frame.keyed(options.key);
  const NodeId group = frame.id("field");
  PhotoProgress& taking = frame.memory().local<PhotoProgress>(group);
  const std::string label = photos.empty() ? std::string(options.label)
                                           : words(UiText::photo_count, {options.label, std::to_string(photos.size())});
  const FieldOptions field_options{.key = "field", .label = label, .hint = options.hint};
  const FieldFrame field(frame, field_options, group, true);
  NodeId first_chooser = 0;
  {
    BoxStyle style;
    style.gap = space::close;
    style.line_gap = space::close;
    style.wrap = true;
    const auto row = frame.row(style);
    const auto one = [&](std::string_view key, UiText text, Icon sign, bool camera) {
      const NodeId id = chooser(frame, key, text, sign, camera, options.rules);
      if (first_chooser == 0) first_chooser = id;
      if (const Event* event = frame.find(EventType::photo, id)) {
        take_event(frame, *event, taking, photos);
        taking.chooser = id;
      }
    };
    if (frame.theme().touch) one("camera", UiText::photo_take, Icon::camera, true);
    one("files", UiText::photo_choose, Icon::upload, false);
  }
  if (taking.done < taking.total) {
    const std::string under_way =
        words(UiText::photo_preparing, {std::to_string(taking.done + 1), std::to_string(taking.total)});
    const float share = static_cast<float>(taking.done) / static_cast<float>(taking.total);
    frame.label(under_way, {.size = TextSize::caption, .color = frame.theme().ink_muted});
    if (progress(frame, "preparing", under_way, share, words(UiText::action_cancel))) stop(frame, taking);
  }
  if (!taking.faults.empty()) {
    const std::string title = words(UiText::photo_faults, {std::to_string(taking.faulty)});
    const auto note =
        banner(frame, {.key = "faults", .tone = Tone::caution, .title = title, .detail = taking.faults, .live = true});
  }
  const bool busy = taking.done < taking.total;
  if (photos.empty()) return busy;
  Looking& looking = frame.memory().local<Looking>(frame.id("look"));
  Grid grid(frame, options.width, photos, true);
  grid.draw(label);
  if (grid.opened) looking.at = static_cast<int>(*grid.opened);
  look(frame, looking, photos);
  if (!grid.removed) return busy;
  photos.erase(photos.begin() + static_cast<std::ptrdiff_t>(*grid.removed));
  // the next one has taken its place, and the focus with it
  if (*grid.removed == photos.size()) frame.focus(first_chooser);
  return busy;
}

void photo_list(Frame& frame, std::string_view key, std::string_view name, std::span<const shell::Attachment> photos,
                float width) {
  const auto names = frame.keyed(key);
  Looking& looking = frame.memory().local<Looking>(frame.id("look"));
  Grid grid(frame, width, photos, false);
  grid.draw(name);
  if (grid.opened) looking.at = static_cast<int>(*grid.opened);
  look(frame, looking, photos);
}

}  // namespace hengping::ui
