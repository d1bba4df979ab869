// 工作台: what stands, what needs a look, what happened last.
#include <algorithm>
#include <array>
#include <functional>

#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

class Workbench final : public Screen {
 public:
  void draw(Context& context) override {
    const hengping::Role role = context.app.settings().role;
    if (revision_ != context.app.revision() || role_ != role) {
      view_ = shell::workbench_view(context.app);
      revision_ = context.app.revision();
      role_ = role;
    }
    const std::string detail = context.words(UiText::workbench_detail, {context.app.today().to_string()});
    // Who stands on site with a phone in the hand begins here.
    const auto visit = [&] {
      link_button(context.frame, "#/inspections/new",
                  {.key = "inspect",
                   .label = context.words(UiText::action_start_inspection),
                   .kind = ButtonKind::primary,
                   .icon = Icon::checklist});
    };
    const bool on_site = context.frame.phone() && view_.providers > 0;
    page_head(context, {.title = context.words(UiText::place_workbench),
                        .detail = detail,
                        .actions = on_site ? std::function<void()>(visit) : std::function<void()>()});
    if (view_.first_step != shell::FirstStep::none) first_steps(context);
    if (view_.records == 0) return;
    figures(context);
    BoxStyle style;
    style.gap = space::wide;
    style.cross = context.frame.wide() ? Align::start : Align::stretch;
    style.axis = context.frame.wide() ? Axis::row : Axis::column;
    const auto halves = context.frame.box(style);
    {
      BoxStyle half;
      half.width = grow(3, 0);
      half.gap = space::wide;
      const auto left = context.frame.column(half);
      pressing(context);
      attention(context);
    }
    {
      BoxStyle half;
      half.width = grow(2, 0);
      const auto right = context.frame.column(half);
      recent(context);
    }
  }

