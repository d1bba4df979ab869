// The whole of what is seen: the shell around the screens, the screens, dialogs and passing messages.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shell/app/app.h"
#include "shell/ui/icons.h"
#include "shell/ui/input.h"
#include "shell/ui/memory.h"
#include "shell/ui/route.h"
#include "shell/ui/semantics.h"
#include "shell/ui/theme.h"
#include "shell/ui/widgets_overlay.h"
#include "shell/ui/words.h"

namespace hengping::ui {

class Screen;
class Surface;
class Frame;
struct Context;

class Application {
 public:
  /// The app must outlive this.
  explicit Application(shell::App& app);
  ~Application();
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  /// Marks everything as demonstration data (`/?demo`).
  void set_demonstration(bool on) { demonstration_ = on; }

  /// Draws one frame on a surface whose frame has begun; states all it drew in the tree.
  Effects draw(const Surroundings& surroundings, std::span<const Event> events, SemanticTree& tree, Surface& surface);
  /// What lies behind everything.
  [[nodiscard]] Color ground() const { return theme_.page; }

 private:
  void build(Frame& frame);
  void shell_of_page(Context& context);
  void sidebar(Context& context);
  void rail(Context& context);
  void phone_top(Context& context);
  void phone_bar(Context& context);
  void more_sheet(Context& context);
  void top_bar(Context& context);
  void product(Context& context, bool with_name);
  void place_link(Context& context, std::size_t index, int look);
  void save_status(Context& context, bool brief);
  using StatusFact = std::function<void(Icon, std::string_view)>;
  void backup_status(Context& context, const StatusFact& fact);
  void room_notices(Context& context);
  void newer_version(Context& context);
  void other_tab(Context& context);
  void not_stored(Context& context);
  void page(Context& context);
  void notices(Context& context);
  void screen(Context& context);
  void opening(Context& context);
  void follow_route(Frame& frame);

  shell::App& app_;
  Memory memory_;
  Theme theme_;
  Words words_;
  Toaster toaster_;
  std::size_t exports_seen_ = 0;  ///< files handed out that have been told of
  std::size_t clearings_seen_ = 0;
  std::size_t refusals_seen_ = 0;
  Offline offline_seen_ = Offline::unknown;
  std::vector<std::unique_ptr<Screen>> screens_;
  Route route_;
  std::string hash_;
  std::optional<shell::ColumnWidths> widths_;  ///< as the settings keep them; Memory has them then
  bool opened_ = false;                        ///< the first address was taken
  bool heading_wanted_ = false;                ///< another page was opened: its heading takes the focus
  bool more_open_ = false;
  bool demonstration_ = false;
};

}  // namespace hengping::ui
