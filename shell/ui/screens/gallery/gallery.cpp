#include "shell/ui/screens/gallery/gallery.h"

#include <array>

#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class GalleryIndex final : public Screen {
 public:
  void draw(Context& context) override {
    page_head(context, {.title = say(context, GalleryText::title), .detail = say(context, GalleryText::detail)});
    const auto list = card(context.frame);
    for (const GalleryEntry& group : gallery_groups()) {
      const auto names = context.frame.keyed(group.name);
      link(context.frame,
           {.key = "group", .label = say(context, group.title), .address = address_of("gallery", group.name)});
    }
  }
};

class GalleryPage final : public Screen {
 public:
  void draw(Context& context) override {
    const auto groups = gallery_groups();
    for (std::size_t index = 0; index < groups.size(); ++index) {
      if (groups[index].name != context.route.part(1)) continue;
      const std::array<Crumb, 1> crumbs = {{{std::string(say(context, GalleryText::title)), "#/gallery"}}};
      page_head(context, {.title = say(context, groups[index].title), .crumbs = crumbs});
      if (!made_[index]) made_[index] = groups[index].make();
      made_[index]->draw(context);
      return;
    }
    missing_page(context, context.words(UiText::page_missing_detail), say(context, GalleryText::title), "#/gallery");
  }

 private:
  std::vector<std::unique_ptr<GalleryGroup>> made_{gallery_groups().size()};
};

}  // namespace

std::span<const GalleryEntry> gallery_groups() {
  static constexpr std::array all = {
      GalleryEntry{"buttons", GalleryText::group_buttons, make_gallery_buttons},
      GalleryEntry{"fields", GalleryText::group_fields, make_gallery_fields},
      GalleryEntry{"choices", GalleryText::group_choices, make_gallery_choices},
      GalleryEntry{"photos", GalleryText::group_photos, make_gallery_photos},
      GalleryEntry{"content", GalleryText::group_content, make_gallery_content},
      GalleryEntry{"tables", GalleryText::group_tables, make_gallery_tables},
      GalleryEntry{"overlays", GalleryText::group_overlays, make_gallery_overlays},
      GalleryEntry{"charts", GalleryText::group_charts, make_gallery_charts},
      GalleryEntry{"long", GalleryText::group_long, make_gallery_long},
  };
  return all;
}

std::string_view say(const Context& context, GalleryText text) {
  const auto index = static_cast<std::size_t>(text);
  return context.words.language() == shell::Language::chinese ? gallery_text_zh.at(index) : gallery_text_en.at(index);
}

Scope specimen(Context& context, GalleryText title) {
  return section(context.frame, gallery_text_keys.at(static_cast<std::size_t>(title)), say(context, title));
}

Scope samples(Frame& frame) {
  BoxStyle style;
  style.gap = 12;
  style.line_gap = 10;
  style.wrap = true;
  return frame.row(style);
}

Scope sample_grid(Frame& frame) {
  BoxStyle style;
  style.grid_minimum = 260;
  style.gap = 20;
  return frame.box(style);
}

std::unique_ptr<Screen> make_gallery() { return std::make_unique<GalleryIndex>(); }
std::unique_ptr<Screen> make_gallery_page() { return std::make_unique<GalleryPage>(); }

}  // namespace hengping::ui
