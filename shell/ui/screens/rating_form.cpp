// 填写评价.
#include <algorithm>
#include <array>

#include "shell/ui/screens/form_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class RatingFormScreen final : public Screen {
 public:
  void draw(Context& context) override {
    begin(context);
    const Words& words = context.words;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_ratings)), "#/ratings"}}};
    page_head(
        context,
        {.title = words(UiText::action_give_rating), .detail = words(UiText::rating_form_detail), .crumbs = crumbs});
    if (engagements_.empty()) {
      const auto scope = card(context.frame);
      const auto empty = empty_state(context.frame, {.icon = Icon::rating,
                                                     .title = words(UiText::rating_needs_engagement),
                                                     .detail = words(UiText::rating_needs_engagement_detail)});
      link_button(context.frame, "#/engagements/new",
                  {.key = "sign",
                   .label = words(UiText::action_register_engagement),
                   .kind = ButtonKind::primary,
                   .icon = Icon::plus});
      return;
    }
    state_.take_warnings(shell::warnings(context.app, form_));
    const auto body = form_body(context, UiText::action_give_rating);
    state_.banner(context);
    FormFields fields(context, state_);
    {
      const auto scope = section(context.frame, "rating", words(UiText::rating_section));
      fields.pick({.pointer = "/engagement",
                   .label = UiText::field_engagement_rated,
                   .required = true,
                   .placeholder = words(UiText::pick_placeholder)},
                  engagements_, form_.engagement);
      {
        BoxStyle style;
        style.gap = space::usual;
        const auto column = context.frame.column(style);
        period(context, fields);
        period_picks(context);
      }
      satisfaction(context, fields);
      fields.area(
          {.pointer = "/comment", .label = UiText::field_comment, .placeholder = words(UiText::comment_example)},
          form_.comment, 4);
      fields.date({.pointer = "/on", .label = UiText::field_rated_on, .required = true, .width = 260}, form_.on);
    }
    const FormEnd end = form_end(context);
    if (end.cancel) {
      const auto blank = shell::new_rating_form(context.app, context.route.parameter("engagement"));
      draft_.leave(context, address, std::move(form_), blank);
      begun_ = false;
      state_.clear();
      context.go("#/ratings");
    }
    if (end.save || fields.committed()) submit(context);
  }

 private:
  void begin(Context& context) {
    const std::string_view engagement = context.route.parameter("engagement");
    if (draft_.restore(context, address, form_)) begun_ = true;
    if (!begun_) {
      form_ = shell::new_rating_form(context.app, engagement);
      begun_ = true;
    }
    if (context.route != last_route_) {
      last_route_ = context.route;
      if (!engagement.empty()) form_.engagement = engagement;
    }
    if (revision_ == context.app.revision()) return;
    engagements_ = as_choices(shell::engagement_choices(context.app));
    revision_ = context.app.revision();
    periods_of_.clear();
  }

  void period(Context& context, FormFields& fields) {
    const Words& words = context.words;
    fields.text({.pointer = "/period",
                 .label = UiText::field_period,
                 .required = true,
                 .hint = words(UiText::period_hint),
                 .maximum_length = 7,
                 .width = 260},
                form_.period);
  }

  /// The periods worth offering, as quick picks below the field.
  void period_picks(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    if (periods_of_ != form_.engagement || periods_.empty()) {
      periods_ = form_.engagement.empty() ? std::vector<shell::PeriodChoice>()
                                          : shell::period_choices(context.app, form_.engagement);
      periods_of_ = form_.engagement;
    }
    if (periods_.empty()) return;
    BoxStyle style;
    style.gap = space::close;
    style.line_gap = space::close;
    style.wrap = true;
    const auto row = frame.row(style);
    const std::size_t few = frame.phone() ? 4 : 8;
    const std::size_t shown = all_periods_ ? periods_.size() : std::min(few, periods_.size());
    for (std::size_t index = 0; index < shown; ++index) {
      const auto names = frame.keyed("period", index);
      const shell::PeriodChoice& choice = periods_[index];
      const bool on = choice.period == form_.period;
      const std::string label = period_text(words, choice.period);
      const std::string rated =
          choice.effective ? words(UiText::period_rated, {words(text_of(*choice.effective))}) : std::string();
      if (button(frame, {.key = "pick",
                         .label = label,
                         .kind = on ? ButtonKind::primary : ButtonKind::secondary,
                         .icon = choice.effective ? Icon::check : Icon::none,
                         .small = true,
                         .description = rated})) {
        form_.period = choice.period;
        state_.forget("/period");
      }
    }
    if (shown < periods_.size() && button(frame, {.key = "more",
                                                  .label = words(UiText::period_more),
                                                  .kind = ButtonKind::quiet,
                                                  .icon = Icon::chevron_down,
                                                  .small = true}))
      all_periods_ = true;
  }

  void satisfaction(Context& context, FormFields& fields) {
    const Words& words = context.words;
    const std::array<RadioOption, 3> answers = {{
        {.label = words(UiText::satisfaction_satisfied), .icon = Icon::smile, .tone = Tone::positive},
        {.label = words(UiText::satisfaction_basically_satisfied), .icon = Icon::neutral_face, .tone = Tone::neutral},
        {.label = words(UiText::satisfaction_unsatisfied),
         .detail = words(UiText::unsatisfied_detail),
         .icon = Icon::frown,
         .tone = Tone::negative},
    }};
    int chosen = form_.satisfaction ? static_cast<int>(*form_.satisfaction) : -1;
    if (choice_cards(
            context.frame,
            fields.options({.pointer = "/satisfaction", .label = UiText::field_satisfaction, .required = true}),
            answers, chosen))
      state_.forget("/satisfaction");
    if (chosen >= 0) form_.satisfaction = static_cast<Satisfaction>(chosen);
  }

  void submit(Context& context) {
    shell::SubmitResult result = context.app.submit(shell::make_fact(form_, context.app.settings().role));
    if (!result.ok()) {
      state_.refuse(context.frame, std::move(result));
      return;
    }
    context.toaster.say(context.words(UiText::rating_given, {period_text(context.words, form_.period)}),
                        Tone::positive);
    context.go(address_of("engagements", form_.engagement));
    state_.clear();
    begun_ = false;
  }

  shell::RatingForm form_;
  static constexpr std::string_view address = "#/ratings/new";
  Draft<shell::RatingForm> draft_;
  FormState state_;
  bool begun_ = false;
  Route last_route_;
  std::vector<Choice> engagements_;
  std::vector<shell::PeriodChoice> periods_;
  std::string periods_of_;
  bool all_periods_ = false;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_rating_form() { return std::make_unique<RatingFormScreen>(); }

}  // namespace hengping::ui
