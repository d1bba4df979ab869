// What a record says, member by member, wherever records are read.
#pragma once

#include <span>

#include "shell/ui/screen.h"

namespace hengping::ui {

/// All members but kind, day and author, which stand elsewhere: what is short side by side, the rest below it.
void record_contents(Context& context, std::span<const shell::RecordMember> members);

/// Asks for the reason of what the bureau is about to state. Lives on the screens that offer it.
class ReasonDialog {
 public:
  struct Options {
    std::string_view title{}, detail{}, action{};
    ButtonKind kind = ButtonKind::primary;
  };
  void open() {
    open_ = true;
    missing_ = false;
    reason_.clear();
  }
  [[nodiscard]] bool is_open() const { return open_; }
  /// Draws it while it is open. True when it was confirmed with a reason; it is closed then.
  [[nodiscard]] bool draw(Context& context, const Options& options);
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  bool open_ = false, missing_ = false;
  std::string reason_;
};

}  // namespace hengping::ui
