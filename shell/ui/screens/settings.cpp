// 设置: as whom one works, language, look, and what this is.
#include <algorithm>
#include <array>

#include "shell/ui/screens/keeping_parts.h"
#include "shell/ui/screens/policy_parts.h"
#include "shell/ui/screens/protection_parts.h"
#include "shell/ui/screens/screens.h"
#include "shell/ui/widgets_tree.h"

namespace hengping::ui {

namespace {

class SettingsScreen final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    page_head(context, {.title = words(UiText::place_settings), .detail = words(UiText::settings_detail)});
    BoxStyle narrow;
    narrow.width = grow(1, 0, 880);
    narrow.gap = space::wide;
    const auto body = context.frame.column(narrow);
    role(context);
    look(context);
    room_section(context);
    backup_section(context);
    protection_section(context);
    policy(context);
    about(context);
  }

 private:
  /// What verdicts are judged by today, and how it came to be.
  void policy(Context& context) {
    if (revision_ != context.app.revision()) {
      policy_ = shell::policy_view(context.app);
      revision_ = context.app.revision();
    }
    policy_section(context, policy_);
  }

  static void role(Context& context) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "role", words(UiText::role_title), words(UiText::role_detail));
    const std::array<RadioOption, 5> roles = {{
        {.label = words(UiText::role_bureau), .detail = words(UiText::role_bureau_detail)},
        {.label = words(UiText::role_enterprise), .detail = words(UiText::role_enterprise_detail)},
        {.label = words(UiText::role_inspector), .detail = words(UiText::role_inspector_detail)},
        {.label = words(UiText::role_provider), .detail = words(UiText::role_provider_detail)},
        {.label = words(UiText::role_evaluator), .detail = words(UiText::role_evaluator_detail)},
    }};
    int chosen = static_cast<int>(context.app.settings().role);
    if (choice_cards(context.frame, {.key = "roles", .label = words(UiText::role_title), .hide_label = true}, roles,
                     chosen)) {
      context.app.set_role(static_cast<hengping::Role>(chosen));
    }
  }

  static void look(Context& context) {
    const Words& words = context.words;
    const auto scope = section(context.frame, "look", words(UiText::look_title));
    const std::array<RadioOption, 2> languages = {
        {{.label = words(UiText::language_chinese)}, {.label = words(UiText::language_english)}}};
    int language = static_cast<int>(context.app.settings().language);
    if (segments(context.frame, {.key = "language", .label = words(UiText::language_title)}, languages, language)) {
      context.app.set_language(static_cast<shell::Language>(language));
    }
    const std::array<RadioOption, 3> themes = {{{.label = words(UiText::theme_system), .icon = Icon::monitor},
                                                {.label = words(UiText::theme_light), .icon = Icon::sun},
                                                {.label = words(UiText::theme_dark), .icon = Icon::moon}}};
    int theme = static_cast<int>(context.app.settings().theme);
    if (segments(context.frame, {.key = "theme", .label = words(UiText::theme_title)}, themes, theme)) {
      context.app.set_theme(static_cast<shell::ThemePreference>(theme));
    }
  }

  void about(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = section(frame, "about", words(UiText::about_title));
    frame.text(words(UiText::about_text));
    frame.text(words(UiText::about_notices), {.color = frame.theme().ink_secondary});
    if (disclosure(frame, "articles", words(UiText::about_articles), false)) articles(context);
  }

  /// A line of the measures' contents: a chapter, an article, an item of an article.
  struct Line {
    std::string key, label, title;
    int level = 1;
    const Article* article = nullptr;  ///< null: a chapter
  };

  static std::vector<Line> contents(const Words& words, const Policy& measures) {
    std::vector<Line> lines;
    int chapter = 0;
    for (const Article& article : measures.articles) {
      if (article.chapter != chapter) {
        chapter = article.chapter;
        const auto place = static_cast<std::size_t>(chapter) - 1;
        const std::string title = place < measures.chapters.size() ? measures.chapters[place] : std::string();
        lines.push_back({"chapter " + std::to_string(chapter), title, title, 1, nullptr});
      }
      const std::string title(words(article_name(article.number)));
      const int level = article.number.find('.') == std::string::npos ? 2 : 3;
      lines.push_back({article.number, title + "  " + article.text, title, level, &article});
    }
    return lines;
  }

  /// The contents as a tree, and beside it what the chosen line holds.
  void articles(Context& context) {
    Frame& frame = context.frame;
    const std::vector<Line> lines = contents(context.words, context.app.policy());
    std::vector<TreeItem> items;
    items.reserve(lines.size());
    for (const Line& line : lines) items.push_back({.key = line.key, .label = line.label, .level = line.level});
    chosen_ = std::min(chosen_, lines.empty() ? 0 : lines.size() - 1);
    BoxStyle both;
    both.gap = space::wide;
    both.axis = frame.wide() ? Axis::row : Axis::column;
    both.cross = frame.wide() ? Align::start : Align::stretch;
    const auto body = frame.box(both);
    {
      const auto side = frame.column({.width = frame.wide() ? fixed(320) : grow()});
      const auto now = tree(
          frame, {.key = "contents", .name = context.words(UiText::about_articles), .items = items, .chosen = chosen_});
      if (now) chosen_ = *now;
    }
    const auto text = frame.column({.gap = space::usual, .width = grow(1, 0)});
    for (std::size_t index = chosen_; index < lines.size(); ++index) {
      const Line& line = lines[index];
      if (index > chosen_ && line.level <= lines[chosen_].level) break;
      const auto column = frame.column({.gap = space::hair});
      frame.heading(3, line.title, {.semibold = true});
      if (line.article != nullptr) frame.text(line.article->text, {.color = frame.theme().ink_secondary});
    }
  }

  shell::PolicyView policy_;
  std::uint64_t revision_ = 0;
  std::size_t chosen_ = 0;  ///< line of the measures' contents
};

}  // namespace

std::unique_ptr<Screen> make_settings() { return std::make_unique<SettingsScreen>(); }

}  // namespace hengping::ui
