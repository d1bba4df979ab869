// 登记试点企业.
#include <array>

#include "shell/ui/screens/form_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class EnterpriseFormScreen final : public Screen {
 public:
  void draw(Context& context) override {
    if (draft_.restore(context, address, form_)) begun_ = true;
    if (!begun_) {
      form_ = shell::new_enterprise_form(context.app);
      begun_ = true;
    }
    const Words& words = context.words;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_enterprises)), "#/enterprises"}}};
    page_head(context, {.title = words(UiText::action_register_enterprise),
                        .detail = words(UiText::form_required_note),
                        .crumbs = crumbs});
    state_.take_warnings(shell::warnings(context.app, form_));
    const auto body = form_body(context, UiText::action_register_enterprise);
    state_.banner(context);
    FormFields fields(context, state_);
    const std::string hint = uscc_hint(words, shell::uscc_advice(form_.uscc));
    {
      const auto scope = section(context.frame, "identity", words(UiText::form_identity));
      {
        const auto grid = field_grid(context.frame);
        fields.text({.pointer = "/enterprise",
                     .label = UiText::field_enterprise_id,
                     .required = true,
                     .hint = words(UiText::id_hint),
                     .maximum_length = 64},
                    form_.enterprise);
        fields.date({.pointer = "/on", .label = UiText::field_registered_on, .required = true}, form_.on);
      }
      fields.text({.pointer = "/name", .label = UiText::field_name, .required = true, .autocomplete = "organization"},
                  form_.name);
      const auto grid = field_grid(context.frame);
      fields.text(
          {.pointer = "/uscc", .label = UiText::field_uscc, .required = true, .hint = hint, .maximum_length = 24},
          form_.uscc);
      fields.text({.pointer = "/industry",
                   .label = UiText::field_industry,
                   .required = true,
                   .placeholder = words(UiText::industry_example)},
                  form_.industry);
    }
    {
      const auto scope = section(context.frame, "more", words(UiText::form_more));
      scale(context, fields);
      fields.text(
          {.pointer = "/district", .label = UiText::field_district, .placeholder = words(UiText::district_example)},
          form_.district);
      fields.area({.pointer = "/note", .label = UiText::field_note}, form_.note, 2);
    }
    const FormEnd end = form_end(context);
    if (end.cancel) {
      draft_.leave(context, address, std::move(form_), shell::new_enterprise_form(context.app));
      begun_ = false;
      state_.clear();
      context.go("#/enterprises");
    }
    if (end.save || fields.committed()) submit(context);
  }

 private:
  void scale(Context& context, FormFields& fields) {
    const Words& words = context.words;
    const std::array<RadioOption, 4> options = {{{.label = words(UiText::scale_unknown)},
                                                 {.label = words(UiText::scale_above_designated)},
                                                 {.label = words(UiText::scale_below_designated)},
                                                 {.label = words(UiText::scale_specialised)}}};
    int chosen = form_.scale ? static_cast<int>(*form_.scale) + 1 : 0;
    segments(context.frame, fields.options({.pointer = "/scale", .label = UiText::field_scale}), options, chosen);
    form_.scale = chosen <= 0 ? std::nullopt : std::optional(static_cast<EnterpriseScale>(chosen - 1));
  }

  void submit(Context& context) {
    shell::SubmitResult result = context.app.submit(shell::make_fact(form_, context.app.settings().role));
    if (!result.ok()) {
      state_.refuse(context.frame, std::move(result));
      return;
    }
    context.toaster.say(context.words(UiText::enterprise_registered, {form_.name}), Tone::positive);
    context.go(address_of("enterprises", form_.enterprise));
    state_.clear();
    begun_ = false;
  }

  shell::EnterpriseForm form_;
  static constexpr std::string_view address = "#/enterprises/new";
  Draft<shell::EnterpriseForm> draft_;
  FormState state_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_enterprise_form() { return std::make_unique<EnterpriseFormScreen>(); }

}  // namespace hengping::ui
