// One record: what it says, who stated it, and what vouches for it. Everything that rests on a record leads here.
#include <array>
#include <optional>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class RecordPage final : public Screen {
 public:
  void draw(Context& context) override {
    const std::string hash(context.route.part(1));
    if (revision_ != context.app.revision() || hash != hash_) {
      detail_ = shell::record_detail(context.app, hash);
      revision_ = context.app.revision();
      hash_ = hash;
    }
    const Words& words = context.words;
    if (!detail_) {
      missing_page(context, words(UiText::record_missing), words(UiText::place_workbench), "#/");
      return;
    }
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_workbench)), "#/"}}};
    const std::string here = words(UiText::record_hash, {shell::short_hash(detail_->hash)});
    page_head(context, {.title = kind_text(words, detail_->kind),
                        .detail = words(UiText::record_detail),
                        .crumbs = crumbs,
                        .here = here});
    if (detail_->in_future) {
      const auto scope =
          banner(context.frame, {.key = "future", .tone = Tone::caution, .title = words(UiText::record_future)});
    }
    origin(context);
    contents(context);
    bytes(context);
  }

 private:
  void origin(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "origin", words(UiText::record_origin));
    {
      const auto grid = key_value_grid(frame);
      key_value(frame, words(UiText::record_on), detail_->on);
      const std::string_view role = words(text_of(detail_->by));
      key_value(frame, words(UiText::record_stated_by),
                detail_->on_behalf ? words(UiText::record_on_behalf, {role}) : std::string(role));
      key_value(frame, words(UiText::record_at_time), detail_->at);
      if (!detail_->provider.empty())
        party(context, UiText::field_provider, "providers", detail_->provider, detail_->provider_name);
      if (!detail_->enterprise.empty())
        party(context, UiText::field_enterprise, "enterprises", detail_->enterprise, detail_->enterprise_name);
      if (!detail_->engagement.empty())
        party(context, UiText::field_engagement, "engagements", detail_->engagement, detail_->engagement);
      key_value(frame, words(UiText::record_device),
                detail_->device_name.empty() ? detail_->device : detail_->device_name);
      key_value(frame, words(UiText::record_sequence), shell::count_text(static_cast<std::int64_t>(detail_->sequence)));
    }
    key_value(frame, words(UiText::record_hash_whole), detail_->hash);
  }

  /// Whom it concerns; a link where the register has a page for it.
  static void party(Context& context, UiText term, std::string_view place, const std::string& id,
                    const std::string& name) {
    const auto names = context.frame.keyed(place);
    const auto pair = key_value_box(context.frame, context.words(term));
    link(context.frame, {.key = "party", .label = name.empty() ? id : name, .address = address_of(place, id)});
  }

  void contents(Context& context) {
    Frame& frame = context.frame;
    const auto scope = section(frame, "contents", context.words(UiText::record_contents));
    for (const auto& [name, value] : detail_->members) key_value(frame, name, value);
  }

  void bytes(Context& context) {
    Frame& frame = context.frame;
    const auto scope = card(frame);
    if (!disclosure(frame, "bytes", context.words(UiText::record_bytes), false)) return;
    frame.text(context.words(UiText::record_bytes_detail),
               {.size = TextSize::caption, .color = frame.theme().ink_muted});
    frame.text(detail_->bytes, {.size = TextSize::caption, .color = frame.theme().ink_secondary});
  }

  std::optional<shell::RecordDetail> detail_;
  std::string hash_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_record_page() { return std::make_unique<RecordPage>(); }

}  // namespace hengping::ui
