// What every screen is, and what it is given.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/app/view_models.h"
#include "shell/ui/frame.h"
#include "shell/ui/route.h"
#include "shell/ui/vocabulary.h"
#include "shell/ui/widgets_basic.h"
#include "shell/ui/widgets_form.h"
#include "shell/ui/widgets_overlay.h"
#include "shell/ui/widgets_table.h"

namespace hengping::ui {

struct Context {
  shell::App& app;
  Frame& frame;
  const Words& words;
  const Route& route;
  Toaster& toaster;
  float width = 0;  ///< of the page's content, px

  /// Goes to another screen after this frame.
  void go(std::string_view address) const { frame.effects().navigate = address; }
};

/// One place of the app. It lives as long as the app, so what was typed into it is kept.
class Screen {
 public:
  Screen() = default;
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  virtual ~Screen() = default;
  virtual void draw(Context& context) = 0;
};

struct Crumb {
  std::string label, address;
};
struct PageOptions {
  std::string_view title{};
  std::string_view detail{};
  std::span<const Crumb> crumbs{};
  std::string_view here{};          ///< the last crumb: what this page is about
  std::function<void()> badges{};   ///< beside the title
  std::function<void()> actions{};  ///< at the right
};
/// The head of a page: where it stands, its one main heading, what can be done.
void page_head(Context& context, const PageOptions& options);

/// A page for something that does not exist (any more).
void missing_page(Context& context, std::string_view detail, std::string_view back_label, std::string_view back);

/// Badges that come up on many screens.
void standing_badge(Context& context, Standing standing);
void satisfaction_badge(Context& context, Satisfaction satisfaction);

}  // namespace hengping::ui
