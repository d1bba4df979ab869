// 登记服务商.
#include <algorithm>
#include <array>

#include "shell/ui/screens/form_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class ProviderFormScreen final : public Screen {
 public:
  void draw(Context& context) override {
    if (draft_.restore(context, address, form_)) begun_ = true;
    if (!begun_) {
      form_ = shell::new_provider_form(context.app);
      begun_ = true;
    }
    const Words& words = context.words;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_providers)), "#/providers"}}};
    page_head(context, {.title = words(UiText::action_register_provider),
                        .detail = words(UiText::form_required_note),
                        .crumbs = crumbs});
    state_.take_warnings(shell::warnings(context.app, form_));
    const auto form = form_body(context, UiText::action_register_provider);
    state_.banner(context);
    FormFields fields(context, state_);
    identity(context, fields);
    business(context, fields);
    const FormEnd end = form_end(context);
    if (end.cancel) {
      draft_.leave(context, address, std::move(form_), shell::new_provider_form(context.app));
      begun_ = false;
      state_.clear();
      context.go("#/providers");
    }
    if (end.save || fields.committed()) submit(context);
  }

 private:
  void identity(Context& context, FormFields& fields) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "identity", words(UiText::form_identity));
    const std::string hint = uscc_hint(words, shell::uscc_advice(form_.uscc));
    {
      const auto grid = field_grid(context.frame);
      fields.text({.pointer = "/provider",
                   .label = UiText::field_provider_id,
                   .required = true,
                   .hint = words(UiText::id_hint),
                   .maximum_length = 64},
                  form_.provider);
      fields.date({.pointer = "/on", .label = UiText::field_registered_on, .required = true}, form_.on);
    }
    fields.text({.pointer = "/name", .label = UiText::field_name, .required = true, .autocomplete = "organization"},
                form_.name);
    const auto grid = field_grid(context.frame);
    fields.text({.pointer = "/uscc", .label = UiText::field_uscc, .required = true, .hint = hint, .maximum_length = 24},
                form_.uscc);
    fields.text({.pointer = "/legal_representative", .label = UiText::field_legal_representative, .required = true},
                form_.legal_representative);
  }

  void business(Context& context, FormFields& fields) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "business", words(UiText::form_business));
    fields.text({.pointer = "/address", .label = UiText::field_address, .required = true}, form_.address);
    fields.area({.pointer = "/business_scope", .label = UiText::field_business_scope, .required = true},
                form_.business_scope, 3);
    {
      const auto grid = field_grid(context.frame);
      fields.money({.pointer = "/registered_capital", .label = UiText::field_registered_capital_yuan, .required = true},
                   form_.registered_capital);
      fields.text({.pointer = "/contact", .label = UiText::field_contact, .autocomplete = "tel"}, form_.contact);
    }
    types(context, fields);
    fields.area({.pointer = "/note", .label = UiText::field_note}, form_.note, 2);
  }

  void types(Context& context, FormFields& fields) {
    const FieldOptions options = fields.options({.pointer = "/types", .label = UiText::field_types});
    const FieldFrame field(context.frame, options, context.frame.id("types"), true);
    BoxStyle style;
    style.gap = space::wide;
    style.line_gap = space::tight;
    style.wrap = true;
    const auto row = context.frame.row(style);
    for (const ProviderType type :
         {ProviderType::integrator, ProviderType::small_fast, ProviderType::chain_leader, ProviderType::diagnosis}) {
      const auto place = std::find(form_.types.begin(), form_.types.end(), type);
      bool on = place != form_.types.end();
      const auto names = context.frame.keyed("type", static_cast<std::uint64_t>(type));
      if (!checkbox(context.frame, "box", context.words(text_of(type)), on)) continue;
      if (on) {
        form_.types.push_back(type);
      } else {
        form_.types.erase(place);
      }
    }
  }

  void submit(Context& context) {
    shell::SubmitResult result = context.app.submit(shell::make_fact(form_, context.app.settings().role));
    if (!result.ok()) {
      state_.refuse(context.frame, std::move(result));
      return;
    }
    context.toaster.say(context.words(UiText::provider_registered, {form_.name}), Tone::positive);
    context.go(address_of("providers", form_.provider));
    state_.clear();
    begun_ = false;
  }

  shell::ProviderForm form_;
  static constexpr std::string_view address = "#/providers/new";
  Draft<shell::ProviderForm> draft_;
  FormState state_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_provider_form() { return std::make_unique<ProviderFormScreen>(); }

}  // namespace hengping::ui
