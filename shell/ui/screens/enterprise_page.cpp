// One enterprise: what it is, its contracts and what it rated.
#include <array>
#include <optional>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class EnterprisePage final : public Screen {
 public:
  void draw(Context& context) override {
    const std::string id(context.route.part(1));
    if (revision_ != context.app.revision() || id != id_) {
      detail_ = shell::enterprise_detail(context.app, id);
      revision_ = context.app.revision();
      id_ = id;
    }
    const Words& words = context.words;
    if (!detail_) {
      missing_page(context, words(UiText::enterprise_missing, {id}), words(UiText::place_enterprises), "#/enterprises");
      return;
    }
    Frame& frame = context.frame;
    const shell::EnterpriseDetail& enterprise = *detail_;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_enterprises)), "#/enterprises"}}};
    page_head(context,
              {.title = enterprise.name,
               .crumbs = crumbs,
               .here = enterprise.id,
               .badges =
                   [&] {
                     if (enterprise.scale) badge(frame, words(text_of(*enterprise.scale)), {.tone = Tone::accent});
                   },
               .actions =
                   [&] {
                     link_button(
                         frame, "#/engagements/new?enterprise=" + enterprise.id,
                         {.key = "sign", .label = words(UiText::action_register_engagement), .icon = Icon::plus});
                   }});
    {
      const auto scope = section(frame, "registration", words(UiText::registration_title));
      const auto grid = key_value_grid(frame);
      key_value(frame, words(UiText::field_enterprise_id), enterprise.id);
      key_value(frame, words(UiText::field_uscc), enterprise.uscc);
      key_value(frame, words(UiText::field_registered_on), enterprise.registered_on);
      key_value(frame, words(UiText::field_industry), enterprise.industry);
      key_value(frame, words(UiText::field_scale),
                enterprise.scale ? words(text_of(*enterprise.scale)) : std::string_view());
      key_value(frame, words(UiText::field_district), enterprise.district);
    }
    {
      const std::string count = shell::count_text(static_cast<std::int64_t>(enterprise.engagements.size()));
      const auto scope = section(frame, "engagements", words(UiText::engagements_of, {count}));
      if (enterprise.engagements.empty()) {
        frame.text(words(UiText::engagements_none), {.color = frame.theme().ink_muted});
      } else {
        engagement_table(context, enterprise.engagements, Besides::enterprise);
      }
    }
    if (!enterprise.rating_list.empty()) {
      const std::string count = shell::count_text(static_cast<std::int64_t>(enterprise.rating_list.size()));
      const auto scope = section(frame, "ratings", words(UiText::ratings_of, {count}));
      rating_table(context, enterprise.rating_list, Besides::enterprise);
    }
    record_list(context, enterprise.records);
  }

 private:
  std::optional<shell::EnterpriseDetail> detail_;
  std::string id_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_enterprise_page() { return std::make_unique<EnterprisePage>(); }

}  // namespace hengping::ui
