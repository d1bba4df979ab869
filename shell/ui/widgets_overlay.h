// What lies over the page: dialogs and passing messages.
#pragma once

#include <string>
#include <string_view>

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
  bool dismissed_ = false;
};

/// A message that goes by itself.
class Toaster {
 public:
  void say(std::string text, Tone tone);
  /// States the live region always, paints the message while there is one.
  void draw(Frame& frame, double seconds);

 private:
  std::string text_;
  Tone tone_ = Tone::positive;
  double until_ = 0;
  bool fresh_ = false;
};

}  // namespace hengping::ui