 private:
  void first_steps(Context& context) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    struct Step {
      UiText title, detail, action;
      std::string_view address;
    };
    static constexpr std::array<Step, 4> steps = {{
        {UiText::first_provider, UiText::first_provider_detail, UiText::action_register_provider, "#/providers/new"},
        {UiText::first_enterprise, UiText::first_enterprise_detail, UiText::action_register_enterprise,
         "#/enterprises/new"},
        {UiText::first_engagement, UiText::first_engagement_detail, UiText::action_register_engagement,
         "#/engagements/new"},
        {UiText::first_rating, UiText::first_rating_detail, UiText::action_give_rating, "#/ratings/new"},
    }};
    const auto current = static_cast<std::size_t>(view_.first_step);
    const auto scope = section(frame, "first", context.words(UiText::first_title), context.words(UiText::first_detail));
    for (std::size_t index = 0; index < steps.size(); ++index) {
      const bool done = index < current;
      const bool now = index == current;
      if (index > 0) separator(frame);
      const auto names = frame.keyed("step", index);
      BoxStyle style;
      style.gap = space::apart;
      style.wrap = frame.phone();
      style.line_gap = space::usual;
      const auto row = frame.row(style);
      {
        BoxStyle plate;
        plate.width = fixed(32);
        plate.height = fixed(32);
        plate.radius = 16;
        plate.main = Align::center;
        plate.background = done ? theme.positive.soft : now ? theme.accent.solid : theme.neutral.soft;
        const auto circle = frame.row(plate);
        if (done) {
          icon(frame, Icon::check, 18, theme.positive.ink);
        } else {
          frame.label(std::to_string(index + 1),
                      {.semibold = true, .color = now ? theme.accent.on_solid : theme.ink_secondary});
        }
      }
      {
        BoxStyle words;
        words.width = grow(1, std::min(200.0F, context.width - 120));
        const auto column = frame.column(words);
        frame.text(context.words(steps[index].title), {.semibold = true, .color = done ? theme.ink_muted : theme.ink});
        frame.text(context.words(steps[index].detail), {.color = theme.ink_muted});
      }
      if (done) badge(frame, context.words(UiText::first_done), {.tone = Tone::positive, .icon = Icon::check});
      if (now)
        link_button(frame, steps[index].address,
                    {.key = "go",
                     .label = context.words(steps[index].action),
                     .kind = ButtonKind::primary,
                     .icon = Icon::plus});
    }
    if (view_.records == 0) {
      separator(frame);
      BoxStyle style;
      style.gap = space::close;
      style.wrap = true;
      const auto row = frame.row(style);
      frame.text(context.words(UiText::first_or_import), {.color = theme.ink_muted});
      link(
          frame,
          {.key = "import", .label = context.words(UiText::place_exchange), .address = "#/exchange", .semibold = true});
    }
  }

  void figure(Context& context, std::string_view key, UiText name, std::size_t count, std::string_view address,
              Icon sign) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    Node node;
    node.id = frame.id(key);
    node.role = Role::link;
    node.value = address;
    node.name = std::string(context.words(name)) + " " + shell::count_text(static_cast<std::int64_t>(count));
    const bool hovered = frame.hovered(node.id);
    BoxStyle style;
    style.background = theme.surface;
    style.border = hovered ? theme.outline : theme.hairline;
    style.radius = theme.radius_card;
    style.padding = padding(18, 16);
    style.gap = space::tight;
    const auto scope = frame.column(style, std::move(node));
    {
      BoxStyle line;
      line.gap = space::close;
      const auto row = frame.row(line);
      icon(frame, sign, 18, theme.ink_muted);
      frame.label(context.words(name), {.color = theme.ink_secondary, .maximum_lines = 1});
    }
    frame.label(shell::count_text(static_cast<std::int64_t>(count)), {.size = TextSize::display, .semibold = true});
  }

  void figures(Context& context) {
    BoxStyle grid;
    grid.grid_minimum = context.frame.phone() ? 140 : 190;
    grid.gap = context.frame.phone() ? 10 : 16;
    grid.cross = Align::stretch;
    const auto scope = context.frame.box(grid);
    figure(context, "providers", UiText::place_providers, view_.providers, "#/providers", Icon::provider);
    figure(context, "enterprises", UiText::place_enterprises, view_.enterprises, "#/enterprises", Icon::enterprise);
    figure(context, "engagements", UiText::place_engagements, view_.engagements, "#/engagements", Icon::contract);
    figure(context, "ratings", UiText::figure_ratings, view_.ratings.total(), "#/ratings", Icon::rating);
  }

  /// What falls due, is overdue or waits: the most pressing of it, and where the rest is.
  void pressing(Context& context) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const Words& words = context.words;
    const shell::DeadlineCounts& counts = view_.deadlines;
    const auto number = [](std::size_t count) { return shell::count_text(static_cast<std::int64_t>(count)); };
    const std::string summary = words(
        UiText::deadlines_summary,
        {number(counts.overdue), std::to_string(shell::pressing_days), number(counts.due), number(counts.waiting)});
    const auto scope = section(frame, "pressing", words(UiText::deadlines_pressing), summary);
    if (view_.pressing.empty()) frame.text(words(UiText::deadlines_none), {.color = theme.ink_secondary});
    for (std::size_t index = 0; index < view_.pressing.size(); ++index) {
      const shell::PressingRow& row = view_.pressing[index];
      const auto names = frame.keyed("matter", index);
      if (index > 0) separator(frame);
      BoxStyle style;
      style.gap = space::apart;
      style.line_gap = space::close;
      style.wrap = true;
      const auto line = frame.row(style);
      {
        BoxStyle text;
        text.gap = space::hair;
        text.width = grow(1, std::min(260.0F, context.width - 80));
        const auto column = frame.column(text);
        frame.text(words(row.deadline.words));
        const bool contract = !row.deadline.engagement.empty();
        link(frame, {.key = "place",
                     .label = contract ? words(UiText::engagement_named, {row.deadline.engagement}) + " \xC2\xB7 " +
                                             row.provider_name
                                       : row.provider_name,
                     .address = contract ? address_of("engagements", row.deadline.engagement)
                                         : address_of("providers", row.deadline.provider),
                     .size = TextSize::caption});
      }
      badge(frame, urgency_text(words, row.deadline), {.tone = tone_of(row.urgency), .icon = icon_of(row.urgency)});
    }
    const std::string address =
        view_.deadline_role ? "#/deadlines?role=" + std::string(role_name(*view_.deadline_role)) : "#/deadlines";
    link(frame, {.key = "all", .label = words(UiText::deadlines_all), .address = address, .semibold = true});
  }

  /// Room for the widest single badge, so that none is cut; several of a provider go on in a new line.
  [[nodiscard]] float widest_verdict(const Context& context) const {
    float widest = 0;
    for (const shell::AttentionRow& row : view_.attention) {
      if (row.grounds_met_names.empty())
        widest = std::max(widest, badge_width(context.frame, distance_text(context.words, row)));
      for (const Bilingual& name : row.grounds_met_names)
        widest =
            std::max(widest, badge_width(context.frame, context.words(UiText::ground_met_of, {context.words(name)})));
    }
    return widest + 2;
  }
  static std::string distance_text(const Words& words, const shell::AttentionRow& row) {
    return words(UiText::attention_distance, {std::to_string(row.unsatisfied.distance())});
  }

  void attention(Context& context) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const auto scope =
        section(frame, "attention", context.words(UiText::attention_title), context.words(UiText::attention_detail));
    if (view_.attention.empty()) {
      BoxStyle style;
      style.gap = space::close;
      const auto row = frame.row(style);
      icon(frame, Icon::check, 18, theme.positive.ink);
      frame.text(context.words(UiText::attention_none), {.color = theme.ink_secondary});
      return;
    }
    std::size_t number = 0;
    const float verdict_width = widest_verdict(context);
    for (const shell::AttentionRow& row : view_.attention) {
      if (number > 0) separator(frame);
      const auto names = frame.keyed("row", number++);
      BoxStyle style;
      style.gap = space::apart;
      style.wrap = true;
      style.line_gap = space::close;
      const auto line = frame.row(style);
      {
        BoxStyle words;
        words.gap = space::hair;
        words.width = grow(1, std::min(220.0F, context.width - 80));
        const auto column = frame.column(words);
        link(
            frame,
            {.key = "provider", .label = row.name, .address = address_of("providers", row.provider), .semibold = true});
        frame.text(row.provider, {.size = TextSize::caption, .color = theme.ink_muted});
      }
      {
        BoxStyle state;
        state.gap = space::usual;
        state.width = fixed(120);
        const auto box = frame.row(state);
        const std::string spoken = context.words(
            UiText::meter_unsatisfied, {std::to_string(row.unsatisfied.count), std::to_string(row.unsatisfied.limit)});
        meter(frame, row.unsatisfied.count, row.unsatisfied.limit,
              row.unsatisfied.met() ? Tone::negative : Tone::caution, spoken);
        frame.label(std::to_string(row.unsatisfied.count) + "/" + std::to_string(row.unsatisfied.limit),
                    {.size = TextSize::caption, .semibold = true, .color = theme.ink_secondary});
      }
      BoxStyle verdict;
      verdict.gap = space::close;
      verdict.line_gap = space::tight;
      verdict.wrap = true;
      verdict.width = fixed(verdict_width);
      verdict.main = Align::end;
      const auto verdicts = frame.row(verdict);
      if (row.grounds_met_names.empty()) {
        badge(frame, distance_text(context.words, row), {.tone = Tone::caution, .icon = Icon::clock});
      }
      for (const Bilingual& name : row.grounds_met_names)
        badge(frame, context.words(UiText::ground_met_of, {context.words(name)}),
              {.tone = Tone::negative, .icon = Icon::warning});
    }
  }

  void recent(Context& context) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const auto scope = section(frame, "recent", context.words(UiText::recent_title));
    std::size_t number = 0;
    constexpr std::size_t most = 8;
    for (const shell::RecentRecord& record : view_.recent) {
      if (number == most) break;
      const auto names = frame.keyed("record", number++);
      BoxStyle style;
      style.gap = space::usual;
      style.cross = Align::start;
      BoxStyle line = style;
      line.axis = Axis::row;
      const auto row = frame.box(line);
      {
        BoxStyle plate;
        plate.width = fixed(32);
        plate.height = fixed(32);
        plate.radius = 8;
        plate.main = Align::center;
        plate.background = theme.neutral.soft;
        const auto box = frame.row(plate);
        icon(frame, icon_of_kind(record.kind), 17, theme.ink_secondary);
      }
      BoxStyle words;
      words.width = grow(1, 0);
      const auto column = frame.column(words);
      {
        BoxStyle head;
        head.gap = space::close;
        head.wrap = true;
        head.line_gap = space::hair;
        const auto title = frame.row(head);
        link(frame, {.key = "record",
                     .label = kind_text(context.words, record.kind),
                     .address = address_of("records", record.hash),
                     .semibold = true,
                     .quiet = true});
        if (record.satisfaction) satisfaction_badge(context, *record.satisfaction);
      }
      subject(context, record);
    }
  }

  void subject(Context& context, const shell::RecentRecord& record) {
    Frame& frame = context.frame;
    const Theme& theme = frame.theme();
    const bool about_engagement = !record.engagement.empty();
    const bool about_provider = !record.provider.empty();
    const std::string_view place = about_engagement ? "engagements" : about_provider ? "providers" : "enterprises";
    const std::string& id = about_engagement ? record.engagement : about_provider ? record.provider : record.enterprise;
    const std::string& name = about_engagement || about_provider ? record.provider_name : record.enterprise_name;
    link(frame, {.key = "subject", .label = id + " " + name, .address = address_of(place, id), .quiet = true});
    std::string when = record.on;
    if (!record.period.empty()) when += " \xC2\xB7 " + period_text(context.words, record.period);
    frame.text(when, {.size = TextSize::caption, .color = theme.ink_muted});
  }

  shell::WorkbenchView view_;
  std::uint64_t revision_ = 0;
  hengping::Role role_ = hengping::Role::bureau;
};

}  // namespace

std::unique_ptr<Screen> make_workbench() { return std::make_unique<Workbench>(); }

}  // namespace hengping::ui
