// What lies over the page: dialogs, passing messages, and the whole of texts that were cut.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/widgets_basic.h"

namespace hengping::ui {

struct DialogOptions {
  std::string_view key{};
  std::string_view title{};
  std::string_view detail{};
  float width = 480;
};

/// A modal dialog while it lives: the rest of the page does not act, Escape and a press outside close it, unless something that was
/// opened in it takes them. Content goes into the
/// dialog as long as the object lives; `actions` opens the row of its buttons.
class Dialog {
 public:
  Dialog(Frame& frame, const DialogOptions& options);
  [[nodiscard]] bool dismissed() const { return dismissed_; }
  [[nodiscard]] Scope actions();

 private:
  Frame& frame_;
  Scope names_;
  Scope popup_;
  Scope content_;
  bool dismissed_ = false;
};

/// What can be done about a message while it shows, such as taking something back.
struct ToastAction {
  std::string key{};  ///< what `Toaster::taken` is asked for; empty: nothing can be done
  std::string label{};
  std::string address{};  ///< where it leads, "#/providers/new"; may be empty
};

/// Messages that go by themselves, the latest lowest; at most three at once. Their time stands still while the pointer is over them or
/// the focus is in them; Escape then takes the latest away.
class Toaster {
 public:
  void say(std::string text, Tone tone, ToastAction action = {});
  /// True once after the action of that key was pressed.
  [[nodiscard]] bool taken(std::string_view key);
  /// States the live region always, paints the messages while there are any. `seconds`: of a clock that only goes forward.
  void draw(Frame& frame, double seconds);

 private:
  struct Toast {
    std::uint64_t number = 0;
    std::string text;
    Tone tone = Tone::positive;
    ToastAction action;
    double left = 0;    ///< seconds
    bool fresh = true;  ///< said since the last painted frame
  };
  void take_events(Frame& frame);
  void run_down(Frame& frame, double seconds);
  void paint(Frame& frame, const Toast& toast);

  std::vector<Toast> toasts_;
  std::string taken_;
  std::uint64_t numbers_ = 0;
  double seconds_ = 0;  ///< of the last frame
  bool waits_ = false;  ///< as of the last frame, time stands still
};

/// Once in a frame, after everything else.
void hint(Frame& frame);

}  // namespace hengping::ui
