// What comes back from the page: events by node id, queued until the next frame, and the state of the surroundings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shell/ui/semantics.h"

namespace hengping::ui {

enum class EventType : std::uint8_t {
  activate,  ///< click, tap, Enter or Space, or an assistive action on the node
  input,     ///< `text` is the field's whole new value; `composing` while an input method is at work
  commit,    ///< Enter in a single-line field
  focus,
  blur,
  key,     ///< `text` is KeyboardEvent.key (Escape, ArrowDown, Home, PageUp …); sent for nodes where it has a meaning
  scroll,  ///< `x`, `y` are the scroller's new offsets, CSS px
  file,    ///< a file was chosen: `text` its name, `bytes` its content
  dismiss,  ///< a press outside the topmost layer
  hold,     ///< a finger or pen rests on a node with Flag::cut
  photo,  ///< of a chooser with Flag::photos: `x` of the `y` files chosen are done. `text` is the name of the one that is meant; `bytes` is nothing
  ///< while it is being made ready, else "<SHA-256> <type> <bytes> <width> <height>", or what was in the way ("unreadable")
};

struct Event {
  EventType type = EventType::activate;
  NodeId node = 0;
  std::string text;
  std::string bytes;
  float x = 0, y = 0;
  bool composing = false;
  bool shift = false, control = false, alt = false, meta = false;
  bool visible_focus = false;  ///< of focus: the browser would show it, for it came by the keyboard
  bool unreadable = false;     ///< of file: the device could not read it, and `bytes` is empty
};

/// Whether the page opens on this device without a network.
enum class Offline : std::uint8_t {
  unknown,    ///< not told, or this browser keeps nothing: nothing is claimed
  preparing,  ///< parts are still missing
  ready,
};

/// How what is stored on this device is protected (web/page/vault.js).
enum class Protection : std::uint8_t {
  unavailable,  ///< not told, or this browser cannot encrypt here
  open,         ///< no passphrase: the device's own protection is all there is
  locked,       ///< sealed under a passphrase
};
/// Idle time after which a page with a passphrase locks itself.
enum class AutoLock : std::uint8_t { minutes_15, minutes_5, minutes_60 };

/// What the browser lets the page keep, and how much room there is.
struct Room {
  bool known = false;    ///< the browser tells
  float used_mb = 0, quota_mb = 0;
  enum class Kept : std::uint8_t {
    unknown,
    may_go,  ///< the browser may clear it when the device runs out of room
    stays,   ///< it has promised not to
  };
  Kept kept = Kept::unknown;
  bool cleared = false;  ///< it has cleared what this page had kept; until the person has taken note (PageRequest::note_clearing)
};

/// Where backups go by themselves.
enum class BackupFolder : std::uint8_t {
  impossible,  ///< this browser gives pages no folder
  none,
  chosen,
  forbidden,  ///< chosen, and to be allowed anew by the person
};

/// What the screens have the page do at the browser; it answers by the surroundings.
enum class PageRequest : std::uint8_t {
  none,
  take_newer,     ///< load the page anew in its newer version
  keep_data,      ///< ask the browser to keep what is stored
  note_clearing,  ///< the person knows that the browser has cleared the store
  choose_folder,
  allow_folder,
  forget_folder,
  set_passphrase,
  change_passphrase,
  remove_passphrase,
  lock_now,
  auto_lock_15,  ///< from here on in the order of AutoLock
  auto_lock_5,
  auto_lock_60,
};

/// Colours that a person told the system to use everywhere, 0xRRGGBB, by the names that CSS has for them.
struct SystemColors {
  std::uint32_t canvas_text = 0, canvas = 0, link_text = 0, highlight = 0, highlight_text = 0, button_text = 0,
                gray_text = 0;
};

/// Everything about the page that is not an event. Lengths in CSS px.
struct Surroundings {
  float width = 1280, height = 800;
  float device_pixel_ratio = 1;
  float text_scale = 1;      ///< the user's text size over 16 px
  float keyboard_inset = 0;  ///< height that a soft keyboard covers
  float safe_top = 0, safe_right = 0, safe_bottom = 0, safe_left = 0;
  bool dark = false;
  bool touch = false;  ///< coarse pointer: targets of at least 44 px
  bool hover = true;
  bool reduced_motion = false;
  bool more_contrast = false;
  bool forced_colors = false;
  SystemColors system_colors;  ///< where colours are forced; all alike where the page does not tell
  bool has_pointer = false;    ///< pointer_x/y are over the page
  float pointer_x = 0, pointer_y = 0;
  bool pointer_down = false;
  Offline offline = Offline::unknown;
  bool newer_version = false;  ///< of the page, complete on this device and waiting to be asked for (PageRequest::take_newer)
  Room room;
  BackupFolder backup_folder = BackupFolder::impossible;
  Protection protection = Protection::unavailable;
  AutoLock auto_lock = AutoLock::minutes_15;  ///< where it is locked
  bool demo = false;                          ///< opened with `/?demo`: demonstration data in a store of its own
  double seconds = 0;  ///< of a clock that only goes forward, at this frame: passing messages end by it
  std::string route;   ///< location.hash, "#/providers/P001"; "" at the start
};

/// What the page must do after a frame; the web seam carries it out, tests read it.
struct Effects {
  NodeId focus = 0;  ///< move the document's focus there (after the mirror was patched)
  NodeId scroll_into_view = 0;
  std::string navigate;        ///< set location.hash
  bool another_frame = false;  ///< an animation runs: draw again at the next display refresh
  PageRequest request = PageRequest::none;
  NodeId stop_photos = 0;      ///< leave alone what that chooser has not made ready yet
  std::string save_photo, save_photo_name;  ///< offer the bytes of that SHA-256 as a download
  double wake_after_ms = -1;                ///< draw again after so long, if >= 0 (a toast ends)
  std::string title;                        ///< document.title
  std::string
      scheme;  ///< "light" or "dark": what was painted, for the live elements' and scroll bars' colours; "": as the device prefers
  std::string language;  ///< document.documentElement.lang ("zh-CN", "en")
};

}  // namespace hengping::ui
