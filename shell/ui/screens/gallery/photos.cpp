#include <string>
#include <utility>
#include <vector>

#include "shell/ui/screens/gallery/gallery.h"
#include "shell/ui/widgets_photo.h"

namespace hengping::ui {

namespace {

constexpr float card_room = 48;

/// Nobody keeps these bytes: the places of the pictures stay empty.
std::vector<shell::Attachment> samples_of(int count) {
  std::vector<shell::Attachment> files;
  for (int number = 1; number <= count; ++number) {
    std::string hash = std::to_string(number);
    hash.insert(0, 64 - hash.size(), '0');
    const std::string name = std::to_string(number) + ".jpg";
    files.push_back({hash, "image/jpeg", name, 400'000 + 37'000 * static_cast<std::uint64_t>(number)});
  }
  return files;
}

class Photos final : public GalleryGroup {
 public:
  Photos() { taken_.push_back({std::string(64, 'f'), "application/pdf", "2026.pdf", 88'000}); }

  void draw(Context& context) override {
    const float width = context.width - card_room;
    const std::string_view label = say(context, GalleryText::group_photos);
    const std::string_view hint = say(context, GalleryText::sample_hint);
    const auto one = [&](GalleryText title, std::string_view key, std::vector<shell::Attachment>& files) {
      const auto scope = specimen(context, title);
      photo_field(context.frame, {.key = key, .label = label, .hint = hint, .width = width}, files);
    };
    one(GalleryText::part_photos_empty, "empty", empty_);
    pretend(context, "busy", {.done = 2, .total = 5});
    one(GalleryText::part_photos_busy, "busy", empty_);
    pretend(context, "faults", {.faulty = 1, .faults = context.words(UiText::photo_unreadable, {"IMG_0001.HEIC"})});
    one(GalleryText::part_photos_faults, "faults", empty_);
    one(GalleryText::part_photos_taken, "taken", taken_);
    const auto scope = specimen(context, GalleryText::part_photos_kept);
    photo_list(context.frame, "kept", label, kept_, width);
  }

 private:
  static void pretend(Context& context, std::string_view key, PhotoProgress progress) {
    pretend_photos(context.frame, key, std::move(progress));
  }

  std::vector<shell::Attachment> empty_, taken_ = samples_of(4), kept_ = samples_of(3);
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_photos() { return std::make_unique<Photos>(); }

}  // namespace hengping::ui
