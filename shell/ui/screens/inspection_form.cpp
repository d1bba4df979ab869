// 检查: a visit, answered item by item with the thumb, with findings and photos; kept as a draft while it goes on.
#include <algorithm>
#include <array>
#include <utility>

#include "shell/ui/screens/form_parts.h"
#include "shell/ui/screens/screens.h"
#include "shell/ui/widgets_photo.h"

namespace hengping::ui {

namespace {

/// Seconds between two writes of the draft while somebody types.
constexpr double draft_pause = 1;
constexpr float widest_form = 880;
constexpr std::string_view photo_key = "photos";

class InspectionFormScreen final : public Screen {
 public:
  void draw(Context& context) override {
    begin(context);
    const Words& words = context.words;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_inspections)), "#/inspections"}}};
    page_head(context, {.title = words(UiText::action_start_inspection),
                        .detail = words(UiText::inspection_form_detail),
                        .crumbs = crumbs});
    if (providers_.empty()) return nobody(context);
    const auto body = form_body(context, UiText::action_start_inspection);
    state_.banner(context);
    FormFields fields(context, state_);
    what(context, fields);
    check_list(context, fields);
    photos(context);
    {
      const auto scope = card(context.frame);
      fields.area({.pointer = "/note", .label = UiText::field_note}, form_.note, 3);
    }
    const FormEnd end = form_end(context);
    if (end.save && busy_) {
      context.toaster.say(std::string(words(UiText::photo_wait)), Tone::caution);
    } else if (end.save) {
      submit(context);
    } else if (end.cancel) {
      leave(context);
    }
    ask(context);
    keep(context);
  }

 private:
  void begin(Context& context) {
    const std::string_view provider = context.route.parameter("provider");
    if (begun_ && form_.provider.empty() && context.route != last_route_) form_.provider = provider;
    last_route_ = context.route;
    if (!begun_) {
      auto kept = shell::kept_inspection(context.app);
      form_ = kept ? *std::move(kept) : shell::new_inspection_form(context.app, provider);
      kept_ = form_;
      begun_ = true;
    }
    if (revision_ == context.app.revision() && provider_ == form_.provider) return;
    revision_ = context.app.revision();
    provider_ = form_.provider;
    providers_ = as_choices(shell::provider_choices(context.app));
    engagements_ = as_choices(shell::engagement_choices(context.app));
    const State& state = context.app.state();
    std::erase_if(engagements_, [&](const Choice& choice) {
      const EngagementState* engagement = state.engagement(choice.id);
      return engagement == nullptr || state.symbols().text(state.providers()[engagement->provider].id) != provider_;
    });
  }

  static void nobody(Context& context) {
    const Words& words = context.words;
    const auto scope = card(context.frame);
    const auto empty = empty_state(context.frame, {.icon = Icon::checklist,
                                                   .title = words(UiText::inspection_needs_provider),
                                                   .detail = words(UiText::inspection_needs_provider_detail)});
    link_button(context.frame, "#/providers/new",
                {.key = "register",
                 .label = words(UiText::action_register_provider),
                 .kind = ButtonKind::primary,
                 .icon = Icon::plus});
  }

  void what(Context& context, FormFields& fields) {
    const Words& words = context.words;
    const auto scope =
        section(context.frame, "what", words(UiText::inspection_what), words(UiText::inspection_draft_note));
    fields.pick({.pointer = "/provider",
                 .label = UiText::field_provider,
                 .required = true,
                 .placeholder = words(UiText::pick_placeholder)},
                providers_, form_.provider);
    if (form_.provider != provider_) form_.engagement.clear();  // it was another's
    if (!engagements_.empty())
      fields.pick({.pointer = "/engagement", .label = UiText::field_engagement_rated}, engagements_, form_.engagement);
    fields.date({.pointer = "/on", .label = UiText::field_inspected_on, .required = true, .width = 260}, form_.on);
  }

  void check_list(Context& context, FormFields& fields) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const shell::Checklist& list = shell::checklist_of(form_);
    const std::string progress =
        words(UiText::inspection_answered, {std::to_string(shell::answered(form_)), std::to_string(list.items.size())});
    const auto scope = section(frame, "list", words(list.title), progress);
    std::string_view article;
    for (std::size_t place = 0; place < list.items.size(); ++place) {
      const shell::ChecklistItem& one = list.items[place];
      const std::string_view part = std::string_view(one.article).substr(0, one.article.find('.'));
      if (part != article) {
        frame.heading(3, words(article_name(part)), {.semibold = true});
        article = part;
      } else {
        separator(frame);
      }
      const auto names = frame.keyed("item", place);
      item(context, fields, one, place);
    }
  }

  void item(Context& context, FormFields& fields, const shell::ChecklistItem& one, std::size_t place) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    shell::AnswerForm& typed = form_.answers[place];
    const auto column = frame.column({.gap = space::close});
    frame.label(words(one.text));
    const std::string article(words(article_name(one.article)));
    frame.label(article, {.size = TextSize::caption, .color = frame.theme().ink_muted});
    const std::array<RadioOption, 3> answers = {{{.label = words(UiText::answer_meets)},
                                                 {.label = words(UiText::answer_fails)},
                                                 {.label = words(UiText::answer_not_applicable)}}};
    int chosen = typed.answer ? static_cast<int>(*typed.answer) : -1;
    if (segments(frame, {.key = "answer", .label = words(one.text), .hide_label = true, .compact = true}, answers,
                 chosen))
      typed.answer = static_cast<shell::ItemAnswer>(chosen);
    const std::string pointer = "/items/" + std::to_string(place);
    const bool fails = typed.answer == shell::ItemAnswer::fails;
    const auto remark = [&](UiText label, bool required) {
      const std::string at = pointer + "/text";
      const FormFields::Field field{.pointer = at, .label = label, .required = required};
      FieldOptions options = fields.options(field);
      const std::string name = std::string(words(label)) + " \xC2\xB7 " + article;
      options.label = name;
      fields.note(field, text_area(frame, options, typed.remark, 2));
    };
    if (fails) {
      remark(typed.raises ? UiText::field_finding_text : UiText::field_item_remark, typed.raises);
      checkbox(frame, "raise", words(UiText::inspection_raise), typed.raises);
      if (typed.raises) finding_article(context, fields, one, pointer, typed);
    } else if (!typed.remark.empty() || opened_ == place) {
      remark(UiText::field_item_remark, false);
    } else if (typed.answer && button(frame, {.key = "remark",
                                              .label = words(UiText::action_add_remark),
                                              .kind = ButtonKind::quiet,
                                              .icon = Icon::plus,
                                              .small = true})) {
      opened_ = place;
    }
  }

  static void finding_article(Context& context, FormFields& fields, const shell::ChecklistItem& one,
                              const std::string& pointer, shell::AnswerForm& typed) {
    static constexpr std::string_view numbers[] = {"5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7",
                                                   "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "7.1",
                                                   "7.2", "7.3", "7.4", "7.5", "9.4", "9.5", "9.6"};
    std::vector<Choice> articles;
    for (const std::string_view number : numbers)
      articles.push_back({std::string(number), std::string(context.words(article_name(number)))});
    std::string chosen = typed.article.empty() ? one.article : typed.article;
    const std::string at = pointer + "/article";
    fields.pick({.pointer = at, .label = UiText::field_finding_article, .width = 320}, articles, chosen);
    typed.article = chosen == one.article ? std::string() : chosen;
  }

  void photos(Context& context) {
    const Words& words = context.words;
    const auto scope = card(context.frame);
    const AttachmentParameters& rules = context.app.policy().attachments;
    constexpr float card_room = 48;
    const float width = std::min(context.width, widest_form) - card_room;
    busy_ = photo_field(context.frame,
                        {.key = photo_key,
                         .label = words(UiText::inspection_photos),
                         .hint = words(UiText::inspection_photos_hint),
                         .width = width,
                         .rules = {.longest_side = rules.longest_side,
                                   .quality = static_cast<float>(rules.quality_percent) / 100,
                                   .keeps_metadata = rules.keep_metadata,
                                   .largest_bytes = rules.largest_bytes}},
                        form_.photos);
  }

  void submit(Context& context) {
    std::string id;
    shell::SubmitResult result = shell::submit_inspection(context.app, form_, id);
    if (!result.ok()) {
      state_.refuse(context.frame, std::move(result));
      return;
    }
    context.toaster.say(context.words(UiText::inspection_saved, {id}), Tone::positive);
    context.go(address_of("inspections", id));
    forget();
  }

  void forget() {
    state_.clear();
    begun_ = false;
    asks_ = false;
  }

  /// Throws nothing away without asking.
  void leave(Context& context) {
    if (form_ == shell::new_inspection_form(context.app, form_.provider)) {
      discard(context);
    } else {
      asks_ = true;
    }
  }

  void discard(Context& context) {
    context.app.drop_draft(shell::inspection_draft);
    stop_photos(context.frame, photo_key);
    context.go("#/inspections");
    forget();
  }

  void ask(Context& context) {
    if (asks_ && asked(context)) discard(context);
  }

  /// True once it was confirmed.
  bool asked(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    Dialog dialog(frame, {.key = "discard",
                          .title = words(UiText::inspection_discard),
                          .detail = words(UiText::inspection_discard_detail)});
    const auto actions = dialog.actions();
    const bool stay = button(frame, {.key = "stay", .label = words(UiText::inspection_continue)});
    const bool confirm =
        button(frame, {.key = "confirm", .label = words(UiText::inspection_discard), .kind = ButtonKind::danger});
    if (stay || dialog.dismissed()) asks_ = false;
    return confirm;
  }

  /// At every step; while somebody types, after a pause, and at once when a field is left.
  void keep(Context& context) {
    Frame& frame = context.frame;
    if (frame.has(EventType::blur)) at_once_ = true;
    if (!begun_ || form_ == kept_) return;
    const double now = frame.surroundings().seconds;
    const double wait = kept_at_ + draft_pause - now;
    if (!at_once_ && wait > 0 && wait <= draft_pause) {
      if (frame.painting()) frame.wake_after(wait);
      return;
    }
    shell::keep_inspection(context.app, form_);
    kept_ = form_;
    kept_at_ = now;
    at_once_ = false;
    if (frame.painting()) frame.effects().another_frame = true;  // the status line stands already
  }

  shell::InspectionForm form_;
  shell::InspectionForm kept_;  ///< as the store has it, or is being given it
  FormState state_;
  bool begun_ = false, asks_ = false, at_once_ = false;
  bool busy_ = false;  ///< photos are being made ready
  double kept_at_ = -draft_pause;
  std::size_t opened_ = static_cast<std::size_t>(-1);  ///< the item whose remark was asked for
  std::uint64_t revision_ = 0;
  Route last_route_;
  std::string provider_;  ///< whose contracts are offered
  std::vector<Choice> providers_, engagements_;
};

}  // namespace

std::unique_ptr<Screen> make_inspection_form() { return std::make_unique<InspectionFormScreen>(); }

}  // namespace hengping::ui
