// One provider: what the measures say of it, and on which records that rests.
#include <array>
#include <functional>
#include <optional>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/duty_parts.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/rating_chart.h"
#include "shell/ui/screens/screens.h"
#include "shell/ui/screens/supervision_parts.h"

namespace hengping::ui {

namespace {

class ProviderPage final : public Screen {
 public:
  void draw(Context& context) override {
    const std::string id(context.route.part(1));
    if (revision_ != context.app.revision() || id != id_) {
      detail_ = shell::provider_detail(context.app, id);
      history_ = detail_ ? shell::rating_history(detail_->rating_list) : std::vector<shell::PeriodTally>();
      revision_ = context.app.revision();
      id_ = id;
    }
    const Words& words = context.words;
    if (!detail_) {
      missing_page(context, words(UiText::provider_missing, {id}), words(UiText::place_providers), "#/providers");
      return;
    }
    const shell::ProviderDetail& provider = *detail_;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_providers)), "#/providers"}}};
    page_head(context,
              {.title = provider.name,
               .crumbs = crumbs,
               .here = provider.id,
               .badges =
                   [&] {
                     standing_badge(context, provider.standing);
                     for (const ProviderType type : provider.types) badge(context.frame, words(text_of(type)), {});
                   },
               .actions =
                   [&] {
                     link_button(
                         context.frame, "#/engagements/new?provider=" + provider.id,
                         {.key = "sign", .label = words(UiText::action_register_engagement), .icon = Icon::plus});
                     link_button(
                         context.frame, "#/inspections/new?provider=" + provider.id,
                         {.key = "inspect", .label = words(UiText::action_start_inspection), .icon = Icon::checklist});
                   }});
    verdicts(context);
    rectification(context);
    conduct_section(context, provider.conduct);
    if (provider.score) score_section(context, *provider.score);
    BoxStyle style;
    style.gap = space::wide;
    style.axis = context.frame.wide() ? Axis::row : Axis::column;
    style.cross = context.frame.wide() ? Align::start : Align::stretch;
    {
      const auto halves = context.frame.box(style);
      BoxStyle half;
      half.width = grow(3, 0);
      {
        const auto left = context.frame.column(half);
        registration(context);
      }
      half.width = grow(2, 0);
      const auto right = context.frame.column(half);
      satisfaction(context);
    }
    {
      const std::string count = shell::count_text(static_cast<std::int64_t>(provider.engagements.size()));
      const auto scope = section(context.frame, "engagements", words(UiText::engagements_of, {count}));
      if (provider.engagements.empty()) {
        context.frame.text(words(UiText::engagements_none), {.color = context.frame.theme().ink_muted});
      } else {
        engagement_table(context, provider.engagements, Besides::provider);
      }
    }
    if (!provider.rating_list.empty()) {
      const std::string count = shell::count_text(static_cast<std::int64_t>(provider.rating_list.size()));
      const auto scope = section(context.frame, "ratings", words(UiText::ratings_of, {count}));
      rating_table(context, provider.rating_list, Besides::provider);
    }
    {
      const auto scope =
          section(context.frame, "products", words(UiText::products_title), words(UiText::products_detail));
      duty_list(context, provider.products);
    }
    change_section(context, provider.changes);
    record_list(context, provider.records);
  }

 private:
  void verdicts(Context& context) {
    const std::string detail = context.words(UiText::verdicts_detail, {context.app.today().to_string()});
    const auto scope = section(context.frame, "verdicts", context.words(UiText::verdicts_title), detail);
    for (const shell::GroundView& ground : detail_->grounds) verdict(context, ground);
  }

  void verdict(Context& context, const shell::GroundView& ground) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const Words& words = context.words;
    const auto names = frame.keyed(ground.article);
    const Tone tone = ground.met ? Tone::negative : ground.near ? Tone::caution : Tone::positive;
    const ToneColors& colors = theme.tone(tone);
    Node node;
    node.id = frame.id("ground");
    node.role = Role::region;
    node.name = words(ground.article_name);
    BoxStyle style;
    style.border = ground.met ? colors.solid : theme.hairline;
    style.radius = 10;
    style.padding = padding(16);
    style.gap = space::usual;
    const auto box = frame.column(style, std::move(node));
    {
      BoxStyle head;
      head.gap = space::usual;
      head.wrap = true;
      head.line_gap = space::close;
      const auto row = frame.row(head);
      frame.heading(3, words(ground.article_name), {.size = TextSize::subtitle, .semibold = true});
      badge(frame, words(ground.met ? UiText::ground_met : UiText::ground_not_met),
            {.tone = tone, .icon = ground.met ? Icon::warning : Icon::check, .strong = ground.met});
    }
    frame.text(ground.article_text, {.color = theme.ink_secondary});
    measure(context, ground, tone);
    frame.text(words(ground.explanation));
    if (ground.references.empty()) return;
    const std::string title =
        words(UiText::ground_records, {shell::count_text(static_cast<std::int64_t>(ground.references.size()))});
    constexpr std::size_t few = 6;
    if (!disclosure(frame, "records", title, ground.references.size() <= few)) return;
    for (std::size_t index = 0; index < ground.references.size(); ++index)
      reference(context, ground.references[index], index);
  }

  /// How far it is: a count against its limit, a lag in percentage points, or a plain count.
  static void measure(Context& context, const shell::GroundView& ground, Tone tone) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    BoxStyle line;
    line.gap = space::usual;
    line.width = grow(1, 0, 420);
    const auto row = frame.row(line);
    const Color ink = frame.theme().tone(tone).ink;
    if (ground.count && ground.limit) {
      const bool above = ground.needed != ground.limit;
      const std::string count = words(above                           ? UiText::count_over_limit
                                      : *ground.count > *ground.limit ? UiText::count_beyond_limit
                                                                      : UiText::count_of_limit,
                                      {std::to_string(*ground.count), std::to_string(*ground.limit)});
      meter(frame, *ground.count, *ground.needed, tone == Tone::positive ? Tone::neutral : tone, count);
      frame.label(count, {.semibold = true, .color = ink, .maximum_lines = 1});
    } else if (ground.limit) {
      frame.label(words(UiText::lag_of_limit, {ground.lag, std::to_string(*ground.limit)}),
                  {.semibold = true, .color = ink, .maximum_lines = 1});
    } else if (ground.count) {
      frame.label(words(UiText::count_plain, {std::to_string(*ground.count)}),
                  {.semibold = true, .color = ink, .maximum_lines = 1});
    }
  }

  /// Article 7 and 8: what calls for an order, the orders, and what may be replaced.
  void rectification(Context& context) {
    if (detail_->triggers.empty() && detail_->orders.empty()) return;
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "orders", words(UiText::orders_title), words(UiText::orders_detail));
    std::size_t number = 0;
    for (const auto& [trigger, name] : detail_->triggers) {
      const auto names = frame.keyed("trigger", number++);
      const std::string what =
          words(UiText::trigger_line, {words(article_name(trigger.article)), ref_text(words, name)});
      std::string answer(words(UiText::trigger_open));
      if (trigger.addressed_by) answer = words(UiText::trigger_addressed, {*trigger.addressed_by});
      if (trigger.waived) answer = words(UiText::trigger_waived);
      line_of(frame, what, words(UiText::reference_plain, {trigger.on.to_string(), answer}));
    }
    for (const OrderVerdict& order : detail_->orders) {
      const auto names = frame.keyed("order", number++);
      const std::string due =
          order.days_left ? words(UiText::order_due_left, {order.due_on.to_string(), std::to_string(*order.days_left)})
                          : words(UiText::order_due, {order.due_on.to_string()});
      line_of(frame, words(UiText::order_named, {order.order}), due,
              [&] { badge(frame, words(text_of(order.status)), {.tone = tone_of(order.status)}); });
    }
    if (detail_->replacement_available.empty()) return;
    std::string contracts;
    for (const std::string& contract : detail_->replacement_available)
      contracts += (contracts.empty() ? "" : ", ") + contract;
    frame.text(words(UiText::replacement_available, {contracts}), {.semibold = true});
  }

  static void line_of(Frame& frame, const std::string& what, const std::string& detail,
                      const std::function<void()>& badges = {}) {
    separator(frame);
    BoxStyle style;
    style.gap = space::hair;
    const auto box = frame.column(style);
    {
      BoxStyle line;
      line.gap = space::usual;
      line.line_gap = space::hair;
      line.wrap = true;
      const auto row = frame.row(line);
      frame.text(what, {.semibold = true});
      if (badges) badges();
    }
    frame.text(detail, {.size = TextSize::caption, .color = frame.theme().ink_muted});
  }

  static void reference(Context& context, const shell::GroundReference& reference, std::size_t index) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const Words& words = context.words;
    const auto names = frame.keyed("reference", index);
    separator(frame);
    BoxStyle style;
    style.gap = space::hair;
    const auto box = frame.column(style);
    {
      BoxStyle line;
      line.gap = space::usual;
      line.line_gap = space::hair;
      line.wrap = true;
      const auto row = frame.row(line);
      const bool rated = !reference.period.empty();
      // A contract needs no heading beside its own link.
      const bool contract = reference.name.kind == shell::RefName::Kind::engagement;
      if (!contract)
        frame.text(rated ? period_text(words, reference.period) : ref_text(words, reference.name), {.semibold = true});
      if (!reference.engagement.empty())
        link(frame, {.key = "engagement",
                     .label = words(UiText::engagement_named, {reference.engagement}),
                     .address = address_of("engagements", reference.engagement)});
      if (!reference.enterprise.empty())
        link(frame, {.key = "enterprise",
                     .label = reference.enterprise_name,
                     .address = address_of("enterprises", reference.enterprise)});
    }
    if (!reference.words.empty()) frame.text(words(UiText::quoted, {reference.words}), {.color = theme.ink_secondary});
    record_line(context, "decisive", reference.record);
    record_line(context, "plan", reference.plan);
  }

  /// What kind of record it is, its day, and the way to it.
  static void record_line(Context& context, std::string_view key, const shell::RecordReference& record) {
    if (record.hash.empty()) return;
    const auto names = context.frame.keyed(key);
    BoxStyle line;
    line.gap = space::close;
    line.line_gap = space::hair;
    line.wrap = true;
    const auto row = context.frame.row(line);
    context.frame.text(kind_text(context.words, record.kind),
                       {.size = TextSize::caption, .color = context.frame.theme().ink_secondary, .maximum_lines = 1});
    record_reference(context, record);
  }

  void registration(Context& context) {
    const Words& words = context.words;
    const shell::ProviderDetail& provider = *detail_;
    const auto scope = section(context.frame, "registration", words(UiText::registration_title));
    {
      const auto grid = key_value_grid(context.frame);
      key_value(context.frame, words(UiText::field_provider_id), provider.id);
      key_value(context.frame, words(UiText::field_uscc), provider.uscc);
      key_value(context.frame, words(UiText::field_legal_representative), provider.legal_representative);
      key_value(context.frame, words(UiText::field_registered_capital),
                words(UiText::amount_yuan, {provider.registered_capital}));
      key_value(context.frame, words(UiText::field_registered_on), provider.registered_on);
      key_value(context.frame, words(UiText::field_contact), provider.contact);
    }
    key_value(context.frame, words(UiText::field_address), provider.address);
    key_value(context.frame, words(UiText::field_business_scope), provider.business_scope);
  }

  void satisfaction(Context& context) {
    const Words& words = context.words;
    const auto scope =
        section(context.frame, "satisfaction", words(UiText::satisfaction_title), words(UiText::satisfaction_detail));
    if (detail_->ratings.total() == 0) {
      context.frame.text(words(UiText::ratings_none), {.color = context.frame.theme().ink_muted});
    } else {
      rating_summary(context, detail_->ratings);
      rating_chart(context, history_);
    }
    link(context.frame, {.key = "all",
                         .label = words(UiText::ratings_all_of_provider),
                         .address = "#/ratings?provider=" + detail_->id});
  }

  std::optional<shell::ProviderDetail> detail_;
  std::vector<shell::PeriodTally> history_;
  std::string id_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_provider_page() { return std::make_unique<ProviderPage>(); }

}  // namespace hengping::ui
