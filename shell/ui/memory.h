// What outlives a frame: where things lay, how far they were scrolled, what has the focus, and what widgets remember of themselves.
#pragma once

#include <any>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "shell/ui/semantics.h"

namespace hengping::ui {

class Memory {
 public:
  struct Place {
    Rect rect;    ///< in the last painted frame
    Rect window;  ///< the part of the viewport that may show it
    std::uint32_t layer = 0;
    std::uint64_t frame = 0;
  };
  struct Scroll {
    float x = 0, y = 0;
    float pull = 0;  ///< how far a finger has pulled it beyond its upper (below 0) or lower edge; at most its height
    float width = 0, height = 0;  ///< of the scroller, as last painted
    float content_width = 0, content_height = 0;
  };

  /// A text that did not fit where it stands.
  struct CutText {
    NodeId node = 0;  ///< what it belongs to; 0: none is asked for
    std::string text;
    double since = 0;  ///< Surroundings::seconds when it was first asked for
  };

  /// Where it lay in the last painted frame; null if it did not show then.
  [[nodiscard]] const Place* place(NodeId id) const;
  [[nodiscard]] Scroll& scroll(NodeId id) { return scrolls_[id]; }
  /// A widget's own state, made by default at first.
  template <class T>
  [[nodiscard]] T& local(NodeId id) {
    std::any& slot = locals_[id];
    if (std::any_cast<T>(&slot) == nullptr) slot = T{};
    return *std::any_cast<T>(&slot);
  }
  void forget(NodeId id) { locals_.erase(id); }

  NodeId focused = 0;
  bool focus_visible = false;  ///< the focus came by the keyboard
  std::uint64_t frame = 1;     ///< painted frames so far
  std::uint32_t pointer_layer = 0;
  struct Layer {
    NodeId id = 0;
    bool covers = false;   ///< a dialog: nothing else acts meanwhile
    bool passing = false;  ///< a message that goes by itself: no key is for it alone
  };
  /// Dialogs, popups and messages that were built last, the topmost at the end.
  std::vector<Layer> layers;
  CutText cut;      ///< under the pointer, with the keyboard's focus or held in the last painted frame
  NodeId held = 0;  ///< on what a finger rested last
  /// Widths that a person gave columns, whole px by the table's id: kept beyond this page by whoever owns the memory.
  std::map<NodeId, std::vector<std::uint16_t>> column_widths;
  float room_width = 0, room_height = 0;  ///< of the last painted frame, px, without what a soft keyboard covers

  std::unordered_map<NodeId, Place> places;

 private:
  std::unordered_map<NodeId, Scroll> scrolls_;
  std::unordered_map<NodeId, std::any> locals_;
};

}  // namespace hengping::ui
