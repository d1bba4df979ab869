// The gallery: every widget in every state, at `#/gallery`, from fixed data. A new group is one file here, one `make_` below and one line in
// gallery.cpp; a new widget is one more specimen in a group. Its texts are in assets/strings/gallery.*.json.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "hengping/gallery_text.gen.h"
#include "shell/ui/screen.h"

namespace hengping::ui {

class GalleryGroup {
 public:
  GalleryGroup() = default;
  GalleryGroup(const GalleryGroup&) = delete;
  GalleryGroup& operator=(const GalleryGroup&) = delete;
  virtual ~GalleryGroup() = default;
  virtual void draw(Context& context) = 0;
};

struct GalleryEntry {
  std::string_view name{};  ///< in its address: "#/gallery/buttons"
  GalleryText title = GalleryText::title;
  std::unique_ptr<GalleryGroup> (*make)() = nullptr;
};
[[nodiscard]] std::span<const GalleryEntry> gallery_groups();

std::unique_ptr<GalleryGroup> make_gallery_buttons();
std::unique_ptr<GalleryGroup> make_gallery_fields();
std::unique_ptr<GalleryGroup> make_gallery_choices();
std::unique_ptr<GalleryGroup> make_gallery_photos();
std::unique_ptr<GalleryGroup> make_gallery_content();
std::unique_ptr<GalleryGroup> make_gallery_tables();
std::unique_ptr<GalleryGroup> make_gallery_overlays();
std::unique_ptr<GalleryGroup> make_gallery_charts();
std::unique_ptr<GalleryGroup> make_gallery_long();

/// The gallery's own texts.
[[nodiscard]] std::string_view say(const Context& context, GalleryText text);
/// One or more widgets under a headline; its key is its name.
[[nodiscard]] Scope specimen(Context& context, GalleryText title);
/// A line of widgets that goes on below where it is too long.
[[nodiscard]] Scope samples(Frame& frame);
/// Fields side by side where there is room.
[[nodiscard]] Scope sample_grid(Frame& frame);

}  // namespace hengping::ui
