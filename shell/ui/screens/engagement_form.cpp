// 登记服务合同: parties, amount, the list of items (Article 7.3) and, if there is one, the plan.
#include <array>

#include "shell/ui/screens/form_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

std::string pointer_to(std::string_view list, std::size_t index, std::string_view member) {
  return "/" + std::string(list) + "/" + std::to_string(index) + "/" + std::string(member);
}

class EngagementFormScreen final : public Screen {
 public:
  void draw(Context& context) override {
    begin(context);
    const Words& words = context.words;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_engagements)), "#/engagements"}}};
    page_head(context, {.title = words(UiText::action_register_engagement),
                        .detail = words(UiText::form_required_note),
                        .crumbs = crumbs});
    if (providers_.empty() || enterprises_.empty()) {
      parties_missing(context);
      return;
    }
    state_.take_warnings(shell::warnings(context.app, form_));
    const auto body = form_body(context, UiText::action_register_engagement);
    state_.banner(context);
    FormFields fields(context, state_);
    agreement(context, fields);
    items(context, fields);
    plan(context, fields);
    const FormEnd end = form_end(context);
    if (end.cancel) {
      const auto blank = shell::new_engagement_form(context.app, context.route.parameter("provider"),
                                                    context.route.parameter("enterprise"));
      draft_.leave(context, address, std::move(form_), blank);
      begun_ = false;
      state_.clear();
      context.go("#/engagements");
    }
    if (end.save || fields.committed()) submit(context);
  }

 private:
  void begin(Context& context) {
    const std::string_view provider = context.route.parameter("provider");
    const std::string_view enterprise = context.route.parameter("enterprise");
    if (draft_.restore(context, address, form_)) begun_ = true;
    if (!begun_) {
      form_ = shell::new_engagement_form(context.app, provider, enterprise);
      begun_ = true;
    }
    // an address that names a party sets it, once
    if (context.route != last_route_) {
      last_route_ = context.route;
      if (!provider.empty()) form_.provider = provider;
      if (!enterprise.empty()) form_.enterprise = enterprise;
    }
    if (revision_ == context.app.revision()) return;
    providers_ = as_choices(shell::provider_choices(context.app));
    enterprises_ = as_choices(shell::enterprise_choices(context.app));
    revision_ = context.app.revision();
  }

  void parties_missing(Context& context) const {
    const Words& words = context.words;
    const bool provider = providers_.empty();
    const auto scope = card(context.frame);
    const auto empty = empty_state(context.frame, {.icon = Icon::contract,
                                                   .title = words(UiText::engagement_needs_parties),
                                                   .detail = words(UiText::engagement_needs_parties_detail)});
    link_button(context.frame, provider ? "#/providers/new" : "#/enterprises/new",
                {.key = "party",
                 .label = words(provider ? UiText::action_register_provider : UiText::action_register_enterprise),
                 .kind = ButtonKind::primary,
                 .icon = Icon::plus});
  }

  void agreement(Context& context, FormFields& fields) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "agreement", words(UiText::agreement_title));
    {
      const auto grid = field_grid(context.frame);
      fields.text({.pointer = "/engagement",
                   .label = UiText::field_engagement,
                   .required = true,
                   .hint = words(UiText::id_hint),
                   .maximum_length = 64},
                  form_.engagement);
      fields.date({.pointer = "/on", .label = UiText::field_signed_on, .required = true}, form_.on);
      fields.pick({.pointer = "/provider",
                   .label = UiText::field_provider,
                   .required = true,
                   .placeholder = words(UiText::pick_placeholder)},
                  providers_, form_.provider);
      fields.pick({.pointer = "/enterprise",
                   .label = UiText::field_enterprise,
                   .required = true,
                   .placeholder = words(UiText::pick_placeholder)},
                  enterprises_, form_.enterprise);
      fields.money({.pointer = "/amount", .label = UiText::field_amount_yuan, .required = true}, form_.amount);
      fields.date({.pointer = "/due_on", .label = UiText::field_due_on, .required = true}, form_.due_on);
    }
    std::array<std::string, 5> names;
    std::array<RadioOption, 6> levels{};
    levels[0].label = words(UiText::level_unknown);
    for (std::size_t level = 0; level < names.size(); ++level) {
      names[level] = words(UiText::level_number, {std::to_string(level)});
      levels[level + 1].label = names[level];
    }
    int chosen = form_.baseline_level ? *form_.baseline_level + 1 : 0;
    segments(context.frame,
             fields.options({.pointer = "/baseline_level",
                             .label = UiText::field_baseline_level,
                             .hint = words(UiText::baseline_hint)}),
             levels, chosen);
    form_.baseline_level = chosen <= 0 ? std::nullopt : std::optional(chosen - 1);
  }

  void items(Context& context, FormFields& fields) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "items", words(UiText::items_title), words(UiText::items_detail));
    std::size_t gone = form_.items.size();
    for (std::size_t index = 0; index < form_.items.size(); ++index) {
      const auto names = frame.keyed("item", index);
      if (item(context, fields, index)) gone = index;
    }
    if (gone < form_.items.size()) {
      form_.items.erase(form_.items.begin() + static_cast<std::ptrdiff_t>(gone));
      state_.clear();
    }
    BoxStyle style;
    style.gap = space::usual;
    style.wrap = true;
    style.main = Align::between;
    const auto row = frame.row(style);
    if (button(frame, {.key = "add-item", .label = words(UiText::action_add_item), .icon = Icon::plus}))
      form_.items.emplace_back();
    const std::string total = shell::items_total(form_);
    if (!total.empty()) frame.text(words(UiText::items_total, {total}), {.semibold = true});
  }

  /// True when it is to go.
  bool item(Context& context, FormFields& fields, std::size_t index) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const Words& words = context.words;
    shell::ItemForm& form = form_.items[index];
    Node node;
    node.id = frame.id("box");
    node.role = Role::group;
    node.name = words(UiText::item_number, {std::to_string(index + 1)});
    BoxStyle style;
    style.background = theme.sunken;
    style.border = theme.hairline;
    style.radius = 10;
    style.padding = padding(16);
    style.gap = space::apart;
    const std::string title = node.name;
    const auto box = frame.column(style, std::move(node));
    bool gone = false;
    {
      BoxStyle head;
      head.main = Align::between;
      const auto row = frame.row(head);
      frame.text(title, {.semibold = true});
      const std::string label = words(UiText::item_remove, {std::to_string(index + 1)});
      if (form_.items.size() > 1)
        gone = button(frame, {.key = "remove",
                              .label = label,
                              .kind = ButtonKind::quiet,
                              .icon = Icon::trash,
                              .icon_only = true,
                              .small = true});
    }
    const std::string name = pointer_to("items", index, "name");
    const std::string function = pointer_to("items", index, "function");
    const std::string purpose = pointer_to("items", index, "purpose");
    const std::string unit_price = pointer_to("items", index, "unit_price");
    const std::string quantity = pointer_to("items", index, "quantity");
    fields.text({.pointer = name, .label = UiText::item_name, .required = true}, form.name);
    {
      const auto grid = field_grid(frame);
      fields.text({.pointer = function, .label = UiText::item_function, .required = true}, form.function);
      fields.text({.pointer = purpose, .label = UiText::item_purpose, .required = true}, form.purpose);
      fields.money({.pointer = unit_price, .label = UiText::item_unit_price_yuan, .required = true}, form.unit_price);
      fields.text(
          {.pointer = quantity, .label = UiText::item_quantity, .required = true, .input_type = InputType::decimal},
          form.quantity);
    }
    bool standard = form.standard.value_or(false);
    if (checkbox(frame, "standard", words(UiText::item_standard), standard))
      form.standard = standard ? std::optional(true) : std::nullopt;
    return gone;
  }

  void plan(Context& context, FormFields& fields) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "plan", words(UiText::plan_title), words(UiText::plan_form_detail));
    std::size_t gone = form_.plan.size();
    for (std::size_t index = 0; index < form_.plan.size(); ++index) {
      const auto names = frame.keyed("point", index);
      const std::string on = pointer_to("plan", index, "on");
      const std::string percent = pointer_to("plan", index, "percent");
      BoxStyle style;
      style.gap = space::usual;
      style.cross = Align::start;
      style.axis = Axis::row;
      const auto row = frame.box(style);
      {
        const auto grid = field_grid(frame, 200);
        grid_is_wide(frame);
        fields.date({.pointer = on, .label = UiText::plan_on, .required = true}, form_.plan[index].on);
        fields.text({.pointer = percent,
                     .label = UiText::plan_percent,
                     .required = true,
                     .suffix = "%",
                     .input_type = InputType::decimal},
                    form_.plan[index].percent);
      }
      const std::string label = words(UiText::plan_remove, {std::to_string(index + 1)});
      BoxStyle place;
      place.padding = {0, 25, 0, 0};
      const auto beside = frame.box(place);
      if (button(frame,
                 {.key = "remove", .label = label, .kind = ButtonKind::quiet, .icon = Icon::trash, .icon_only = true}))
        gone = index;
    }
    if (gone < form_.plan.size()) {
      form_.plan.erase(form_.plan.begin() + static_cast<std::ptrdiff_t>(gone));
      state_.clear();
    }
    if (button(frame, {.key = "add-point", .label = words(UiText::action_add_plan_point), .icon = Icon::plus}))
      form_.plan.emplace_back();
  }

  static void grid_is_wide(Frame& frame) { frame.current().style.width = grow(1, 0); }

  void submit(Context& context) {
    shell::SubmitResult result = context.app.submit(shell::make_fact(form_, context.app.settings().role));
    if (!result.ok()) {
      state_.refuse(context.frame, std::move(result));
      return;
    }
    context.toaster.say(context.words(UiText::engagement_registered, {form_.engagement}), Tone::positive);
    context.go(address_of("engagements", form_.engagement));
    state_.clear();
    begun_ = false;
  }

  shell::EngagementForm form_;
  static constexpr std::string_view address = "#/engagements/new";
  Draft<shell::EngagementForm> draft_;
  FormState state_;
  bool begun_ = false;
  Route last_route_;
  std::vector<Choice> providers_, enterprises_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_engagement_form() { return std::make_unique<EngagementFormScreen>(); }

}  // namespace hengping::ui
