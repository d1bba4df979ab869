// One contract: what was agreed, and how it was rated.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/duty_parts.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class EngagementPage final : public Screen {
 public:
  void draw(Context& context) override {
    const std::string id(context.route.part(1));
    if (revision_ != context.app.revision() || id != id_) {
      detail_ = shell::engagement_detail(context.app, id);
      revision_ = context.app.revision();
      id_ = id;
    }
    const Words& words = context.words;
    if (!detail_) {
      missing_page(context, words(UiText::engagement_missing, {id}), words(UiText::place_engagements), "#/engagements");
      return;
    }
    Frame& frame = context.frame;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_engagements)), "#/engagements"}}};
    const std::string title = words(UiText::engagement_named, {id});
    page_head(context, {.title = title, .crumbs = crumbs, .here = id, .actions = [&] {
                          link_button(frame, "#/ratings/new?engagement=" + id,
                                      {.key = "rate",
                                       .label = words(UiText::action_give_rating),
                                       .kind = ButtonKind::primary,
                                       .icon = Icon::rating});
                        }});
    agreement(context);
    items(context);
    work(context);
    if (!detail_->plan.empty()) plan(context);
    ratings(context);
    record_list(context, detail_->records);
    withdrawal_.draw(context);
  }

 private:
  void agreement(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const shell::EngagementSummary& summary = detail_->summary;
    const auto scope = section(frame, "agreement", words(UiText::agreement_title));
    const auto grid = key_value_grid(frame);
    {
      const auto pair = key_value_box(frame, words(UiText::field_provider));
      link(frame,
           {.key = "provider", .label = summary.provider_name, .address = address_of("providers", summary.provider)});
    }
    {
      const auto pair = key_value_box(frame, words(UiText::field_enterprise));
      link(frame, {.key = "enterprise",
                   .label = summary.enterprise_name,
                   .address = address_of("enterprises", summary.enterprise)});
    }
    key_value(frame, words(UiText::field_amount), words(UiText::amount_yuan, {summary.amount}));
    key_value(frame, words(UiText::field_signed_on), summary.signed_on);
    key_value(frame, words(UiText::field_due_on), summary.due_on);
    key_value(frame, words(UiText::field_baseline_level),
              detail_->baseline_level ? words(UiText::level_number, {std::to_string(*detail_->baseline_level)})
                                      : std::string());
  }

  /// What Article 5 asks for, how far the work is, and what it changed.
  void work(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    {
      const auto scope = section(frame, "duties", words(UiText::duties_title), words(UiText::duties_detail));
      const std::string met =
          words(UiText::duties_count, {std::to_string(detail_->duties_met), std::to_string(detail_->duties.size())});
      {
        BoxStyle line;
        line.gap = space::usual;
        line.width = grow(1, 0, 420);
        const auto row = frame.row(line);
        meter(frame, static_cast<std::int64_t>(detail_->duties_met), static_cast<std::int64_t>(detail_->duties.size()),
              Tone::positive, met);
        frame.label(met, {.semibold = true, .maximum_lines = 1});
      }
      duty_list(context, detail_->duties);
    }
    {
      const auto scope = section(frame, "progress", words(UiText::progress_title));
      progress_numbers(context, detail_->progress);
    }
    const auto scope = section(frame, "assessments", words(UiText::assessment_title), words(UiText::assessment_detail));
    assessment_list(context, detail_->assessments);
  }

  void items(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "items", words(UiText::items_title));
    item_table(context, detail_->items);
    BoxStyle style;
    style.gap = space::usual;
    style.wrap = true;
    style.main = Align::end;
    const auto row = frame.row(style);
    if (detail_->items_total_differs)
      badge(frame, words(UiText::items_total_differs), {.tone = Tone::caution, .icon = Icon::info});
    frame.text(words(UiText::items_total, {detail_->items_total}), {.semibold = true});
  }

  void plan(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "plan", words(UiText::plan_title), words(UiText::plan_detail));
    for (std::size_t index = 0; index < detail_->plan.size(); ++index) {
      const shell::PlanView& point = detail_->plan[index];
      BoxStyle style;
      style.gap = space::apart;
      const auto row = frame.row(style);
      Element& on = frame.text(point.on, {.maximum_lines = 1});
      on.style.width = fixed(96 * std::max(1.0F, frame.theme().scale));
      const double percent = std::atof(point.percent.c_str());
      const std::string spoken = point.percent + "%";
      meter(frame, static_cast<std::int64_t>(percent * 100), 10000, Tone::accent, spoken);
      Element& share = frame.text(spoken, {.semibold = true, .maximum_lines = 1, .align = Align::end});
      share.style.width = fixed(64);
    }
  }

  void ratings(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto& list = detail_->rating_list;
    const std::string count = shell::count_text(static_cast<std::int64_t>(list.size()));
    const auto scope = section(frame, "ratings", words(UiText::ratings_of, {count}));
    if (list.empty()) frame.text(words(UiText::ratings_none), {.color = frame.theme().ink_muted});
    for (std::size_t index = 0; index < list.size(); ++index) {
      const shell::RatingView& rating = list[index];
      const auto names = frame.keyed("rating", index);
      if (index > 0) separator(frame);
      BoxStyle style;
      style.gap = space::usual;
      style.line_gap = space::close;
      style.wrap = true;
      const auto row = frame.row(style);
      BoxStyle words_style;
      words_style.gap = space::tight;
      words_style.width = grow(1, std::min(240.0F, context.width - 80));
      {
        const auto column = frame.column(words_style);
        {
          BoxStyle line;
          line.gap = space::close;
          line.line_gap = space::tight;
          line.wrap = true;
          const auto head = frame.row(line);
          frame.text(period_text(words, rating.period), {.semibold = true, .maximum_lines = 1});
          if (rating.satisfaction) satisfaction_badge(context, *rating.satisfaction);
          if (rating.status != shell::RatingStatus::effective) rating_state_badge(context, rating.status);
        }
        if (!rating.words.empty())
          frame.text(words(UiText::quoted, {rating.words}), {.color = frame.theme().ink_secondary});
        record_reference(context, rating.record);
      }
      if (rating.status != shell::RatingStatus::effective) continue;
      const std::string what = words(UiText::withdraw_what, {period_text(words, rating.period)});
      if (button(frame, {.key = "withdraw",
                         .label = words(UiText::action_withdraw),
                         .icon = Icon::undo,
                         .small = true,
                         .description = what})) {
        withdrawal_.open(context, rating.engagement, rating.period);
      }
    }
  }

  std::optional<shell::EngagementDetail> detail_;
  WithdrawalDialog withdrawal_;
  std::string id_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_engagement_page() { return std::make_unique<EngagementPage>(); }

}  // namespace hengping::ui
